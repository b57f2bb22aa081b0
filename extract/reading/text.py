"""Plain text and Markdown: line for line as the file has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.document import Line, Media, Problem
from extract.errors import FormatUnknown
from extract.reading.furniture import set_apart
from extract.reading.hyphenation import mend_words
from extract.reading.lines import Draft, finish
from extract.reading.marks import has_markdown
from extract.reading.paragraphs import join_paragraphs

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(text: str, *, markdown: bool = False) -> tuple[Media, tuple[Line, ...], tuple[Problem, ...], int | None]:
    """Lines numbered as in the file (split on newline, blank ones too). Form feeds, where there are any, part pages."""
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    markdown = markdown or has_markdown(text)
    raws = text.split("\n")
    rows = _rows(raws)
    pages = _pages(raws) if "\f" in text else [None] * len(raws)
    drafts = [Draft(raw, page=page, row=row) for raw, page, row in zip(raws, pages, rows, strict=True)]
    lines, problems = finish(drafts, markdown=markdown)
    lines = mend_words(join_paragraphs(set_apart(lines)))
    return Media.MARKDOWN if markdown else Media.TEXT, lines, problems, pages[-1]


def decode(content: bytes) -> str:
    """The text of a file, by byte order mark, as UTF-8, as UTF-16 without mark, else as cp1252.

    Raises FormatUnknown if the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _or_refuse(content, encoding)
    if b"\0" in content[:4000]:
        even, odd = content[0:4000:2].count(0), content[1:4000:2].count(0)
        if max(even, odd) < 10 * min(even, odd) + 1:
            raise _no_text()
        return _or_refuse(content, "utf-16-be" if even > odd else "utf-16-le")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1" if _undefined(content) else "cp1252")
    if len(_CONTROL.findall(text)) > len(text) // 100:
        raise _no_text()
    return text


def _undefined(content: bytes) -> bool:
    """Whether there are bytes that cp1252 leaves undefined."""
    return any(byte in content for byte in b"\x81\x8d\x8f\x90\x9d")


def _or_refuse(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text() from error


def _no_text() -> FormatUnknown:
    return FormatUnknown(
        "The content is neither PDF, text, HTML nor agenda JSON.",
        "Give the minutes as PDF, text, Markdown, HTML or JSON.",
    )


def _pages(raws: Sequence[str]) -> list[int | None]:
    pages: list[int | None] = []
    page = 1
    for raw in raws:
        page += raw.count("\f")
        pages.append(page)
    return pages


def _rows(raws: Sequence[str]) -> list[bool]:
    """Which lines are rows of a table: two tabs or more, or one with such a line above or below."""
    tabs = [raw.strip("\r").count("\t") if raw.strip() else 0 for raw in raws]
    rows = [count >= 2 for count in tabs]
    leaders = [".." in raw for raw in raws]
    for above, below in pairwise(range(len(raws))):
        if tabs[above] and tabs[below] and not leaders[above] and not leaders[below]:
            rows[above] = rows[below] = True
    return rows
