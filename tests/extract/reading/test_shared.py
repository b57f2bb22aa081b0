"""Over the real minutes: what is read of them, counted."""

from collections import Counter
from pathlib import Path

import pytest

from extract.document import Document, Label, Role
from extract.errors import ReadingError
from extract.reading import find_files, read
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

ENDS = {
    "x_badxref": (),
    "x_big400": (),
    "x_bitrot": "pdf-damaged",
    "x_enc_owner": (),
    "x_enc_user": "pdf-encrypted",
    "x_html": "format-mismatch",
    "x_mojibake": ("letters-repaired",),
    "x_nounicode": ("unmapped-font",),
    "x_scan": "text-missing",
    "x_trunc": "pdf-truncated",
    "x_trunc_cr": "pdf-truncated",
    "x_vector": ("drawing-pages",),
    "x_zero": "file-empty",
}


@pytest.mark.parametrize("name", sorted(ENDS))
def test_broken_files_end_as_they_must(name: str) -> None:
    assert _end_of(SHARED / "minutes" / "broken" / f"{name}.pdf") == ENDS[name]


def _end_of(path: Path) -> str | tuple[str, ...]:
    """The code of the refusal, or the codes of the problems."""
    try:
        return tuple(problem.code for problem in read(path).problems)
    except ReadingError as error:
        return error.code


def test_agendas_are_read_whole() -> None:
    documents = [read(path) for path in find_files([SHARED / "minutes" / "greve"])]
    labels = Counter(line.label for document in documents for line in document.lines)
    assert len(documents) == 177
    assert labels[Label.ITEM_NUMBER] == labels[Label.ITEM_TITLE] == 2689
    assert labels[Label.ATTACHMENT] == 3726
    assert not any(document.problems for document in documents)


def _paragraphs(document: Document) -> set[str]:
    """Paragraphs of running text, without the tables and signatures that the PDFs add."""
    found: list[str] = []
    for line in document.lines:
        if line.role is Role.BODY and not line.cells:
            text = line.text.removeprefix("- ")
            if line.continues and found:
                found[-1] += f" {text}"
            else:
                found.append(text)
    return {" ".join(text.split()) for text in found}


def _texts() -> list[Path]:
    return sorted((SHARED / "minutes" / "haderslev").glob("*.txt"))


@pytest.mark.parametrize("producer", ["rl", "cr", "wp"])
def test_pdf_has_the_paragraphs_of_the_text(producer: str) -> None:
    for path in _texts():
        text = _paragraphs(read(path))
        printed = _paragraphs(read(SHARED / "minutes" / "haderslev" / "pdf" / f"{producer}_{path.name[:3]}.pdf"))
        lost = [paragraph for paragraph in text if paragraph not in printed]
        assert len(lost) <= 3, lost  # a paragraph whose page ends with a sentence; a word with a space inside
