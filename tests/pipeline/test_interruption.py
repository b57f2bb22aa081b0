"""What is killed leaves whole documents, and running it again completes it to the same graph.

The moments are seeded: statements and commits counted, not seconds (`tests/pipeline/killing.py`). Two for each command
and store here, ten with SAGSGRAF_SOAK=1.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from api.service.ingestion import find_sources, ingest
from extract.harvest import harvest
from extract.records import MeetingRecord
from graph.dump import TOLD, dump
from graph.loading import load
from graph.schema import Layer
from graph.settling import settle
from graph.store import BoltGraphStore, open_store
from tests.graph.test_dump import difference
from tests.pipeline import jvm
from tests.pipeline.running import EXAMPLES, HOUSE, run
from tests.stores import NEO4J, PASSWORD, SERVERS, SOAK

KILLS = 10 if SOAK else 1
KEPT = (
    "nordlev/2025-06-17-oekonomiudvalget.txt",
    "nordlev/2026-02-03-beskaeftigelses-og-uddannelsesudvalget.txt",
    "nordlev/2026-04-21-beskaeftigelses-og-uddannelsesudvalget.txt",
    "soeby/2025-10-14-beskaeftigelses-og-uddannelsesudvalget.json",
    "soeby/2026-03-10-beskaeftigelses-og-uddannelsesudvalget.json",
)
CHANGED = "nordlev/2026-04-21-beskaeftigelses-og-uddannelsesudvalget.txt"
COMMANDS = ("ingest", "replace", "remove")


def dumped(store: BoltGraphStore) -> list[bytes]:
    return list(dump(store))


def with_trace(store: BoltGraphStore) -> list[bytes]:
    """The whole graph, but for the day on which something was taken out."""
    lines = dump(store, (*TOLD, Layer.TRACE))
    return [re.sub(rb'"date":"[^"]*",', b"", line) if line.startswith(b'["Tombstone"') else line for line in lines]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A folder of minutes in which one file is changed, and what its files say before and after."""

    folder: Path
    old: bytes
    new: bytes

    @property
    def changed(self) -> Path:
        return self.folder / CHANGED

    def put(self, content: bytes) -> None:
        self.changed.write_bytes(content)

    def command(self, name: str) -> list[str]:
        """What a user types: `replace` is ingest, after the file has changed."""
        return ["remove", str(self.changed)] if name == "remove" else ["ingest", str(self.folder)]


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Minutes:
    folder = tmp_path_factory.mktemp("minutes")
    for name in KEPT:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(EXAMPLES / name, folder / name)
    old = (folder / CHANGED).read_bytes()
    new = old.replace(b"Godkendt.", b"Udsat.", 1)
    assert new != old
    return Minutes(folder, old, new)


class Ground(ABC):
    """A store on which processes are killed."""

    target: str
    password = ""

    @property
    def victim(self) -> int:
        """The process that is killed: 0 the one that works."""
        return 0

    @abstractmethod
    def be_empty(self) -> None:
        """Hold nothing."""

    @abstractmethod
    def be_loaded(self, minutes: Minutes) -> None:
        """Hold the minutes as they were first."""

    @abstractmethod
    def opened(self) -> BoltGraphStore:
        """The store, for looking at it."""

    def work(self, arguments: Sequence[str], count: Path, moment: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command and kill at a moment (0: not)."""
        environment = {
            **os.environ, "SAGSGRAF_STORE": self.target, "SAGSGRAF_STORE_PASSWORD": self.password,
            "SAGSGRAF_MACHINE": "proeve",
        }  # fmt: skip
        killing = [sys.executable, "-m", "tests.pipeline.killing", str(moment), str(self.victim), str(count)]
        command = [*killing, *arguments]
        process = subprocess.Popen(
            command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.stand_by(process)
        out, err = process.communicate()
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def stand_by(self, process: subprocess.Popen[str]) -> None:  # noqa: B027 - most have nothing to do
        """Do what has to be done while the command works."""


class Folder(Ground):
    """The embedded engine: it dies with the process that works."""

    def __init__(self, folder: Path) -> None:
        self._loaded = folder / "loaded"
        self._store = folder / "store"
        self.target = str(self._store)

    def be_empty(self) -> None:
        shutil.rmtree(self._store, ignore_errors=True)

    def be_loaded(self, minutes: Minutes) -> None:
        if not self._loaded.exists():
            with open_store(self._loaded) as store:
                _load(store, minutes)
        self.be_empty()
        shutil.copytree(self._loaded, self._store)

    def opened(self) -> BoltGraphStore:
        return open_store(self._store)


class Server(Ground):
    """A Neo4j that stays while the process that works dies."""

    def __init__(self, target: str, password: str) -> None:
        self.target, self.password = target, password

    def be_empty(self) -> None:
        with self.opened() as store:
            store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")

    def be_loaded(self, minutes: Minutes) -> None:
        self.be_empty()
        with self.opened() as store:
            _load(store, minutes)

    def opened(self) -> BoltGraphStore:
        return open_store(self.target, password=self.password)


class MortalServer(Server):
    """A Neo4j that is killed while the process that works stays; it is started again on its folder and port."""

    def __init__(self, own: jvm.OwnNeo4j) -> None:
        super().__init__(own.address, jvm.PASSWORD)
        self._own = own

    @property
    def victim(self) -> int:
        return self._own.pid

    def stand_by(self, process: subprocess.Popen[str]) -> None:
        while process.poll() is None:
            if self._own.is_dead():
                self._own.start()
            time.sleep(0.05)
        if self._own.is_dead():
            self._own.start()


def _load(store: BoltGraphStore, minutes: Minutes) -> None:
    from api.service.arrivals import Choices

    ingest(store, find_sources([minutes.folder]), processes=1, choices=Choices(machine="proeve"))


@pytest.fixture(scope="module", params=[*SERVERS, *(["killed-neo4j"] if NEO4J and SOAK and jvm.available() else [])])
def ground(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    place = tmp_path_factory.mktemp(request.param)
    if request.param == "embedded":
        yield Folder(place)
    elif request.param == "neo4j":
        yield Server(NEO4J, PASSWORD)
    else:
        own = jvm.OwnNeo4j(place / "server")
        own.start()
        yield MortalServer(own)
        own.stop()


class Clean:
    """What the graph is when some of the documents were loaded and nothing went wrong."""

    def __init__(self, store: BoltGraphStore, records: Sequence[MeetingRecord]) -> None:
        self._store, self._records = store, records
        self._known: dict[frozenset[str], list[bytes]] = {}

    def of(self, documents: frozenset[str]) -> list[bytes]:
        if documents not in self._known:
            self._store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
            load(self._store, [record for record in self._records if record.provenance.sha256 in documents])
            self._known[documents] = dumped(self._store)
        return self._known[documents]


@pytest.fixture(scope="module")
def clean(minutes: Minutes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clean]:
    def read() -> list[MeetingRecord]:
        return [record for reading in harvest(find_sources([minutes.folder])) for record in reading.records]

    minutes.put(minutes.old)
    records = {(record.provenance.sha256, record.ordinal): record for record in read()}
    minutes.put(minutes.new)
    records |= {(record.provenance.sha256, record.ordinal): record for record in read()}
    with open_store(tmp_path_factory.mktemp("clean") / "store") as store:
        yield Clean(store, list(records.values()))


@dataclass
class Undisturbed:
    """What a command makes of a store when nobody is killed, and in how many moments."""

    ground: Ground
    minutes: Minutes
    name: str
    place: Path

    def prepare(self) -> None:
        self.minutes.put(self.minutes.old)
        if self.name == "ingest":
            self.ground.be_empty()
        else:
            self.ground.be_loaded(self.minutes)
        if self.name == "replace":
            self.minutes.put(self.minutes.new)

    def work(self, moment: int = 0) -> subprocess.CompletedProcess[str]:
        return self.ground.work(self.minutes.command(self.name), self.place / "moments", moment)

    @cached_property
    def result(self) -> tuple[list[bytes], int]:
        self.prepare()
        answer = self.work()
        assert answer.returncode == 0, answer.stderr
        with self.ground.opened() as store:
            return with_trace(store), int((self.place / "moments").read_text())


@pytest.fixture(scope="module")
def undisturbed(ground: Ground, minutes: Minutes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Undisturbed]:
    return {name: Undisturbed(ground, minutes, name, tmp_path_factory.mktemp(name)) for name in COMMANDS}


@pytest.mark.parametrize("seed", range(KILLS))
@pytest.mark.parametrize("command", COMMANDS)
def test_a_killed_command_is_completed_by_running_it_again(
    ground: Ground, undisturbed: dict[str, Undisturbed], clean: Clean, command: str, seed: int
) -> None:
    case = undisturbed[command]
    expected, moments = case.result
    moment = random.Random(f"{command} {seed}").randint(1, moments)
    case.prepare()
    killed = case.work(moment)
    if not isinstance(ground, MortalServer):  # who works on while the server is started again may well end whole
        assert killed.returncode < 0, f"nothing was killed at moment {moment} of {moments}"
    with ground.opened() as store:
        assert_whole(store)
        if seed % 2 == 0:  # what follows from the corpus may be due: done now, all is as of what is there
            settle(store)
            assert difference(dumped(store), clean.of(documents_in(store))) == []
    answer = case.work()
    assert answer.returncode == 0, answer.stderr
    with ground.opened() as store:
        assert difference(with_trace(store), expected) == []


def documents_in(store: BoltGraphStore) -> frozenset[str]:
    return frozenset(row["id"] for row in store.read("MATCH (d:Document) RETURN d.id AS id"))


def assert_whole(store: BoltGraphStore) -> None:
    """Every document is there with its readings and meetings, and nothing is there without its document."""
    half = """
        MATCH (d:Document)
        WHERE NOT EXISTS { MATCH (d)-[:HAS_RECORD]->(:Record) } OR NOT EXISTS { MATCH (d)<-[:DOCUMENTED_BY]-(:Meeting) }
        RETURN d.id AS id
        UNION ALL
        MATCH (r:Record) WHERE NOT EXISTS { MATCH (r)<-[:HAS_RECORD]-(:Document) } RETURN r.id AS id
        UNION ALL
        MATCH (e:Evidence) WHERE NOT EXISTS { MATCH (e)-[:IN_DOCUMENT]->(:Document) } RETURN e.id AS id
        UNION ALL
        MATCH (t:Tombstone), (d:Document {id: t.id}) RETURN t.id AS id
        UNION ALL
        MATCH (m:Meeting) WHERE m.status <> 'referenced' AND NOT EXISTS { MATCH (m)-[:HAS_ITEM]->(:AgendaItem) }
        RETURN m.id AS id
    """
    assert store.read(half) == []


def test_another_order_one_by_one_and_twice_gives_the_same_graph(tmp_path: Path, example_store: Path) -> None:
    store = tmp_path / "store"
    files = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".pdf", ".txt", ".json"})
    random.Random(7).shuffle(files)
    for part in (files[:3], files[3:4], files[4:], files[2:6]):
        answer = run("ingest", *part, "--again", store=store)
        assert answer.returncode == 0, answer.stderr
    with open_store(store) as opened, open_store(example_store) as example:
        assert difference(dumped(opened), dumped(example)) == []
