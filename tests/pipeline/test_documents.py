"""Documents that come, change and go, as a user says it on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from typer.testing import CliRunner, Result

from api.cli.commands import app
from api.service.renewal import digest_of
from extract.errors import SagsgrafError
from graph.store import open_store
from tests.api.service.test_ingestion import MARK, minutes, write


class User:
    """Types commands about one store and one file of judgements."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = folder / "store"
        monkeypatch.setenv("SAGSGRAF_JUDGEMENTS", str(folder / "judgements.jsonl"))
        monkeypatch.setenv("SAGSGRAF_STORE", str(self.store))

    def types(self, *arguments: object) -> Result:
        result = CliRunner().invoke(app, list(map(str, arguments)))
        assert result.exception is None or isinstance(result.exception, SagsgrafError | SystemExit)
        return result

    def reads(self, *arguments: object) -> Any:
        return orjson.loads(self.types(*arguments, "--json").stdout_bytes)

    def titles(self) -> list[str]:
        with open_store(self.store) as store:
            return [row["t"] for row in store.read("MATCH (i:AgendaItem) RETURN i.title AS t ORDER BY t")]


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    return User(tmp_path, monkeypatch)


def test_a_file_changes_is_replaced_removed_and_let_in_again(user: User, tmp_path: Path) -> None:
    a = write(tmp_path / "referater" / "a.txt", minutes(MARK))
    first = digest_of(a)
    user.types("ingest", a)
    write(a, minutes("Cykelsti"))
    told = user.reads("ingest", a)["files"][0]
    assert (told["outcome"], told["replaced"]) == ("read", [first])
    b = write(tmp_path / "referater" / "b.txt", minutes("Havn", "09-04-2024"))
    assert user.reads("ingest", b, "--replaces", a)["files"][0]["replaced"] == [digest_of(a)]
    assert user.titles() == ["Havn"]
    assert [file["outcome"] for file in user.reads("ingest", a.parent)["files"]] == ["kept out", "unchanged"]
    removed = user.reads("remove", b, "--why", "Tilbagekaldt")
    assert (removed["name"], removed["points"], removed["tombstone"]["why"]) == ("b.txt", 1, "Tilbagekaldt")
    assert user.titles() == []
    again = user.types("ingest", b)
    assert again.exit_code == 0
    assert "It was removed on" in again.stderr
    assert "it was out before" in user.types("remove", digest_of(b)).stdout
    user.types("ingest", b, "--readmit")
    assert user.titles() == ["Havn"]


def test_what_is_stale_is_told_and_read_again(user: User, tmp_path: Path) -> None:
    a, b = (write(tmp_path / f"{name}.txt", minutes("Sti", f"1{name}-03-2024")) for name in "12")
    user.types("ingest", a, b)
    assert user.reads("status")["stale"] == {}
    with open_store(user.store) as store:
        store.write("MATCH (d:Document) SET d.extractor = 'gammel'")
    assert user.reads("status")["stale"] == {"gammel": 2}
    assert "gammel" in user.types("status").stdout
    b.unlink()
    answer = user.reads("ingest", "--stale")
    assert [file["outcome"] for file in answer["files"]] == ["read"]
    assert [(one["name"], one["why"]) for one in answer["lost"]] == [("2.txt", "missing")]
    assert answer["stale"] == {"gammel": 1}
    assert "2.txt" in user.types("ingest", "--stale").stderr


def test_what_cannot_be_meant_is_refused(user: User, tmp_path: Path) -> None:
    a = write(tmp_path / "a.txt", minutes("Sti"))
    b = write(tmp_path / "b.txt", minutes("Havn", "09-04-2024"))
    user.types("ingest", a)
    for arguments, said in (
        (("ingest", a, b, "--replaces", a), "2 were named"),
        (("ingest", a, "--replaces", a), "itself"),
        (("ingest", b, "--replaces", tmp_path / "c.txt"), "holds no document"),
        (("remove", tmp_path / "c.txt"), "holds no document"),
    ):
        assert said in str(user.types(*arguments).exception)
    for wrong in (("ingest",), ("ingest", a, "--stale")):
        assert user.types(*wrong).exit_code == 2
    assert user.titles() == ["Sti"]
