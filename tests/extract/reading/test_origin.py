from pathlib import Path

import pytest

from extract.errors import SettingsError
from extract.reading import read
from extract.reading.origin import check_municipality, check_source_url


@pytest.mark.parametrize("name", ["", " ", "///", "12", "-"])
def test_a_municipality_that_names_nothing_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match="no name of a municipality"):
        check_municipality(name)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "nordlev.example/1",
        "file:///etc/hosts",
        "https://",
        "https://nordlev.example/a b",
        "https://nordlev.example/\n",
        "https://[",
    ],
)
def test_what_is_no_address_on_the_web_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match="no address on the web"):
        check_source_url(url)


def test_good_ones_and_none_pass() -> None:
    for name in (None, "Nordlev Kommune", "soeby"):
        check_municipality(name)
    for url in (None, "https://nordlev.example/æ?a=1#b", "HTTP://nordlev.example"):
        check_source_url(url)


def test_the_arguments_and_the_manifest_are_checked_where_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Referat\n", encoding="utf-8")
    with pytest.raises(SettingsError):
        read(path, municipality="")
    with pytest.raises(SettingsError):
        read(path, source_url="javascript:alert(1)")
    (tmp_path / "manifest.csv").write_text("file,source_url\na.txt,javascript:alert(1)\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="Line 2 of manifest"):
        read(path)
