from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract import version


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    room = tmp_path / "extract"
    shutil.copytree(version.ROOM, room, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(version, "ROOM", room)
    return room


def fresh() -> str:
    version.extractor_version.cache_clear()
    try:
        return version.extractor_version()
    finally:
        version.extractor_version.cache_clear()


def test_a_changed_rule_or_word_list_is_another_extractor(copy: Path) -> None:
    before = fresh()
    with (copy / "lexicon" / "parties.toml").open("a") as stream:
        stream.write("\n")
    assert fresh() != before


def test_a_changed_measure_is_the_same_extractor(copy: Path) -> None:
    before = fresh()
    with (copy / "measuring" / "score.py").open("a") as stream:
        stream.write("\n")
    assert fresh() == before
