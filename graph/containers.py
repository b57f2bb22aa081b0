"""Which case numbers are containers: numbers that hold the housekeeping of meetings and are no case.

Judged from the points that carry a number, never from a list of numbers. An umbrella number of one large matter (a
budget) has many substantive points and is a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extract.records import ItemKind

# A single housekeeping point says nothing about its number: the number may be used once, or the rest be unread.
FEWEST_HOUSEKEEPING = 2


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

    @property
    def place(self) -> tuple[str, str, int]:
        """The order of points: date (undated last), body, place on the agenda."""
        return (self.date.isoformat() if self.date else "9999", self.meeting, self.ordinal)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a number is a container, with the reason in Danish."""

    container: bool
    reason: str


def judge(points: Iterable[Point]) -> Mapping[str, Verdict]:
    """A verdict on every number that the points carry; `points` holds all points of each number in it."""
    counts: dict[str, tuple[int, int]] = {}
    for point in points:
        if point.number is not None:
            housekeeping, total = counts.get(point.number, (0, 0))
            counts[point.number] = housekeeping + point.kind.housekeeping, total + 1
    return {number: _verdict(*counts[number]) for number in sorted(counts)}


def _verdict(housekeeping: int, total: int) -> Verdict:
    container = housekeeping >= FEWEST_HOUSEKEEPING and 2 * housekeeping > total
    noun = "punkt" if total == 1 else "punkter"
    return Verdict(container, f"{housekeeping} af {total} {noun} er mødeformalia")
