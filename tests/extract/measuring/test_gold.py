"""What is extracted from the real minutes, measured: by our figures and by those of the definition."""

import json
from pathlib import Path
from typing import Any

import pytest

from extract.measuring.documents import find_documents
from extract.measuring.evaluation import Evaluation
from extract.measuring.figures import annotate_file
from extract.measuring.score import evaluate
from tests.extract.measuring.test_agreement import GOLD, assert_agreement
from tests.shared import needs_shared

pytestmark = needs_shared
FIRM = ("item", "title", "case_number", "section", "procedure", "decision", "outcome")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The annotations of the three gold documents, as files."""
    folder = tmp_path_factory.mktemp("found")
    for path in find_documents(GOLD).values():
        assert path is not None
        for name, annotation in annotate_file(path).items():
            (folder / name).write_text(json.dumps(annotation, ensure_ascii=False), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def evaluation(found: Path) -> Evaluation:
    return evaluate(GOLD, found)


def test_what_is_extracted_is_measured_alike(found: Path) -> None:
    assert_agreement(GOLD, found)
    assert_agreement(GOLD, found, tolerance=1)


def test_annotations_have_the_form(evaluation: Evaluation) -> None:
    assert evaluation.problems == ()


@pytest.mark.parametrize("kind", FIRM)
def test_the_frame_of_the_minutes_is_read(evaluation: Evaluation, kind: str) -> None:
    f1 = evaluation.figures()[kind].f1
    assert f1 is not None
    assert f1 >= 0.97


def test_surfaces_are_printed_on_their_lines(found: Path) -> None:
    """A surface is an exact part of its line, so that a person can check it."""
    for number, path in find_documents(GOLD).items():
        assert path is not None
        lines = path.read_text(encoding="utf-8").split("\n")
        [file] = found.glob(f"{number}*.json")
        for row in _rows(json.loads(file.read_bytes())):
            assert row["surface"] in lines[row["line"] - 1], (number, row)


def _rows(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    tables = ("laws", "bills", "organisations", "bodies", "parties", "money", "date_refs", "agreements", "roles")
    return [row for item in annotation["items"] for table in tables for row in item[table]]
