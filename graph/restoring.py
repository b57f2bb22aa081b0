"""A backup into a store: all of it, and until then a store that says that it is not whole.

A graph of any size does not fit into one transaction. So a node ``Restoring`` stands in the store from before the
first change until after the last; whoever opens the store finds it (:func:`check_whole`), and restores again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from cypher import load_query
from cypher.migrations import Stage
from graph.backup import Line, Progress, backup_lines, check_backup
from graph.contents import Contents, count_graph
from graph.errors import BackupUnreadable, SchemaBroken, StoreDamaged, StoreHalfRestored, StoreNotEmpty
from graph.facts import Edge, Facts, Kind
from graph.schema import PropertyType, Row, load_schema
from graph.store import GraphStore, Transaction
from graph.turns import Turn, in_turn
from graph.words.renewal import renew_terms
from graph.writing import write_meetings

BATCH = 2000  # nodes or relations in one transaction
CLEARED = 10_000  # nodes deleted in one transaction


def check_whole(store: GraphStore) -> None:
    """Raise :class:`StoreHalfRestored` where a restore was begun and not finished."""
    if store.read(load_query("load", "unfinished_restore")):
        raise StoreHalfRestored(
            "A restore into this store was begun and not finished, so a part of the graph is missing.",
            "Restore again: sagsgraf restore FILE --replace.",
        )


def restore_backup(store: GraphStore, path: Path, *, replace: bool, progress: Progress) -> Contents:
    """Put the graph of a backup into the store, which is empty unless its graph is to be replaced.

    The file is read to its end before anything is changed. Raises :class:`BackupUnreadable`, :class:`StoreNotEmpty` or
    another :class:`graph.errors.StoreError`.
    """
    contents = check_backup(path)
    _check_schema(path)
    if not replace and store.read(load_query("load", "any_node")):
        raise StoreNotEmpty(
            "The store holds a graph already.", "Restore into another store, or with --replace in the place of it."
        )
    _do(store, "begin_restore")
    while _do(store, "clear_some", limit=CLEARED)[0]["cleared"]:
        pass
    store.apply_schema(Stage.LOADING)
    renew_terms(store)  # notes the rules; what is written gets its terms by them
    done = 0
    for batch in _batches(backup_lines(path)):
        in_turn(store, (), partial(_write, batch=batch))
        done += len(batch)
        progress(done, contents.both)
    if count_graph(store) != contents:
        raise StoreDamaged(
            f"The store does not hold the {contents.nodes} nodes and {contents.relations} relations of the backup.",
            "Let nothing else write there, and restore again with --replace.",
        )
    store.apply_schema()
    _do(store, "end_restore")
    return contents


def _do(store: GraphStore, name: str, **params: object) -> list[Row]:
    return in_turn(store, (), lambda transaction, _: transaction.run(load_query("load", name), **params))


def _check_schema(path: Path) -> None:
    """Raise :class:`BackupUnreadable` where this version has no place for something in the backup."""
    schema = load_schema()
    try:
        for line in backup_lines(path):
            if line[0] == "n":
                schema.check_node(line[1], _dated(line[2], schema.label[line[1]].properties))
            else:
                types = schema.relation_properties.get(line[1], {})
                schema.check_relation(line[1], line[2], line[3], _dated(line[6], types))
    except (SchemaBroken, KeyError, IndexError, TypeError, ValueError) as error:
        said = error.message if isinstance(error, SchemaBroken) else "a line of it has an unknown form."
        raise BackupUnreadable(
            f"The backup '{path}' comes from another version of Sagsgraf: {said}",
            "Restore it with that version, or read the minutes again.",
        ) from error


def _batches(lines: Iterator[Line]) -> Iterator[Sequence[Line]]:
    """Lines of one kind each, nodes before relations, as the file has them."""
    for _, alike in groupby(lines, key=_kind):
        while batch := list(islice(alike, BATCH)):
            yield batch


def _kind(line: Line) -> tuple[Any, ...]:
    return tuple(line[:2]) if line[0] == "n" else tuple(line[:4])


def _write(transaction: Transaction, _: Turn, batch: Sequence[Line]) -> None:
    schema = load_schema()
    first = batch[0]
    if first[0] == "n":
        types = schema.label[first[1]].properties
        write_meetings(transaction, [Facts({first[1]: [_dated(line[2], types) for line in batch]}, {})])
    else:
        types = schema.relation_properties.get(first[1], {})
        edges = [Edge(line[4], line[5], _dated(line[6], types)) for line in batch]
        write_meetings(transaction, [Facts({}, {Kind(*first[1:4]): edges})])


def _dated(properties: Row, types: dict[str, PropertyType]) -> Row:
    """The properties with ISO text made dates where the schema wants dates."""
    dates = {
        name: date.fromisoformat(value) for name, value in properties.items() if types.get(name) is PropertyType.DATE
    }
    return {**properties, **dates} if dates else properties
