"""The terms of a graph that were made by older rules, or not at all, made anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cypher import load_query
from graph.schema import Row
from graph.store import GraphStore, Transaction
from graph.turns import Turn, in_turn
from graph.words.terms import SEARCHABLE, node_terms, terms_version
from graph.writing import statement

BATCH = 500  # nodes in one transaction: the texts of so many points


def renew_terms(store: GraphStore) -> int:
    """Make the terms of all nodes anew where rules changed; how many nodes that were. The store has the step `terms`.

    What is written later gets its terms as it is written. A run that was cut off is done again, as nothing is noted.
    """
    known = store.read(load_query("load", "terms_version"))
    if [row["version"] for row in known] == [terms_version()]:
        return 0
    renewed = 0
    for label in SEARCHABLE:
        for rows in _batches(store, label):
            in_turn(store, (), partial(_write, label=label, rows=rows))
            renewed += len(rows)
    in_turn(store, (), _note)
    return renewed


def _batches(store: GraphStore, label: str) -> Iterator[list[Row]]:
    after = ""
    while rows := store.read(statement("named_nodes", LABEL=label), after=after, limit=BATCH):
        yield [{"id": row["props"]["id"], "terms": node_terms(label, row["props"])} for row in rows]
        after = rows[-1]["props"]["id"]


def _write(transaction: Transaction, _: Turn, label: str, rows: list[Row]) -> None:
    transaction.run_many(statement("set_terms", LABEL=label), rows)


def _note(transaction: Transaction, _: Turn) -> None:
    transaction.run(load_query("load", "note_terms"), version=terms_version())
