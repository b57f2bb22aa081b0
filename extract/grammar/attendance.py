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
_SEPARATOR = re.compile(r"[,;•]|\s+(?:og|samt)\s+|\s{3,}|\t|\s[-–]\s+")
_POINTS = re.compile(
    r"\(?\b(?:sag|sagerne|punkt|punkterne|pkt)\.?\s*(?P<first>\d{1,4})(?:\s*[-–]\s*(?P<last>\d{1,4}))?\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MarkedAttendee:
    """An attendee, and whether the list itself marks the name as absent ("(Fravær)")."""

    attendee: Attendee
    is_marked: bool = False
    points: tuple[int, int] | None = None  # first and last point that an absence is of: "sag 161-163"


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
        if waiting and (points := _POINTS.fullmatch(entry)):
            waiting = replace(waiting, points=_span(points))
            continue
        if waiting and (more := describe(waiting, entry)):
            waiting = more
            continue
        found = _read_attendee(paragraph, begin, stop, status, kind)
        if found:
            if waiting:
                yield waiting
            waiting = found
    if waiting:
        yield waiting


def describe(one: MarkedAttendee, entry: str) -> MarkedAttendee | None:
    """A name on whose heels comes "formand", "(V)" or "stedfortræder for …", with what that says."""
    words = squeeze(entry).strip(" ()").casefold()
    if words in absence_patterns().ranks:
        return replace(one, attendee=replace(one.attendee, rank=words))
    if words in labels().absence_marks:
        return replace(one, is_marked=True)
    party = read_name(squeeze(entry), 0)
    if party and party.person is None and party.end == len(squeeze(entry)) and not one.attendee.party_surface:
        return replace(one, attendee=replace(one.attendee, party_surface=party.party))
    substitute = compiled(absence_patterns().substitute).search(entry)
    if substitute and substitute.start() <= 1:
        name = squeeze(substitute["name"])
        return replace(one, attendee=replace(one.attendee, kind=AttendeeKind.SUBSTITUTE, substitute_for=name))
    return None


def settle_absences(
    marked: Sequence[MarkedAttendee], absences: Sequence[Sequence[ItemAbsence]]
) -> tuple[Attendee, ...]:
    """Each person once. Who is listed as a member and as absent is absent, and absent means: from the whole meeting.

    Somebody whom a mark on the list has as absent is so only if away at every point that prints absentees; somebody
    listed as absent from some points is present. `absences` has one entry a point.
    """
    told = [
        names for point in absences if (names := {one.name for one in point if one.status is AttendanceStatus.ABSENT})
    ]
    settled: dict[str, Attendee] = {}
    for one in marked:
        attendee = one.attendee
        if one.is_marked and all(attendee.name in names for names in told):
            attendee = replace(attendee, status=AttendanceStatus.ABSENT)
        elif one.points and len(absences) > one.points[1] - one.points[0] + 1:
            attendee = replace(attendee, status=AttendanceStatus.PRESENT)
        before = settled.get(attendee.name)
        if before is None or attendee.status is AttendanceStatus.ABSENT:
            settled[attendee.name] = attendee if before is None else _merged(before, attendee)
    return tuple(settled.values())


def header_absences(
    marked: Sequence[MarkedAttendee], numbers: Sequence[str | None]
) -> Iterator[tuple[str, ItemAbsence]]:
    """Those whom the header has as absent from some points, by the number of each: "Fraværende: A B, sag 161-163"."""
    for one in marked:
        away = [number for number in numbers if number and number.isdigit() and _within(int(number), one.points)]
        if one.attendee.status is AttendanceStatus.ABSENT and len(away) < len(numbers):
            for number in away:
                yield number, ItemAbsence(one.attendee.name, AttendanceStatus.ABSENT, "header", one.attendee.evidence)


def _within(number: int, points: tuple[int, int] | None) -> bool:
    return points is not None and points[0] <= number <= points[1]


def _merged(before: Attendee, absent: Attendee) -> Attendee:
    """A member who is listed again as absent: with the party and rank of the first list."""
    return replace(
        absent,
        kind=before.kind,
        party_surface=absent.party_surface or before.party_surface,
        rank=absent.rank or before.rank,
    )


def _span(points: re.Match[str]) -> tuple[int, int]:
    return int(points["first"]), int(points["last"] or points["first"])


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
    if found is None or found.person is None or " " not in found.person:
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
    points = _POINTS.search(rest)
    return MarkedAttendee(attendee, is_marked, _span(points) if points else None)


def _leading_rank(entry: str) -> str | None:
    match = _rank_words().match(entry)
    return match["rank"].casefold() if match else None


@cache
def _rank_words() -> re.Pattern[str]:
    ranks = "|".join(map(re.escape, sorted(absence_patterns().ranks, key=len, reverse=True)))
    return re.compile(rf"(?P<rank>{ranks})\s+(?=\S)", re.IGNORECASE)
