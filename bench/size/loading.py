"""A made graph into stores, group by group: by our way and by its peers, which take turns in being the first.

A group is one transaction, as when minutes are read. So all of them meet the same disturbances of the machine.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from bench.size.servers import Running
from graph.bolt import open_driver
from graph.facts import SHARED, SHARED_RELATIONS, Facts
from graph.importing import SEPARATOR, ImportFolder
from graph.schema import PropertyType, load_schema
from graph.writing import Edges, Nodes, united, write_new_edges, write_new_nodes

if TYPE_CHECKING:
    import neo4j

GROUP = 20  # documents in one transaction, as in `graph.loading`
BATCH = 2000
_CASTS = {
    PropertyType.INTEGER: "toInteger({0})",
    PropertyType.FLOAT: "toFloat({0})",
    PropertyType.BOOLEAN: "toBoolean({0})",
    PropertyType.DATE: "date({0})",
    PropertyType.STRINGS: f"split({{0}}, '{SEPARATOR}')",
    PropertyType.INTEGERS: f"[part IN split({{0}}, '{SEPARATOR}') | toInteger(part)]",
}
_COLUMN = {"string": "string", "integer": "long", "float": "double", "boolean": "boolean", "date": "date",
           "strings": "string[]", "integers": "long[]"}  # fmt: skip


@dataclass
class Spent:
    """What a way of loading has done, and how long it took."""

    nodes: int = 0
    relations: int = 0
    node_seconds: float = 0.0
    relation_seconds: float = 0.0
    node_cpu: float = 0.0  # CPU time of the server and of this process, for ours alone
    relation_cpu: float = 0.0
    groups: list[float] = field(default_factory=list)  # seconds of each

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.node_seconds + self.relation_seconds


Way = Callable[[Nodes, Edges, Spent], None]


def load_by(ways: Sequence[Way], meetings: Iterator[Facts], peers_until: int) -> list[Spent]:
    """Load all meetings by the first way, and by the others until so many nodes are in; what each spent."""
    spent = [Spent() for _ in ways]
    number = 0
    while part := list(islice(meetings, GROUP)):
        nodes, edges = united(part)
        number += 1
        turns = list(zip(ways, spent, strict=True))
        if spent[0].nodes >= peers_until:
            turns = turns[:1]
        for way, one in turns if number % 2 else reversed(turns):
            before = one.seconds
            way(nodes, edges, one)
            one.groups.append(one.seconds - before)
            one.nodes += sum(len(rows) for rows in nodes.values())
            one.relations += sum(map(len, edges.values()))
    return spent


def by_store(server: Running) -> Way:
    """Ours: the path that ingestion takes."""

    def write(nodes: Nodes, edges: Edges, spent: Spent) -> None:
        start, cpu_start = time.perf_counter(), _cpu(server)
        with server.store.transaction() as transaction:
            write_new_nodes(transaction, nodes)
            middle, cpu_middle = time.perf_counter(), _cpu(server)
            write_new_edges(transaction, edges)
            written = time.perf_counter()
        _share(spent, start, middle, written)
        spent.node_cpu += cpu_middle - cpu_start
        spent.relation_cpu += _cpu(server) - cpu_middle  # with the commit

    return write


def _cpu(server: Running) -> float:
    return server.cpu_seconds() + time.process_time()


def by_driver(server: Running) -> Way:
    """The bare driver: ``UNWIND $rows … CREATE`` in batches, one transaction a group, without any check of values."""
    driver = open_driver(server.connection.uri, server.connection.writer, server.connection.database)

    def write(nodes: Nodes, edges: Edges, spent: Spent) -> None:
        start = time.perf_counter()
        with driver.session(database=server.connection.database) as session, session.begin_transaction() as transaction:
            for label, rows in nodes.items():
                make = f"MERGE (n:{label} {{id: row.id}})" if label in SHARED else f"CREATE (n:{label})"
                _batches(transaction, f"UNWIND $rows AS row {make} SET n = row", list(rows.values()))
            middle = time.perf_counter()
            for kind, found in edges.items():
                make = "MERGE" if kind.type in SHARED_RELATIONS else "CREATE"
                text = (
                    f"UNWIND $rows AS row MATCH (a:{kind.start} {{id: row[0]}}) MATCH (b:{kind.end} {{id: row[1]}}) "
                    f"{make} (a)-[r:{kind.type}]->(b) SET r = row[2]"
                )
                _batches(transaction, text, [list(edge) for edge in found])
            written = time.perf_counter()
            transaction.commit()
        _share(spent, start, middle, written)

    return write


def _batches(transaction: neo4j.Transaction, text: str, rows: Sequence[object]) -> None:
    for start in range(0, len(rows), BATCH):
        transaction.run(text, {"rows": rows[start : start + BATCH]}).consume()


def by_csv(server: Running) -> Way:
    """``LOAD CSV`` of the same rows; writing the files is not counted."""
    driver = open_driver(server.connection.uri, server.connection.writer, server.connection.database)

    place = (server.files / "rows").as_uri()

    def write(nodes: Nodes, edges: Edges, spent: Spent) -> None:
        with ImportFolder(server.files / "rows") as folder:
            for label, rows in nodes.items():
                folder.add_nodes(label, rows.values())
            for kind, found in edges.items():
                folder.add_relations(kind, found)
        start = time.perf_counter()
        with driver.session(database=server.connection.database) as session, session.begin_transaction() as transaction:
            for label in nodes:
                transaction.run(_load_nodes(label), place=place).consume()
            middle = time.perf_counter()
            for kind in edges:
                transaction.run(_load_relations(*kind), place=place).consume()
            written = time.perf_counter()
            transaction.commit()
        _share(spent, start, middle, written)
        shutil.rmtree(server.files / "rows")

    return write


def _load_nodes(label: str) -> str:
    types = load_schema().label[label].properties
    cells = {name: _cast(name, type_) for name, type_ in types.items() if name != "id"}
    props = ", ".join(f"{name}: {cell}" for name, cell in cells.items())
    head = f"LOAD CSV WITH HEADERS FROM $place + '/{label}.csv' AS row "
    key = f"row.`id:ID({label})`"
    if label in SHARED:
        return f"{head} MERGE (n:{label} {{id: {key}}}) SET n += {{{props}}}"
    return f"{head} CREATE (:{label} {{id: {key}{', ' if props else ''}{props}}})"


def _load_relations(type_: str, start: str, end: str) -> str:
    types = load_schema().relation_properties.get(type_, {})
    props = ", ".join(f"{name}: {_cast(name, kind)}" for name, kind in types.items())
    make = "MERGE" if type_ in SHARED_RELATIONS else "CREATE"
    return (
        f"LOAD CSV WITH HEADERS FROM $place + '/{type_}-{start}-{end}.csv' AS row "
        f"MATCH (a:{start} {{id: row.`:START_ID({start})`}}) MATCH (b:{end} {{id: row.`:END_ID({end})`}}) "
        f"{make} (a)-[:{type_} {{{props}}}]->(b)"
    )


def _cast(name: str, type_: PropertyType) -> str:
    return _CASTS.get(type_, "{0}").format(f"row.`{name}:{_COLUMN[type_]}`")


def _share(spent: Spent, start: float, middle: float, written: float) -> None:
    """The commit belongs to nodes and relations as their statements did."""
    commit = time.perf_counter() - written
    share = (middle - start) / (written - start)
    spent.node_seconds += middle - start + share * commit
    spent.relation_seconds += written - middle + (1 - share) * commit
