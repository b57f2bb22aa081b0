"""A table of the members in the header: each row a name, a party, and whether he or she came: "Anna Berg  A  Mødt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.grammar.attendance import MarkedAttendee, describe
from extract.grammar.names import read_name
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.vocabulary import absence_patterns, compiled, labels, vote_patterns
from extract.records import AttendanceStatus, Attendee, AttendeeKind

_STAND_IN = re.compile(r"\s(?=(?:stedfortræder|suppleant)(?:\s+for\s+[^:]+)?:?\s+[A-ZÆØÅ])", re.IGNORECASE)
_FEWEST_ROWS = 2


def attendance_table(paragraphs: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Where a table of who came stands: its heading, and the end of its rows; None where there is none."""
    for start, paragraph in enumerate(paragraphs):
        if compiled(absence_patterns().table).match(paragraph.text):
            end = start + 1
            while end < len(paragraphs) and list(_row(paragraphs[end])):
                end += 1
            if end - start > _FEWEST_ROWS:
                return start, end
    return None


def read_attendance_table(rows: Sequence[Paragraph]) -> Iterator[MarkedAttendee]:
    """The people of the rows under the heading of a table."""
    for row in rows:
        yield from _row(row)


def _row(paragraph: Paragraph) -> Iterator[MarkedAttendee]:
    """Who stands in a row, and under the name who sits for him or her: "stedfortræder Ida Lund  A  Mødt"."""
    text = paragraph.text
    cuts = [match.end() for match in _STAND_IN.finditer(text) if _mark().search(text, match.end())]
    away: str | None = None
    for begin, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        one = _cell(paragraph, begin, end)
        if one and begin:
            attendee = replace(one.attendee, kind=AttendeeKind.SUBSTITUTE, substitute_for=away)
            one = replace(one, attendee=attendee)
        if one:
            away = one.attendee.name
            yield one


def _cell(paragraph: Paragraph, begin: int, end: int) -> MarkedAttendee | None:
    text = paragraph.text
    mark = _mark().search(text, begin, end)
    printed = text[begin : mark.start()] if mark else ""
    lead, _, rank = printed.partition(",")
    name = read_name(lead, 0)
    if mark is None or name is None or name.person is None or " " not in name.person or lead[name.end :].strip():
        return None
    is_there = mark["there"] is not None
    status = AttendanceStatus.PRESENT if is_there else AttendanceStatus.ABSENT
    rank = squeeze(rank).casefold()
    attendee = Attendee(
        name=name.person,
        status=status,
        kind=AttendeeKind.MEMBER,
        evidence=paragraph.evidence(begin, mark.start(), f"header.{status.value}.table"),
        party_surface=name.party or mark["party"],
        rank=rank if rank in absence_patterns().ranks else None,
    )
    one = MarkedAttendee(attendee)
    note = text[mark.end() : end].lstrip(" ,;(")
    moved = describe(one, f"mødte {note}" if note.casefold().startswith("kl") else note) if is_there and note else None
    return moved if moved and moved.movement else one


@cache
def _mark() -> re.Pattern[str]:
    away = "|".join(re.escape(word) for word in labels().absence_marks)
    parties = "|".join(map(re.escape, vote_patterns().no_party))
    return re.compile(
        rf"(?:\s+\(?(?:(?P<party>[A-ZÆØÅ]{{1,3}})|(?i:{parties}))\)?)?"
        rf"\s+(?i:(?P<away>{away}|ikke\s+mødt|nej(?=\W*$))|(?P<there>mødt|fremmødt|til\s?stede|deltog|ja(?=\W*$)))(?!\w)"
    )
