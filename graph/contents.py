"""All that a graph holds, kind by kind as it comes from the store, and never all of it in memory.

Writers are not kept out while a whole graph is read. But every transaction that changes the graph takes a turn
(:mod:`graph.turns`; a test of the house holds that there is no other way), and turns are counted. So where no turn was
taken from before the first row until after the last, all rows are of one moment.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from graph.errors import GraphChanging, StoreDamaged
from graph.facts import Edge, Kind
from graph.schema import Layer, Row, load_schema
from graph.store import GraphStore
from graph.turns import turns_taken
from graph.writing import statement

GRAPH = tuple(layer for layer in Layer if layer is not Layer.STORE)  # without what the store notes about itself
TRIES = 3

Work = TypeVar("Work")
Nodes: TypeAlias = tuple[str, Iterator[Row]]
"""A label and its nodes: what they hold, the id among it."""
Relations: TypeAlias = tuple[Kind, Iterator[Edge]]


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a graph or a copy of it holds."""

    nodes: int
    relations: int

    @property
    def both(self) -> int:
        """Nodes and relations together."""
        return self.nodes + self.relations


def labels_of(layers: Collection[Layer] = GRAPH) -> list[str]:
    """The labels of these layers, sorted."""
    return sorted(name for name, label in load_schema().label.items() if label.layer in layers)


def kinds_between(labels: Collection[str]) -> list[Kind]:
    """The kinds of relations between nodes of these labels, sorted."""
    kinds = (Kind(type_, start, end) for type_, ends in load_schema().relation.items() for start, end in ends)
    return sorted(kind for kind in kinds if {kind.start, kind.end}.issubset(labels))


def nodes(store: GraphStore, label: str) -> Iterator[Row]:
    """What the nodes of a label hold; what they lack is not among it."""
    with store.transaction() as transaction:
        for row in transaction.stream(statement("all_nodes", LABEL=label)):
            yield held(row["props"])


def relations(store: GraphStore, kind: Kind) -> Iterator[Edge]:
    """The relations of a kind."""
    with store.transaction() as transaction:
        for row in transaction.stream(statement("all_relations", TYPE=kind.type, FROM=kind.start, TO=kind.end)):
            yield Edge(row["start"], row["end"], held(row["props"]))


def held(properties: Row) -> Row:
    """What a node or relation holds, of properties of which some have no value."""
    return {name: value for name, value in properties.items() if value is not None}


class WholeGraph:
    """The graph at one moment, or some labels of it: first :meth:`nodes`, then :meth:`relations`, each to its end.

    The end of the relations raises :class:`GraphChanging` where somebody wrote since the beginning, and
    :class:`StoreDamaged` where the store gave less than it counts: an engine may do so whose files are damaged.
    """

    def __init__(self, store: GraphStore, labels: Collection[str] | None = None) -> None:
        self._store = store
        self._labels = labels_of() if labels is None else labels
        self._turns = turns_taken(store)
        self._nodes, self._relations = _counts(store, self._labels)
        self._given = [0, 0]

    @property
    def contents(self) -> Contents:
        """How much the store counts."""
        return Contents(sum(self._nodes.values()), sum(self._relations.values()))

    def nodes(self) -> Iterator[Nodes]:
        """The labels that have nodes."""
        for label in (label for label, count in self._nodes.items() if count):
            yield label, self._counted(0, nodes(self._store, label))

    def relations(self) -> Iterator[Relations]:
        """The kinds of which there are relations."""
        for kind in (kind for kind, count in self._relations.items() if count):
            yield kind, self._counted(1, relations(self._store, kind))
        self._check()

    def _counted(self, place: int, rows: Iterable[Work]) -> Iterator[Work]:
        for row in rows:
            self._given[place] += 1
            yield row

    def _check(self) -> None:
        if turns_taken(self._store) != self._turns:
            raise GraphChanging
        counted, given = self.contents, Contents(*self._given)
        if counted != given:
            now = _counts(self._store, self._labels)
            if now != (self._nodes, self._relations):  # somebody wrote who takes no turns
                raise GraphChanging
            raise StoreDamaged(
                f"The store is damaged: it counts {counted.nodes} nodes and {counted.relations} relations, and gives"
                f" {given.nodes} and {given.relations}.",
                "Restore an earlier backup into another store, or read the minutes into one again.",
            )


def read_whole(store: GraphStore, work: Callable[[WholeGraph], Work], labels: Collection[str] | None = None) -> Work:
    """Do work that reads the whole graph, or some labels of it, and leaves nothing behind when it fails.

    It is done anew where the graph changed.
    """
    for _ in range(TRIES - 1):
        try:
            return work(WholeGraph(store, labels))
        except GraphChanging:
            continue
    return work(WholeGraph(store, labels))


def count_graph(store: GraphStore) -> Contents:
    """How much the graph holds."""
    return WholeGraph(store).contents


def _counts(store: GraphStore, labels: Collection[str]) -> tuple[dict[str, int], dict[Kind, int]]:
    kinds = {kind: {"TYPE": kind.type, "FROM": kind.start, "TO": kind.end} for kind in kinds_between(labels)}
    return (
        {label: _count(store, "count_nodes", LABEL=label) for label in labels},
        {kind: _count(store, "count_relations", **names) for kind, names in kinds.items()},
    )


def _count(store: GraphStore, name: str, **names: str) -> int:
    return int(store.read(statement(name, **names))[0]["count"])
