"""Which case numbers are containers: they hold the housekeeping of meetings, or whatever comes, and are no case.

Judged from the points that carry a number, never from a list of numbers. An umbrella number of one large matter (a
budget) has many substantive points whose titles share words, and is a case. A drawer has points of one body under
many titles that share none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.threads.corpus import Point
from graph.threads.matters import FEWEST_TITLES, compare

# A single housekeeping point says nothing about its number: the number may be used once, or the rest be unread.
FEWEST_HOUSEKEEPING = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a number is a container, with the reason in Danish."""

    container: bool
    reason: str
    drawer: bool = False  # a container of unrelated matters, not of housekeeping


def judge(points: Iterable[Point]) -> Mapping[str, Verdict]:
    """A verdict on every number that the points carry; `points` holds all points of each number in it."""
    carried: dict[str, list[Point]] = {}
    for point in points:
        if point.number is not None:
            carried.setdefault(point.number, []).append(point)
    return {number: _verdict(carried[number]) for number in sorted(carried)}


def _verdict(points: Sequence[Point]) -> Verdict:
    housekeeping, total = sum(point.kind.housekeeping for point in points), len(points)
    noun = "punkt" if total == 1 else "punkter"
    reason = f"{housekeeping} af {total} {noun} er mødeformalia"
    if housekeeping >= FEWEST_HOUSEKEEPING and 2 * housekeeping > total:
        return Verdict(True, reason)
    substantive = [point for point in points if not point.kind.housekeeping]
    kinship = compare(point.title for point in substantive)
    if kinship.unrelated and _most_titles_of_a_body(substantive) >= FEWEST_TITLES:
        shared = f"kun {kinship.related} af {kinship.pairs} par af titler har et ord til fælles"
        return Verdict(
            True, f"{len(substantive)} punkter har {kinship.titles} forskellige titler, og {shared}", drawer=True
        )
    return Verdict(False, reason)


def _most_titles_of_a_body(points: Iterable[Point]) -> int:
    """One matter gets different titles in different bodies (a calendar of each); a drawer is full in one of them."""
    titles: dict[str, list[str]] = {}
    for point in points:
        titles.setdefault(point.body, []).append(point.title)
    return max((compare(known).titles for known in titles.values()), default=0)
