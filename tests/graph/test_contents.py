"""A whole graph is read as it is at one moment, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph import contents
from graph.backup import backup_lines, write_backup
from graph.contents import Contents, WholeGraph, count_graph, read_whole
from graph.errors import GraphChanging, StoreDamaged
from graph.importing import write_import_files
from graph.store import BoltGraphStore, GraphStore, Transaction
from graph.turns import Turn, in_turn

CHANGES = {  # none of them changes how many nodes or relations there are
    "a document's name": "MATCH (d:Document) SET d.name = 'anew'",
    "a source": "MATCH (s:Source) SET s.address = 'anew'",
    "a tombstone": "MATCH (t:Tombstone) SET t.why = 'anew'",
    "one node for another": "MATCH (p:Person) DETACH DELETE p CREATE (:Person {id: 'anew'})",
}


def _write_back_up(store: GraphStore, path: Path) -> Contents:
    return write_backup(store, path, "0.1.0", lambda *_: None)


WAYS = (_write_back_up, write_import_files)


@pytest.fixture
def store(store: BoltGraphStore) -> BoltGraphStore:
    store.write(
        "CREATE (:Document {id: 'd', name: 'a.pdf'}), (:Source {id: 's', address: 'file:///a'}),"
        " (:Tombstone {id: 't', why: 'x'}), (:Person {id: 'p'})"
    )
    return store


class Meanwhile:
    """Somebody who writes between the reading of nodes and relations, so many times."""

    def __init__(self, store: BoltGraphStore, patched: pytest.MonkeyPatch, statement: str, times: int) -> None:
        self.times = times
        inside = WholeGraph.relations

        def relations(graph: WholeGraph) -> object:
            if self.times:
                self.times -= 1
                in_turn(store, ["nordlev"], lambda transaction, _: transaction.run(statement))
            return inside(graph)

        patched.setattr(WholeGraph, "relations", relations)


@pytest.mark.parametrize("write", WAYS)
@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_meanwhile_is_read_again(
    store: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    write: Callable[[GraphStore, Path], Contents], change: str,
) -> None:  # fmt: skip
    meanwhile = Meanwhile(store, monkeypatch, CHANGES[change], times=1)
    assert write(store, tmp_path / "copy") == Contents(4, 0)
    assert meanwhile.times == 0
    assert "anew" in _written(tmp_path / "copy")


def _written(copy: Path) -> str:
    if copy.is_dir():
        return "".join(path.read_text("utf-8") for path in copy.glob("*.csv"))
    return "".join(map(str, backup_lines(copy)))


@pytest.mark.parametrize("write", WAYS)
def test_of_a_graph_that_changes_all_the_while_nothing_is_left(
    store: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    write: Callable[[GraphStore, Path], Contents],
) -> None:  # fmt: skip
    Meanwhile(store, monkeypatch, CHANGES["a source"], times=99)
    with pytest.raises(GraphChanging):
        write(store, tmp_path / "copy")
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_store_that_gives_less_than_it_counts_is_damaged(
    store: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "nodes", lambda *_: iter(()))
    with pytest.raises(StoreDamaged, match="counts 4 nodes and 0 relations, and gives 0 and 0"):
        _write_back_up(store, tmp_path / "copy")


def test_what_others_write_past_us_is_seen_where_it_changes_counts(store: BoltGraphStore) -> None:
    late = ["CREATE (:Person {id: 'q'})"]

    def work(graph: WholeGraph) -> int:
        if late:
            store.write(late.pop())
        return sum(1 for _, rows in graph.nodes() for _ in rows) + sum(1 for _ in graph.relations())

    assert read_whole(store, work) == 5


def test_what_the_store_notes_of_itself_is_no_part(store: BoltGraphStore) -> None:
    def none(transaction: Transaction, turn: Turn) -> None:
        """Takes the turn of what all share."""

    in_turn(store, (), none)
    assert count_graph(store) == Contents(4, 0)
