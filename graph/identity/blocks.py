"""Which names are compared at all: those of one block that share a key. Never all with all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from graph.identity.judgements import Judgement, Reason, Verdict, partition
from graph.identity.named import Named

Pair = tuple[Named, Named]


def by_municipality(names: Iterable[Named]) -> list[list[Named]]:
    """The names of each municipality, those of none apart, in the order of their ids; each id once."""
    found: dict[str, dict[str, Named]] = {}
    for named in sorted(names, key=lambda named: (named.id, named.name)):
        found.setdefault(named.municipality or "", {}).setdefault(named.id, named)
    return [list(block.values()) for _, block in sorted(found.items())]


def pairs(names: Sequence[Named], keys: Callable[[Named], Iterable[str]]) -> list[Pair]:
    """The pairs of names that share a key, each once, the smaller id first."""
    blocks: dict[str, list[Named]] = {}
    for named in names:
        for key in sorted(set(keys(named))):
            blocks.setdefault(key, []).append(named)
    found = {(one.id, other.id): (one, other) for block in blocks.values() for one, other in combinations(block, 2)}
    return [found[ids] for ids in sorted(found)]


def kept_apart(
    judgements: Sequence[Judgement], names: Sequence[Named], find: Callable[[Named, Named], Reason | None]
) -> Iterator[Judgement]:
    """What a chain of `same` would put together though it is two: `different`, with the reason that is found."""
    wanted = partition([one for one in judgements if one.verdict is Verdict.SAME])
    named = {each.id: each for each in names}
    told = {one.pair for one in judgements if one.verdict is Verdict.DIFFERENT}
    for kind in sorted({one.kind for one in judgements}):
        for cluster in wanted.clusters(kind):
            for one, other in combinations([named[id_] for id_ in cluster], 2):
                if (one.id, other.id) not in told and (reason := find(one, other)):
                    yield Judgement(kind, one.id, other.id, Verdict.DIFFERENT, rule=reason.code, reason=reason)
