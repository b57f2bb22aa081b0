"""The shape of a graph: how many of what, and how long. Counts only, no word of any document.

``python -m bench.size.shape STORE > bench/size/shape.toml`` measures a store anew.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.contents import nodes, relations
from graph.facts import Kind
from graph.schema import Row, load_schema
from graph.store import GraphStore, open_store

FILE = Path(__file__).with_name("shape.toml")
TERMS = "terms"  # what is worked out of the other properties when a row is written
STEPS = 20  # a distribution is given by so many equal steps of its ordered values
HEAD = """\
# The shape of the graph of real minutes: counts and lengths alone. Made by `python -m bench.size.shape STORE`.
# label: how many nodes; of each property the share that has it and the mean length of its text or list.
# relation: how many; of its starts, in order of how many of it they have, the figure at each twentieth and the mean.
"""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a label: which share of the nodes has it, and how long text or list are on average."""

    share: float
    length: float


@dataclass(frozen=True, slots=True)
class LabelShape:
    """How many nodes a label has, and what they hold."""

    count: int
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class RelationShape:
    """How many relations of a kind there are, and how many a start node has."""

    count: int
    steps: tuple[int, ...]  # of the start nodes ordered by their number of relations, at equal steps; all start nodes
    mean: float


@dataclass(frozen=True, slots=True)
class Shape:
    """What a graph looks like from afar."""

    labels: Mapping[str, LabelShape]
    relations: Mapping[Kind, RelationShape]

    @property
    def nodes(self) -> int:
        """How many nodes it has."""
        return sum(label.count for label in self.labels.values())


@cache
def load_shape() -> Shape:
    """The shape in ``shape.toml``."""
    plain = tomllib.loads(FILE.read_text("utf-8"))
    labels = {
        name: LabelShape(label["count"], {key: Property(*pair) for key, pair in label["properties"].items()})
        for name, label in plain["label"].items()
    }
    relations = {
        Kind(*name.split()): RelationShape(relation["count"], tuple(relation["steps"]), relation["mean"])
        for name, relation in plain["relation"].items()
    }
    return Shape(labels, relations)


def measured(store: GraphStore) -> Shape:
    """The shape of a store's graph."""
    schema = load_schema()
    found = {name: _label(nodes(store, name)) for name in schema.label}
    labels = {name: shape for name, shape in found.items() if shape.count}
    shapes = {}
    for type_, ends in schema.relation.items():
        for kind in (Kind(type_, *pair) for pair in ends):
            starts = Counter(edge.start for edge in relations(store, kind))
            if starts:
                shapes[kind] = _relation(starts, labels[kind.start].count)
    return Shape(labels, shapes)


def _label(rows: Iterable[Row]) -> LabelShape:
    times: Counter[str] = Counter()
    lengths: Counter[str] = Counter()
    count = 0
    for row in rows:
        count += 1
        for name, value in row.items():
            if name == TERMS:
                continue
            times[name] += 1
            lengths[name] += len(value) if isinstance(value, str | list) else 0
    shapes = {name: Property(held / count, lengths[name] / held) for name, held in sorted(times.items())}
    return LabelShape(count, shapes)


def _relation(starts: Counter[str], held: int) -> RelationShape:
    counts = sorted(starts.values())
    ordered = [0] * (held - len(counts)) + counts
    steps = tuple(ordered[min(held - 1, (2 * step + 1) * held // (2 * STEPS))] for step in range(STEPS))
    return RelationShape(starts.total(), steps, starts.total() / held)


def as_toml(shape: Shape) -> Iterator[str]:
    """The lines of ``shape.toml``."""
    yield HEAD
    for name, label in shape.labels.items():
        yield f"[label.{name}]\ncount = {label.count}\n[label.{name}.properties]\n"
        yield from (f"{key} = [{one.share:.4f}, {one.length:.1f}]\n" for key, one in label.properties.items())
        yield "\n"
    for kind, relation in shape.relations.items():
        yield f'[relation."{" ".join(kind)}"]\ncount = {relation.count}\nmean = {relation.mean:.4f}\n'
        yield f"steps = {list(relation.steps)}\n\n"


def main() -> None:
    """Measure the store that is named on the command line."""
    with open_store(sys.argv[1]) as store:
        sys.stdout.writelines(as_toml(measured(store)))


if __name__ == "__main__":
    main()
