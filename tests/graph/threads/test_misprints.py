from __future__ import annotations

import pytest

from graph.threads.misprints import misprints
from graph.threads.references import find_references
from tests.graph.threads.town import COUNCIL, EARLY, START, reference, town

SWIMMING = "Byrådet godkendte den 3. april 2023 (pkt. {}), at svømmehallen holder åbent søndag formiddag."


def found(number: str, sentence: str) -> list[tuple[str, str | None]]:
    corpus = town(reference("2023-04-03", number, COUNCIL, sentence.format(number)))
    wrong = misprints(corpus, find_references(corpus))
    assert all(each.start == START and each.reference == f"{START}.r" and each.sentence for each in wrong)
    return [(each.end, each.likelier) for each in wrong]


def test_a_target_that_has_nothing_to_do_with_the_sentence_is_told_with_the_likelier_one() -> None:
    assert found("4", SWIMMING) == [(f"{EARLY.id}.4", f"{EARLY.id}.2")]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("2", SWIMMING),  # right
        ("4", "Se Byrådets beslutning den 3. april 2023 (pkt. {})."),  # says nothing of its matter
        ("4", "Byrådet hævede den 3. april 2023 (pkt. {}) flere takster, også svømmehallens."),
        ("8", SWIMMING),  # no such point: nothing to compare with
    ],
)
def test_what_does_not_contradict_is_no_misprint(number: str, sentence: str) -> None:
    assert found(number, sentence) == []
