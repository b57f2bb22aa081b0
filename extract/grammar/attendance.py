"""Who was there: the lists of the header, with who came, left or missed some points."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.grammar.names import list_of_names, read_name
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.remarks import read_missed_points, split_remarks
from extract.grammar.vocabulary import absence_patterns, any_of, compiled, labels
from extract.records import AttendanceStatus, Attendee, AttendeeKind, ItemAbsence

_BRACKETS = re.compile(r"\(([^()]*)\)")
_SEPARATOR = re.compile(
    r"[,;•]|\s+(?:og|samt)\s+|\s[/|]\s|\s{3,}|\t|\s[-–]\s+|(?<=\))\s+(?=(?:[\w.]*(?:formand|borgmester)\s)?[A-ZÆØÅ])"
)
_ROUND = str.maketrans("[]", "()")  # "Anna Berg [Venstre]"
_DESCRIBED = re.compile(r"(?P<words>[^()]+?)\s*(?P<party>\([^()]+\))")  # "formand (Venstre)"
_REASON = re.compile(r"\s*\([a-zæøå][^()]*\)\s*$")  # why somebody is away: "A (ferie)"
_GROUP = re.compile(r"\s*(?P<party>[A-ZÆØÅ][^:,;()]{0,50}?)\s*(?:\((?P<letters>[A-ZÆØÅ]{1,3})\))?\s*:\s+(?=[A-ZÆØÅ])")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.\s+(?:[a-z]{2,3}\s+)?[A-ZÆØÅ]")
_POINTS = re.compile(
    r"\(?\b(?:sag|sagerne|punkt|punkterne|pkt)\.?\s*(?:nr\.?\s*)?(?P<first>\d{1,4})(?:\s*[-–]\s*(?P<last>\d{1,4}))?\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody who came or left during the meeting, and the point that it is told by."""

    status: AttendanceStatus  # LEFT or ARRIVED
    point: int | None  # None: only a time is printed
    is_at_start: bool  # before that point: it is missed by whoever left, and not by whoever came
    is_at_end: bool  # after that point

    def misses(self, number: int) -> bool:
        """Whether somebody who moved so is away from a point as a whole."""
        if self.point is None:
            return False
        if self.status is AttendanceStatus.LEFT:
            return number > self.point or (number == self.point and self.is_at_start)
        return number < self.point or (number == self.point and self.is_at_end)


@dataclass(frozen=True, slots=True)
class MarkedAttendee:
    """An attendee, and whether the list itself marks the name as absent ("(Fravær)")."""

    attendee: Attendee
    is_marked: bool = False
    points: tuple[int, int] | None = None  # first and last point that an absence is of: "sag 161-163"
    movement: Movement | None = None
    substituted_party: str | None = None  # of whom a substitute sits for, as printed
    missed: tuple[tuple[int, AttendanceStatus], ...] = ()  # points that a remark says were missed, and how


def read_attendees(
    paragraph: Paragraph, start: int, status: AttendanceStatus, kind: AttendeeKind, end: int | None = None
) -> Iterator[MarkedAttendee]:
    """The people of a list in the header, `text[start:end]`: names with letters, ranks and marks of absence."""
    text = paragraph.text[:end].translate(_ROUND)
    if compiled(absence_patterns().nobody).match(text, start):
        return
    if everybody := compiled(absence_patterns().everybody_but).match(text, start):
        if status is AttendanceStatus.PRESENT:
            yield from read_attendees(paragraph, everybody.end(), AttendanceStatus.ABSENT, kind, end)
        return
    if instead := compiled(absence_patterns().instead).match(text, start):
        for one in read_attendees(paragraph, instead.end(), AttendanceStatus.PRESENT, AttendeeKind.SUBSTITUTE, end):
            attendee = replace(one.attendee, substitute_for=squeeze(instead["name"]))
            yield replace(one, attendee=attendee, substituted_party=instead["party"])
        return
    if start == paragraph.mark and _INITIAL.match(text):
        start = 0  # "N. Dam (V)": an initial, no letter of a list
    if others := compiled(absence_patterns().officials).match(text, start):
        start, kind = others.end(), AttendeeKind.OFFICIAL
    office = _office().match(text, start)
    start = office.end() if office else start
    if group := _group_at(text, start):
        start = group.end()
    waiting: MarkedAttendee | None = None
    behind = start  # where the entry of that name ends
    for begin, stop in _entries(text, start):
        entry = text[begin:stop]
        if waiting and (points := _POINTS.fullmatch(entry)):
            waiting = replace(waiting, points=_span(points))
            continue
        if waiting and text[behind:begin].strip(" ,") in ("", "og") and (moved := _at_point(waiting.movement, entry)):
            waiting = _moved(waiting, moved)
            continue
        if waiting and (more := describe(waiting, entry)):
            waiting = more
            continue
        found = _read_attendee(paragraph, text, begin, stop, status, kind)
        if found and office and not found.attendee.rank:
            found = replace(found, attendee=replace(found.attendee, rank=office["rank"].casefold()))
        if found and group and not found.attendee.party_surface:
            letters = squeeze(group["letters"] or group["party"])
            found = replace(found, attendee=replace(found.attendee, party_surface=letters))
        if found:
            if waiting:
                yield waiting
            waiting, behind = found, stop
    if waiting:
        yield waiting


def describe(one: MarkedAttendee, entry: str) -> MarkedAttendee | None:
    """A name on whose heels comes "formand", "(V)" or "stedfortræder for …", with what that says."""
    if movement := _movement_in(entry):
        return _moved(one, movement)
    if described := _DESCRIBED.fullmatch(squeeze(entry)):
        ranked = describe(one, described["words"])
        return (describe(ranked, described["party"]) or ranked) if ranked else None
    words = squeeze(entry).strip(" ()").casefold()
    if words in absence_patterns().ranks:
        return replace(one, attendee=replace(one.attendee, rank=words))
    if words in labels().absence_marks:
        return replace(one, is_marked=True)
    bare = _REASON.sub("", squeeze(entry))
    party = read_name(bare, 0)
    if party and party.person is None and party.end == len(bare) and not one.attendee.party_surface:
        return replace(one, attendee=replace(one.attendee, party_surface=party.party))
    if compiled(absence_patterns().instead).match(entry):
        return None
    substitute = compiled(absence_patterns().substitute).search(entry)
    if substitute and compiled(absence_patterns().who_sits).fullmatch(entry[: substitute.start()]):
        attendee = replace(one.attendee, kind=AttendeeKind.SUBSTITUTE, substitute_for=squeeze(substitute["name"]))
        return replace(one, attendee=attendee, substituted_party=substitute["party"])
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
    for one in (*marked, *_substituted(marked)):
        attendee = one.attendee
        if one.is_marked and all(attendee.name in names for names in told):
            attendee = replace(attendee, status=AttendanceStatus.ABSENT)
        elif one.points and len(absences) > one.points[1] - one.points[0] + 1:
            attendee = replace(attendee, status=AttendanceStatus.PRESENT)
        before = settled.get(attendee.name)
        if before is None or attendee.status is AttendanceStatus.ABSENT:
            settled[attendee.name] = attendee if before is None else _merged(before, attendee)
        elif attendee.kind is AttendeeKind.SUBSTITUTE:
            substitute = replace(before, kind=attendee.kind, substitute_for=attendee.substitute_for)
            settled[attendee.name] = substitute
    return tuple(settled.values())


def with_movements(marked: Sequence[MarkedAttendee], paragraphs: Iterable[Paragraph]) -> list[MarkedAttendee]:
    """The list with what remarks in the header say of people on it: "A B forlod mødet kl. 20 efter sag nr. 156."."""
    told: dict[str, Movement] = {}
    missed: dict[str, tuple[tuple[int, AttendanceStatus], ...]] = {}
    for paragraph in paragraphs:
        for begin, end in split_remarks(paragraph.text):
            name = read_name(paragraph.text[:end], begin)
            if name is None or name.person is None:
                continue
            rest = paragraph.text[name.end : end]
            movement, points = _movement_in(rest), tuple(read_missed_points(rest))
            if movement and (movement.point is not None or not points):
                told.setdefault(name.person, movement)
            elif points:
                missed.setdefault(name.person, points)
    moved = [
        _moved(one, told[one.attendee.name])
        if one.movement is None and one.attendee.name in told and one.attendee.status is AttendanceStatus.PRESENT
        else one
        for one in marked
    ]
    return [replace(one, missed=missed.get(one.attendee.name, ())) for one in moved]


def _substituted(marked: Sequence[MarkedAttendee]) -> Iterator[MarkedAttendee]:
    """Those in whose stead somebody took part for the whole meeting: they were away."""
    listed = {one.attendee.name: one.attendee for one in reversed(marked)}
    for one in marked:
        name = one.attendee.substitute_for
        known = listed.get(name or "")
        if name and " " in name and one.movement is None and one.points is None:
            evidence = replace(one.attendee.evidence, rule="header.absent.substituted")
            party = known.party_surface if known else one.substituted_party
            yield MarkedAttendee(
                Attendee(name, AttendanceStatus.ABSENT, AttendeeKind.MEMBER, evidence, party_surface=party)
            )


def header_absences(
    marked: Sequence[MarkedAttendee], numbers: Sequence[str | None]
) -> Iterator[tuple[str, ItemAbsence]]:
    """Those whom the header has as absent from some points, by the number of each: "Fraværende: A B, sag 161-163"."""
    seen: set[tuple[str, str]] = set()
    for one in marked:
        for number in filter(None, numbers):
            name = one.attendee.name
            if (name, number) not in seen and number.isdigit() and _misses(one, int(number), len(numbers)):
                seen.add((name, number))
                yield number, ItemAbsence(name, AttendanceStatus.ABSENT, "header", one.attendee.evidence)
        for point, status in one.missed:
            if (one.attendee.name, str(point)) not in seen and str(point) in numbers:
                seen.add((one.attendee.name, str(point)))
                yield str(point), ItemAbsence(one.attendee.name, status, "header", one.attendee.evidence)


def _misses(one: MarkedAttendee, number: int, points: int) -> bool:
    """Whether the header has somebody as away from this point, and not from all."""
    if one.movement:
        return one.movement.misses(number)
    is_partly = one.points is not None and one.points[1] - one.points[0] + 1 < points
    return one.attendee.status is AttendanceStatus.ABSENT and is_partly and _within(number, one.points)


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


def _movement_in(entry: str) -> Movement | None:
    """Whether an entry says that somebody left or came: "gik kl. 20.15 efter punkt 182"."""
    patterns = absence_patterns()
    for pattern, status in ((patterns.goes, AttendanceStatus.LEFT), (patterns.comes, AttendanceStatus.ARRIVED)):
        if match := compiled(pattern).match(entry):
            place = compiled(patterns.moved_at).search(entry, match.end())
            return _placed(status, place) if place else Movement(status, None, is_at_start=False, is_at_end=False)
    return None


def _at_point(movement: Movement | None, entry: str) -> Movement | None:
    """Somebody who moved, with the point that stands behind a comma: "mødte kl. 19.35, efter punkt 48"."""
    if movement is None or movement.point is not None:
        return None
    place = compiled(absence_patterns().moved_at).search(entry)
    is_first = place is not None and entry[: place.start()].strip() in ("", "deltog", "deltager")
    return _placed(movement.status, place) if place and is_first else None


def _placed(status: AttendanceStatus, place: re.Match[str]) -> Movement:
    word = place["word"].casefold()
    patterns = absence_patterns()
    return Movement(status, int(place["point"]), word in patterns.before_words, word in patterns.after_words)


def _moved(one: MarkedAttendee, movement: Movement) -> MarkedAttendee:
    """Somebody who moved was there for a part of the meeting."""
    attendee = replace(one.attendee, status=AttendanceStatus.PRESENT)
    return replace(one, attendee=attendee, movement=movement, points=None)


def _entries(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The parts of a list between its commas; commas in brackets part nothing."""
    brackets = [match.span() for match in _BRACKETS.finditer(text, start)]  # in order, none in another
    for match in _SEPARATOR.finditer(text, start):
        before = bisect_left(brackets, (match.start(), 0))
        if not before or brackets[before - 1][1] <= match.start():
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
    paragraph: Paragraph, text: str, begin: int, end: int, status: AttendanceStatus, kind: AttendeeKind
) -> MarkedAttendee | None:
    found = read_name(text[:end], begin)
    if found is None or found.person is None or " " not in found.person:
        return None
    rest = text[found.end : end]
    substitute = compiled(absence_patterns().substitute).search(rest)
    marks = [squeeze(mark).casefold() for mark in _BRACKETS.findall(text[begin:end])]
    rank = next((mark for mark in marks if mark in absence_patterns().ranks), None) or _leading_rank(text[begin:end])
    is_marked = any(mark in labels().absence_marks for mark in marks)
    if compiled(absence_patterns().was_away).match(rest):
        status = AttendanceStatus.ABSENT
    stands_in = compiled(absence_patterns().stands_in).match(rest)
    took_part = stands_in or (substitute is not None and compiled(absence_patterns().takes_part).match(rest))
    attendee = Attendee(
        name=found.person,
        status=AttendanceStatus.PRESENT if took_part else status,
        kind=AttendeeKind.SUBSTITUTE if substitute or stands_in else kind,
        evidence=paragraph.evidence(begin, end, f"header.{status.value}"),
        party_surface=found.party,
        rank=rank,
        substitute_for=squeeze(substitute["name"]) if substitute else None,
    )
    points = _POINTS.search(rest)
    marked = MarkedAttendee(
        attendee,
        is_marked,
        _span(points) if points else None,
        substituted_party=substitute["party"] if substitute else None,
    )
    movement = _movement_in(rest)
    return _moved(marked, movement) if movement else marked


def _group_at(text: str, start: int) -> re.Match[str] | None:
    """The party that the names after it are of: "Venstre: Anna Berg, Bo Dahl"."""
    group = _GROUP.match(text, start)
    party = read_name(text[: group.end("party")], start) if group else None
    return group if group and (group["letters"] or (party and party.person is None)) else None


def is_group(text: str) -> bool:
    """Whether a line is the members of one party, and nothing else."""
    group = _group_at(text, 0)
    names = list_of_names(text[group.end() :]) if group else ()
    return bool(names) and all(name.person for name in names)


def begins_with_office(text: str, *, is_list: bool) -> bool:
    """Whether a line labels a member by rank: "Formand: Anna Berg (A)", within a list also without the party."""
    office = _office().match(text)
    name = read_name(text, office.end()) if office else None
    return name is not None and name.person is not None and (is_list or name.party is not None)


def begins_with_rank(text: str) -> bool:
    """Whether a line is a rank, or a name with its rank before it; "Formand: Anna Berg" has a label."""
    match = _rank_words().match(f"{text.strip()} .")
    return match is not None and not text[match.end("rank") :].lstrip().startswith(":")


def _leading_rank(entry: str) -> str | None:
    match = _rank_words().match(entry)
    return match["rank"].casefold() if match else None


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<rank>{any_of(absence_patterns().offices)}):\s+(?=[A-ZÆØÅ])", re.IGNORECASE)


@cache
def _rank_words() -> re.Pattern[str]:
    return re.compile(rf"(?P<rank>{any_of(absence_patterns().ranks)})\s+(?=\S)", re.IGNORECASE)
