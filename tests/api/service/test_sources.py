"""Where facts stand, asked over files that are there, have changed, are gone, or hold what must not be seen."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from api.app import create_app
from api.models import Sight
from api.pages.words import PATHS
from api.service import originals as originals_module
from api.service.originals import Originals
from api.service.sources import source, source_lines, source_page
from api.settings import Settings
from extract.document import Document
from extract.facsimile import placing
from extract.reading import read
from graph import ids
from graph.sources import file_source
from graph.store import GraphStore, open_store
from tests.api.client import TestClient
from tests.api.sample import MINUTES, SECOND
from tests.extract.reading.paper import Paper

POINT = "nordlev.byraadet.2024-04-23.1"
TEXT = (
    "Byrådet\nMøde den 23. april 2024\n\nPunkt 1. Færgen\nBeslutning\nGodkendt, og <b>CPR 010203-1234</b> er skjult.\n"
)
HOSTILE = "Godkendt, og <b>CPR XXXXXX-XXXX</b> er skjult."


def minutes() -> bytes:
    paper = Paper()
    paper.heading("Byrådet den 23. april 2024")
    paper.line("Punkt 1. Færgen")
    paper.line("Beslutning: Godkendt.")
    paper.line("Borgeren har CPR-nr. 010203-1234.")
    paper.turn()
    paper.line("Punkt 2. Broen")
    paper.line("Beslutning: Godkendt. Borgmesteren takkede for mødet.")
    return paper.done()


def agenda() -> str:
    return json.dumps(
        {
            "Udvalg": {"Navn": "Byrådet"},
            "Moede": {"Navn": "Ordinært møde", "Dato": "2024-04-23T16:00:00+02:00"},
            "Dagsordenpunkter": [
                {"Navn": "Færgen", "Number": "1", "Felter": [{"Navn": "Beslutning", "Html": "<p>Godkendt i dag.</p>"}]}
            ],
        }
    )


@dataclass
class Archive:
    """Files on disk, and what the graph holds of them."""

    store: GraphStore
    folder: Path

    def keep(
        self, name: str, content: bytes, *quotes: str, point: bool = True, kept: bool = True
    ) -> tuple[Document, list[str]]:
        """Write a file, and a decision for each quote in it. The document, and the ids of the evidence."""
        path = self.folder / name
        path.write_bytes(content)
        document = read(path)
        row = {
            "id": document.provenance.sha256, "name": name, "size": len(content),
            "media": document.provenance.media.value, "status": "read",
            "kind": "minutes", "warnings": sorted({one.code for one in document.problems}),
        }  # fmt: skip
        if document.page_count:
            row["page_count"] = document.page_count
        found = [self._evidence(document, quote) for quote in quotes]
        with self.store.transaction() as transaction:
            transaction.run("MERGE (d:Document {id: $row.id}) SET d += $row", row=row)
            if kept:
                place = file_source(path)
                transaction.run(
                    "MATCH (d:Document {id: $id}) MERGE (s:Source {id: $place}) SET s.address = $address, "
                    "s.file = true MERGE (d)-[:READ_FROM]->(s)",
                    id=row["id"], place=place.id, address=place.address,
                )  # fmt: skip
            for number, evidence in enumerate(found):
                transaction.run(
                    "MATCH (d:Document {id: $id}) MERGE (e:Evidence {id: $e.id}) SET e += $e "
                    "MERGE (e)-[:IN_DOCUMENT]->(d) MERGE (x:Decision {id: $fact}) "
                    "MERGE (x)-[:HAS_EVIDENCE {field: 'text'}]->(e)",
                    id=row["id"], e=evidence, fact=f"{POINT}.decision-{number}",
                )  # fmt: skip
        return document, [str(evidence["id"]) for evidence in found]

    @staticmethod
    def _evidence(document: Document, quote: str) -> dict[str, object]:
        start = document.text.index(quote)
        end = start + len(quote)
        line = document.line(document.text.count("\n", 0, start) + 1)
        row = {
            "id": ids.evidence_id(document.provenance.sha256, 1, start, end, "test"), "line": line.number,
            "page": line.page, "document": document.provenance.sha256, "start": start, "end": end,
            "quote": quote, "rule": "test",
            "confidence": 1.0, "pointer": line.pointer,
        }  # fmt: skip
        return {name: value for name, value in row.items() if value is not None}

    @property
    def originals(self) -> Originals:
        """Files behind empty caches."""
        return Originals("")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("sources")
    with open_store(folder / "store") as store:
        store.apply_schema()
        with store.transaction() as transaction:
            transaction.run(
                "CREATE (m:Municipality {id: 'nordlev', name: 'Nordlev Kommune'})-[:HAS_BODY]->"
                "(b:Body {id: 'nordlev.byraadet', name: 'Byrådet'})-[:HELD]->"
                "(x:Meeting {id: 'nordlev.byraadet.2024-04-23', date: '2024-04-23'})-[:HAS_ITEM]->"
                "(i:AgendaItem {id: $id, number: '1', title: 'Færgen', kind: 'decision', ordinal: 1})",
                id=POINT,
            )
        yield Archive(store, folder)


@pytest.fixture(scope="module")
def reader(archive: Archive) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), archive.store), base_url="http://localhost:8000") as client:
        yield client


def marked(lines: object) -> list[str]:
    return [part.text for line in lines for part in line.parts if part.marked]  # type: ignore[attr-defined]


def test_a_fact_of_a_pdf_has_its_page_its_box_and_its_words(archive: Archive) -> None:
    document, (fact,) = archive.keep("a.pdf", minutes(), "Borgmesteren takkede")
    found = source(archive.store, archive.originals, fact)
    assert found.sight is Sight.WHOLE
    assert found.page
    assert found.page.number == 2
    assert len(found.page.boxes) == 1
    assert marked(found.lines) == ["Borgmesteren takkede"]
    numbers = {line.number: document.line(line.number).raw for line in found.lines if line.number}
    assert all("".join(part.text for part in line.parts) == numbers[line.number or 0] for line in found.lines)
    assert [(one.kind, one.item.id if one.item else "") for one in found.facts] == [("Decision", POINT)]


def test_words_that_stand_twice_are_placed_by_their_neighbours(archive: Archive) -> None:
    document, facts = archive.keep("b.pdf", minutes() + b"\n", "Godkendt", "Punkt 1", "Byrådet")
    found = source(archive.store, archive.originals, facts[0])
    assert found.sight is Sight.WHOLE
    assert [line.number for line in found.lines if line.marked] == [
        document.text[: document.text.index("Godkendt")].count("\n") + 1
    ]


def test_a_page_that_reads_otherwise_is_shown_without_a_box(archive: Archive) -> None:
    _, (fact,) = archive.keep("c.pdf", minutes() + b"\n\n", "Punkt 2")
    with archive.store.transaction() as transaction:
        transaction.run("MATCH (e:Evidence {id: $id}) SET e.quote = 'Punkt 7'", id=fact)
    found = source(archive.store, archive.originals, fact)
    assert found.sight is Sight.UNPLACED
    assert found.page
    assert found.page.picture
    assert not found.page.boxes
    assert marked(found.lines) == []


def test_a_fact_of_a_text_has_the_lines_around(archive: Archive) -> None:
    _, (fact,) = archive.keep("d.txt", TEXT.encode(), "Godkendt, og")
    found = source(archive.store, archive.originals, fact)
    assert found.sight is Sight.WHOLE
    assert found.page is None
    assert marked(found.lines) == ["Godkendt, og"]
    assert [line.number for line in found.lines if line.marked] == [6]


def test_a_fact_of_json_has_its_pointer(archive: Archive) -> None:
    _, (fact,) = archive.keep("e.json", agenda().encode(), "Godkendt i dag.")
    found = source(archive.store, archive.originals, fact)
    (line,) = [line for line in found.lines if line.marked]
    assert line.pointer == "/Dagsordenpunkter/0/Felter/0/Html"
    assert found.evidence
    assert found.evidence.pointer == line.pointer


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe_instead(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("name", "change", "sight"),
    [
        ("gone.pdf", lambda path: path.unlink(), Sight.MISSING),
        ("longer.pdf", lambda path: path.write_bytes(path.read_bytes() + b" "), Sight.CHANGED),
        ("other.pdf", lambda path: path.write_bytes(path.read_bytes().replace(b"e", b"f", 1)), Sight.CHANGED),
        ("folder.pdf", folder_instead, Sight.MISSING),
        ("pipe.pdf", pipe_instead, Sight.MISSING),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_lies_there_now_instead_is_not_shown(archive: Archive, name: str, change: object, sight: Sight) -> None:
    _, (fact,) = archive.keep(name, minutes() + name.encode(), "Punkt 2")
    change(archive.folder / name)  # type: ignore[operator]
    found = source(archive.store, archive.originals, fact)
    assert found.sight is sight
    assert found.page is None
    assert found.evidence
    assert found.evidence.quote == "Punkt 2"
    assert found.facts


def test_a_file_of_another_machine_or_place_is_not_looked_for(archive: Archive) -> None:
    _, (fact,) = archive.keep("far.pdf", minutes() + b"far", "Punkt 2")
    assert source(archive.store, Originals("another"), fact).sight is Sight.ELSEWHERE
    _, (unkept,) = archive.keep("unkept.pdf", minutes() + b"unkept", "Punkt 2", kept=False)
    assert source(archive.store, archive.originals, unkept).sight is Sight.ELSEWHERE


def test_one_of_several_places_is_enough(archive: Archive) -> None:
    content = minutes()
    _, (fact,) = archive.keep("first.pdf", content, "Punkt 2")
    archive.keep("second.pdf", content, "Punkt 2")
    (archive.folder / "first.pdf").write_bytes(b"another")
    assert source(archive.store, archive.originals, fact).sight is Sight.WHOLE


def test_a_very_large_file_is_not_opened(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    _, (fact,) = archive.keep("large.pdf", minutes() + b"large", "Punkt 2")
    monkeypatch.setattr(originals_module, "LARGEST", 100)
    assert source(archive.store, archive.originals, fact).sight is Sight.TOO_LARGE


def test_a_page_whose_mask_has_no_place_gives_its_text_and_no_picture(
    archive: Archive, reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, (fact,) = archive.keep("masked.pdf", minutes() + b"masked", "Punkt 1")
    monkeypatch.setattr(placing.PlacedPage, "is_showable", False)
    found = source(archive.store, archive.originals, fact)
    assert found.sight is Sight.HIDDEN
    assert found.page
    assert found.page.picture is None
    assert "010203" not in found.model_dump_json()
    answer = reader.get(f"/api/documents/{document.provenance.sha256}/pages/1.png")
    assert (answer.status_code, answer.json()["type"]) == (404, "/api/problems/page-unshown")


def test_text_that_the_graph_holds_stands_in_for_a_file_that_is_gone(client: TestClient, store: GraphStore) -> None:
    item = client.get(f"/api/items/{SECOND}").json()
    fact = next(one for one in item["decisions"][0]["evidence"])
    found = client.get(f"/api/evidence/{quote(fact['id'])}").json()
    assert found["sight"] == "elsewhere"
    assert found["evidence"]["document"] == MINUTES
    assert {one["item"]["id"] for one in found["facts"]} == {SECOND}


def test_pages_and_lines_without_a_fact(archive: Archive) -> None:
    pdf, _ = archive.keep("plain.pdf", minutes() + b"plain", "Punkt 1")
    page = source_page(archive.store, archive.originals, pdf.provenance.sha256, 1)
    assert page.sight is Sight.WHOLE
    assert page.page
    assert not page.page.boxes
    assert page.lines
    text, _ = archive.keep("plain.txt", TEXT.encode() + b"plain", "Punkt 1")
    lines = source_lines(archive.store, archive.originals, text.provenance.sha256, 1).lines
    assert [line.number for line in lines] == list(range(1, 8))


def test_a_page_is_read_once(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    _, facts = archive.keep("once.pdf", minutes() + b"once", "Punkt 1", "Byrådet")
    calls: list[int] = []
    place = placing.place_page

    def counted(content: bytes, number: int, *, whole: bool) -> placing.PlacedPage:
        calls.append(number)
        return place(content, number, whole=whole)

    monkeypatch.setattr(placing, "place_page", counted)
    files = archive.originals
    assert [source(archive.store, files, fact).sight for fact in facts * 2] == [Sight.WHOLE] * 4
    assert calls == [1]


def test_the_picture_is_answered_as_png_and_kept_by_its_tag(archive: Archive, reader: TestClient) -> None:
    document, (_fact,) = archive.keep("png.pdf", minutes() + b"png", "Borgmesteren takkede")
    start = document.text.index("Borgmesteren")
    address = f"/api/documents/{document.provenance.sha256}/pages/2.png"
    plain, lit = reader.get(address), reader.get(f"{address}?highlight={start}-{start + 12}&width=600")
    assert plain.headers["content-type"] == "image/png"
    assert Image.open(BytesIO(plain.content)).width == pytest.approx(1240, abs=1)
    assert Image.open(BytesIO(lit.content)).mode == "RGB"
    again = reader.get(address, headers={"If-None-Match": plain.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ("pages/9.png", 404, "not-found"),
        ("pages/0.png", 422, "request-invalid"),
        ("pages/x.png", 422, "request-invalid"),
        ("pages/1.png?highlight=9", 422, "request-invalid"),
        ("pages/1.png?highlight=900000-900005", 404, "page-unshown"),
        ("pages/1.png?highlight=5-2", 404, "page-unshown"),
        ("pages/1.png?width=100000", 422, "request-invalid"),
        ("pages/1.png?path=/etc/passwd", 422, "request-invalid"),
        ("pages/..%2f..%2f1.png", 404, "page-unknown"),
    ],
)
def test_wrong_questions_are_told_what_is_wrong(
    archive: Archive, reader: TestClient, asked: str, status: int, code: str
) -> None:
    document, _ = archive.keep("wrong.pdf", minutes() + b"wrong", "Punkt 1", "Byrådet", "Godkendt")
    answer = reader.get(f"/api/documents/{document.provenance.sha256}/{asked}")
    assert (answer.status_code, answer.json()["type"]) == (status, f"/api/problems/{code}")


def test_no_document_and_no_evidence_of_that_name(reader: TestClient) -> None:
    assert reader.get(f"/api/documents/{'0' * 64}/pages/1.png").status_code == 404
    assert reader.get("/api/evidence/0123.1.2-3.x").status_code == 404
    assert reader.get(f"/dokumenter/{'0' * 64}/side/1").status_code == 404
    assert reader.get(f"/dokumenter/{'0' * 64}/side/1?fakta=x").status_code == 404


def test_a_document_that_was_taken_out_is_gone(archive: Archive, reader: TestClient) -> None:
    with archive.store.transaction() as transaction:
        transaction.run(
            "MERGE (t:Tombstone {id: $id}) SET t.date = date('2026-11-21'), t.reason = 'removed', t.meetings = []",
            id="f" * 64,
        )
    for address in (f"/api/documents/{'f' * 64}/pages/1.png", f"/dokumenter/{'f' * 64}/side/1"):
        assert reader.get(address).status_code == 410


def test_the_page_shows_the_place_and_leads_back_to_the_fact(archive: Archive, reader: TestClient) -> None:
    document, (fact,) = archive.keep("page.pdf", minutes() + b"page", "Borgmesteren takkede")
    sha = document.provenance.sha256
    page = reader.get(f"/{PATHS['document']}/{sha}/side/2?fakta={fact}").text
    assert f'src="/api/documents/{sha}/pages/2.png"' in page
    assert 'id="fund"' in page
    assert "<mark>Borgmesteren takkede</mark>" in page
    assert f'/punkter/{POINT}#f-{fact}"' in page
    assert 'alt="Side 2 af page.pdf' in page
    elsewhere = reader.get(f"/{PATHS['document']}/{sha}/side/1?fakta={fact}", follow_redirects=False)
    assert (elsewhere.status_code, elsewhere.headers["location"]) == (307, f"/dokumenter/{sha}/side/2?fakta={fact}")


def test_no_markup_of_a_source_is_markup_here(archive: Archive, reader: TestClient) -> None:
    document, (fact,) = archive.keep("hostile.txt", TEXT.encode() + b"hostile", HOSTILE)
    page = reader.get(f"/dokumenter/{document.provenance.sha256}/linje/6?fakta={fact}").text
    assert "<b>" not in page
    assert "&lt;b&gt;CPR XXXXXX-XXXX&lt;/b&gt;" in page
    assert 'id="fund"' in page


def test_every_place_on_a_page_leads_to_its_source_once(client: TestClient) -> None:
    page = client.get(f"/punkter/{SECOND}").text
    anchors = [part.split('"')[0] for part in page.split('id="f-')[1:]]
    assert len(anchors) == len(set(anchors)) > 3
    assert page.count(f'href="/dokumenter/{MINUTES}/side/') >= len(anchors)
