"""Found facts against gold facts, one to one."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.measuring.facts import Fact, Kind, Scope

_WORD = re.compile(r"\w+")
_NEARLY = 0.999  # same words, but another order or punctuation: never quite equal


@dataclass(frozen=True, slots=True)
class Pairing:
    """What became of the facts of one kind in one document."""

    right: tuple[Fact, ...] = ()  # as the gold has them
    missed: tuple[Fact, ...] = ()
    extra: tuple[Fact, ...] = ()  # found, and equal to no gold fact that was still free
    confirmed: tuple[Fact, ...] = ()  # as they were found: those that are right, in the order of `right`


def pair(gold: Sequence[Fact], found: Sequence[Fact], kind: Kind, tolerance: int = 0) -> Pairing:
    """Pair equal facts: required gold before optional, then the likest text, then the nearest line.

    An optional gold fact takes the found fact that equals it out of the count and adds nothing to it.
    """
    free_gold, free_found = dict(enumerate(gold)), dict(enumerate(found))
    right: list[tuple[Fact, Fact]] = []
    for _, _, _, place, other in sorted(_candidates(gold, found, kind, tolerance)):
        if place in free_gold and other in free_found:
            both = free_gold.pop(place), free_found.pop(other)
            right += () if both[0].optional else (both,)
    missed = tuple(fact for fact in free_gold.values() if not fact.optional)
    return Pairing(
        right=tuple(fact for fact, _ in right),
        missed=missed,
        extra=tuple(free_found.values()),
        confirmed=tuple(fact for _, fact in right),
    )


def likeness(one: str, other: str) -> float:
    """1 for equal texts, else the F1 of their words: 2 · common / all, each word as often as it stands."""
    if one == other:
        return 1.0
    words, others = Counter(_WORD.findall(one)), Counter(_WORD.findall(other))
    size = words.total() + others.total()
    return min(_NEARLY, 2 * (words & others).total() / size) if size else 0.0


def _candidates(
    gold: Sequence[Fact], found: Sequence[Fact], kind: Kind, tolerance: int
) -> Iterator[tuple[bool, float, float, int, int]]:
    """All pairs that could stand, each as its rank: the smallest goes first."""
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for other, fact in enumerate(found):
        by_key[fact.key].append(other)
    for place, wanted in enumerate(gold):
        for other in by_key[wanted.key]:
            given = found[other]
            alike, apart = _best_likeness(wanted, given), _distance(wanted, given)
            near = kind.scope is not Scope.LINE or apart <= tolerance
            if near and alike >= kind.alike and not _contradicted(wanted, given):
                yield wanted.optional, -alike, apart, place, other


def _best_likeness(gold: Fact, found: Fact) -> float:
    if not gold.wordings:
        return 1.0
    return max((likeness(one, other) for one in gold.wordings for other in found.wordings), default=0.0)


def _distance(gold: Fact, found: Fact) -> float:
    """Lines between two facts: none where neither has a line, endless where only one has."""
    if gold.line is None or found.line is None:
        return 0 if gold.line is found.line else math.inf
    return abs(gold.line - found.line)


def _contradicted(gold: Fact, found: Fact) -> bool:
    pairs = zip(gold.where_stated, found.where_stated, strict=True)
    return any(stated not in ("", given) for stated, given in pairs)
