"""Pieces of text around what was found, with every hit marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from api.models import Snippet
from graph.words.terms import terms

AROUND = 90  # characters of text on either side of the first hit
_WORD = re.compile(r"[^\W_]+")
Span = tuple[int, int]
Find = Callable[[str], Iterator[Span]]  # the hits in a text, in order


def find_terms(wanted: re.Pattern[str]) -> Find:
    """Finds the words that bear such a term, with any ending and in compounds; what it learns serves the next text."""

    @cache
    def is_hit(word: str) -> bool:
        return any(map(wanted.fullmatch, terms(word.lower())))

    return lambda text: (word.span() for word in _WORD.finditer(text) if is_hit(word.group()))


def find_pattern(wanted: re.Pattern[str]) -> Find:
    """Finds what looks like this."""
    return lambda text: (found.span() for found in wanted.finditer(text))


def snippet(text: str, find: Find) -> Snippet | None:
    """The text around the first hit, with every hit marked: odd parts are hits."""
    flat = " ".join(text.split())
    first = next(find(flat), None)
    if first is None:
        return None
    start, end = _around(flat, first)
    cut = flat[start:end]
    parts, done = [], 0
    for left, right in find(cut):
        parts += [cut[done:left], cut[left:right]]
        done = right
    parts.append(cut[done:])
    parts[0] = ("… " if start else "") + parts[0]
    parts[-1] += " …" if end < len(flat) else ""
    return Snippet(parts=tuple(parts))


def _around(flat: str, hit: Span) -> Span:
    """Where the piece begins and ends: between words."""
    start, end = max(0, hit[0] - AROUND), min(len(flat), hit[1] + AROUND)
    start = flat.find(" ", start) + 1 if start and " " in flat[start : hit[0]] else start
    end = flat.rfind(" ", hit[1], end) if end < len(flat) and " " in flat[hit[1] : end] else end
    return start, end
