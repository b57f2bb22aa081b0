"""PDF: pages, lines, tables. Being built."""

from __future__ import annotations

from extract.document import Line, Problem
from extract.errors import FormatUnknown


def read_pdf(content: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...], int, str | None]:
    """Lines, problems, number of pages and producer."""
    raise FormatUnknown(f"PDF is not read yet ({len(content)} bytes).", "Wait for it.")
