"""The store that the settings name: where its password comes from, and what is not opened."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from api.service import store as service
from api.service.search import search
from api.service.store import RENEWING, open_configured_store, served_store, store_password
from api.settings import Settings
from cypher.migrations import Stage
from extract.errors import SettingsError
from graph.errors import StoreHalfRestored, StoreReadOnly
from graph.store import open_store


def secret(folder: Path, content: str, mode: int = 0o600) -> Settings:
    path = folder / "password"
    path.write_text(content, "utf-8")
    path.chmod(mode)
    return Settings(store_password_file=str(path))


class TestPassword:
    def test_is_the_first_line_of_the_file(self, tmp_path: Path) -> None:
        assert store_password(secret(tmp_path, "hemmelig æ \r\nnote\n")) == "hemmelig æ "
        assert store_password(Settings(store_password="x")) == "x"

    @pytest.mark.parametrize("mode", [0o604, 0o602, 0o644, 0o444])
    def test_of_a_file_that_others_may_read_is_refused(self, tmp_path: Path, mode: int) -> None:
        with pytest.raises(SettingsError, match="Others") as raised:
            store_password(secret(tmp_path, "hemmelig", mode))
        assert "chmod 600" in raised.value.cure
        assert "hemmelig" not in str(raised.value)

    def test_may_lie_open_where_docker_lays_it_out(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "LAID_OUT", tmp_path)
        assert store_password(secret(tmp_path, "hemmelig", 0o444)) == "hemmelig"

    def test_a_group_may_share_it(self, tmp_path: Path) -> None:
        assert store_password(secret(tmp_path, "hemmelig", 0o640)) == "hemmelig"

    @pytest.mark.parametrize("content", ["", "\n", "\nhemmelig"])
    def test_empty(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(SettingsError, match="empty"):
            store_password(secret(tmp_path, content))

    def test_not_there(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none", tmp_path):
            with pytest.raises(SettingsError, match="cannot be read"):
                store_password(Settings(store_password_file=str(path)))

    def test_given_twice(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="both"):
            store_password(Settings(store_password="x", store_password_file=str(tmp_path)))


def test_a_half_restored_store_is_opened_only_to_restore_it(tmp_path: Path) -> None:
    settings = Settings(store=str(tmp_path))
    with open_store(tmp_path) as store:
        store.write("CREATE (:Restoring {id: 'restore'})")
    with pytest.raises(StoreHalfRestored):
        open_configured_store(settings)
    open_configured_store(settings, half=True).close()


def test_a_store_of_an_older_program_is_brought_up_to_what_is_asked_of_it(tmp_path: Path) -> None:
    settings = Settings(store=str(tmp_path / "store"))
    with open_store(tmp_path / "store") as old:
        old.apply_schema(Stage.LOADING)
        old.write("CREATE (:Person {id: 'nordlev.aase', name: 'Åse Skolemester'})")
    with served_store(settings) as served:
        assert search(served, "skole").total == 0  # points
        for thread in threading.enumerate():
            if thread.name == RENEWING:
                thread.join()
        assert [hit.name for hit in search(served, "skole").names] == ["Åse Skolemester"]


def test_a_store_that_may_only_be_read_is_served_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object) -> None:
        raise StoreReadOnly("The store may only be read.", "")

    with open_store(tmp_path / "store") as made:
        made.apply_schema(Stage.LOADING)
    for refused in ("api.service.store.BoltGraphStore.apply_schema", "api.service.store.renew_terms"):
        monkeypatch.setattr(refused, refuse)
    with served_store(Settings(store=str(tmp_path / "store"))) as served:
        assert served.read("RETURN 1 AS one") == [{"one": 1}]
    assert caplog.text.count("may only be read") == 2


def test_a_store_is_closed_while_words_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def renew(_: object, stopped: Callable[[], bool]) -> int:
        begun.set()
        while not stopped():
            threading.Event().wait(0.01)
        return 0

    monkeypatch.setattr(service, "renew_terms", renew)
    with served_store(Settings(store=str(tmp_path / "store"))):
        assert begun.wait()
    assert RENEWING not in {thread.name for thread in threading.enumerate()}
