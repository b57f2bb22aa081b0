"""A backup is the whole graph in one file, on either store, or it is not there."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from graph import contents, errors
from graph.backup import backup_lines, check_backup, write_backup
from graph.contents import Contents
from graph.dump import dump
from graph.restoring import check_whole, restore_backup
from graph.schema import Layer
from graph.store import BoltGraphStore, open_store
from tests.stores import LentStore, load_examples


def whole_dump(store: BoltGraphStore) -> list[bytes]:
    """All that is no matter of the store itself, also the traces of files."""
    return list(dump(store, [layer for layer in Layer if layer is not Layer.STORE]))


def nobody(done: int, total: int) -> None:
    assert done <= total


def back_up(store: BoltGraphStore, path: Path) -> Contents:
    return write_backup(store, path, "0.1.0", nobody)


def restore(store: BoltGraphStore, path: Path, *, replace: bool = False) -> Contents:
    return restore_backup(store, path, replace=replace, progress=nobody)


@pytest.fixture
def examples(server: LentStore) -> BoltGraphStore:
    return server.holding("examples", load_examples)


@pytest.fixture
def written(examples: BoltGraphStore, tmp_path: Path) -> Path:
    back_up(examples, tmp_path / "b.sagsgraf")
    return tmp_path / "b.sagsgraf"


def test_restores_to_an_equal_dump(examples: BoltGraphStore, tmp_path: Path) -> None:
    """From either store into an embedded one; and the backup of that one holds the same."""
    contents = back_up(examples, tmp_path / "one")
    with open_store(tmp_path / "store") as other:
        assert restore(other, tmp_path / "one") == contents
        assert whole_dump(other) == whole_dump(examples)
        assert other.read("CALL db.index.fulltext.queryNodes('search', 'skole', {limit: 5}) YIELD node RETURN 1 AS x")
        assert back_up(other, tmp_path / "two") == contents
    assert sorted(map(str, backup_lines(tmp_path / "one"))) == sorted(map(str, backup_lines(tmp_path / "two")))


def test_goes_into_either_store_in_the_place_of_what_is_there(server: LentStore, written: Path, tmp_path: Path) -> None:
    expected = whole_dump(server.holding("examples", load_examples))
    with open_store(tmp_path / "between") as between:
        restore(between, written)
        back_up(between, tmp_path / "again")
    store = server.empty()
    store.write("CREATE (:Person {id: 'x', name: 'Nogen'})")
    with pytest.raises(errors.StoreNotEmpty):
        restore(store, tmp_path / "again")
    restore(store, tmp_path / "again", replace=True)
    assert whole_dump(store) == expected


def test_only_its_user_can_read_it(written: Path) -> None:
    assert written.stat().st_mode & 0o077 == 0
    assert [path.name for path in written.parent.iterdir()] == [written.name]


def test_takes_the_place_of_an_older_one_and_of_nothing_else(store: BoltGraphStore, tmp_path: Path) -> None:
    store.write("CREATE (:Person {id: 'a', name: 'Ærø Åse'})")
    assert back_up(store, tmp_path / "b") == Contents(1, 0)
    store.write("CREATE (:Person {id: 'b', name: 'Anden'})")
    assert back_up(store, tmp_path / "b") == check_backup(tmp_path / "b") == Contents(2, 0)
    (tmp_path / "letter").write_text("kære")
    with pytest.raises(errors.BackupNotWritten):
        back_up(store, tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "kære"


class TestUnreadable:
    @pytest.mark.parametrize("kept", [0.0, 0.3, 0.9])
    def test_cut(self, store: BoltGraphStore, tmp_path: Path, kept: float) -> None:
        file = self.small(store, tmp_path)
        data = file.read_bytes()
        file.write_bytes(data[: int(len(data) * kept)])
        self.refused(store, file)

    def test_a_line_less(self, store: BoltGraphStore, tmp_path: Path) -> None:
        file = self.small(store, tmp_path)
        lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
        file.write_bytes(gzip.compress(b"".join(lines[:3] + lines[4:])))
        self.refused(store, file)

    def test_a_letter_changed(self, store: BoltGraphStore, tmp_path: Path) -> None:
        file = self.small(store, tmp_path)
        file.write_bytes(gzip.compress(gzip.decompress(file.read_bytes()).replace(b"Nogen", b"Ingen")))
        self.refused(store, file)

    def test_another_form(self, store: BoltGraphStore, tmp_path: Path) -> None:
        file = self.small(store, tmp_path)
        file.write_bytes(gzip.compress(gzip.decompress(file.read_bytes()).replace(b'"version":1', b'"version":9')))
        self.refused(store, file, "form 9")

    def test_no_backup(self, store: BoltGraphStore, tmp_path: Path) -> None:
        for content in (b"", b"kaere", gzip.compress(b"kaere\n"), gzip.compress(b'{"a": 1}\n')):
            (tmp_path / "f").write_bytes(content)
            self.refused(store, tmp_path / "f")
        self.refused(store, tmp_path / "none")
        self.refused(store, tmp_path)

    def test_a_label_of_another_version(
        self, store: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.write("CREATE (:Person {id: 'a'})")
        monkeypatch.setattr(contents, "held", lambda properties: {**properties, "shoe_size": 43})
        back_up(store, tmp_path / "f")
        self.refused(store, tmp_path / "f", "shoe_size")

    def small(self, store: BoltGraphStore, folder: Path) -> Path:
        store.write("UNWIND range(1, 50) AS i WITH * CREATE (:Person {id: toString(i), name: 'Nogen'})")
        back_up(store, folder / "b")
        store.write("MATCH (n) DETACH DELETE n")
        return folder / "b"

    def refused(self, store: BoltGraphStore, file: Path, why: str = "backup|whole|opened") -> None:
        """Also with --replace: the file is judged before anything is deleted."""
        store.write("MERGE (:Person {id: 'stays'})")
        with pytest.raises(errors.BackupUnreadable, match=why):
            restore(store, file, replace=True)
        assert store.read("MATCH (n:Person {id: 'stays'}) RETURN count(n) AS n") == [{"n": 1}]
        check_whole(store)


class TestNotWritten:
    def test_no_room(self, store: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        store.write("CREATE (:Person {id: 'a'})")
        back_up(store, tmp_path / "b")
        before = (tmp_path / "b").read_bytes()
        store.write("CREATE (:Person {id: 'b'})")
        monkeypatch.setattr(os, "fsync", _no_room)
        with pytest.raises(errors.BackupNotWritten, match="No space left"):
            back_up(store, tmp_path / "b")
        assert (tmp_path / "b").read_bytes() == before
        assert [path.name for path in tmp_path.iterdir()] == ["b"]

    def test_no_folder(self, store: BoltGraphStore, tmp_path: Path) -> None:
        with pytest.raises(errors.BackupNotWritten):
            back_up(store, tmp_path / "none" / "b")


def test_a_restore_that_was_cut_off_is_told_until_it_is_done(
    store: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("UNWIND range(1, 9) AS i WITH * CREATE (:Person {id: toString(i)})")
    back_up(store, tmp_path / "b")
    with monkeypatch.context() as patch:
        patch.setattr("graph.restoring.write_meetings", _cut_off)
        with pytest.raises(KeyboardInterrupt):
            restore(store, tmp_path / "b", replace=True)
    with pytest.raises(errors.StoreHalfRestored) as raised:
        check_whole(store)
    assert "--replace" in raised.value.cure
    restore(store, tmp_path / "b", replace=True)
    check_whole(store)


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _cut_off(*_: object) -> None:
    raise KeyboardInterrupt
