"""Where a file of several meetings parts, and what a document is by its content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from extract.document import Document, Line, Role
from extract.grammar.header import is_label_line, opening_of, title_of
from extract.grammar.paragraphs import Paragraph, read_paragraphs
from extract.grammar.titles import kind_of_title
from extract.records import DocumentKind, ItemKind, ItemRecord

_TITLE_LINES = 4  # over which a title may stand: "REFERAT", the body, the day
_POINT = re.compile(
    r"(?:(?:(?:dagsordens)?(?:punkt|pkt)|sag|l(?:øbe|b)\.?\s?nr|nr)\.?\s*(?:nr\.?\s*)?)?(?P<number>\d{1,4})\s*[.:)–-]?\s*"
    r"(?P<title>[^\W\d_].*|)",
    re.IGNORECASE,
)
_REACH = 10  # paragraphs after a title line in which the header's labels stand


def split_meetings(document: Document) -> tuple[tuple[Line, ...], ...]:
    """The lines of each meeting of a file: a new one begins with a title line over the labels of a header."""
    if any(line.label for line in document.lines):
        return (document.lines,)
    paragraphs = read_paragraphs(document, document.lines)
    starts = [paragraphs[index].first.number for index in _beginnings(paragraphs)]
    bounds = [1, *starts[1:], len(document.lines) + 1]
    return tuple(document.lines[begin - 1 : end - 1] for begin, end in pairwise(bounds))


def split_unlabelled(document: Document) -> tuple[tuple[Line, ...], ...]:
    """The same where no labels stand under the titles: each names body and date, and soon has a first point under it.

    Titles may be those of attachments: whoever reads the parts must find that something was decided in each.
    """
    if any(line.label for line in document.lines):
        return (document.lines,)
    paragraphs = read_paragraphs(document, document.lines)
    starts = [paragraphs[index].first.number for index in _openings(paragraphs)]
    bounds = [1, *starts[1:], len(document.lines) + 1]
    return tuple(document.lines[begin - 1 : end - 1] for begin, end in pairwise(bounds))


def judge_kind(items: Sequence[ItemRecord]) -> DocumentKind:
    """Held minutes have decisions of their own; an agenda has matters but none decided; all else is neither."""
    if any(decision.own for item in items for decision in item.decisions):
        return DocumentKind.MINUTES
    if any(item.recommendations or len(item.sections) > 1 or item.kind.housekeeping for item in items):
        return DocumentKind.AGENDA
    return DocumentKind.OTHER


def _openings(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Where a title names another body or day than the one before."""
    before: tuple[str, date] | None = None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.first.role is not Role.BODY or not paragraph.spaced or paragraph.is_row:
            continue
        opening = opening_of(paragraphs[index : index + _TITLE_LINES])
        if opening and opening != before and _has_first_point(paragraphs[index + 1 : index + 1 + _REACH]):
            before = opening
            yield index


def _has_first_point(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a point follows that is the first of a meeting: number 1, or that the agenda is approved."""
    for paragraph in paragraphs:
        match = _POINT.fullmatch(paragraph.text.strip())
        if match and (match["number"] == "1" or kind_of_title(match["title"]) is ItemKind.AGENDA_APPROVAL):
            return True
    return False


def _beginnings(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    for index, paragraph in enumerate(paragraphs):
        if title_of(paragraph) is None or paragraph.first.role is not Role.BODY:
            continue
        following = paragraphs[index + 1 : index + 1 + _REACH]
        labels = sum(is_label_line(one) for one in following)
        if labels >= 2 or (index == 0 and labels):
            yield index
