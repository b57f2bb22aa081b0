"""Words parted at the end of a line, made whole again: the rest is drawn up to the line where the word begins.

A hyphen at a line's end is the word's own ("DH-" / "Nordlev", "2027-" / "2030") or a typesetter's. The document itself
tells which: how it spells the word elsewhere, and how often its lines end so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.document import Line, Role
from extract.reading.paragraphs import suspending

_PARTED = re.compile(r"(?P<head>[^\s\-]*\w)(?P<hyphen>[-\u2010\u2011\u0002])$")
_TAIL = re.compile(r"\w\S*")
_WORDS = re.compile(r"\w+(?:-\w+)*")
_OFTEN = 0.04  # of the wrapped lines: a typesetter is at work


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a document hyphenates."""

    words: frozenset[str]
    parts_words: bool


def mend_words(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with parted words made whole, where a line goes on the paragraph of the line before."""
    pairs = _pairs(lines)
    if not pairs:
        return tuple(lines)
    habits = _habits(lines, pairs)
    mended = {line.number: line for line in lines}
    for first, second in pairs:
        above, below = mended[first], mended[second]
        word = _whole_word(above, below, habits)
        if word is not None:
            mended[first], mended[second] = _drawn_up(above, below, word)
    return tuple(mended[line.number] for line in lines)


def _pairs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Numbers of the lines that follow one another in one paragraph, where the first ends in a hyphen."""
    body = [line for line in lines if line.role is Role.BODY]
    return [
        (above.number, below.number)
        for above, below in pairwise(body)
        if below.continues and not above.cells and not below.cells and (_PARTED.search(above.text) or _is_soft(above))
    ]


def _is_soft(line: Line) -> bool:
    return line.raw.rstrip().endswith("\u00ad")


def _habits(lines: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> _Habits:
    wrapped = sum(line.continues for line in lines)
    words = {word.lower() for line in lines for word in _WORDS.findall(line.text)}
    return _Habits(frozenset(words), len(pairs) > _OFTEN * wrapped and len(pairs) >= 3)


def _whole_word(above: Line, below: Line, habits: _Habits) -> str | None:
    """The word that a line's end and the next line's beginning make; None where the hyphen is meant ("børne- og …")."""
    tail = _TAIL.match(below.text)
    if tail is None or tail.group().rstrip(",.").lower() in suspending():
        return None
    if _is_soft(above):
        return above.text.split()[-1] + tail.group()
    parted = _PARTED.search(above.text)
    if parted is None:
        return None
    head, rest = parted["head"], tail.group()
    return f"{head}{rest}" if _is_typesetters(head, rest, habits) else f"{head}-{rest}"


def _is_typesetters(head: str, rest: str, habits: _Habits) -> bool:
    if not (head.isalpha() and rest[0].islower()) or head.isupper():
        return False
    end = _WORDS.match(rest)
    letters = end.group().lower() if end else rest.lower()
    if f"{head.lower()}-{letters}" in habits.words:
        return False
    return f"{head.lower()}{letters}" in habits.words or (habits.parts_words and head.islower())


def _drawn_up(above: Line, below: Line, word: str) -> tuple[Line, Line]:
    """The word on the first line, the second without it. Letters drawn up stand at the end of their new line's raw."""
    start = len(above.text) - len(above.text.split()[-1])
    cut = below.text.split(maxsplit=1)
    rest = cut[1] if len(cut) > 1 else ""
    parted = _PARTED.search(above.text)
    start = parted.start() if parted else start
    text = above.text[:start] + word
    kept = [above.raw_offset(position) for position in range(min(len(text), len(above.text)))]
    offsets = (*kept, *[above.raw_offset(len(above.text))] * (len(text) - len(kept)), len(above.raw))
    first = replace(above, text=text, offsets=offsets)
    gone = len(below.text) - len(rest)
    second = replace(
        below,
        text=rest,
        offsets=tuple(below.raw_offset(position) for position in range(gone, len(below.text) + 1)),
        role=Role.BODY if rest else Role.BLANK,
    )
    return first, second
