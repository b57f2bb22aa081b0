"""Case threads: points about one matter, held together by joining links only.

:func:`thread_cases` makes the cases of all joining links; :func:`weave` those of the case numbers alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import repeat

from graph import ids
from graph.identity.judgements import RULE, Judgement, partition
from graph.identity.judgements import Verdict as Same
from graph.threads.containers import Verdict
from graph.threads.corpus import Corpus, Point
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.matters import content, plain_title
from graph.threads.wording import stems

SURE = 1.0
KIND = "case"  # what judgements about points are of
PERSON = "person"
TITLES_AKIN, ONE_NAMES_OTHER, SAME_BODY, NUMBER_ALONE = 0.99, 0.95, 0.85, 0.5  # how sure one number is of one matter
FEWEST_NAMING = 2  # words of a title that name its point in the text of another


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
    links: tuple[Link | None, ...] = ()  # of each point the one that put it there; None: the first

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


def find_same_numbers(corpus: Corpus, verdicts: Mapping[str, Verdict]) -> list[Link]:
    """Each substantive point linked to one before it with its number, where that number is one matter.

    That is the latest whose title is akin, else the latest of which one names the other, else the latest that its body
    treated at another meeting. Points that nothing but the number connects are perhaps two matters: the link is only
    possible. In a drawer only points under one title are linked: a matter goes from body to body under its title. The
    numbers of an unknown municipality link nothing: two municipalities may use the same.
    """
    if corpus.municipality == ids.UNKNOWN:
        return []
    groups: dict[tuple[str, str], list[Point]] = {}
    for point in sorted(corpus.points, key=lambda point: (point.place, point.id)):
        if point.number is None or point.kind.housekeeping:
            continue
        verdict = verdicts[point.number].at(point.body)
        if not verdict.container:
            groups.setdefault((point.number, ""), []).append(point)
        elif verdict.drawer and content(point.title):
            groups.setdefault((point.number, plain_title(point.title)), []).append(point)
    links = []
    for (_, title), points in groups.items():
        rule = Rule.SAME_TITLE if title else Rule.SAME_NUMBER
        links += [_same_number(later, points[:place], rule) for place, later in enumerate(points) if place]
    return in_order(links)


def _same_number(later: Point, before: Sequence[Point], rule: Rule) -> Link:
    earlier, confidence = _closest(later, before)
    status = LinkStatus.POSSIBLE if confidence == NUMBER_ALONE else LinkStatus.ACCEPTED
    return Link(LinkType.SAME_NUMBER, later.id, earlier.id, rule.value, confidence, status, detail=later.printed)


def _closest(later: Point, before: Sequence[Point]) -> tuple[Point, float]:
    """The earlier point of the number that a point goes on with, and how sure it is that it does."""
    reasons: tuple[tuple[Callable[[Point, Point], bool], float], ...] = (
        (_titles_akin, TITLES_AKIN),
        (_one_names_other, ONE_NAMES_OTHER),
        (_taken_up_again, SAME_BODY),
    )
    for holds, confidence in reasons:
        for earlier in reversed(before):
            if holds(later, earlier):
                return earlier, confidence
    return before[-1], NUMBER_ALONE


def _titles_akin(one: Point, other: Point) -> bool:
    equal = plain_title(one.title) == plain_title(other.title)
    return equal or not content(one.title).isdisjoint(content(other.title))


def _one_names_other(one: Point, other: Point) -> bool:
    return any(
        len(shared) >= FEWEST_NAMING or len(shared) * 2 > len(title)
        for title, text in ((stems(one.title), other.text), (stems(other.title), one.text))
        if (shared := _words(text).intersection(title))
    )


@lru_cache(maxsize=1024)  # each point of a number is compared with those before it
def _words(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _taken_up_again(one: Point, other: Point) -> bool:
    return one.body == other.body and one.meeting != other.meeting


def thread_cases(corpus: Corpus, links: Iterable[Link], kept_apart: Collection[tuple[str, str]] = ()) -> list[Thread]:
    """The cases that accepted joining links make: every substantive point in exactly one, housekeeping in none.

    Points of a pair in `kept_apart` (ids) are never in one case: where links would bring them together, the weaker
    give way. The answer does not depend on the order of points, links or pairs. Raises
    `graph.errors.JudgementsContradict` where people's own links would bring such a pair together.
    """
    points = {point.id: point for point in corpus.points if not point.kind.housekeeping}
    joining = [link for link in in_order(links) if _holds(link, points)]
    said = partition([*map(_as_judgement, joining), *_apart(kept_apart, points)])
    tree = _Tree(points)
    for link in sorted(joining, key=_strength):
        if said.together(KIND, link.start, str(link.end)):
            tree.add(link)
    return sorted(map(_thread, tree.members(), repeat(tree)), key=lambda thread: thread.id)


def _holds(link: Link, points: Mapping[str, Point]) -> bool:
    within = link.start in points and link.end in points and link.start != link.end
    return within and link.type.joins and link.status is LinkStatus.ACCEPTED


def _as_judgement(link: Link) -> Judgement:
    author = PERSON if link.type is LinkType.MANUAL else RULE
    return Judgement(KIND, link.start, str(link.end), Same.SAME, author, link.rule, link.confidence)


def _apart(pairs: Iterable[tuple[str, str]], points: Collection[str]) -> Iterable[Judgement]:
    known = (pair for pair in pairs if pair[0] != pair[1] and pair[0] in points and pair[1] in points)
    return (Judgement(KIND, one, other, Same.DIFFERENT, PERSON) for one, other in known)


def _strength(link: Link) -> tuple[bool, float, tuple[str, ...]]:
    """What a person said first, then the surest."""
    return link.type is not LinkType.MANUAL, -link.confidence, link.place


class _Tree:
    """The strongest links that hold each case together, no more than are needed."""

    def __init__(self, points: Mapping[str, Point]) -> None:
        self._points = points
        self._group = {id_: [id_] for id_ in points}
        self._links: dict[str, list[tuple[str, Link]]] = {}

    def add(self, link: Link) -> None:
        """Take the link where it joins two groups."""
        one, other = sorted((self._group[link.start], self._group[str(link.end)]), key=len)
        if one is not other:
            other += one
            self._group.update(dict.fromkeys(one, other))
            self._links.setdefault(link.start, []).append((str(link.end), link))
            self._links.setdefault(str(link.end), []).append((link.start, link))

    def members(self) -> Iterable[Sequence[Point]]:
        """The cases, each with its points in order."""
        groups = {id(group): group for group in self._group.values()}.values()
        return [
            sorted((self._points[id_] for id_ in group), key=lambda point: (point.place, point.id)) for group in groups
        ]

    def towards(self, first: str) -> Mapping[str, Link | None]:
        """By id of each point of a case the link that leads from it towards the first; none for that itself."""
        by: dict[str, Link | None] = {first: None}
        reached = [first]
        for here in reached:  # grows while it is walked
            for there, link in self._links.get(here, ()):
                if there not in by:
                    by[there] = link
                    reached.append(there)
        return by


def _thread(points: Sequence[Point], tree: _Tree) -> Thread:
    by = tree.towards(points[0].id)
    return Thread(tuple(points), links=tuple(by[point.id] for point in points))
