"""`sagsgraf backup` and `restore`, as a user runs them."""

from __future__ import annotations

from pathlib import Path

import orjson

from graph.dump import dump
from graph.schema import Layer
from graph.store import BoltGraphStore, open_store
from tests.pipeline.running import run


def whole_dump(store: BoltGraphStore) -> list[bytes]:
    """All that is no matter of the store itself, also the traces of files."""
    return list(dump(store, [layer for layer in Layer if layer is not Layer.STORE]))


def test_a_backup_is_made_while_the_graph_is_served_and_restores_to_an_equal_one(
    tmp_path: Path, example_store: Path
) -> None:
    with open_store(example_store) as served:
        answer = run("backup", tmp_path / "b", "--json", store=example_store)
        assert answer.returncode == 0, answer.stderr
        expected = whole_dump(served)
        counted = served.read("MATCH (n) WHERE NOT n:Migration AND NOT n:Turn RETURN count(n) AS n")[0]["n"]
    assert orjson.loads(answer.stdout)["nodes"] == counted
    other = tmp_path / "other"
    answer = run("restore", tmp_path / "b", store=other)
    assert answer.returncode == 0, answer.stderr
    with open_store(other) as store:
        assert whole_dump(store) == expected
    again = run("restore", tmp_path / "b", store=other)
    assert (again.returncode, "store-not-empty" in again.stderr) == (1, True)
    assert run("restore", tmp_path / "b", "--replace", store=other).returncode == 0


def test_what_is_no_backup_makes_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("kære")
    answer = run("restore", tmp_path / "letter", store=tmp_path / "store")
    assert (answer.returncode, "backup-unreadable" in answer.stderr) == (1, True)
    assert not (tmp_path / "store").exists()


def test_a_store_that_is_not_there_has_no_backup(tmp_path: Path) -> None:
    assert run("backup", tmp_path / "b", store=tmp_path / "store").returncode == 2
    assert list(tmp_path.iterdir()) == []
