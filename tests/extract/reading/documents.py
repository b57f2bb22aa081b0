"""Documents from strings, for tests that need no file."""

from __future__ import annotations

from pathlib import Path

from extract.document import Document
from extract.reading.provenance import provenance_of
from extract.reading.text import read_text


def document_of(text: str, *, markdown: bool = False) -> Document:
    media, lines, problems, pages = read_text(text, markdown=markdown)
    provenance = provenance_of(Path("referat.txt"), text.encode(), media, source_url=None, retrieved=None)
    return Document(provenance, lines, problems, pages)
