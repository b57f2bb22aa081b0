"""Judgements whether two ids mean one thing, and the partition that follows from them.

The same for names (persons, bodies, organisations, laws) and for points that belong to one case: a judgement knows ids
only. A partition is a function of the set of judgements: their order does not matter, and taking one away gives what
was there before it came.

What holds against what: a person's word beats every rule. Two that are `different` are never put together by a rule;
the rules' `same` that would do it are refused, those of the least confidence first, and of equally confident ones all
that lie between the two, for to choose among them would be a guess.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from graph.errors import JudgementsContradict

RULE = "rule"


class Verdict(StrEnum):
    """Whether two ids mean one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Status(StrEnum):
    """What became of a judgement among the others."""

    HOLDS = "holds"
    REFUSED = "refused"  # a rule's `same` that would put together what is different
    OVERRULED = "overruled"  # a rule's judgement on two of whom people say otherwise
    SETTLED = "settled"  # an `unsure` on two that others have put together or apart


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why, in no language: a stable code, and what it rests on."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two ids mean one thing, or do not, or that it cannot be told. `left` is the smaller id."""

    kind: str  # a `NamedKind`, or what else the ids are of
    left: str
    right: str
    verdict: Verdict
    author: str = RULE  # or the name of a person
    rule: str = ""
    confidence: float = 1.0
    reason: Reason = Reason("")
    date: datetime.date | None = None  # when a person judged

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise ValueError(f"a judgement is about two, not about {self.left} alone")
        if self.left > self.right:
            left, right = self.left, self.right
            object.__setattr__(self, "left", right)
            object.__setattr__(self, "right", left)

    @property
    def by_rule(self) -> bool:
        """Whether no person stands behind it."""
        return self.author == RULE

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, the smaller first."""
        return self.left, self.right

    @property
    def key(self) -> tuple[str | float, ...]:
        """The order of judgements: by what they are about, then by what they say."""
        day = self.date.isoformat() if self.date else ""
        said = (self.verdict.value, self.author, self.rule, -self.confidence, self.reason.code, self.reason.detail)
        return (self.kind, self.left, self.right, *said, day)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A judgement with what became of it; `against` are those that it gave way to."""

    judgement: Judgement
    status: Status = Status.HOLDS
    against: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Partition:
    """Which ids are one, and every judgement with what became of it, in the order of `Judgement.key`."""

    ruled: tuple[Ruled, ...]
    _first: Mapping[tuple[str, str], str]  # of each (kind, id) that is not alone the smallest id of its cluster

    def together(self, kind: str, one: str, other: str) -> bool:
        """Whether the two are one."""
        return self.first(kind, one) == self.first(kind, other)

    def first(self, kind: str, id_: str) -> str:
        """The smallest id of the cluster that an id is in."""
        return self._first.get((kind, id_), id_)

    def clusters(self, kind: str) -> list[tuple[str, ...]]:
        """The ids that are one, sorted, without those that stand alone."""
        found: dict[str, list[str]] = {}
        for (each, id_), first in sorted(self._first.items()):
            if each == kind:
                found.setdefault(first, []).append(id_)
        return [tuple(cluster) for cluster in found.values()]

    @property
    def refused(self) -> list[Ruled]:
        """The rules' `same` that were not carried out."""
        return [one for one in self.ruled if one.status is Status.REFUSED]


def partition(judgements: Iterable[Judgement]) -> Partition:
    """What follows from a set of judgements, of one kind or several. Raises `JudgementsContradict`.

    A person's `unsure` keeps rules from putting the two together, and people not.
    """
    ordered = sorted(set(judgements), key=lambda judgement: judgement.key)
    ruled: list[Ruled] = []
    first: dict[tuple[str, str], str] = {}
    for kind, group in groupby(ordered, key=lambda judgement: judgement.kind):
        settling = _Settling(list(group))
        ruled += settling.ruled()
        first |= {(kind, id_): root for id_, root in settling.joined.roots().items()}
    return Partition(tuple(ruled), first)


class _Forest:
    """Union-find; a root is the smallest of its tree."""

    def __init__(self, parents: Mapping[str, str] | None = None) -> None:
        self._parents = dict(parents or {})

    def find(self, id_: str) -> str:
        parents = self._parents
        while (parent := parents.get(id_, id_)) != id_:
            parents[id_] = parents.get(parent, parent)
            id_ = parent
        return id_

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parents[low] = low
        self._parents[high] = low

    def roots(self) -> dict[str, str]:
        return {id_: self.find(id_) for id_ in sorted(self._parents)}

    def copy(self) -> _Forest:
        return _Forest(self._parents)


@dataclass
class _Settling:
    """The judgements of one kind as they are settled: people first, then rules from the surest down."""

    judgements: Sequence[Judgement]
    joined: _Forest = field(default_factory=_Forest)
    refused: dict[Judgement, tuple[Judgement, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._join_by_people()
        self._people_joined = self.joined.copy()
        self._apart = [judgement for judgement in self.judgements if self._keeps_apart(judgement)]
        sames = [one for one in self.judgements if one.by_rule and one.verdict is Verdict.SAME]
        sames.sort(key=lambda judgement: -judgement.confidence)
        for _, equal in groupby(sames, key=lambda judgement: judgement.confidence):
            self._join_by_rule(list(equal))
        self._kept_apart = {self._clusters_of(judgement) for judgement in self._apart}

    def _clusters_of(self, judgement: Judgement) -> frozenset[str]:
        return frozenset((self.joined.find(judgement.left), self.joined.find(judgement.right)))

    def _join_by_people(self) -> None:
        people = [judgement for judgement in self.judgements if not judgement.by_rule]
        sames = [judgement for judgement in people if judgement.verdict is Verdict.SAME]
        for same in sames:
            self.joined.join(*same.pair)
        for one in people:
            if one.verdict is Verdict.DIFFERENT and self._is_joined(one):
                raise contradiction([*_path(sames, one.left, one.right), one])

    def _is_joined(self, judgement: Judgement) -> bool:
        return self.joined.find(judgement.left) == self.joined.find(judgement.right)

    def _keeps_apart(self, judgement: Judgement) -> bool:
        by_people = not judgement.by_rule and judgement.verdict is Verdict.UNSURE
        return (by_people or judgement.verdict is Verdict.DIFFERENT) and not self._is_joined(judgement)

    def _join_by_rule(self, sames: Sequence[Judgement]) -> None:
        """Join what equally confident judgements say, save those between two that are kept apart.

        What a surer judgement was refused, a weaker one does not get.
        """
        wished = self.joined.copy()
        for same in sames:
            wished.join(*same.pair)
        edges: dict[str, list[Judgement]] = {}
        for same in sames:
            if not self._is_joined(same):
                edges.setdefault(wished.find(same.left), []).append(same)
        broken: dict[Judgement, list[Judgement]] = {}
        for apart in (*self._apart, *self.refused):
            root = wished.find(apart.left)
            if root == wished.find(apart.right):
                for same in self._between(edges[root], apart):
                    broken.setdefault(same, []).extend(self.refused.get(apart, (apart,)))
        for same in sames:
            if same in broken:
                self.refused[same] = tuple(sorted(set(broken[same]), key=lambda judgement: judgement.key))
            else:
                self.joined.join(*same.pair)

    def _between(self, edges: Sequence[Judgement], apart: Judgement) -> list[Judgement]:
        """The edges that lie between two clusters: what is left when loose ends are taken away again and again."""
        ends = self._clusters_of(apart)
        left = {edge: self._clusters_of(edge) for edge in edges}
        while True:
            neighbours: dict[str, set[str]] = {}
            for one, other in left.values():
                neighbours.setdefault(one, set()).add(other)
                neighbours.setdefault(other, set()).add(one)
            loose = {id_ for id_, others in neighbours.items() if len(others) == 1} - ends
            if not loose:
                return list(left)
            left = {edge: nodes for edge, nodes in left.items() if nodes.isdisjoint(loose)}

    def ruled(self) -> list[Ruled]:
        return [self._rule(judgement) for judgement in self.judgements]

    def _rule(self, judgement: Judgement) -> Ruled:
        if not judgement.by_rule:
            return Ruled(judgement)
        if against := self.refused.get(judgement):
            on_the_pair = tuple(one for one in against if not one.by_rule and one.pair == judgement.pair)
            return Ruled(judgement, Status.OVERRULED if on_the_pair else Status.REFUSED, on_the_pair or against)
        by_people = self._people_joined.find(judgement.left) == self._people_joined.find(judgement.right)
        if judgement.verdict is not Verdict.SAME and by_people:
            return Ruled(judgement, Status.OVERRULED)
        if judgement.verdict is Verdict.UNSURE and self._is_answered(judgement):
            return Ruled(judgement, Status.SETTLED)
        return Ruled(judgement)

    def _is_answered(self, judgement: Judgement) -> bool:
        return self._is_joined(judgement) or self._clusters_of(judgement) in self._kept_apart


def _path(sames: Sequence[Judgement], start: str, end: str) -> list[Judgement]:
    """The shortest chain of judgements from one id to another."""
    steps: dict[str, list[tuple[str, Judgement]]] = {}
    for same in sames:
        steps.setdefault(same.left, []).append((same.right, same))
        steps.setdefault(same.right, []).append((same.left, same))
    came: dict[str, tuple[str, Judgement]] = {}
    ahead = deque([start])
    while ahead and end not in came:
        here = ahead.popleft()
        for there, same in steps.get(here, []):
            if there not in came and there != start:
                came[there] = (here, same)
                ahead.append(there)
    chain: list[Judgement] = []
    while end != start:
        end, same = came[end]
        chain.append(same)
    return chain[::-1]


def contradiction(cycle: Sequence[Judgement]) -> JudgementsContradict:
    """The error for judgements of people that cannot all hold; it names each."""
    told = [f"{one.left} {one.verdict.value} {one.right} ({_signed(one)})" for one in cycle]
    return JudgementsContradict(
        cycle,
        told,
        f"People's judgements contradict each other: {'; '.join(told)}.",
        "Take one of them back: remove its line from the file of judgements, or add a line that says otherwise.",
    )


def _signed(judgement: Judgement) -> str:
    return ", ".join([judgement.author, *([judgement.date.isoformat()] if judgement.date else [])])
