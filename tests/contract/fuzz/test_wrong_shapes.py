"""Shapes of queries that a server answers wrongly, and how each is written so that both answer right.

`cypher/` keeps out of them (`tests/cypher/test_rules.py`). Where a test here says that a server answers right now, its
engine is mended: the rule can go, and the generator may write the shape.
"""

from __future__ import annotations

import pytest

from graph.errors import StatementInvalid
from graph.store import BoltGraphStore, Dialect
from tests.stores import LentStore

SMALL = (
    "CREATE (a:Pier {id: 'a', size: 1})-[:HOLDS]->(b:Boat {id: 'b', size: 1}), "
    "(a)-[:HOLDS]->(:Boat {id: 'c', size: 2}), (b)-[:BEARS]->(:Load {id: 'd', size: 3})"
)
ARCADEDB, NEO4J = Dialect.ARCADEDB, Dialect.NEO4J


@pytest.fixture
def store(server: LentStore) -> BoltGraphStore:
    return server.holding("small harbour", lambda store: store.write(SMALL))


def count(store: BoltGraphStore, statement: str) -> int:
    return int(store.read(statement + " RETURN count(*) AS n")[0]["n"])


@pytest.mark.parametrize(
    ("who", "wrong", "right", "found", "expected"),
    [
        pytest.param(
            ARCADEDB,
            "MATCH (a:Pier) UNWIND [1, 2] AS k MATCH (b:Boat {size: k})",
            "MATCH (a:Pier) UNWIND [1, 2] AS k WITH * MATCH (b:Boat {size: k})",
            0,
            2,
            id="unwind-without-with",
        ),
        pytest.param(
            ARCADEDB,
            "MATCH (a:Pier)-[:HOLDS]->(b:Boat) WHERE CASE WHEN a.size = 2 THEN 0 ELSE b.size END = a.size "
            "MATCH (x:Load)",
            "MATCH (a:Pier)-[:HOLDS]->(b:Boat) WITH * WHERE CASE WHEN a.size = 2 THEN 0 ELSE b.size END = a.size "
            "MATCH (x:Load)",
            0,
            1,
            id="case-in-where-of-match",
        ),
        pytest.param(
            ARCADEDB,
            "MATCH (a:Pier)-[:HOLDS]->(b:Boat) WHERE COUNT { MATCH (b)-[:BEARS]->(:Load) } < a.size MATCH (x:Load)",
            "MATCH (a:Pier)-[:HOLDS]->(b:Boat) WITH * WHERE COUNT { MATCH (b)-[:BEARS]->(:Load) } < a.size "
            "MATCH (x:Load)",
            0,
            1,
            id="count-and-another-node-in-where-of-match",
        ),
        pytest.param(
            ARCADEDB,
            "MATCH (a:Pier)-[:HOLDS]->(b:Boat) WHERE a.size = 2 OR any(one IN [b.size] WHERE one = 1) MATCH (x:Load)",
            "MATCH (a:Pier)-[:HOLDS]->(b:Boat) WITH * WHERE a.size = 2 OR any(one IN [b.size] WHERE one = 1) "
            "MATCH (x:Load)",
            0,
            1,
            id="any-and-another-node-in-where-of-match",
        ),
        pytest.param(
            NEO4J,
            "MATCH (a:Load) OPTIONAL MATCH (b:Pier)-[:HOLDS*1..2]->(c:Boat) "
            "WHERE COUNT { MATCH (b)-[:HOLDS*2..3]->(:Boat) } <> 3 OR any(one IN [1] WHERE one <> c.size) "
            "WITH * WHERE b IS NOT NULL",
            "MATCH (a:Load) OPTIONAL MATCH (b:Pier)-[:HOLDS*1..2]->(c:Boat) "
            "WITH *, COUNT { MATCH (b)-[:HOLDS*2..3]->(:Boat) } AS n "
            "WHERE (n <> 3 OR any(one IN [1] WHERE one <> c.size)) AND b IS NOT NULL",
            0,
            2,
            id="count-or-list-in-where-of-optional-match",
        ),
    ],
)
def test_shapes_that_a_server_answers_wrongly(
    store: BoltGraphStore, who: Dialect, wrong: str, right: str, found: int, expected: int
) -> None:
    assert count(store, right) == expected
    assert count(store, wrong) == (found if store.dialect is who else expected), "mended, or broken in another way"


def test_a_list_of_one_subquery(store: BoltGraphStore) -> None:
    """ArcadeDB takes ``[COUNT {…}]`` for the number in it, and says so."""
    statement = "MATCH (b:Boat) WHERE 1 IN [COUNT { MATCH (b)-[:BEARS]->(:Load) }]"
    if store.dialect is Dialect.NEO4J:
        assert count(store, statement) == 1
    else:
        with pytest.raises(StatementInvalid):
            count(store, statement)
