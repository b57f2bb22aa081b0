"""An id once published always resolves, whatever is read later and in whatever order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.service.cases import case
from extract import extract, read
from extract.records import MeetingRecord
from graph.loading import load
from graph.store import BoltGraphStore
from tests.graph.corpora import documents
from tests.stores import SOAK

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes" / "nordlev"
TEN = 10


@cache
def examples() -> tuple[tuple[MeetingRecord, ...], ...]:
    paths = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".txt", ".json", ".pdf"})
    return tuple(tuple(extract(read(path))) for path in paths[:TEN])


def published(store: BoltGraphStore) -> Iterator[str]:
    for row in store.read("MATCH (c:Case) RETURN c.id AS id, c.aliases AS aliases"):
        yield from (row["id"], *row["aliases"])


@pytest.mark.parametrize("seed", [20261121, 7, 42])
def test_ten_documents_one_by_one_in_any_order(store: BoltGraphStore, seed: int) -> None:
    order = list(examples())
    assert len(order) == TEN
    random.Random(seed).shuffle(order)
    seen: set[str] = set()
    for document in order:
        load(store, document)
        seen.update(published(store))
    for id_ in sorted(seen):
        assert case(store, id_).item_count >= 1


@settings(max_examples=60 if SOAK else 3)
@given(documents(), st.randoms(use_true_random=False))
def test_every_point_is_in_its_one_case_or_none(
    store: BoltGraphStore, corpus: list[list[MeetingRecord]], shuffler: random.Random
) -> None:
    store.write("MATCH (n) DETACH DELETE n")
    shuffler.shuffle(corpus)
    for document in corpus:
        load(store, document)
    rows = store.read(
        "MATCH (i:AgendaItem) OPTIONAL MATCH (i)-[:PART_OF_CASE]->(c:Case) "
        "RETURN i.id AS id, i.kind AS kind, count(c) AS cases"
    )
    housekeeping = {"agenda-approval", "notices", "any-other-business", "evaluation", "signatures"}
    assert {row["id"] for row in rows if row["cases"] != (row["kind"] not in housekeeping)} == set()
