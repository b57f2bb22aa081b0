"""What all components share: places that are taken, and texts of any length."""

from __future__ import annotations

from itertools import combinations_with_replacement

from extract.entities.component import Finding, Taken, overlapping
from extract.entities.pipeline import pipeline

FOUND = [Finding(start, end, "test", 1.0) for start, end in ((9, 12), (2, 8), (3, 4), (15, 15), (12, 14))]


def test_taken_places_answer_as_the_findings_do() -> None:
    taken = Taken(FOUND)
    for start, end in combinations_with_replacement(range(18), 2):
        assert taken.overlaps(start, end) == overlapping(start, end, FOUND)


def test_nothing_is_taken_where_nothing_was_found() -> None:
    assert not Taken([]).overlaps(0, 5)


def test_a_point_of_more_than_a_million_characters_is_read() -> None:
    word = "kommuneplanlægningsarbejdet "
    assert len(pipeline().make_doc(word * 40_000)) == 40_000
