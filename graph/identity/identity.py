"""Who is who in a corpus: what rules and people judge of its names, and the one id that stands for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.bodies import judge_bodies
from graph.identity.canonical import canonical
from graph.identity.judgements import Judgement, Partition, Ruled, Status, Verdict, partition
from graph.identity.laws import judge_laws
from graph.identity.named import Named, NamedKind
from graph.identity.organisations import judge_organisations
from graph.identity.persons import judge_persons

_RULES = (judge_persons, judge_bodies, judge_organisations, judge_laws)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is one, why, and what is left for people to judge."""

    canonical: Mapping[tuple[NamedKind, str], str]  # of each id that another stands for; ids that stay are not in it
    judgements: tuple[Ruled, ...]  # all, with what became of each
    unsure: tuple[Judgement, ...]  # to review: what most hangs on comes first
    unknown: tuple[Judgement, ...]  # of people, about an id that no name of the corpus has
    clusters: Mapping[tuple[NamedKind, str], tuple[str, ...]]  # of each id that stands for others: all of its ids

    def only(self, beginning: str) -> Identity:
        """What concerns ids that begin so: a municipality's own names, judged beside those that all share."""
        return Identity(
            canonical={key: chosen for key, chosen in self.canonical.items() if key[1].startswith(beginning)},
            judgements=tuple(one for one in self.judgements if _begins(one.judgement, beginning)),
            unsure=tuple(one for one in self.unsure if _begins(one, beginning)),
            unknown=tuple(one for one in self.unknown if _begins(one, beginning)),
            clusters={key: ids for key, ids in self.clusters.items() if any(id_.startswith(beginning) for id_ in ids)},
        )

    def resolve(self, kind: NamedKind, id_: str) -> str:
        """The id that stands for one; itself where it stands alone."""
        return self.canonical.get((kind, id_), id_)


def _begins(judgement: Judgement, beginning: str) -> bool:
    return any(id_.startswith(beginning) for id_ in judgement.pair)


def identify(names: Sequence[Named], human: Iterable[Judgement] = ()) -> Identity:
    """Judge names by rule, hear people, and choose ids. The order of both does not matter.

    Raises `JudgementsContradict`. Judgements on other kinds than names are left to those whom they concern.
    """
    kinds = {kind.value for kind in NamedKind}
    people = [judgement for judgement in human if judgement.kind in kinds]
    found = partition([*(one for judge in _RULES for one in judge(names)), *people])
    known = {(named.kind.value, named.id): named for named in sorted(names, key=lambda named: (named.id, named.name))}
    clusters = _clusters(found, known)
    return Identity(
        canonical={(kind, id_): chosen for (kind, chosen), ids in clusters.items() for id_ in ids if id_ != chosen},
        judgements=found.ruled,
        unsure=_to_review(found, known),
        unknown=tuple(
            sorted(
                {one for one in people if any((one.kind, id_) not in known for id_ in one.pair)},
                key=lambda judgement: judgement.key,
            )
        ),
        clusters=clusters,
    )


def _clusters(found: Partition, known: Mapping[tuple[str, str], Named]) -> dict[tuple[NamedKind, str], tuple[str, ...]]:
    """The ids that are one, by the id that stands for them; ids without a name here are never chosen."""
    chosen: dict[tuple[NamedKind, str], tuple[str, ...]] = {}
    for kind in NamedKind:
        for cluster in found.clusters(kind.value):
            named = [known[kind.value, id_] for id_ in cluster if (kind.value, id_) in known]
            if named:
                chosen[(kind, canonical(named))] = cluster
    return chosen


def _to_review(found: Partition, known: Mapping[tuple[str, str], Named]) -> tuple[Judgement, ...]:
    """What rules cannot tell, and what they were refused; not what people have answered."""
    opened = [
        one.judgement
        for one in found.ruled
        if (one.judgement.verdict is Verdict.UNSURE and one.judgement.by_rule and one.status is Status.HOLDS)
        or one.status is Status.REFUSED
    ]

    def weight(judgement: Judgement) -> float:
        """How likely it is, by the meetings that would change hands."""
        meetings = [known[judgement.kind, id_].meetings for id_ in judgement.pair]
        return judgement.confidence * (1 + min(meetings))

    return tuple(sorted(opened, key=lambda judgement: (-weight(judgement), judgement.key)))
