"""Files that come, change and go, from their folders to the graph, on both stores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from api.service.arrivals import Choices
from api.service.ingestion import IngestReport, find_sources, ingest
from api.service.removal import named_document, remove_document
from api.service.renewal import Why, digest_of, renewable, stale
from graph.dump import dump
from graph.errors import DocumentAmbiguous, DocumentUnknown, StoreUnreachable
from graph.identity.book import Book
from graph.store import BoltGraphStore
from tests.stores import LentStore

DAY = date(2026, 11, 21)
MARK = "Kvabbelfnug"


@pytest.fixture
def graph(server: LentStore) -> BoltGraphStore:
    return server.empty()


def minutes(title: str, day: str = "12-03-2024", decided: str = "Godkendt.") -> str:
    return f"""REFERAT Teknisk Udvalg (2022-2025) d. {day}

Nordlev Kommune

Mødedato {day} kl. 16:30

Mødedeltagere Tormod Aabyholm, Vibeke Skovrider, Bjørn Ægidius

Punkt 1: {title}

24/1001

Indstilling

Direktøren for Teknik indstiller, at

- {title.lower()} anlægges.

Beslutning i Teknisk Udvalg den {day}

{decided}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def read(store: BoltGraphStore, *paths: Path, **choices: object) -> IngestReport:
    return ingest(store, find_sources(paths), processes=1, choices=Choices(day=DAY, **choices))  # type: ignore[arg-type]


def titles(store: BoltGraphStore) -> list[str]:
    return [row["t"] for row in store.read("MATCH (i:AgendaItem) RETURN i.title AS t ORDER BY t")]


def outcomes(report: IngestReport) -> list[tuple[str, str, list[str]]]:
    return [(file.name, file.outcome, [problem.code for problem in file.problems]) for file in report.files]


def told(store: BoltGraphStore) -> bytes:
    return b"".join(dump(store))


def test_a_file_with_other_bytes_takes_the_place_of_the_one_before(graph: BoltGraphStore, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", minutes(MARK))
    old = digest_of(file)
    read(graph, file)
    assert titles(graph) == [MARK]
    write(file, minutes("Cykelsti"))
    report = read(graph, tmp_path)
    assert outcomes(report) == [("a.txt", "read", ["replaces"])]
    assert report.files[0].replaced == (old,)
    assert titles(graph) == ["Cykelsti"]
    assert outcomes(read(graph, tmp_path)) == [("a.txt", "unchanged", [])]


def test_a_relative_path_is_the_same_place(
    graph: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "mappe" / "a.txt", minutes(MARK))
    read(graph, file)
    write(file, minutes("Cykelsti"))
    monkeypatch.chdir(tmp_path / "mappe")
    read(graph, Path("a.txt"))
    assert titles(graph) == ["Cykelsti"]


def test_on_another_machine_it_is_another_place(graph: BoltGraphStore, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", minutes("Havn"))
    read(graph, file, machine="oest")
    write(file, minutes("Cykelsti", "09-04-2024"))
    read(graph, file, machine="vest")
    assert titles(graph) == ["Cykelsti", "Havn"]


def test_the_older_version_in_the_same_folder_does_not_win(graph: BoltGraphStore, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", minutes(MARK))
    read(graph, file)
    write(tmp_path / "a-gammel.txt", minutes(MARK))
    write(file, minutes("Cykelsti"))
    assert outcomes(read(graph, tmp_path)) == [
        ("a-gammel.txt", "kept out", ["document-superseded"]),
        ("a.txt", "read", ["replaces"]),
    ]
    assert outcomes(read(graph, tmp_path))[0][:2] == ("a-gammel.txt", "kept out")
    assert titles(graph) == ["Cykelsti"]


def test_by_the_manifest_the_later_fetched_of_one_address_counts(graph: BoltGraphStore, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", minutes("Cykelsti"))
    write(tmp_path / "b.txt", minutes(MARK))
    url = "https://nordlev.example/referat/7"
    rows = [f"a.txt,{url},2026-05-05", f"b.txt,{url},2026-01-05"]
    write(tmp_path / "manifest.csv", "file,source_url,retrieved\n" + "\n".join(rows) + "\n")
    assert [one[:2] for one in outcomes(read(graph, tmp_path))] == [("a.txt", "read"), ("b.txt", "kept out")]
    assert titles(graph) == ["Cykelsti"]


def test_two_of_one_address_without_a_day_are_told(graph: BoltGraphStore, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", minutes("Cykelsti"))
    write(tmp_path / "b.txt", minutes("Havn"))
    url = "https://nordlev.example/referat/7"
    write(tmp_path / "manifest.csv", f"file,source_url\na.txt,{url}\nb.txt,{url}\n")
    report = read(graph, tmp_path)
    assert sorted(one[1:] for one in outcomes(report)) == [("read", []), ("read with a warning", ["both-stand"])]
    before = told(graph)
    assert {one[1] for one in outcomes(read(graph, tmp_path))} == {"unchanged"}
    assert told(graph) == before


def test_a_named_document_gives_way(graph: BoltGraphStore, tmp_path: Path) -> None:
    old, new = write(tmp_path / "a.txt", minutes(MARK)), write(tmp_path / "b.txt", minutes("Cykelsti", "09-04-2024"))
    read(graph, old, new)
    gone = named_document(graph, str(old), "")
    report = read(graph, new, replaces=gone)
    assert titles(graph) == ["Cykelsti"]
    assert "With it went nordlev.teknisk-udvalg" in report.files[0].problems[-1].message
    assert outcomes(read(graph, new, replaces=gone))[0][1] == "read"  # a second run says the same again
    assert titles(graph) == ["Cykelsti"]


def test_removed_by_path_and_not_read_again(graph: BoltGraphStore, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", minutes(MARK))
    other = write(tmp_path / "b.txt", minutes("Cykelsti", "09-04-2024"))
    read(graph, other)
    before = told(graph)
    read(graph, tmp_path)
    removed = remove_document(graph, str(file), machine="", day=DAY, why="Tilbagekaldt", book=Book())
    assert (removed.name, removed.points) == ("a.txt", 1)
    assert told(graph) == before
    for again in (False, True):
        report = ingest(graph, find_sources([tmp_path]), again=again, processes=1)
        assert outcomes(report)[0] == ("a.txt", "kept out", ["document-removed"])
        assert "2026-11-21: Tilbagekaldt" in report.files[0].problems[0].message
    assert told(graph) == before
    read(graph, tmp_path, readmit=True)
    assert titles(graph) == ["Cykelsti", MARK]


def test_a_document_is_named_by_the_path_of_a_file_that_is_gone(graph: BoltGraphStore, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", minutes("Cykelsti"))
    whole = digest_of(file)
    assert whole
    url = "https://nordlev.example/7"
    ingest(graph, find_sources([file], source_url=url), processes=1)
    copy = write(tmp_path / "kopi.txt", minutes("Cykelsti"))
    file.unlink()
    for name in (str(file), str(copy), url, whole, whole[:8]):
        assert named_document(graph, name, "") == whole
    with pytest.raises(DocumentUnknown):
        named_document(graph, str(tmp_path / "c.txt"), "")
    read(graph, write(tmp_path / "d.txt", minutes("Havn", "09-04-2024")))
    write(file, minutes("Havn", "09-04-2024"))  # the bytes of d lie at the path of a now
    with pytest.raises(DocumentAmbiguous):
        named_document(graph, str(file), "")


def make_stale(store: BoltGraphStore, *digests: str | None) -> None:
    store.write("MATCH (d:Document) WHERE d.id IN $ids SET d.extractor = 'gammel'", ids=list(digests))


def test_what_an_older_version_read_is_read_again_from_where_it_lies(graph: BoltGraphStore, tmp_path: Path) -> None:
    days = {"her": "12-03-2024", "vaek": "09-04-2024", "andet": "14-05-2024"}
    files = {name: write(tmp_path / f"{name}.txt", minutes("Sti", day)) for name, day in days.items()}
    digests = {name: digest_of(file) for name, file in files.items()}
    for file in files.values():
        ingest(graph, find_sources([file], municipality="Søby Kommune"), processes=1)
    read(graph, files["her"])  # once more without the municipality: what is known of the place stays
    before = told(graph)
    assert stale(graph) == {}
    make_stale(graph, *digests.values())
    assert stale(graph) == {"gammel": 3}
    files["vaek"].unlink()
    write(files["andet"], minutes("Havn"))
    sources, lost = renewable(graph, "")
    assert [source.path for source in sources] == [files["her"]]
    assert {one.name: one.why for one in lost} == {"vaek.txt": Why.MISSING, "andet.txt": Why.CHANGED}
    assert {one.why for one in renewable(graph, "en-anden")[1]} == {Why.ELSEWHERE}
    ingest(graph, sources, processes=1)
    assert stale(graph) == {"gammel": 2}
    graph.write("MATCH (d:Document {extractor: 'gammel'}) SET d.extractor = $now", now=_now(graph))
    assert told(graph) == before


def _now(store: BoltGraphStore) -> str:
    (row,) = store.read("MATCH (d:Document) WHERE d.extractor <> 'gammel' RETURN DISTINCT d.extractor AS e")
    return str(row["e"])


class Failing:
    """A store whose server goes away at the n-th transaction that loads, and comes back when it is waited for."""

    def __init__(self, store: BoltGraphStore, failures: Sequence[int], *, committed: bool) -> None:
        self._store, self._failures, self._committed, self._count = store, set(failures), committed, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def in_transaction(self, work):  # type: ignore[no-untyped-def]
        self._count += 1
        if self._count in self._failures:
            if self._committed:  # the answer to the commit was lost
                self._store.in_transaction(work)
            raise StoreUnreachable("Ingen svarer.", "Vent.")
        return self._store.in_transaction(work)


@pytest.mark.parametrize("committed", [False, True])
def test_a_server_that_goes_away_is_waited_for(
    graph: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, committed: bool
) -> None:
    monkeypatch.setattr("graph.loading.PAUSE", 0.0)
    write(tmp_path / "a.txt", minutes("Cykelsti"))
    write(tmp_path / "b.txt", minutes("Havn", "09-04-2024"))
    read(graph, tmp_path)
    clean = told(graph)
    graph.write("MATCH (n) DETACH DELETE n")
    waited: list[StoreUnreachable] = []
    failing = Failing(graph, range(3, 9, 2), committed=committed)
    ingest(failing, find_sources([tmp_path]), processes=1, on_waiting=waited.append)  # type: ignore[arg-type]
    assert waited
    assert told(graph) == clean


def test_a_server_that_stays_away_is_told_with_what_is_done(
    graph: BoltGraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.loading.PAUSE", 0.0)
    monkeypatch.setattr("api.service.ingestion.PATIENCE", 0.0)
    write(tmp_path / "a.txt", minutes("Cykelsti"))
    read(graph, tmp_path)
    write(tmp_path / "b.txt", minutes("Havn", "09-04-2024"))
    with pytest.raises(StoreUnreachable) as error:
        ingest(Failing(graph, range(2, 999), committed=False), find_sources([tmp_path]), processes=1)  # type: ignore[arg-type]
    assert "Of 2 files 1 are done" in error.value.cure
