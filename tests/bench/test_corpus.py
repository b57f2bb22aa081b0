"""The enlargement of the examples: as many meetings as asked for, all different, always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from bench.corpus import enlarged, example_files, mapped
from extract.evidence import Evidence, value_of
from extract.extraction import extract
from extract.reading import read
from extract.records import MeetingRecord
from graph.assembly import natural_id


@pytest.fixture(scope="module")
def records() -> tuple[MeetingRecord, ...]:
    return tuple(record for path in example_files(".json") for record in extract(read(path)))


def numbers_of(records: Iterable[MeetingRecord]) -> set[str]:
    return {number for record in records for item in record.items if (number := value_of(item.case_number))}


def test_a_copy_is_another_meeting_with_numbers_of_its_own(records: tuple[MeetingRecord, ...]) -> None:
    large = enlarged(records, 5)
    assert len(large) == 5 * len(records)
    assert len({record.provenance.sha256 for record in large}) == len(large)
    assert set(Counter(natural_id(record) for record in large).values()) == {1}
    assert len(numbers_of(large)) == 5 * len(numbers_of(records))


def test_evidence_points_to_the_copy(records: tuple[MeetingRecord, ...]) -> None:
    for record in enlarged(records, 3):
        assert {item.title.evidence.document for item in record.items} == {record.provenance.sha256}


def test_same_seed_same_records(records: tuple[MeetingRecord, ...]) -> None:
    assert enlarged(records, 4) == enlarged(records, 4)
    assert enlarged(records, 4) != enlarged(records, 4, seed=1)


def test_once_is_what_was_given(records: tuple[MeetingRecord, ...]) -> None:
    assert sorted(enlarged(records, 1), key=natural_id) == sorted(records, key=natural_id)


def test_mapping_reaches_every_value() -> None:
    evidence = Evidence("a", None, 1, 2, 3, "b", "c", 1.0)
    found = mapped((evidence, ("a",)), lambda value: value.upper() if isinstance(value, str) else value)
    assert found == (Evidence("A", None, 1, 2, 3, "B", "C", 1.0), ("A",))
