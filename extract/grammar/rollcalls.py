"""A roll call set in columns: "Til stede" and "Fraværende" over the names, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from extract.grammar.attendance import MarkedAttendee, read_attendees
from extract.grammar.paragraphs import Paragraph
from extract.grammar.vocabulary import HeaderField, LabelForm, labels
from extract.records import AttendanceStatus, ItemAbsence


def roll_call_length(paragraphs: Sequence[Paragraph]) -> int:
    """How many of the first paragraphs are a roll call in columns; 0 if none is."""
    if len(paragraphs) < 2 or not _columns(paragraphs[0]):
        return 0
    length = 1
    while length < len(paragraphs) and paragraphs[length].is_row and list(_people(paragraphs, length)):
        length += 1
    return length if length > 1 else 0


def read_roll_call(paragraphs: Sequence[Paragraph]) -> Iterator[MarkedAttendee]:
    """The people of a roll call, as its columns have them."""
    for index in range(1, len(paragraphs)):
        yield from _people(paragraphs, index)


def read_roll_call_absences(paragraphs: Sequence[Paragraph]) -> Iterator[ItemAbsence]:
    """Those whom a roll call within a point has as absent."""
    for one in read_roll_call(paragraphs):
        if one.attendee.status is AttendanceStatus.ABSENT:
            yield ItemAbsence(one.attendee.name, AttendanceStatus.ABSENT, "item", one.attendee.evidence)


def _people(paragraphs: Sequence[Paragraph], index: int) -> Iterator[MarkedAttendee]:
    forms = _columns(paragraphs[0])
    row = paragraphs[index]
    position = 0
    for form, cell in zip(forms, row.first.cells or (), strict=False):
        start = row.text.find(cell, position)
        if cell and start >= 0:
            position = start + len(cell)
            yield from read_attendees(row, start, form.status, form.kind, position)


def _columns(paragraph: Paragraph) -> tuple[LabelForm, ...]:
    """The labels over the columns; empty where a cell is none."""
    cells = paragraph.first.cells or ()
    forms = tuple(_forms().get(cell.rstrip(" :").casefold()) for cell in cells)
    return tuple(form for form in forms if form) if len(cells) > 1 and all(forms) else ()


@cache
def _forms() -> dict[str, LabelForm]:
    return {form: entry for entry in labels().label if entry.field is HeaderField.ATTENDEES for form in entry.forms}
