"""Two writers and several readers on one store at once: nothing is lost, doubled or half, and nobody gets an error."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from graph.store import BoltGraphStore, Dialect, Transaction
from tests.stores import SOAK

WRITERS, READERS = 2, 3
ROUNDS = 200 if SOAK else 25
LOOKS = 100  # at what is being committed
KEY = "CREATE CONSTRAINT note_id IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE"
MERGE = "UNWIND $rows AS row WITH * MERGE (n:Note {id: row.id}) SET n += row.props"


@pytest.fixture
def store(empty: BoltGraphStore) -> BoltGraphStore:
    empty._bolt.run_alone(KEY)
    return empty


def at_once(*works: Callable[[int], object]) -> None:
    """Do each of these ROUNDS times, all at the same time; what one of them raises is raised at the end."""
    start = threading.Barrier(len(works))
    errors: list[BaseException] = []

    def worker(work: Callable[[int], object]) -> None:
        start.wait()
        try:
            for number in range(ROUNDS):
                work(number)
        except BaseException as error:  # told by the thread that waits
            errors.append(error)

    threads = [threading.Thread(target=worker, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_no_update_is_lost(store: BoltGraphStore) -> None:
    """Each adds to the same number, and touches it before it looks: so Neo4j locks before it reads."""
    store.write("CREATE (:Note {id: 'counter', value: 0})")

    def add(transaction: Transaction) -> None:
        transaction.run("MATCH (n:Note {id: 'counter'}) SET n.touched = true")
        [row] = transaction.run("MATCH (n:Note {id: 'counter'}) RETURN n.value AS value")
        transaction.run("MATCH (n:Note {id: 'counter'}) SET n.value = $value", value=row["value"] + 1)

    seen: list[int] = []
    writers = [lambda _: store.in_transaction(add)] * WRITERS
    readers = [lambda _: seen.append(store.read("MATCH (n:Note) RETURN n.value AS value")[0]["value"])] * READERS
    at_once(*writers, *readers)
    assert store.read("MATCH (n:Note) RETURN n.value AS value") == [{"value": WRITERS * ROUNDS}]
    assert set(seen) <= set(range(WRITERS * ROUNDS + 1))


def test_no_key_is_doubled(store: BoltGraphStore) -> None:
    """All write the same keys, in one order and in the other."""

    def write(number: int) -> None:
        store.write(MERGE, rows=[{"id": f"n{number}", "props": {"round": number}}])

    readers = [lambda _: store.read("MATCH (n:Note) RETURN count(n) AS n")] * READERS
    at_once(write, write, lambda number: write(ROUNDS - 1 - number), *readers)
    [row] = store.read("MATCH (n:Note) RETURN count(n) AS nodes, count(DISTINCT n.id) AS keys")
    assert row == {"nodes": ROUNDS, "keys": ROUNDS}


def test_what_is_written_together_is_seen_together(store: BoltGraphStore) -> None:
    """A transaction writes a thing and its part; a reader never finds one without the other.

    The embedded engine commits page by page: a reader in that moment may see the thing first, and its part right after.
    """

    def write(number: int) -> None:
        def work(transaction: Transaction) -> None:
            transaction.run("CREATE (:Note {id: $id})", id=f"n{number}")
            transaction.run("MATCH (n:Note {id: $id}) CREATE (n)-[:HAS]->(:Part {id: $id})", id=f"n{number}")

        store.in_transaction(work)

    lonely: list[object] = []

    def look(_: int) -> None:
        for _ in range(1 if store.dialect is Dialect.NEO4J else LOOKS):
            found = store.read("MATCH (n:Note) WHERE NOT EXISTS { MATCH (n)-[:HAS]->(:Part) } RETURN n.id AS id")
            if not found:
                return
        lonely.extend(found)

    at_once(write, lambda number: write(ROUNDS + number), *[look] * READERS)
    [row] = store.read("MATCH (n:Note)-[:HAS]->(p:Part) RETURN count(*) AS n")
    assert (row["n"], lonely) == (WRITERS * ROUNDS, [])
