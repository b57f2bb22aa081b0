"""References to other meetings and their points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.dates import DateFinding
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_COMMITTEE = re.compile(r"(?<!\w)[Uu]dvalget(?:s)?(?!\w)|(?<!\w)[Uu]dvalgsmødet?(?!\w)")
_OWN_MEETING = re.compile(r"^[Uu]dvalgsmødet?(?: den| d\.)? @")  # with whom it is held is another body
_FAR = 120  # characters: a body further off belongs to another clause
_SILENT = frozenset({Part.HEADING, Part.PROCEDURE, Part.TABLE, Part.ABSENCE})


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

    "den 3. maj 2022 (pkt. 12)" leaves no choice (1.0); "Udvalget besluttede den 11. januar 2024" is a date-only
    reference (0.8). The body is the one named nearest to the date in the sentence; "udvalget" is the meeting's own. A
    date alone is no reference, nor is the meeting's own date. Months count where a body acts in them ("I maj 2021
    godkendte …"); periods never do.
    """

    name = "references"
    kind = ReferenceFinding

    def find(self, doc: Doc, point: Point) -> Iterator[ReferenceFinding]:
        """One reference for each date, by the surest rule."""
        dates = [one for one in findings(doc, DateFinding) if "/" not in one.value]
        bodies = findings(doc, BodyFinding)
        today = point.context.date.isoformat() if point.context.date else None
        best: dict[int, ReferenceFinding] = {}
        for start, end in sentences(doc) if dates else ():
            here = inside(dates, start, end)
            if not here or point.passage.paragraph(start).part in _SILENT:
                continue
            for date, reference in _read(
                text_of(doc), _mask(text_of(doc), start, end, here, inside(bodies, start, end))
            ):
                if date.value == today and not reference.item_number:
                    continue
                if date.start not in best or best[date.start].confidence < reference.confidence:
                    best[date.start] = replace(reference, sentence=text_of(doc)[start:end].strip())
        yield from best.values()


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


def _read(text: str, masked: _Masked) -> Iterator[tuple[DateFinding, ReferenceFinding]]:
    for rule in PATTERNS.rules if masked.dates else ():
        for match in rule.regex.finditer(masked.text):
            place = match.start() + match[0].find("@")
            date = masked.dates.get(place)
            if date is None:
                continue
            start = min(masked.places[match.start()], date.start)
            last = masked.bodies.get(match.end() - 1)
            end = max(last.end if last else masked.places[match.end() - 1] + 1, date.end)
            body = None if _OWN_MEETING.search(match[0]) else _nearest(masked, place, match.span())
            own = body.own if body else bool(_COMMITTEE.search(text, masked.places[0], masked.places[-1]))
            if rule.name == "references.meeting" and body is None and not own:
                continue  # the meeting of somebody else's board
            name, item = body.body if body else None, match.groupdict().get("item")
            yield date, ReferenceFinding(start, end, rule.name, rule.confidence, date.value, name, own, item)


def _nearest(masked: _Masked, place: int, span: tuple[int, int]) -> BodyFinding | None:
    """The body that the rule itself read; else the one named nearest to the date, if any is near."""
    read = [position for position in masked.bodies if span[0] <= position < span[1]]
    near = sorted((abs(position - place), position) for position in read or masked.bodies)
    return masked.bodies[near[0][1]] if near and near[0][0] <= _FAR else None
