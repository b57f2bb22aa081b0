"""Which line goes on the paragraph of the line before: by its words, where a file tells nothing else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extract.document import Line, Role

_LABEL = re.compile(r"[A-ZÆØÅ][\w\-/ ]{1,40}:(?:\s|$)")
_DATED_HEAD = re.compile(
    r"[A-ZÆØÅ][^.:;]{3,70},?\s+(?:den|d\.)\s\d{1,2}[./][^:;]{3,30}:"
)  # "Byrådet, den 3. maj 2006:"
_SENTENCE_END = re.compile(r"[.:;!?…][\"”’»)]*$")
_CUT_NAME = re.compile(r"(?:[^,]+, ){2,}[A-ZÆØÅ][\w\-]+$")  # a list of names that ends in a first name
_NAME_END = re.compile(r"[A-ZÆØÅ][\w\-]+(?:,|$| \()")
_LAST_WORD = re.compile(r"[\w.]+$")
_WRAP_LIMIT = 120  # no line is longer: the file was wrapped by hand
_FULL = 0.85  # of that length: letters are not equally wide, so neither are full lines
_LONG = 60  # a line of running text, not a heading or a name


class _Paragraphs(BaseModel):
    model_config = ConfigDict(extra="forbid")
    never_last: frozenset[str]
    dangling: frozenset[str]
    suspending: frozenset[str]
    months: list[str]


@cache
def _words() -> _Paragraphs:
    text = files(__package__).joinpath("paragraphs.toml").read_text("utf-8")
    return _Paragraphs.model_validate(tomllib.loads(text))


@cache
def _enumerated() -> re.Pattern[str]:
    months = "|".join(_words().months)
    return re.compile(
        rf"(?:\d{{1,3}}\.\s(?!(?:{months})\b)|\d{{1,3}}\)\s|(?:[a-zæøå]|[ivx]{{1,4}})[.)]\s)", re.IGNORECASE
    )


def opens_item(text: str) -> bool:
    """Whether a line begins with the number or letter of an item: "1. ", "a) "; a date does not."""
    return bool(_enumerated().match(text))


def suspending() -> frozenset[str]:
    """The words before which a hyphen at a line's end is meant."""
    return _words().suspending


def join_paragraphs(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Mark the lines of a text that go on the paragraph before, also over a blank line where a page broke."""
    width = _wrap_width(lines)
    joined: list[Line] = []
    before: Line | None = None
    for line in lines:
        goes_on = False
        if line.role is Role.BODY:
            if before is not None and may_follow(before, line):
                adjacent = line.number == before.number + 1
                wrapped = adjacent and is_wrapped(before.text, line.text, width)
                goes_on = wrapped or is_broken(before.text, line.text)
            before = line
        joined.append(replace(line, continues=True) if goes_on else line)
    return tuple(joined)


def join_broken(lines: Sequence[Line]) -> tuple[Line, ...]:
    """As `join_paragraphs`, for lines whose paragraphs are known from the page: only mends what a gap broke."""
    joined: list[Line] = []
    before: Line | None = None
    for line in lines:
        broken = False
        if line.role is Role.BODY:
            broken = before is not None and may_follow(before, line) and is_broken(before.text, line.text)
            before = line
        joined.append(replace(line, continues=True) if broken else line)
    return tuple(joined)


def may_follow(before: Line, line: Line) -> bool:
    """Whether a line could go on another at all: neither begins something of its own."""
    is_rule = not any(map(str.isalnum, before.text))  # "-----"
    fixed = is_rule or before.heading or before.cells or line.heading or line.bullet or line.cells
    opens = opens_item(line.text) or _LABEL.match(line.text) or _DATED_HEAD.match(line.text)
    return not fixed and not opens


def is_wrapped(before: str, text: str, width: int | None) -> bool:
    """Whether two lines that touch are one paragraph. `width`: where a file wrapped by hand breaks its lines."""
    needed = len(before) + 1 + len(text.split()[0])
    if _SENTENCE_END.search(before):
        return width is not None and (needed > width or text[0].islower())  # "31." may be no end
    if text.startswith("at ") and before.startswith("at "):
        return False  # what is recommended, line by line
    in_brackets = text[0] == "(" and len(before.split()) > 2  # under a heading they begin the text
    return (width is not None and needed > _FULL * width) or text[0].islower() or in_brackets


def is_broken(before: str, text: str) -> bool:
    """Whether a paragraph was broken in mid-sentence, by the words alone: for lines that a gap or a page parts."""
    if _CUT_NAME.fullmatch(before) and _NAME_END.match(text):
        return True
    last = _LAST_WORD.search(before.rstrip(","))
    if last and last.group().lower() in _words().never_last:
        return True
    if last and last.group().lower() in _words().dangling:
        return len(before) >= _LONG or text[:1].islower()
    in_midst = last is not None and last.group() != "at" and not _SENTENCE_END.search(before)
    return in_midst and text[:1].islower() and len(before) >= _LONG


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The length at which the lines of a file were broken by hand; None where paragraphs are one long line."""
    lengths = sorted(len(line.text) for line in lines if line.role is Role.BODY and not line.cells)
    if len(lengths) < 10 or lengths[-1] > _WRAP_LIMIT or lengths[-1] < _LONG:
        return None
    return lengths[-1]
