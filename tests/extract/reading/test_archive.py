"""ZIP files of documents: each document is read as if it lay in a folder; what cannot be unpacked says why."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from extract.errors import ArchiveUnreadable, FileUnreadable
from extract.reading import find_files, read

TEXT = "REFERAT Havneudvalget d. 03-03-2025\n\nPunkt 1: Ny mole på Ærø\n\nBeslutning\n\nGodkendt.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "referater.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("2025/referat æ.txt", TEXT)
        zipped.writestr("2025/manifest.csv", "file,municipality\nreferat æ.txt,Nordlev Kommune\n")
        zipped.writestr("__MACOSX/2025/._referat.txt", "x")
        zipped.writestr("billede.png", b"\x89PNG")
    return path


def test_documents_are_found_and_read_with_their_manifest(archive: Path) -> None:
    for given in (archive, archive.parent):
        (found,) = find_files([given])
        document = read(found)
        assert document.text == TEXT
        assert document.provenance.name == "referat æ.txt"
        assert document.municipality_hint == "Nordlev Kommune"


def test_document_in_archive_is_the_same_document(archive: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.txt"
    alone.write_text(TEXT, encoding="utf-8")
    (found,) = find_files([archive])
    assert read(found).provenance.sha256 == read(alone).provenance.sha256


def test_damaged_archive_is_kept_so_that_reading_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "halv.zip"
    broken.write_bytes(b"PK\x03\x04 cut off")
    assert find_files([tmp_path]) == [broken]
    with pytest.raises(ArchiveUnreadable, match="damaged"):
        read(broken)


def test_word_file_named_zip_is_no_archive(tmp_path: Path) -> None:
    office = tmp_path / "referat.zip"
    with zipfile.ZipFile(office, "w") as zipped:
        zipped.writestr("[Content_Types].xml", "<x/>")
        zipped.writestr("word/document.xml", "<x/>")
    with pytest.raises(ArchiveUnreadable, match="Word"):
        read(office)


def test_member_that_is_not_there(archive: Path) -> None:
    with pytest.raises(FileUnreadable, match="no such file"):
        read(archive / "andet.txt")


def test_damaged_member_is_refused(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    place = content.index("referat æ.txt".encode()) + len("referat æ.txt".encode()) + 4
    content[place : place + 20] = b"\xff" * 20
    archive.write_bytes(content)
    (found,) = find_files([archive])
    with pytest.raises(ArchiveUnreadable):
        read(found)


def test_member_that_would_fill_the_memory_is_refused(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.reading.archive._LARGEST", 10)
    (found,) = find_files([archive])
    with pytest.raises(ArchiveUnreadable, match="MB"):
        read(found)


@pytest.mark.parametrize(
    "name", ["{local}", "../hemmelig.txt", "a/../../hemmelig.txt", "C:hemmelig.txt", "a\\b.txt", "a/.."]
)
def test_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    local = tmp_path / "hemmelig.txt"
    local.write_text("Hemmelig", encoding="utf-8")
    folder = tmp_path / "zip"
    folder.mkdir()
    hole = folder / "hole.zip"
    with zipfile.ZipFile(hole, "w") as zipped:
        zipped.writestr("godt.txt", TEXT)
        zipped.writestr(name.format(local=local.as_posix()), TEXT)
    for given in (hole, folder):
        assert find_files([given]) == [hole]
    for path in (hole, hole / "godt.txt"):
        with pytest.raises(ArchiveUnreadable, match="leads out"):
            read(path)


def test_empty_parts_of_a_name_are_no_parts(tmp_path: Path) -> None:
    odd = tmp_path / "odd.zip"
    with zipfile.ZipFile(odd, "w") as zipped:
        zipped.writestr("a/./b.txt", TEXT)
        zipped.writestr("a//c.txt", TEXT)
    assert [read(path).text for path in find_files([odd])] == [TEXT, TEXT]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    double = tmp_path / "double.zip"
    with zipfile.ZipFile(double, "w") as zipped:
        zipped.writestr("b.txt", TEXT)
        zipped.writestr("./b.txt", "andet")
    with pytest.raises(ArchiveUnreadable, match="two files"):
        read(double)


def test_archive_inside_an_archive_says_that_it_is_not_read(archive: Path, tmp_path: Path) -> None:
    outer = tmp_path / "ydre.zip"
    with zipfile.ZipFile(outer, "w") as zipped:
        zipped.write(archive, "indre.zip")
    (inner,) = find_files([outer])
    for path in (inner, inner / "2025" / "referat æ.txt"):
        with pytest.raises(ArchiveUnreadable, match="inside a ZIP file"):
            read(path)
