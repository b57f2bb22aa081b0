"""A small invented graph of firms, ships, crates and harbours, drawn by chance from a seed.

Its labels are none of the project's. Sizes are missing here and there, names have Danish letters, harbours lead to each
other in circles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from graph.store import GraphStore

COUNTS = {"Firm": 5, "Ship": 16, "Crate": 20, "Harbour": 9}
# type, from, to, how many
ROUTES = (
    ("OWNS", "Firm", "Ship", 18),
    ("CARRIES", "Ship", "Crate", 24),
    ("BOUND_FOR", "Crate", "Harbour", 15),
    ("CALLS_AT", "Ship", "Harbour", 14),
    ("LEADS_TO", "Harbour", "Harbour", 11),
)
NAMES = ("æble", "Øl", "å", "bil", "Bil", "")


@dataclass(frozen=True, slots=True)
class Thing:
    """A node; `id` is unique in the graph."""

    id: str
    label: str
    size: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Way:
    """A step along a relation: which one, and where it ends."""

    edge: int
    end: Thing


@dataclass(frozen=True, slots=True)
class Harbour:
    """The graph and its relations, seen from both ends."""

    things: Sequence[Thing]
    edges: Sequence[tuple[str, Thing, Thing]]
    outward: Mapping[tuple[str, str], Sequence[Way]]
    inward: Mapping[tuple[str, str], Sequence[Way]]

    def ways(self, start: Thing, type_: str, outward: bool) -> Sequence[Way]:
        """The steps from `start` along relations of one type and direction."""
        return (self.outward if outward else self.inward).get((start.id, type_), ())


def draw(seed: int) -> Harbour:
    """The graph of a seed."""
    random = Random(seed)
    things = [
        Thing(f"{label.lower()}-{number}", label, random.choice([None, 0, 1, 2, 3, 4, 5]), random.choice(NAMES))
        for label, count in COUNTS.items()
        for number in range(count)
    ]
    of = {label: [thing for thing in things if thing.label == label] for label in COUNTS}
    drawn = [
        (type_, random.choice(of[start]), random.choice(of[end]))
        for type_, start, end, count in ROUTES
        for _ in range(count)
    ]
    edges = list(dict.fromkeys(drawn))
    outward: dict[tuple[str, str], list[Way]] = defaultdict(list)
    inward: dict[tuple[str, str], list[Way]] = defaultdict(list)
    for number, (type_, start, end) in enumerate(edges):
        outward[start.id, type_].append(Way(number, end))
        inward[end.id, type_].append(Way(number, start))
    return Harbour(things, edges, outward, inward)


def build(store: GraphStore, harbour: Harbour) -> None:
    """Write the graph into an empty store."""
    for label in COUNTS:
        rows = [
            {"props": {"id": thing.id, "size": thing.size, "name": thing.name}}
            for thing in harbour.things
            if thing.label == label
        ]
        store.write(f"UNWIND $rows AS row WITH * CREATE (n:{label}) SET n = row.props", rows=rows)
    for type_, start, end, _ in ROUTES:
        pairs = [{"start": a.id, "end": b.id} for kind, a, b in harbour.edges if kind == type_]
        store.write(
            f"UNWIND $rows AS row WITH * MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"CREATE (a)-[:{type_}]->(b)",
            rows=pairs,
        )
