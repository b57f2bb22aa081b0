"""Who was there: the lists of the header, and who was away, left, came or was disqualified at a point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.document import Label
from extract.grammar.names import FoundName, list_of_names, read_name, read_names
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import absence_patterns, compiled, labels
from extract.records import AttendanceStatus, Attendee, AttendeeKind, ItemAbsence

_BRACKETS = re.compile(r"\(([^()]*)\)")
_SEPARATOR = re.compile(r"[,;•]|\s+(?:og|samt)\s+|\s{3,}|\t")


@dataclass(frozen=True, slots=True)
class MarkedAttendee:
    """An attendee, and whether the list itself marks the name as absent ("(Fravær)")."""

    attendee: Attendee
    is_marked: bool = False


def read_attendees(
    paragraph: Paragraph, start: int, status: AttendanceStatus, kind: AttendeeKind, end: int | None = None
) -> Iterator[MarkedAttendee]:
    """The people of a list in the header, `text[start:end]`: names with letters, ranks and marks of absence."""
    text = paragraph.text[:end]
    if compiled(absence_patterns().nobody).match(text, start):
        return
    waiting: MarkedAttendee | None = None
    for begin, stop in _entries(text, start):
        entry = text[begin:stop]
        if waiting and _is_rank(entry):
            waiting = replace(waiting, attendee=replace(waiting.attendee, rank=squeeze(entry).casefold()))
            continue
        found = _read_attendee(paragraph, begin, stop, status, kind)
        if found:
            if waiting:
                yield waiting
            waiting = found
    if waiting:
        yield waiting


def settle_absences(
    marked: Sequence[MarkedAttendee], absences: Sequence[Sequence[ItemAbsence]]
) -> tuple[Attendee, ...]:
    """Somebody marked absent on the list is absent from the meeting only if away at every point that says so.

    `absences` has one entry a point. Where no point prints absentees, the mark alone holds.
    """
    told = [{one.name for one in point if one.status is AttendanceStatus.ABSENT} for point in absences]
    settled = []
    for one in marked:
        away = not any(told) or all(one.attendee.name in names for names in told)
        settled.append(
            replace(one.attendee, status=AttendanceStatus.ABSENT) if one.is_marked and away else one.attendee
        )
    return tuple(settled)


def absence_block(paragraph: Paragraph) -> int | None:
    """Where the names of a block "Fraværende: …" begin in a paragraph; None where it is no such block."""
    if paragraph.label is not None:
        return None
    for pattern in (absence_patterns().block, absence_patterns().footer):
        match = compiled(pattern).match(paragraph.text)
        if match and (not paragraph.text[match.end() :].strip() or _is_list(paragraph.text[match.end() :])):
            return match.end()
    return None


def read_absentees(paragraph: Paragraph, start: int, scope: str) -> Iterator[ItemAbsence]:
    """The people of a list of absentees."""
    for name in read_names(paragraph.text, start)[0]:
        if name.person:
            yield _absence(paragraph, name, 0, AttendanceStatus.ABSENT, scope, f"attendance.absent.{scope}")


def read_labelled_absentees(paragraphs: Iterable[Paragraph]) -> Iterator[ItemAbsence]:
    """The people that a structured source gives as absent from a point."""
    for paragraph in paragraphs:
        if paragraph.label is Label.ITEM_ABSENT:
            evidence = paragraph.whole("attendance.absent.source")
            yield ItemAbsence(squeeze(paragraph.text), AttendanceStatus.ABSENT, "item", evidence)


def read_movements(paragraph: Paragraph, scope: str) -> Iterator[ItemAbsence]:
    """Who was disqualified, left, came or took no part, as sentences of a decision say it."""
    patterns = absence_patterns()
    kinds = (
        (patterns.disqualified, AttendanceStatus.DISQUALIFIED),
        (patterns.took_no_part, AttendanceStatus.ABSENT),
        (patterns.left, AttendanceStatus.LEFT),
        (patterns.arrived, AttendanceStatus.ARRIVED),
    )
    for begin, end in split_sentences(paragraph.text):
        sentence = paragraph.text[begin:end]
        for forms, status in kinds:
            for name, offset in _named_by(forms, sentence):
                yield _absence(paragraph, name, begin + offset, status, scope, f"attendance.{status.value}")


def _named_by(patterns: Sequence[str], sentence: str) -> Iterator[tuple[FoundName, int]]:
    for pattern in patterns:
        match = compiled(pattern).search(sentence)
        if match and (names := list_of_names(match["names"].strip())):
            lead = len(match["names"]) - len(match["names"].lstrip())
            yield from ((name, match.start("names") + lead) for name in names if name.person)
            return


def _absence(
    paragraph: Paragraph, name: FoundName, offset: int, status: AttendanceStatus, scope: str, rule: str
) -> ItemAbsence:
    return ItemAbsence(
        name.person or "", status, scope, paragraph.evidence(offset + name.start, offset + name.end, rule)
    )


def _is_list(text: str) -> bool:
    return bool(list_of_names(text)) or bool(compiled(absence_patterns().nobody).match(text))


def _entries(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The parts of a list between its commas; commas in brackets part nothing."""
    brackets = [match.span() for match in _BRACKETS.finditer(text, start)]
    for match in _SEPARATOR.finditer(text, start):
        if not any(left < match.start() < right for left, right in brackets):
            yield from _trimmed(text, start, match.start())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " -–•.:\t":
        start += 1
    while end > start and text[end - 1] in " .:\t":
        end -= 1
    if start < end:
        yield start, end


def _read_attendee(
    paragraph: Paragraph, begin: int, end: int, status: AttendanceStatus, kind: AttendeeKind
) -> MarkedAttendee | None:
    text = paragraph.text
    found = read_name(text[:end], begin)
    if found is None or found.person is None:
        return None
    rest = text[found.end : end]
    substitute = compiled(absence_patterns().substitute).search(rest)
    marks = [squeeze(mark).casefold() for mark in _BRACKETS.findall(text[begin:end])]
    rank = next((mark for mark in marks if mark in absence_patterns().ranks), None) or _leading_rank(text[begin:end])
    is_marked = any(mark in labels().absence_marks for mark in marks)
    attendee = Attendee(
        name=found.person,
        status=status,
        kind=AttendeeKind.SUBSTITUTE if substitute else kind,
        evidence=paragraph.evidence(begin, end, f"header.{status.value}"),
        party_surface=found.party,
        rank=rank,
        substitute_for=squeeze(substitute["name"]) if substitute else None,
    )
    return MarkedAttendee(attendee, is_marked)


def _is_rank(entry: str) -> bool:
    return squeeze(entry).casefold().strip(" ()") in absence_patterns().ranks


def _leading_rank(entry: str) -> str | None:
    match = _rank_words().match(entry)
    return match["rank"].casefold() if match else None


@cache
def _rank_words() -> re.Pattern[str]:
    ranks = "|".join(map(re.escape, sorted(absence_patterns().ranks, key=len, reverse=True)))
    return re.compile(rf"(?P<rank>{ranks})\s+(?=\S)", re.IGNORECASE)
