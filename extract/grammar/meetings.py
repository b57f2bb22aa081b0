"""Where a file of several meetings parts, and what a document is by its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.document import Document, Line, Role
from extract.grammar.header import is_label_line, title_of
from extract.grammar.paragraphs import Paragraph, read_paragraphs
from extract.records import DocumentKind, ItemRecord

_REACH = 10  # paragraphs after a title line in which the header's labels stand


def split_meetings(document: Document) -> tuple[tuple[Line, ...], ...]:
    """The lines of each meeting of a file: a new one begins with a title line over the labels of a header."""
    if any(line.label for line in document.lines):
        return (document.lines,)
    paragraphs = read_paragraphs(document, document.lines)
    starts = [paragraphs[index].first.number for index in _beginnings(paragraphs)]
    bounds = [1, *starts[1:], len(document.lines) + 1]
    return tuple(document.lines[begin - 1 : end - 1] for begin, end in pairwise(bounds))


def judge_kind(items: Sequence[ItemRecord]) -> DocumentKind:
    """Held minutes have decisions of their own; an agenda has matters but none decided; all else is neither."""
    if any(decision.own for item in items for decision in item.decisions):
        return DocumentKind.MINUTES
    if any(item.recommendations or len(item.sections) > 1 or item.kind.housekeeping for item in items):
        return DocumentKind.AGENDA
    return DocumentKind.OTHER


def _beginnings(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    for index, paragraph in enumerate(paragraphs):
        if title_of(paragraph) is None or paragraph.first.role is not Role.BODY:
            continue
        following = paragraphs[index + 1 : index + 1 + _REACH]
        labels = sum(is_label_line(one) for one in following)
        if labels >= 2 or (index == 0 and labels):
            yield index
