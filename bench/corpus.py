"""What is measured on: the example minutes, and a seeded enlargement of them where a stage needs size."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from extract.document import Document
from extract.records import MeetingRecord

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "minutes"
SEED = 20_260_101
WEEKS = 52 * 40  # a copy lies at most so far back
T = TypeVar("T")


def example_files(*suffixes: str) -> list[Path]:
    """The example minutes with one of these suffixes, or all."""
    wanted = suffixes or (".pdf", ".txt", ".json")
    return sorted(path for path in EXAMPLES.rglob("*") if path.suffix in wanted)


@cache
def example_documents() -> tuple[Document, ...]:
    """All examples, read."""
    from extract.reading import read

    return tuple(read(path) for path in example_files())


@cache
def example_texts() -> tuple[str, ...]:
    """The text of all examples: lines that are read as minutes."""
    return tuple("\n".join(line.text for line in document.lines) for document in example_documents())


@cache
def example_records() -> tuple[MeetingRecord, ...]:
    """All examples, extracted."""
    from extract.extraction import extract

    return tuple(record for document in example_documents() for record in extract(document))


def enlarged(records: Sequence[MeetingRecord], times: int, seed: int = SEED) -> list[MeetingRecord]:
    """The records and ``times - 1`` copies, each copy some weeks earlier and with case numbers of its own, shuffled.

    Same seed, same records. Persons, bodies, laws and organisations stay: they are what real minutes share.
    """
    chance = random.Random(seed)
    shifts = [0, *chance.sample(range(1, WEEKS), times - 1)]
    copies = [_moved(record, shift) for shift in shifts for record in records]
    chance.shuffle(copies)
    return copies


def _moved(record: MeetingRecord, weeks: int) -> MeetingRecord:
    if not weeks:
        return record
    sha256 = hashlib.sha256(f"{record.provenance.sha256} {weeks}".encode()).hexdigest()
    numbers = {item.case_number.value for item in record.items if hasattr(item.case_number, "value")}
    texts = {record.provenance.sha256: sha256} | {number: f"{number}{weeks}" for number in numbers}

    def change(value: Any) -> Any:
        if isinstance(value, str):
            return texts.get(value, value)
        return value - timedelta(weeks=weeks) if isinstance(value, date) else value

    return mapped(record, change)


def mapped(value: T, change: Callable[[Any], Any]) -> T:
    """A frozen record with every value in it changed, however deep it lies."""
    made: Any
    if is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **dict(_changed_fields(value, change)))
    elif isinstance(value, tuple):
        made = tuple(mapped(one, change) for one in value)
    else:
        made = change(value)
    return made  # type: ignore[no-any-return]


def _changed_fields(value: Any, change: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        if field.init:
            before = getattr(value, field.name)
            after = mapped(before, change)
            if after is not before:
                yield field.name, after
