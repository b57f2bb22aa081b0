"""The servers that tests run on: the embedded engine, and the Neo4j whose address SAGSGRAF_TEST_NEO4J gives.

A server lives as long as the session (the fixture ``server`` in ``conftest.py``). To load the examples takes seconds,
so what one test leaves in the graph the next may use: each says what it wants to find there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from api.service.ingestion import find_sources
from extract.harvest import harvest
from extract.records import MeetingRecord
from graph.loading import load
from graph.store import BoltGraphStore, GraphStore

NEO4J = os.environ.get("SAGSGRAF_TEST_NEO4J", "")
PASSWORD = os.environ.get("SAGSGRAF_TEST_NEO4J_PASSWORD", "")
SERVERS = ["embedded", "neo4j"] if NEO4J else ["embedded"]
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "minutes"
SOAK = bool(os.environ.get("SAGSGRAF_SOAK"))


class LentStore:
    """A store that is lent to one test after the other, and what its graph holds now."""

    def __init__(self, store: BoltGraphStore) -> None:
        self._store = store
        self._holds = ""

    def empty(self) -> BoltGraphStore:
        """The store without a node; the borrower may write what it likes."""
        self._holds = ""
        self._store.write("MATCH (n) DETACH DELETE n")
        return self._store

    def holding(self, name: str, fill: Callable[[BoltGraphStore], object]) -> BoltGraphStore:
        """The store as `fill` made it; the borrower only reads, so that the next who wants `name` finds it filled."""
        if self._holds != name:
            fill(self.empty())
            self._holds = name
        return self._store


@cache
def example_records() -> Sequence[MeetingRecord]:
    """What the example minutes say; read once."""
    readings = harvest(find_sources([EXAMPLES]))
    return tuple(record for reading in readings for record in reading.records)


def load_examples(store: GraphStore) -> None:
    """The example minutes, in an empty graph."""
    load(store, example_records())
