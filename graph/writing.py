"""Rows into the store, by templates of `cypher/load` into which nothing but names of the closed schema is put."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from cypher import load_query
from graph.errors import SchemaBroken
from graph.facts import SHARED, SHARED_RELATIONS, Edge, Facts, Kind, settled
from graph.schema import Row, load_schema
from graph.store import Transaction
from graph.words.terms import SEARCHABLE, node_terms

# What the derived layer sets on a shared node; settling its names leaves it alone.
_DERIVED = ("container", "container_reason")


def statement(name: str, **names: str) -> str:
    """A template of `cypher/load` with its places (`__LABEL__`, `__TYPE__` …) filled by names of the schema."""
    schema = load_schema()
    text = load_query("load", name).text
    for place, value in names.items():
        if value not in schema.label and value not in schema.relation:
            raise SchemaBroken(f"'{value}' is no label and no relation.", "graph/schema.toml says what there is.")
        text = text.replace(f"__{place}__", value)
    return text


def _naming(text: str, names: Iterable[str]) -> str:
    """The template with its place for properties (`{__NAME__: row.__NAME__}`) filled, one after the other.

    Both servers write a node or relation once that is made with its properties, and twice where they are set after it.
    """
    return re.sub(
        r"__NAME__: ([\w.]+)\.__NAME__", lambda place: ", ".join(f"{name}: {place[1]}.{name}" for name in names), text
    )


def _only(names: Collection[str], rows: Iterable[Row]) -> list[Row]:
    """The rows; an error where one has a property that a statement with these names would leave out."""
    checked = list(rows)
    if unknown := {name for row in checked for name in row}.difference(names):
        raise SchemaBroken(f"There is no property '{min(unknown)}' there.", "graph/schema.toml says what there is.")
    return checked


def _with_terms(label: str, rows: Iterable[Row]) -> Iterable[Row]:
    """The rows as they are written: with the terms by which a search finds them, where it finds such at all."""
    return ({**row, "terms": node_terms(label, row)} for row in rows) if label in SEARCHABLE else rows


def write_nodes(transaction: Transaction, label: str, rows: Iterable[Row]) -> None:
    """Write nodes; what they held before is replaced."""
    found = _with_terms(label, rows)
    transaction.run_many(statement("node", LABEL=label), ({"id": row["id"], "props": row} for row in found))


def _create_nodes(transaction: Transaction, label: str, rows: Iterable[Row]) -> None:
    """Write nodes that are not in the store."""
    names = load_schema().label[label].properties
    transaction.run_many(_naming(statement("new_node", LABEL=label), names), _only(names, _with_terms(label, rows)))


def write_edges(transaction: Transaction, kind: Kind, edges: Iterable[Edge]) -> None:
    """Write relations of one kind; a kind without properties goes as mere pairs."""
    names = {"TYPE": kind.type, "FROM": kind.start, "TO": kind.end}
    if kind.type in SHARED_RELATIONS:
        transaction.run_many(statement("shared_relation", **names), _rows(edges))
    elif properties := load_schema().relation_properties.get(kind.type):
        rows = list(edges)
        _only(properties, (edge.props for edge in rows))
        transaction.run_many(_naming(statement("relation", **names), properties), _rows(rows))
    else:
        transaction.run_many(statement("bare_relation", **names), ({"pair": edge[:2]} for edge in edges))


def _rows(edges: Iterable[Edge]) -> Iterator[Row]:
    return ({"start": edge.start, "end": edge.end, "props": edge.props} for edge in edges)


Nodes: TypeAlias = dict[str, dict[str, Row]]
Edges: TypeAlias = dict[Kind, list[Edge]]


def write_meetings(transaction: Transaction, meetings: Sequence[Facts]) -> None:
    """Write the facts of meetings that are not in the store, or no longer."""
    nodes, edges = united(meetings)
    write_new_nodes(transaction, nodes)
    write_new_edges(transaction, edges)


def united(meetings: Iterable[Facts]) -> tuple[Nodes, Edges]:
    """The nodes (by label and id) and relations of several meetings together."""
    nodes: Nodes = {}
    edges: Edges = {}
    for facts in meetings:
        for label, rows in facts.nodes.items():
            nodes.setdefault(label, {}).update({row["id"]: row for row in rows})
        for kind, more in facts.relations.items():
            edges.setdefault(kind, []).extend(more)
    return nodes, edges


def write_new_nodes(transaction: Transaction, nodes: Nodes) -> None:
    """Write nodes; those that meetings share, and documents, may be in the store."""
    for label in sorted(nodes):
        if label in SHARED:
            _write_shared(transaction, label, list(nodes[label].values()))
        elif label == "Document":
            write_nodes(transaction, label, nodes[label].values())
        else:
            _create_nodes(transaction, label, nodes[label].values())


def write_new_edges(transaction: Transaction, edges: Edges) -> None:
    """Write relations; those among what meetings share may be in the store."""
    for kind in sorted(edges):
        write_edges(transaction, kind, edges[kind])


def _write_shared(transaction: Transaction, label: str, rows: Sequence[Row]) -> None:
    found = _with_terms(label, rows)
    transaction.run_many(statement("shared_node", LABEL=label), [{"id": row["id"], "props": row} for row in found])


def settle_names(transaction: Transaction, named: Mapping[str, Iterable[str]]) -> None:
    """Give what meetings share the names that all meetings give it; remove what none names any more.

    `named`: of each label the ids that may have changed.
    """
    for label in sorted(named):
        keys = sorted(named[label])
        variants: dict[str, list[tuple[str, int]]] = {}
        merged: dict[str, set[str]] = {}
        for row in transaction.run(statement("names", LABEL=label), ids=keys):
            times = [count * row["meetings"] for count in row["times"]]
            variants.setdefault(row["id"], []).extend(zip(row["variants"], times, strict=True))
            if row["printed"] != row["id"]:
                merged.setdefault(row["id"], set()).add(row["printed"])
        empty = {name: None for name in load_schema().label[label].properties if name not in _DERIVED}
        rows = [{**empty, "id": key, **settled(variants[key])} for key in keys if key in variants]
        _write_shared(
            transaction,
            label,
            [row | {"merged": sorted(merged[row["id"]])} if row["id"] in merged else row for row in rows],
        )
        gone = [key for key in keys if key not in variants]
        if gone:
            transaction.run(statement("remove_unnamed", LABEL=label), ids=gone)
