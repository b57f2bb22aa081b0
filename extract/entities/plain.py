"""A text without a document: what tests and a look at one sentence need."""

from __future__ import annotations

from extract.document import Line
from extract.entities.component import Point
from extract.entities.context import Context
from extract.entities.passages import Paragraph, Part, Passage, Piece


def plain_point(text: str, context: Context | None = None) -> Point:
    """The text as a point of its own, each line a paragraph of running text."""
    pieces, paragraphs, position = [], [], 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = Line(number, None, raw, raw)
        pieces.append(Piece(position, line))
        paragraphs.append(Paragraph(position, position + len(raw), "Sagsfremstilling", Part.TEXT, line))
        position += len(raw) + 1
    return Point(Passage(text, tuple(pieces), tuple(paragraphs)), context or Context())
