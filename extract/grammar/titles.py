"""Titles of points: what kind of point they name, and the marks of open and closed points at their ends."""

from __future__ import annotations

import re

from extract.grammar.paragraphs import squeeze
from extract.grammar.vocabulary import compiled, kinds, labels
from extract.records import ItemKind

_LETTER = re.compile(r"\s*\(\s*[A-ZÆØÅ]\s*\)\s*$")


def is_openness_line(text: str) -> bool:
    """Whether a line says only that a point is open or closed."""
    return bool(compiled(labels().openness).fullmatch(squeeze(text).strip(" ().:-–")))


def is_closed_title(text: str) -> bool:
    """Whether a title says that its point is closed."""
    return bool(compiled(labels().closed).search(text))


def marks_closed(text: str) -> bool:
    """Whether the line of a case number says beside it that its point is closed: "Lukket | 24/102"."""
    marks = compiled(labels().openness_beside).finditer(text)
    return any(is_closed_title(mark.group().strip(" ()·•|/,–-")) for mark in marks)


def tells_closed(text: str) -> bool:
    """Whether a sentence says that its point is closed: "Punktet behandles for lukkede døre." """
    return bool(compiled(labels().closed_sentence).fullmatch(squeeze(text)))


def plain_title(text: str) -> str:
    """A title without the marks of open and closed points, and without letters in brackets at its end."""
    start, end = trim_marks(text, 0, len(text))
    return squeeze(_LETTER.sub("", text[start:end]))


def trim_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a heading that is its title: without "(Åben)" or "Lukket:" at its ends."""
    if leading := compiled(labels().leading_mark).match(text, start, end):
        start = leading.end()
    for trailing in compiled(labels().open_mark).finditer(text, start, end):
        if not text[trailing.end() : end].strip():
            end = trailing.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def kind_of_title(text: str) -> ItemKind | None:
    """The kind that a title names by itself; None where the sections must tell."""
    title = plain_title(text).strip(" .:")
    for form in kinds().form:
        if any(compiled(pattern).search(title) for pattern in form.titles):
            return form.kind
    return None


def is_housekeeping(text: str) -> bool:
    """Whether a title is of a point about the meeting itself."""
    kind = kind_of_title(text)
    return kind is not None and kind.housekeeping
