"""Random read queries: each server answers what the rules of Cypher say, worked out in Python beside it."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from graph.store import BoltGraphStore
from tests.contract.fuzz.generator import RandomQuery, queries
from tests.contract.fuzz.harbour import build, draw
from tests.stores import SOAK, LentStore

SEED = 20261121
BATCHES, BATCH = (40, 100) if SOAK else (3, 50)
HARBOUR = draw(SEED)
WORDS = ("OPTIONAL", "UNWIND", "CALL", "EXISTS", "COUNT", "DISTINCT", "UNION", "CASE", "IS NULL", "*0..", "any(")


@pytest.fixture
def store(server: LentStore) -> BoltGraphStore:
    return server.holding("harbour", lambda store: build(store, HARBOUR))


def _answered(query: RandomQuery, found: list[dict[str, object]]) -> bool:
    if query.ordered:
        return found == list(query.rows)
    return Counter(repr(sorted(row.items())) for row in found) == Counter(
        repr(sorted(row.items())) for row in query.rows
    )


@pytest.mark.parametrize("batch", range(BATCHES))
def test_answers_as_the_rules_say(store: BoltGraphStore, batch: int) -> None:
    for query in islice(queries(SEED + batch, HARBOUR), BATCH):
        found = store.read(query.text)
        assert _answered(query, found), f"{query.text}\n\n{len(query.rows)} rows expected, {len(found)} found"


def test_most_queries_find_something_and_many_are_pages() -> None:
    drawn = list(islice(queries(SEED, HARBOUR), 150))
    assert sum(bool(query.rows) for query in drawn) > 120
    assert sum(query.ordered for query in drawn) > 40
    assert [word for word in WORDS if not any(word in query.text for query in drawn)] == []


def test_a_wrong_row_is_noticed() -> None:
    query = next(query for query in queries(SEED, HARBOUR) if len(query.rows) > 1)
    rows = [dict(row) for row in query.rows]
    assert _answered(query, rows)
    assert not _answered(query, rows[1:])
    assert not _answered(query, [*rows, rows[0]])
