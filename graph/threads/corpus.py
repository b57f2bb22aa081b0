"""What links between points are made of: one municipality's meetings and points, as plain values.

A corpus never holds two municipalities: no link leads from one to another. Everything is sorted by its place, so that
what is computed does not depend on the order in which documents came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extract.records import ItemKind

UNDATED = "9999"
HELD = "held"  # the status of a meeting of which minutes are at hand


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that minutes or an agenda of it give."""

    id: str
    body: str  # id
    date: date | None
    status: str  # held, planned, other


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as a point prints it: the body's own, or one that is quoted."""

    id: str
    item: str
    body: str  # id of the body that decided
    date: date | None
    own: bool
    item_number: str | None  # of that body's agenda, where quoted with one
    text: str
    outcomes: tuple[str, ...]
    ordinal: int = 1


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that refers to another meeting: by date, and perhaps by body and number of the point."""

    id: str
    item: str  # where it stands
    date: str  # ISO date, or partial: 2022-06, 2022-Q3
    item_number: str | None
    body: str | None  # id; none: the text names none
    surface: str = ""
    sentence: str = ""  # in which it stands, as printed


@dataclass(frozen=True, slots=True)
class Step:
    """A body that is to treat the point, perhaps on a date: a plan."""

    id: str
    item: str
    body: str  # id
    date: date | None
    ordinal: int


@dataclass(frozen=True, slots=True)
class Promise:
    """What a point asks for, promises or postpones (a FollowUp of the graph)."""

    id: str
    item: str
    kind: str  # as in the gold's enum: committee_request, administration_promise, deferral, deadline …
    text: str
    due: str | None  # ISO date or partial
    to: str | None  # a body or office, as printed


@dataclass(frozen=True, slots=True)
class Bullet:
    """One notice of an orientation point."""

    id: str
    item: str
    ordinal: int
    text: str


@dataclass(frozen=True, slots=True)
class NamedNumber:
    """A case number that stands in the text of a point that does not carry it."""

    id: str  # of the Mention
    item: str
    number: str  # id of the CaseNumber
    surface: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a meeting, as far as threads are concerned."""

    id: str
    number: str | None  # id of the CaseNumber that is the point's own
    printed: str | None  # the number as printed
    kind: ItemKind
    title: str
    date: date | None
    meeting: str
    ordinal: int
    item_number: str | None = None  # on the agenda
    text: str = ""  # the whole point as printed

    @property
    def body(self) -> str:
        """The id of the body that met."""
        return self.meeting.rpartition(".")[0]

    @property
    def place(self) -> tuple[str, str, int]:
        """The order of points: date (undated last), body, place on the agenda."""
        return (self.date.isoformat() if self.date else UNDATED, self.meeting, self.ordinal)


@dataclass(frozen=True, eq=False)
class Corpus:
    """One municipality."""

    municipality: str
    meetings: Sequence[Meeting] = ()
    points: Sequence[Point] = ()
    rulings: Sequence[Ruling] = ()
    references: Sequence[Reference] = ()
    steps: Sequence[Step] = ()
    promises: Sequence[Promise] = ()
    bullets: Sequence[Bullet] = ()
    named_numbers: Sequence[NamedNumber] = ()
    body_names: Mapping[str, str] | None = None  # by id

    @cached_property
    def point(self) -> Mapping[str, Point]:
        """The points by id."""
        return {point.id: point for point in self.points}

    @cached_property
    def meeting(self) -> Mapping[str, Meeting]:
        """The meetings by id."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def not_held(self) -> frozenset[str]:
        """The ids of the meetings of which no minutes are at hand, but an agenda or another page: a plan, no event."""
        return frozenset(meeting.id for meeting in self.meetings if meeting.status != HELD)

    def minuted(self, point: Point) -> bool:
        """Whether a point stands in minutes: what stands on an agenda alone is not known to have been treated."""
        return point.meeting not in self.not_held

    @cached_property
    def points_of(self) -> Mapping[str, Sequence[Point]]:
        """The points of each meeting, in their order."""
        found: dict[str, list[Point]] = {}
        for point in sorted(self.points, key=lambda point: point.place):
            found.setdefault(point.meeting, []).append(point)
        return found

    @cached_property
    def meetings_on(self) -> Mapping[date, Sequence[Meeting]]:
        """The meetings of each day, by id."""
        found: dict[date, list[Meeting]] = {}
        for meeting in sorted(self.meetings, key=lambda meeting: meeting.id):
            if meeting.date is not None:
                found.setdefault(meeting.date, []).append(meeting)
        return found

    @cached_property
    def rulings_of(self) -> Mapping[str, Sequence[Ruling]]:
        """The decisions that each point prints, in their order."""
        found: dict[str, list[Ruling]] = {}
        for ruling in sorted(self.rulings, key=lambda ruling: (ruling.item, ruling.ordinal, ruling.id)):
            found.setdefault(ruling.item, []).append(ruling)
        return found
