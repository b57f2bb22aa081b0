"""Loading: batches in one transaction for a group of documents, beside one statement a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.corpus import enlarged, example_records
from bench.racing import race
from bench.report import Figure
from bench.stages import Plan
from bench.stages.places import empty_store

if TYPE_CHECKING:
    import neo4j

    from graph.facts import Facts

SAMPLE = 1  # documents that the peer writes in a round; it waits for the disk at every row


def measure(plan: Plan) -> list[Figure]:
    """Milliseconds a row: a node or a relation."""
    from graph.assembly import assemble
    from graph.bolt import open_driver
    from graph.loading import load

    records = enlarged(example_records(), max(1, plan.times // 6))
    sample = [assemble(record) for record in example_records()[:SAMPLE]]
    with empty_store() as (store, connection):
        driver = open_driver(connection.uri, connection.writer, connection.database)

        def ours() -> int:
            load(store, records)
            (row,) = store.read("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) + count(r) AS rows")
            return int(row["rows"])

        def peer() -> int:
            with driver.session(database=connection.database) as session:
                return sum(_write_row_by_row(session, facts) for facts in sample)

        with driver:
            found = race(ours, peer, 3, before=lambda: store.write("MATCH (n) DETACH DELETE n"), warm_up=False)
    note = (
        f"{1 / found.ours:,.0f} nodes and relations a CPU second, engine included ({len(records)} records; peer "
        f"{len(sample)}); ours also settles names, containers, cases and references, and each group of 20 documents is "
        "there whole or not at all"
    )
    return [Figure("loading", "node or relation", "neo4j driver, auto-commit MERGE for each row", found, note)]


def _write_row_by_row(session: neo4j.Session, facts: Facts) -> int:
    """Write what one record states as a first script would; how many nodes and relations."""
    from graph.values import encode

    count = 0
    for label, rows in facts.nodes.items():
        for row in rows:
            session.run(
                f"MERGE (n:{label} {{id: $id}}) SET n += $props", encode({"id": row["id"], "props": row})
            ).consume()
            count += 1
    for kind, edges in facts.relations.items():
        text = (
            f"MATCH (a:{kind.start} {{id: $start}}), (b:{kind.end} {{id: $end}}) "
            f"MERGE (a)-[r:{kind.type}]->(b) SET r += $props"
        )
        for edge in edges:
            session.run(text, encode(edge._asdict())).consume()
            count += 1
    return count
