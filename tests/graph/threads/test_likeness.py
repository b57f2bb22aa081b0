from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.threads.corpus import Point
from graph.threads.likeness import Clues, Likeness, Weights, keys, load_weights, weigh
from tests.graph.threads.town import EARLY, START, town

CORPUS = town()
ASKED = CORPUS.point[START]
CANDIDATES = CORPUS.points_of[EARLY.id]


def titles(sentence: str) -> list[str]:
    return [each.point.title for each in Likeness(CORPUS).rank(sentence, ASKED, CANDIDATES)]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Byrådet godkendte søndagsåbningen af svømmehallen.", "Svømmehallens åbningstider"),
        ("Byrådet vedtog havnelokalplanen for boliger.", "Lokalplan for havnefronten"),  # the parts of a compound
        ("Byrådet hævede taksterne i musikskolen.", "Takster for musikskolen"),
    ],
)
def test_the_likeliest_point_comes_first(sentence: str, title: str) -> None:
    assert titles(sentence)[0] == title


def test_where_a_target_stands_says_nothing_of_its_matter() -> None:
    likeness = Likeness(CORPUS)
    assert not likeness.tells("Byrådet den 3. april 2023 (pkt. 3).")
    assert likeness.tells("Byrådet vedtog den 3. april 2023 (pkt. 3) lokalplanen.")
    with_place = likeness.clues("Byrådet vedtog den 3. april 2023 (pkt. 3) lokalplanen.", ASKED, CANDIDATES[2])
    assert with_place == likeness.clues("vedtog lokalplanen.", ASKED, CANDIDATES[2])


def test_one_case_number_is_a_clue_and_a_row_of_a_table_has_none() -> None:
    numbered = [replace(point, number="nordlev.23-7") for point in (ASKED, CANDIDATES[1])]
    likeness = Likeness(CORPUS)
    assert likeness.clues("Sagen.", *numbered).number == 1
    alone = likeness.clues("Sagen.", None, numbered[1])
    assert (alone.number, alone.text) == (0, 0)


def test_confidences_leave_room_for_none_of_them() -> None:
    ranked = Likeness(CORPUS).rank("Byrådet drøftede brandstationens garager.", ASKED, CANDIDATES)
    assert sum(each.confidence for each in ranked) < 0.5
    assert Likeness(CORPUS).rank("Byrådet drøftede sagen.", ASKED, []) == []


def test_the_words_that_speak_for_the_first_are_those_of_the_sentence() -> None:
    first = Likeness(CORPUS).rank("Byrådet lod svømmehallen holde åbent om søndagen.", ASKED, CANDIDATES)[0]
    assert "svømmehallen" in first.shared


def test_sentences_are_alike_by_their_words() -> None:
    likeness = Likeness(CORPUS)
    said = "Byrådet vedtog den 3. april 2023 lokalplanen for havnefronten."
    assert likeness.alike(said, "Lokalplanen for havnefronten vedtog Byrådet den 3. april 2023.") == pytest.approx(1)
    assert likeness.alike(said, "Musikskolens takster stiger.") == 0


def test_forms_of_one_word_are_one_key() -> None:
    assert keys("Svømmehallens svømmehal") == ["svømme", "svømme"]
    assert keys("Budget 2023-2026, lokalplan 12.50 og 3 til") == ["budget", "2023-2", "lokalp", "12.50", "til"]


def test_weights_are_read_and_checked() -> None:
    weights = load_weights()
    assert all(weight > 0 for weight in weights.clues.values)  # each clue speaks for a point
    assert weigh(Clues(*[1.0] * 6), weights) > weights.none
    with pytest.raises(ValueError, match="accepted"):
        Weights(weights.clues, 1.0, accepted=0.7, announced=1.5)


WORDS = st.lists(st.sampled_from(["byrådet", "vedtog", "svømmehallen", "lokalplan", "takster", "ny"]), max_size=8)


@settings(max_examples=60)
@given(WORDS, st.randoms(use_true_random=False))
def test_shares_are_shares_whatever_the_order(words: list[str], shuffler: random.Random) -> None:
    shuffled: list[Point] = list(CANDIDATES)
    shuffler.shuffle(shuffled)
    ranked = Likeness(CORPUS).rank(" ".join(words), ASKED, shuffled)
    assert ranked == Likeness(CORPUS).rank(" ".join(words), ASKED, CANDIDATES)
    assert 0 < math.fsum(each.confidence for each in ranked) < 1
    clues = [Likeness(CORPUS).clues(" ".join(words), ASKED, point) for point in CANDIDATES]
    assert all(-1e-9 <= value <= 1 + 1e-9 for each in clues for value in each.values)
