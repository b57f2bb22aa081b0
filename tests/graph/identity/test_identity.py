from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.canonical import canonical
from graph.identity.identity import identify
from graph.identity.judgements import Judgement, Reason, Verdict
from graph.identity.named import NamedKind
from tests.graph.identity.named import body, law, organisation, person

P = NamedKind.PERSON
CORPUS = [
    person("I. Lykke", meetings=2),
    person("Inga Lykke", meetings=9),
    person("Anne Bak", meetings=4),
    person("Anna Bak", meetings=3),
    person("SÃ¸ren Holm"),
    person("Søren Holm"),
    person("Søren Holm", "soeby"),
    body("ØU"),
    body("Økonomiudvalget", holds_meetings=True),
    organisation("Job Kyst"),
    organisation("JobKyst", None),
    law("Lov om vind"),
    law("Bekendtgørelse af lov om vind"),
]


def human(left: str, right: str, verdict: Verdict) -> Judgement:
    return Judgement("Person", left, right, verdict, "Anne", reason=Reason("", "set i arkivet"))


def test_the_fullest_name_that_is_not_broken_stands_for_all() -> None:
    assert identify(CORPUS).canonical == {
        (P, "nordlev.i-lykke"): "nordlev.inga-lykke",
        (P, "nordlev.sa-ren-holm"): "nordlev.soeren-holm",
        (NamedKind.BODY, "nordlev.oeu"): "nordlev.oekonomiudvalget",
        (NamedKind.ORGANISATION, "nordlev.job-kyst"): "jobkyst",
        (NamedKind.LAW, "bekendtgoerelse-af-lov-om-vind"): "lov-om-vind",
    }


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([person("Lykke, Inga"), person("Borgmester Inga Lykke"), person("Inga Lykke")], "nordlev.inga-lykke"),
        ([person("Inga Lykke"), person("Inga Marie Lykke"), person("I. M. Lykke")], "nordlev.inga-marie-lykke"),
        ([person("Soren Bak", meetings=9), person("Søren Bak")], "nordlev.soeren-bak"),
        ([person("Inga Lykkes"), person("Inga Lykke")], "nordlev.inga-lykke"),
        ([body("Nordlev Byråd"), body("Byrådet", holds_meetings=True)], "nordlev.byraadet"),
    ],
)
def test_choosing_among_names(names: list, expected: str) -> None:
    assert canonical(names) == canonical(names[::-1]) == expected


def test_people_are_heard_before_rules() -> None:
    apart = human("nordlev.i-lykke", "nordlev.inga-lykke", Verdict.DIFFERENT)
    one = human("nordlev.anna-bak", "nordlev.anne-bak", Verdict.SAME)
    found = identify(CORPUS, [apart, one])
    assert found.resolve(P, "nordlev.i-lykke") == "nordlev.i-lykke"
    assert found.resolve(P, "nordlev.anna-bak") == found.resolve(P, "nordlev.anne-bak")
    assert found.unsure == ()


def test_what_is_left_to_review_and_what_people_judged_of_names_that_are_gone() -> None:
    gone = human("nordlev.inga-lykke", "nordlev.nobody", Verdict.SAME)
    link = Judgement("AgendaItem", "nordlev.byraadet.2024-01-01.1", "nordlev.byraadet.2024-02-01.1", Verdict.SAME, "Bo")
    found = identify(CORPUS, [gone, link])
    assert [one.pair for one in found.unsure] == [("nordlev.anna-bak", "nordlev.anne-bak")]
    assert found.unknown == (gone,)
    assert found.resolve(P, "nordlev.nobody") == "nordlev.inga-lykke"


@given(st.randoms(), st.integers(0, len(CORPUS)))
def test_order_and_batches_do_not_matter(chance: random.Random, cut: int) -> None:
    shuffled = [*CORPUS[cut:], *CORPUS[:cut]]
    chance.shuffle(shuffled)
    assert identify(shuffled) == identify(CORPUS)


@given(st.lists(st.sampled_from(CORPUS), unique=True))
def test_nothing_is_lost_and_what_stands_for_others_stands_for_itself(names: list) -> None:
    found = identify(names)
    for (kind, id_), chosen in found.canonical.items():
        assert id_ != chosen
        assert found.resolve(kind, chosen) == chosen
        assert {id_, chosen} <= set(found.clusters[kind, chosen])
