"""What stands in the graph without what it belongs to: a fault of the program or the engine that nothing else shows."""

from __future__ import annotations

from dataclasses import dataclass

from cypher import load_query
from graph.store import GraphStore

CURE = (
    "Read the minutes into another store (sagsgraf --store FOLDER ingest PATHS): what has no document can be neither"
    " traced nor removed."
)
_LACKING = {
    "record": "readings without document",
    "meeting": "meetings without document",
    "evidence": "places of evidence without document",
    "link": "links that lack one of their ends",
}


@dataclass(frozen=True, slots=True)
class Orphans:
    """Nodes of one kind that lack what they belong to."""

    lacking: str
    count: int
    example: str  # an id

    def __str__(self) -> str:
        return f"{self.count:,} {self.lacking} ({self.example})"


def find_orphans(store: GraphStore) -> list[Orphans]:
    """The kinds of which there are any; looks at all of the graph."""
    rows = store.read(load_query("load", "orphans"))
    found = [Orphans(_LACKING[row["what"]], row["count"], row["example"]) for row in rows if row["count"]]
    return sorted(found, key=lambda one: one.lacking)
