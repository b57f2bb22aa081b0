"""Case threads: points about one matter, held together by joining links only (plain: by the case number)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph import ids
from graph.containers import Point

SURE = 1.0


class Rule(StrEnum):
    """Why a point is in its case."""

    SAME_NUMBER = "same_number"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Thread:
    """A case: its points in order, at least one; the first gives it its id and title."""

    points: tuple[Point, ...]

    @property
    def id(self) -> str:
        """The id of the first point; every member's id is an alias."""
        return self.points[0].id

    @property
    def rule(self) -> Rule:
        """What holds the points together."""
        return Rule.SAME_NUMBER if len(self.points) > 1 else Rule.ALONE


def weave(points: Iterable[Point], containers: Collection[str]) -> list[Thread]:
    """The cases of these points: every substantive point in exactly one, housekeeping in none.

    Points with one number are one case unless the number is in `containers`. Numbers of an unknown municipality never
    join: two municipalities may use the same. The answer does not depend on the order of the points.
    """
    groups: dict[str, list[Point]] = {}
    for point in sorted(points, key=lambda point: point.place):
        if not point.kind.housekeeping:
            joins = point.number is not None and point.number not in containers and not _homeless(point.number)
            groups.setdefault(f"number {point.number}" if joins else f"point {point.id}", []).append(point)
    return sorted((Thread(tuple(members)) for members in groups.values()), key=lambda thread: thread.id)


def _homeless(number: str) -> bool:
    return number.startswith(ids.join(ids.UNKNOWN, ""))
