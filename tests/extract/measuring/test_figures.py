import json
from pathlib import Path
from typing import Any

import pytest

from extract.document import Document
from extract.errors import FileEmpty
from extract.measuring.annotate import annotate
from extract.measuring.figures import annotate_file, figures
from extract.records import MeetingRecord
from tests.extract.measuring import nordlev


@pytest.fixture
def gold_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gold of the invented meeting, its document beside it, and a reader that gives its record."""

    def read(path: Path, **_: Any) -> Document:
        if not path.stat().st_size:
            raise FileEmpty(f"{path.name} holds no bytes.", "Fetch it again.")
        return nordlev.document()

    def extract(document: Document, **_: Any) -> tuple[MeetingRecord, ...]:
        return (nordlev.record(),)

    monkeypatch.setattr("extract.reading.read", read)
    monkeypatch.setattr("extract.extraction.extract", extract)
    (tmp_path / "gold").mkdir()
    (tmp_path / "minutes").mkdir()
    [annotation] = annotate([nordlev.record()], nordlev.document())
    (tmp_path / "gold" / "700.json").write_text(json.dumps(annotation), encoding="utf-8")
    (tmp_path / "minutes" / "700_nordlev.txt").write_text(nordlev.TEXT, encoding="utf-8")
    return tmp_path / "gold"


def test_annotate_file_names_the_annotation_as_the_document(gold_dir: Path) -> None:
    annotations = annotate_file(gold_dir.parent / "minutes" / "700_nordlev.txt")
    assert list(annotations) == ["700_nordlev.json"]


def test_figures_from_the_documents_beside_the_gold(gold_dir: Path) -> None:
    evaluation = figures(gold_dir)
    assert (evaluation.problems, evaluation.figures()["total"].f1) == ((), 1.0)


def test_a_missing_document_is_a_problem(gold_dir: Path) -> None:
    (gold_dir.parent / "minutes" / "700_nordlev.txt").unlink()
    evaluation = figures(gold_dir, types=["item"])
    assert evaluation.problems == ("700: no document whose name begins so", "700: 0 annotations")
    assert evaluation.figures()["item"].recall == 0.0


def test_a_refused_document_is_a_problem(gold_dir: Path) -> None:
    (gold_dir.parent / "minutes" / "700_nordlev.txt").write_bytes(b"")
    evaluation = figures(gold_dir)
    assert "holds no bytes" in evaluation.problems[0]
    assert evaluation.figures()["total"].found == 0
