from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from extract.errors import SettingsError
from extract.reading import read
from extract.reading.manifest import Entry, entry_of

MANIFEST = "file,source_url,retrieved,municipality\nreferat.txt,https://nordlev.example/1,2025-03-04,Nordlev Kommune\n"


def test_manifest_beside_a_file_tells_its_source(tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text("Referat", encoding="utf-8")
    assert entry_of(path) == Entry()
    (tmp_path / "manifest.csv").write_text(MANIFEST, encoding="utf-8-sig")
    document = read(path)
    assert document.provenance.source_url == "https://nordlev.example/1"
    assert document.provenance.retrieved == date(2025, 3, 4)
    assert document.municipality_hint == "Nordlev Kommune"
    assert document.provenance.sha256 == sha256(b"Referat").hexdigest()
    told = read(path, source_url="https://soeby.example", municipality="Søby Kommune")
    assert (told.provenance.source_url, told.municipality_hint) == ("https://soeby.example", "Søby Kommune")


@pytest.mark.parametrize(
    "text", ["file,url\na,b\n", "", "source_url\nx\n", "file,retrieved\na.txt,i går\n", b"file\n\xff\xfe\x00\n"]
)
def test_wrong_manifest_is_a_wrong_setting(tmp_path: Path, text: str | bytes) -> None:
    (tmp_path / "manifest.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsError):
        entry_of(tmp_path / "a.txt")
