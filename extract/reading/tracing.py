"""A string that knows where each of its characters stands in the string it was made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """Text made from a raw line; `offsets` holds the raw place of each character, and at its end the raw length.

    Offsets never fall. A character that stands for several raw ones (ø for Ã¸) has the place of the first.
    """

    text: str
    offsets: tuple[int, ...] | None = None  # None: nothing was changed yet

    def edit(self, changes: Iterable[tuple[int, int, str]]) -> Traced:
        """Replace spans `(start, end, new)`, given in rising order without overlap."""
        changes = tuple(changes)
        if not changes:
            return self
        source = self.offsets if self.offsets is not None else tuple(range(len(self.text) + 1))
        pieces: list[str] = []
        offsets: list[int] = []
        position = 0
        for start, end, new in changes:
            pieces += (self.text[position:start], new)
            offsets += source[position:start]
            offsets += (source[min(start + step, max(start, end - 1))] for step in range(len(new)))
            position = end
        pieces.append(self.text[position:])
        offsets += source[position:]
        return Traced("".join(pieces), tuple(offsets))

    def substitute(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Traced:
        """`pattern.sub` that keeps the offsets. A match replaced by itself changes nothing."""
        changes = []
        for match in pattern.finditer(self.text):
            replacement = new if isinstance(new, str) else new(match)
            if replacement != match.group():
                changes.append((*match.span(), replacement))
        return self.edit(changes)

    def cut(self, start: int, end: int) -> Traced:
        """Without the characters from start to end."""
        return self.edit([(start, end, "")]) if end > start else self

    def strip(self, signs: str | None = None) -> Traced:
        """Without the given signs (None: white space) at both ends."""
        kept = self.text.strip(signs)
        if len(kept) == len(self.text):
            return self
        start = self.text.find(kept) if kept else len(self.text)
        return self.cut(start + len(kept), len(self.text)).cut(0, start)
