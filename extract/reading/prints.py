"""The printed lines of one PDF page, from its words and rules: what stands where, how large, how bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

GLUE = 0.15  # of the size: the gap under which two pieces are one word; pdfplumber's own default glues bold labels
CELL_GAP = 2.0  # of the size: the gap from which two pieces stand in columns
_SAME_LINE = 0.35  # of the size: how far the middles of two words of one line may differ (superscripts do)
_PATH_CAP = 4000  # a drawing with more paths is a map or a chart; searching it for tables takes minutes
_CELL_LINES = 10  # a cell with more lines is a frame around text, not a cell of figures
_ROW_GAP = 2.0  # of the size: the gap under which two lines can be rows of one table
_ALIGNED = 2.5  # points
_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of print without a space; points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Print:
    """A printed line, or a row of a table."""

    page: int
    words: tuple[Word, ...]
    raw: str
    row: bool = False

    @property
    def x0(self) -> float:
        """Its left end."""
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        """Its right end."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Its upper end."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower end."""
        return max(word.bottom for word in self.words)

    @property
    def columns(self) -> tuple[float, ...]:
        """Where columns begin in it, and end: both sides of each gap that parts them, without its own left end."""
        gaps = [(left, right) for left, right in pairwise(self.words) if right.x0 - left.x1 > CELL_GAP * left.size]
        return tuple(right.x0 for _, right in gaps) + ((self.x1,) if gaps else ())

    @property
    def size(self) -> float:
        """The size that most of its letters have."""
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its prints from top to bottom, and what else it holds."""

    number: int
    width: float
    height: float
    prints: tuple[Print, ...]
    has_pictures: bool
    searched: bool = True  # False: too many paths to look for tables


def read_sheet(page: Any, number: int) -> Sheet:
    """The prints of a pdfplumber page."""
    words = [
        Word(
            text=word["text"],
            x0=word["x0"],
            x1=word["x1"],
            top=word["top"],
            bottom=word["bottom"],
            size=round(word["size"] * 2) / 2,
            bold=bool(_BOLD.search(word["fontname"])),
        )
        for word in page.extract_words(x_tolerance_ratio=GLUE, extra_attrs=["fontname", "size"])
    ]
    paths = len(page.rects) + len(page.lines) + len(page.curves)
    rows: list[Print] = []
    if 0 < paths <= _PATH_CAP:
        rows, words = _take_tables(page, number, words)
    prints = sorted([*rows, *_lines(number, words)], key=lambda found: (found.top, found.x0))
    return Sheet(
        number=number,
        width=float(page.width),
        height=float(page.height),
        prints=tuple(prints),
        has_pictures=bool(page.images) or (not words and paths > 0),
        searched=paths <= _PATH_CAP,
    )


def _take_tables(page: Any, number: int, words: list[Word]) -> tuple[list[Print], list[Word]]:
    """The rows of the ruled tables, and the words that stand in none."""
    rows: list[Print] = []
    for table in page.find_tables():
        found = [_cells_of(row.cells, words) for row in table.rows]
        if len(found) < 2 or max(len(cells) for cells in found) < 2 or any(map(_is_frame, found)):
            continue
        for cells in found:
            taken = tuple(word for cell in cells for word in cell)
            if taken:
                rows.append(Print(number, taken, "\t".join(_cell_text(cell) for cell in cells), row=True))
        used = {id(word) for row in rows for word in row.words}
        words = [word for word in words if id(word) not in used]
    return rows, words


def _cells_of(boxes: Sequence[tuple[float, float, float, float] | None], words: Sequence[Word]) -> list[list[Word]]:
    return [
        [
            word
            for word in words
            if box and box[0] <= (word.x0 + word.x1) / 2 < box[2] and box[1] <= word.middle < box[3]
        ]
        for box in boxes
    ]


def _is_frame(cells: Sequence[Sequence[Word]]) -> bool:
    return any(len(_group(cell)) > _CELL_LINES for cell in cells)


def _cell_text(cell: Sequence[Word]) -> str:
    return " ".join(_join(line).replace("\t", " ") for line in _group(cell))


def _lines(number: int, words: Sequence[Word]) -> list[Print]:
    """Lines; those whose columns stand under one another are rows, also without rules."""
    lines = [Print(number, tuple(line), _join(line)) for line in _group(words)]
    rows: set[int] = set()
    for index, (above, below) in enumerate(pairwise(lines)):
        near = below.top - above.bottom < _ROW_GAP * above.size
        if near and any(abs(one - other) < _ALIGNED for one in above.columns for other in below.columns):
            rows |= {index, index + 1}
    return [replace(line, row=index in rows) for index, line in enumerate(lines)]


def _group(words: Sequence[Word]) -> list[list[Word]]:
    """Words to lines: those whose middles lie within one band, from left to right."""
    lines: list[tuple[float, list[Word]]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        if lines and abs(lines[-1][0] - word.middle) < _SAME_LINE * max(word.size, 4):
            lines[-1][1].append(word)
        else:
            lines.append((word.middle, [word]))
    return [sorted(line, key=lambda word: word.x0) for _, line in lines]


def _join(line: Sequence[Word]) -> str:
    """The text of a line; a tab where a gap parts columns."""
    text = line[0].text
    for left, right in pairwise(line):
        gap = right.x0 - left.x1
        size = max(left.size, 1.0)
        text += ("\t" if gap > CELL_GAP * size else " " if gap > GLUE * size else "") + right.text
    return text
