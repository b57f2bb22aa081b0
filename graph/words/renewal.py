"""The terms of a graph that were made by older rules, or not at all, made anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cypher import load_query
from graph.schema import Row
from graph.store import GraphStore, Transaction
from graph.turns import Turn, homes_of, in_turn
from graph.words.terms import SEARCHABLE, node_terms, terms_version
from graph.writing import statement

BATCH = 500  # nodes in one transaction: the texts of so many points


def renew_terms(store: GraphStore, stopped: Callable[[], bool] = lambda: False) -> int:
    """Make the terms of all nodes anew where rules changed; how many nodes that were. The store has the step `terms`.

    What is written later gets its terms as it is written. A run that was cut off, or `stopped` between two
    transactions, is done again, as nothing is noted.
    """
    known = store.read(load_query("load", "terms_version"))
    if [row["version"] for row in known] == [terms_version()]:
        return 0
    renewed = 0
    for label in SEARCHABLE:
        ids: list[str] = [""]
        while ids := in_turn(store, homes_of(filter(None, ids)), partial(_renew, label=label, after=ids[-1])):
            renewed += len(ids)
            if stopped():
                return renewed
    in_turn(store, (), _note)
    return renewed


def _renew(transaction: Transaction, turn: Turn, label: str, after: str) -> list[str]:
    """The ids of the next nodes, whose terms are made anew: read in their turn, so that nobody writes in between."""
    nodes = transaction.run(statement("named_nodes", LABEL=label), after=after, limit=BATCH)
    rows: list[Row] = [{"id": row["props"]["id"], "terms": node_terms(label, row["props"])} for row in nodes]
    turn.need(homes_of(row["id"] for row in rows))
    if rows:
        transaction.run_many(statement("set_terms", LABEL=label), rows)
    return [row["id"] for row in rows]


def _note(transaction: Transaction, _: Turn) -> None:
    transaction.run(load_query("load", "note_terms"), version=terms_version())
