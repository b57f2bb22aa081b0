"""Case threads: points about one matter, held together by joining links only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise, repeat

from graph import ids
from graph.identity.judgements import RULE, Judgement, partition
from graph.identity.judgements import Verdict as Same
from graph.threads.containers import Verdict
from graph.threads.corpus import Corpus, Point
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.matters import content, plain_title
from graph.threads.titles import Titles
from graph.threads.wording import stems

SURE = 1.0
KIND = "case"  # what judgements about points are of
PERSON = "person"
TITLES_AKIN, ONE_NAMES_OTHER, SAME_BODY, NUMBER_ALONE = 0.99, 0.95, 0.85, 0.5  # how sure one number is of one matter
UNRELATED = 3  # matters of one body under one number: two may be one under a new title, three are a drawer
DRAWER = timedelta(days=183)  # between two treatments of one matter of a drawer: a year later the title is another's
FEWEST_NAMING = 2  # words of a title that name its point in the text of another


ALONE = "alone"  # what stands for type and rule where nothing holds a point in a case with others


class Rule(StrEnum):
    """Why a number joins two points."""

    SAME_NUMBER = "same_number"
    SAME_TITLE = "same_title"  # the number holds unrelated matters: only points under one title are joined


@dataclass(frozen=True, slots=True)
class Thread:
    """A case: its points in order, at least one; the first gives it its id and title."""

    points: tuple[Point, ...]
    links: tuple[Link | None, ...] = ()  # of each point the one that put it there; None: the first

    @property
    def id(self) -> str:
        """The id of the first point; every member's id is an alias."""
        return self.points[0].id

    def hold(self, link: Link | None) -> Link | None:
        """What holds a point in the case: its own `link`; of the first that by which the next hangs on it."""
        return link or next((each for each in self.links if each), None)


def case_of(threads: Iterable[Thread]) -> dict[str, str]:
    """The id of the case of each point that is in one."""
    return {point.id: thread.id for thread in threads for point in thread.points}


def find_same_numbers(corpus: Corpus, verdicts: Mapping[str, Verdict]) -> list[Link]:
    """Each substantive point linked to one before it with its number, where that number is one matter.

    That is the latest whose title is akin (of each matter, where a title names several), else the latest of which one
    names the other, else the latest that its body treated at another meeting. Points that nothing but the number
    connects are perhaps two matters: the link is only possible; so it is where a body has three such matters under one
    number. In a drawer only points under one title are linked: a matter goes from body to body under its title. The
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
    titles, links = Titles.of(corpus.points), list[Link]()
    titled = frozenset((point.meeting, plain_title(point.title)) for point in corpus.points)
    for (_, title), known in groups.items():
        links += _same_title(known, titles) if title else _same_number(known, titled)
    return in_order(links)


def _same_title(points: Sequence[Point], titles: Titles) -> Iterator[Link]:
    """Points of a drawer under one title; only possibly one matter where the title is of a kind, or long after."""
    for earlier, later in pairwise(points):
        near = later.date is not None and earlier.date is not None and later.date - earlier.date <= DRAWER
        sure = near and titles.name_one(later, earlier)
        yield _link(later, earlier, Rule.SAME_TITLE, TITLES_AKIN if sure else NUMBER_ALONE)


def _same_number(points: Sequence[Point], titled: Collection[tuple[str, str]]) -> Iterator[Link]:
    """Each point with the one that it goes on with, and with one of every other matter that its title is akin to.

    `titled` has the titles of each meeting: a number alone is not believed where the old title stands beside it.
    """
    matters: list[list[Point]] = []  # those of the number so far, each with its points in order
    counted: dict[str, int] = {}  # how many matters a body has under the number
    for place, later in enumerate(points):
        joined = [later]
        for matter, earlier, confidence in _closest(later, matters) if place else ():
            if confidence == SAME_BODY and later.body not in counted:
                counted[later.body] = _count_matters(points, later.body)
            beside = (later.meeting, plain_title(earlier.title)) in titled
            if confidence == SAME_BODY and (beside or counted[later.body] >= UNRELATED):
                confidence = NUMBER_ALONE
            yield _link(later, earlier, Rule.SAME_NUMBER, confidence)
            if confidence != NUMBER_ALONE:
                matters = [one for one in matters if one is not matter]
                joined = [*matter, *joined] if len(joined) == 1 else sorted([*matter, *joined], key=_place)
        matters.append(joined)


def _place(point: Point) -> tuple[tuple[str, str, int], str]:
    return point.place, point.id


def _link(later: Point, earlier: Point, rule: Rule, confidence: float) -> Link:
    status = LinkStatus.POSSIBLE if confidence == NUMBER_ALONE else LinkStatus.ACCEPTED
    return Link(LinkType.SAME_NUMBER, later.id, earlier.id, rule.value, confidence, status, detail=later.printed)


def _closest(later: Point, matters: Sequence[list[Point]]) -> Sequence[tuple[list[Point], Point, float]]:
    """The earlier points of the number that a point goes on with, their matters, and how sure it is that it does.

    The latest of each matter that its title is akin to; else the one that it names or that names it, or that its body
    treated; else the one before it.
    """
    akin = [
        (matter, earlier, TITLES_AKIN)
        for matter in matters
        if (earlier := next((one for one in reversed(matter) if _titles_akin(later, one)), None))
    ]
    if akin:
        return akin
    before = sorted(((_place(one), one, matter) for matter in matters for one in matter), key=lambda each: each[0])
    for holds, confidence in ((_one_names_other, ONE_NAMES_OTHER), (_taken_up_again, SAME_BODY)):
        for _, earlier, matter in reversed(before):
            if holds(later, earlier):
                return [(matter, earlier, confidence)]
    return [(before[-1][2], before[-1][1], NUMBER_ALONE)]


def _count_matters(points: Iterable[Point], body: str) -> int:
    """How many matters a body's points of a number are of, as far as titles and texts connect them."""
    groups: list[list[Point]] = []
    for point in (point for point in points if point.body == body):
        related = [group for group in groups if any(_connected(point, one) for one in group)]
        groups = [group for group in groups if not any(group is one for one in related)]
        groups.append([*(one for group in related for one in group), point])
    return len(groups)


def _connected(one: Point, other: Point) -> bool:
    return _titles_akin(one, other) or _one_names_other(one, other)


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
