"""What follows from the corpus of a municipality, brought up to date: links, cases and what else is derived.

It depends on the documents and the rules and on nothing else: so the version of the rules tells whether it is to be
computed anew.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from cypher import load_query
from extract.version import version_of
from graph.deriving import derive
from graph.store import GraphStore, Transaction


def settle(store: GraphStore) -> None:
    """Bring all municipalities up to date that are due, each in one transaction."""
    for row in sorted(store.read(load_query("load", "derivations")), key=lambda row: str(row["id"])):
        if row["version"] != _version():
            store.in_transaction(partial(_settle, municipality=row["id"]))


def _settle(transaction: Transaction, municipality: str) -> None:
    if derive(transaction, municipality):
        transaction.run(load_query("load", "derived"), municipality=municipality, version=_version())
    else:
        transaction.run(load_query("load", "forget_derivation"), municipality=municipality)


@cache
def _version() -> str:
    return version_of(Path(__file__).parent.rglob("*"))
