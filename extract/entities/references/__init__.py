"""References to other meetings and their points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding, canonical_body
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.context import Context, body_key
from extract.entities.dates import DateFinding
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.entities.sentences import sentences
from extract.grammar.bodies import initials as initials_of

PATTERNS = load_patterns(__file__)
_LOWER = PATTERNS.atom("lower_body")
_COMMITTEE = re.compile(r"(?<!\w)[Uu]dvalget(?:s)?(?!\w)|(?<!\w)[Uu]dvalgsmødet?(?!\w)")
_OWN_MEETING = re.compile(r"^[Uu]dvalgsmødet?(?: den| d\.)? @")  # with whom it is held is another body
_FAR = 120  # characters: a body further off belongs to another clause
_BEHIND = 40  # characters that a body behind the date counts as further off
_DATED = re.compile(r"# (?:den |d\. )?@")
_SILENT = frozenset({Part.HEADING, Part.PROCEDURE, Part.ABSENCE})
# A cell often has a date alone, of anything; a point's number or initials tell what it is
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,5}(?!\w)")
_USUAL = {letters: name for name, *all_ in map(str.split, PATTERNS.words["initials"]) for letters in all_}
_NUMBER_BEHIND = re.compile(r",?\s?\([^()]{1,40}\)")
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


@dataclass(frozen=True, slots=True)
class ReferenceFinding(Finding):
    """Another meeting, by date and, where named, body and point."""

    date: str
    body: str | None
    own: bool
    item_number: str | None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class _Masked:
    """A sentence with its dates as "@" and its bodies as "#"; `places` are its characters' places in the text."""

    text: str
    places: tuple[int, ...]
    dates: dict[int, DateFinding]  # by their place in the masked text
    bodies: dict[int, BodyFinding]


@registered
class References(Component[ReferenceFinding]):
    """Finds references to meetings: a date with a point, or a date with what a body did or is to do then.

    "den 3. maj 2022 (pkt. 12)" leaves no choice (1.0), "(pkt. 3 og 4)" are two; "Udvalget besluttede den 11. januar
    2024" is a date-only reference (0.8). The body is the one that the rule reads, else the one named nearest to the
    date in the sentence; "udvalget" is the meeting's own, "BY 23.04.2025" has the council's initials. A date alone is
    no reference, nor is the meeting's own date. Months count where a body acts in them ("I maj 2021 godkendte …");
    periods never do. In a table only what has a number or initials counts.
    """

    name = "references"
    kind = ReferenceFinding

    def find(self, doc: Doc, point: Point) -> Iterator[ReferenceFinding]:
        """One reference for each date, by the surest rule."""
        dates = [one for one in findings(doc, DateFinding) if "/" not in one.value]
        bodies = findings(doc, BodyFinding)
        today = point.context.date.isoformat() if point.context.date else None
        text = text_of(doc)
        for start, end in _whole(sentences(doc), dates) if dates else ():
            here = inside(dates, start, end)
            part = point.passage.paragraph(start).part if here else Part.TEXT
            if not here or part in _SILENT:
                continue
            named = [*inside(bodies, start, end), *_lower_bodies(text, start, end, point)]
            best: dict[int, ReferenceFinding] = {}
            for date, reference in _read(text, _mask(text, start, end, here, named), point):
                if date.value == today and not reference.item_number:
                    continue
                if part is Part.TABLE and not reference.item_number and not _INITIALS.match(text, reference.start):
                    continue
                if date.start not in best or best[date.start].confidence < reference.confidence:
                    best[date.start] = reference
            _add_lists(text, here, best)
            for reference in best.values():
                yield from _each_number(text, replace(reference, sentence=text[start:end].strip()))


def _whole(spans: Sequence[tuple[int, int]], dates: Sequence[DateFinding]) -> Iterator[tuple[int, int]]:
    """The sentences, none ending inside a date: "den 12. dec." and "2022 godkendte …" are one."""
    cut = {end for start, end in spans for date in inside(dates, start, end) if date.end > end}
    begin: int | None = None
    for start, end in spans:
        begin = start if begin is None else begin
        if end not in cut:
            yield begin, end
            begin = None
    if begin is not None:
        yield begin, spans[-1][1]


def _add_lists(text: str, dates: Sequence[DateFinding], best: dict[int, ReferenceFinding]) -> None:
    """The further dates of a list that begins with a reference: "… besluttede den 3. maj og den 7. juni 2022"."""
    joint = PATTERNS.atom("list")
    for one, after in pairwise(dates):
        before = best.get(one.start)
        if before is None or after.start in best:
            continue
        number = _NUMBER_BEHIND.match(text, one.end)
        if joint.fullmatch(text, number.end() if number else one.end, after.start):
            best[after.start] = replace(
                before, start=after.start, end=after.end, rule="references.list", date=after.value, item_number=None
            )


def _each_number(text: str, reference: ReferenceFinding) -> Iterator[ReferenceFinding]:
    """One reference for each point of a list: "(pkt. 3, 4 og 7)"."""
    yield reference
    rest = PATTERNS.atom("further").match(text, reference.end) if reference.item_number else None
    for number in _NUMBERS.finditer(rest[0]) if rest else ():
        yield replace(reference, end=reference.end + number.end(), item_number=number[0])


def _lower_bodies(text: str, start: int, end: int, point: Point) -> Iterator[BodyFinding]:
    """Bodies in lower case, which are no names elsewhere: "byrådet", "økonomiudvalget", "byrådsmødet"."""
    own = point.context.own
    for match in _LOWER.finditer(text, start, end):
        name = canonical_body(match["name"], point.context)
        mine = own is not None and body_key(own.name) == body_key(name)
        yield BodyFinding(match.start(), match.end(), "references.lower_body", 0.9, name, mine)


def _mask(text: str, start: int, end: int, dates: Sequence[Finding], bodies: Sequence[Finding]) -> _Masked:
    marked = sorted((one for one in (*dates, *bodies) if one.end <= end), key=lambda one: one.start)
    masked = _Masked("", (), {}, {})
    letters: list[str] = []
    places: list[int] = []
    position = start
    for one in marked:
        if one.start < position:
            continue
        letters += text[position : one.start]
        places += range(position, one.start)
        if isinstance(one, DateFinding):
            masked.dates[len(letters)] = one
        elif isinstance(one, BodyFinding):
            masked.bodies[len(letters)] = one
        letters.append("@" if isinstance(one, DateFinding) else "#")
        places.append(one.start)
        position = one.end
    letters += text[position:end]
    places += range(position, end)
    return _Masked("".join(letters), (*places, end), masked.dates, masked.bodies)


def _read(text: str, masked: _Masked, point: Point) -> Iterator[tuple[DateFinding, ReferenceFinding]]:
    for rule in PATTERNS.rules if masked.dates else ():
        for match in rule.regex.finditer(masked.text):
            place = match.start() + match[0].find("@")
            date = masked.dates.get(place)
            if date is None:
                continue
            groups = match.groupdict()
            start = min(masked.places[match.start()], date.start)
            last = masked.bodies.get(match.end() - 1)
            end = max(last.end if last else masked.places[match.end() - 1] + 1, date.end)
            if initials := groups.get("initials"):
                name, own = _by_initials(initials, point.context)
                if name is None and not groups.get("item"):
                    continue
            else:
                body = None if _OWN_MEETING.search(match[0]) else _nearest(masked, place, match.span())
                own = body.own if body else bool(_COMMITTEE.search(text, masked.places[0], masked.places[-1]))
                if rule.name == "references.meeting" and body is None and not own:
                    continue  # the meeting of somebody else's board
                name = body.body if body else None
            yield (
                date,
                ReferenceFinding(start, end, rule.name, rule.confidence, date.value, name, own, groups.get("item")),
            )


def _by_initials(letters: str, context: Context) -> tuple[str | None, bool]:
    """The body that initials stand for: of those that the document names, or that every municipality has."""
    if letters == context.initials and context.own:
        return context.own.name, True
    known = {initials_of(body.name): body.name for body in reversed(context.bodies)}
    return known.get(letters) or _USUAL.get(letters), False


def _nearest(masked: _Masked, place: int, span: tuple[int, int]) -> BodyFinding | None:
    """The body that the rule itself read; else the one named nearest to the date, if any is near.

    One behind the date is nearer to what comes after it, and with a date of its own belongs to that one.
    """
    read = [position for position in masked.bodies if span[0] <= position < span[1]]
    near = sorted(
        (place - position if position < place else position - place + _BEHIND, position)
        for position in read or masked.bodies
        if read or position < place or not _DATED.match(masked.text, position)
    )
    if not near or near[0][0] > _FAR:
        return None
    committee = [match.end() for match in _COMMITTEE.finditer(masked.text, 0, place)]
    if not read and committee and place - committee[-1] < near[0][0]:
        return None  # "udvalget" stands nearer
    return masked.bodies[near[0][1]]
