"""The whole data set in one file."""

import io
import json
import zipfile

import pytest

from api.app import create_app
from api.service import dataset as service
from api.settings import Settings
from graph import contents
from graph.contents import labels_of, nodes
from graph.dump import TOLD
from graph.store import GraphStore
from graph.turns import in_turn
from tests.api.client import TestClient


def test_the_download_holds_every_node_and_relation(client: TestClient, store: GraphStore) -> None:
    answer = client.get("/api/dataset/download")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        assert {"dataset.json", "schema.json", "nodes/Person.jsonl", "relations/CAST_BY.Ballot.Person.jsonl"} <= names
        assert not {name for name in names if "Source" in name or "Tombstone" in name or "Record" in name}
        persons = [json.loads(line) for line in archive.read("nodes/Person.jsonl").splitlines()]
        assert {"Åse Holm", "Bo Ærø"} <= {person["name"] for person in persons}
        lines = sum(archive.read(name).count(b"\n") for name in names if name.startswith("nodes/"))
        told = json.loads(archive.read("dataset.json"))
    assert lines == sum(1 for label in labels_of(TOLD) for _ in nodes(store, label))
    assert told == client.get("/api/dataset").json()


def test_what_changes_meanwhile_is_made_anew_and_then_given_up(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = iter(range(100))
    monkeypatch.setattr(service, "_kept", {})
    monkeypatch.setattr(contents, "turns_taken", lambda _: {"nordlev": next(turns)})
    answer = client.get("/api/dataset/download")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert next(turns) == 2 * contents.TRIES


def test_it_is_whole_before_it_is_sent_in_pieces(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    told = service.dataset(store, "http://localhost")
    packed = service.packed_dataset(store, told)
    assert service.packed_dataset(store, told) is packed
    in_turn(store, ["nordlev"], lambda *_: None)
    assert service.packed_dataset(store, told) is not packed
    monkeypatch.setattr(store, "read", None)  # nothing is asked any more
    monkeypatch.setattr(service, "PIECE", 1000)
    pieces = list(packed.pieces())
    assert len(pieces) > 5
    assert b"".join(pieces) == b"".join(packed.pieces())
    assert sum(map(len, pieces)) == packed.size


def test_its_head_is_told_without_making_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "packed_dataset", None)
    answer = client.head("/api/dataset/download")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/zip"
    assert "sagsgraf.zip" in answer.headers["content-disposition"]


def test_licence_and_publisher_are_those_that_are_set(client: TestClient, store: GraphStore) -> None:
    unset = client.get("/api/dataset").json()
    assert "license" not in unset
    assert "no licence" in unset["rights"]
    licence = "https://creativecommons.org/publicdomain/zero/1.0"
    app = create_app(Settings(data_license=licence, publisher="Nordlev Kommune"), store)
    told = TestClient(app, "http://localhost").get("/api/dataset", headers={"Accept": "application/ld+json"})
    assert told.headers["content-type"] == "application/ld+json; charset=utf-8"
    assert (told.json()["license"], told.json()["publisher"]["name"]) == (licence, "Nordlev Kommune")
    assert "rights" not in told.json()
