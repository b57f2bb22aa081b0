"""Case threads: points about one matter, held together by joining links only (plain: by the case number)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph import ids
from graph.threads.corpus import Point
from graph.threads.matters import plain_title

SURE = 1.0


class Rule(StrEnum):
    """Why a point is in its case."""

    SAME_NUMBER = "same_number"
    SAME_TITLE = "same_title"  # the number holds unrelated matters: only points under one title are joined
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Thread:
    """A case: its points in order, at least one; the first gives it its id and title."""

    points: tuple[Point, ...]
    by_title: bool = False

    @property
    def id(self) -> str:
        """The id of the first point; every member's id is an alias."""
        return self.points[0].id

    @property
    def rule(self) -> Rule:
        """What holds the points together."""
        if len(self.points) == 1:
            return Rule.ALONE
        return Rule.SAME_TITLE if self.by_title else Rule.SAME_NUMBER


def weave(points: Iterable[Point], containers: Collection[str], drawers: Collection[str] = ()) -> list[Thread]:
    """The cases of these points: every substantive point in exactly one, housekeeping in none.

    Points with one number are one case unless the number is in `containers`; of those that are in `drawers` as well,
    points with one title are one case: a matter goes from body to body under its title. Numbers of an unknown
    municipality never join: two municipalities may use the same. The answer does not depend on the order of the points.
    """
    groups: dict[tuple[str, str], list[Point]] = {}
    for point in sorted(points, key=lambda point: point.place):
        if not point.kind.housekeeping:
            groups.setdefault(_thread_of(point, containers, drawers), []).append(point)
    threads = (Thread(tuple(members), bool(title)) for (_, title), members in groups.items())
    return sorted(threads, key=lambda thread: thread.id)


def _thread_of(point: Point, containers: Collection[str], drawers: Collection[str]) -> tuple[str, str]:
    """What the points of a thread have in common: number or own id, and the title where that joins."""
    if point.number is None or _homeless(point.number):
        return f"point {point.id}", ""
    if point.number not in containers:
        return f"number {point.number}", ""
    if point.number in drawers and (title := plain_title(point.title)):
        return f"number {point.number}", title
    return f"point {point.id}", ""


def _homeless(number: str) -> bool:
    return number.startswith(ids.join(ids.UNKNOWN, ""))
