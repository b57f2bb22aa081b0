"""Who is a member of which body from when to when, as far as lists of meetings show it: a pure function of their rows.

Nothing says when a membership began or ended; what is known is when somebody was first and last listed. Substitutes
stand apart from members. Officials and guests are no members, an agenda shows nobody in the room, and who comes to a
joint meeting of several bodies is no member of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from extract.lexicon.parties import party_named

_AROUND = "() .,:;"  # what lists print around a party


class SeatKind(StrEnum):
    """As what somebody sits in a body."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A member's or substitute's place on the list of one meeting that was held."""

    date: date
    meeting: str
    person: str  # id
    body: str  # id
    kind: SeatKind
    rank: str | None = None  # as printed: "Formand"
    party: str | None = None  # as printed: "(V)"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From when to when something was seen without anything else between."""

    first: date
    last: date
    value: str

    def __str__(self) -> str:
        """An interval of ISO 8601 and the value, as the graph keeps it."""
        return f"{self.first.isoformat()}/{self.last.isoformat()} {self.value}"

    @classmethod
    def read(cls, text: str) -> Self:
        """What `str` was made of."""
        interval, _, value = text.partition(" ")
        first, _, last = interval.partition("/")
        return cls(date.fromisoformat(first), date.fromisoformat(last), value)


@dataclass(frozen=True, slots=True)
class Membership:
    """A person in a body, in one capacity."""

    person: str
    body: str
    kind: SeatKind
    first: date
    last: date
    meetings: int
    ranks: tuple[Period, ...]
    parties: tuple[
        Period, ...
    ]  # more than one: the party was changed between the last day of one and the first of the next


def memberships(seats: Iterable[Seat]) -> list[Membership]:
    """The memberships that seats show, by body and person; their order does not matter."""
    groups: dict[tuple[str, str, SeatKind], list[Seat]] = {}
    for seat in seats:
        groups.setdefault((seat.body, seat.person, seat.kind), []).append(seat)
    return [_membership(body, person, kind, groups[body, person, kind]) for body, person, kind in sorted(groups)]


def _membership(body: str, person: str, kind: SeatKind, seats: Sequence[Seat]) -> Membership:
    return Membership(
        person=person,
        body=body,
        kind=kind,
        first=min(seat.date for seat in seats),
        last=max(seat.date for seat in seats),
        meetings=len({seat.meeting for seat in seats}),
        ranks=periods((seat.date, seat.rank.strip().lower()) for seat in seats if seat.rank),
        parties=periods((seat.date, party) for seat in seats if (party := party_on(seat.party, seat.date))),
    )


def party_on(printed: str | None, day: date) -> str | None:
    """A party by its name, where it is printed by a letter that is nationally known on that day; else as printed."""
    bare = (printed or "").strip(_AROUND)
    return (party_named(bare, day.year) or bare) if bare else None


def periods(seen: Iterable[tuple[date, str]]) -> tuple[Period, ...]:
    """The values in the order of their days, each once until another is seen.

    A day on which two values are seen tells nothing of their order and is left out.
    """
    by_day: dict[date, set[str]] = {}
    for day, value in seen:
        by_day.setdefault(day, set()).add(value)
    found: list[Period] = []
    for day in sorted(day for day, values in by_day.items() if len(values) == 1):
        (value,) = by_day[day]
        if found and found[-1].value == value:
            found[-1] = Period(found[-1].first, day, value)
        else:
            found.append(Period(day, day, value))
    return tuple(found)
