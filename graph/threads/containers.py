"""Which case numbers are containers: they hold the housekeeping of meetings, or whatever comes, and are no case.

Judged from the points that carry a number, never from a list of numbers. An umbrella number of one large matter (a
budget) has many substantive points whose titles share words, and is a case. A drawer has points of one body under
many titles that share none. A standing point of one body about its own meetings (its calendar) is housekeeping that
looks like a matter. Where bodies use one number differently, the verdict holds for each of them alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.threads.corpus import Point
from graph.threads.matters import FEWEST_TITLES, Kinship, about_meetings, compare, plain_title

# A single housekeeping point says nothing about its number: the number may be used once, or the rest be unread.
FEWEST_HOUSEKEEPING = 2
FEWEST_STANDING = 4  # meetings: a calendar that is adopted, and once or twice changed, is a matter


class Ground(StrEnum):
    """Why a number is a container or none: a key of the reader's texts."""

    HOUSEKEEPING = "mostly_housekeeping"
    UNRELATED = "unrelated_titles"  # a drawer
    STANDING = "standing_point"  # about the body's own meetings, meeting after meeting
    MATTER = "one_matter"


@dataclass(frozen=True, slots=True)
class Counts:
    """What a verdict rests on."""

    points: int
    housekeeping: int
    titles: int  # different ones of the substantive points
    pairs: int  # of titles
    related: int  # pairs that share a word


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a number is a container, with the reason in Danish, and as a code with its counts."""

    container: bool
    reason: str
    drawer: bool = False  # a container of unrelated matters, not of housekeeping
    ground: Ground = Ground.MATTER
    counts: Counts = Counts(0, 0, 0, 0, 0)
    bodies: tuple[tuple[str, Verdict], ...] = ()  # by id: those where the number is used otherwise than on the whole

    def at(self, body: str) -> Verdict:
        """The verdict that holds for the points of one body (id)."""
        return next((verdict for id_, verdict in self.bodies if id_ == body), self)


def judge(points: Iterable[Point]) -> Mapping[str, Verdict]:
    """A verdict on every number that the points carry; `points` holds all points of each number in it."""
    carried: dict[str, list[Point]] = {}
    for point in points:
        if point.number is not None:
            carried.setdefault(point.number, []).append(point)
    return {number: _with_bodies(_verdict(carried[number]), carried[number]) for number in sorted(carried)}


def _with_bodies(verdict: Verdict, points: Sequence[Point]) -> Verdict:
    """The verdict with the bodies that clearly use the number otherwise.

    A container of all is a case of a body that treats several substantive points of one matter under it, and nothing
    else, and of those that treat nothing but that matter under its title; a case of all is a container of a body whose
    own points make it one. A drawer is one for all: what its bodies share are the titles that went from one to another.
    """
    if verdict.drawer:
        return verdict
    by_body: dict[str, list[Point]] = {}
    for point in points:
        by_body.setdefault(point.body, []).append(point)
    alone = {body: _verdict(known) for body, known in by_body.items()}
    if verdict.container:
        otherwise = {body: one for body, one in alone.items() if not one.container and _clearly_one_matter(one.counts)}
        matter = {plain_title(point.title) for body in otherwise for point in by_body[body]}
        otherwise |= {body: one for body, one in alone.items() if _under(matter, by_body[body])}
    else:
        otherwise = {body: one for body, one in alone.items() if one.container}
    return replace(verdict, bodies=tuple(sorted(otherwise.items())))


def _under(titles: Collection[str], points: Iterable[Point]) -> bool:
    """Whether a body has no housekeeping among its points, and all of them under the titles of a matter of another."""
    return all(not point.kind.housekeeping and plain_title(point.title) in titles for point in points)


def _clearly_one_matter(counts: Counts) -> bool:
    substantive = counts.points - counts.housekeeping
    one_matter = counts.titles > 0 and counts.related == counts.pairs
    return substantive >= FEWEST_HOUSEKEEPING and not counts.housekeeping and one_matter


def _verdict(points: Sequence[Point]) -> Verdict:
    housekeeping, total = sum(point.kind.housekeeping for point in points), len(points)
    substantive = [point for point in points if not point.kind.housekeeping]
    kinship = compare(point.title for point in substantive)
    counts = Counts(total, housekeeping, kinship.titles, kinship.pairs, kinship.related)
    reason = f"{housekeeping} af {total} {'punkt' if total == 1 else 'punkter'} er mødeformalia"
    if housekeeping >= FEWEST_HOUSEKEEPING and 2 * housekeeping > total:
        return Verdict(True, reason, ground=Ground.HOUSEKEEPING, counts=counts)
    if kinship.unrelated and _most_titles_of_a_body(substantive) >= FEWEST_TITLES:
        return Verdict(True, _drawer_reason(len(substantive), kinship), True, Ground.UNRELATED, counts)
    if _is_standing(points):
        standing = f"{total} punkter på {total} møder i ét udvalg handler om udvalgets egne møder"
        return Verdict(True, standing, ground=Ground.STANDING, counts=counts)
    return Verdict(False, reason, counts=counts)


def _is_standing(points: Sequence[Point]) -> bool:
    meetings, bodies = {point.meeting for point in points}, {point.body for point in points}
    alone = len(bodies) == 1 and len(meetings) == len(points) >= FEWEST_STANDING
    return alone and all(about_meetings(point.title, point.body) for point in points)


def _drawer_reason(substantive: int, kinship: Kinship) -> str:
    shared = f"kun {kinship.related} af {kinship.pairs} par af titler har et ord til fælles"
    return f"{substantive} punkter har {kinship.titles} forskellige titler, og {shared}"


def _most_titles_of_a_body(points: Iterable[Point]) -> int:
    """One matter gets different titles in different bodies (a calendar of each); a drawer is full in one of them."""
    titles: dict[str, list[str]] = {}
    for point in points:
        titles.setdefault(point.body, []).append(point.title)
    return max((compare(known).titles for known in titles.values()), default=0)
