import json
from pathlib import Path

import pytest

from extract.errors import SettingsError
from extract.measuring.documents import find_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two gold files, and documents beside them and elsewhere."""
    for name in ("gold", "minutes/nordlev", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    for number in ("700", "701"):
        gold = {"document": {"file": f"{number}_b.txt"}}
        (tmp_path / "gold" / f"{number}.json").write_text(json.dumps(gold), encoding="utf-8")
    names = ["minutes/nordlev/700_a.txt", "minutes/nordlev/700_b.txt", "minutes/nordlev/7010.txt"]
    names += ["minutes/nordlev/701_b.pdf", "elsewhere/701_x.pdf", "elsewhere/701_x.txt", "elsewhere/700.docx"]
    for name in names:
        (tmp_path / name).touch()
    return tmp_path


def test_beside_the_gold_the_text_that_the_gold_names(folder: Path) -> None:
    assert find_documents(folder / "gold") == {"700": folder / "minutes/nordlev/700_b.txt", "701": None}


def test_in_a_folder_any_form_that_is_read_text_first(folder: Path) -> None:
    found = find_documents(folder / "gold", folder / "elsewhere")
    assert found == {"700": None, "701": folder / "elsewhere/701_x.txt"}


def test_without_a_folder_there_is_a_cure(folder: Path) -> None:
    with pytest.raises(SettingsError, match="--documents"):
        find_documents(folder / "gold", folder / "none")
