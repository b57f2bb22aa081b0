"""Where the characters of a PDF page stand: the page's lines as a document has them, each character with its box.

A page is read by the same functions as a whole document, so its lines are the same, masks included. Of most files only
the page and its neighbours are read: a CPR number is known by what stands within forty characters of it. Where
something was masked or repaired (`WHOLE`), every page is read, because a mask may then hang on another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from pdfplumber.utils.text import LIGATURES

from extract.errors import PageUnplaced
from extract.reading.layout import draft_lines
from extract.reading.lines import finish
from extract.reading.pdf import open_pdf, read_pdf
from extract.reading.prints import GLUE, Print, Sheet, Word, read_sheet

WHOLE = frozenset(("cpr-masked", "letters-repaired"))  # codes of problems after which a page is not read alone
_MASKED = "X"
_SPACE = re.compile(r"\s+")


class Box(NamedTuple):
    """Points from the upper left corner of the page as it is shown."""

    x0: float
    top: float
    x1: float
    bottom: float


Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line as printed, CPR numbers masked; for each of its characters the box, none for blanks between words."""

    raw: str
    boxes: tuple[Box | None, ...]
    masked: tuple[int, ...] = ()  # characters that a mask stands for


@dataclass(frozen=True)
class PlacedPage:
    """A page as it is shown: its size in points, and its lines."""

    number: int
    width: float
    height: float
    lines: tuple[PlacedLine, ...]

    @cached_property
    def text(self) -> str:
        """The lines joined by newline, as they stand one after another in the document's text."""
        return "\n".join(line.raw for line in self.lines)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each line in `text`."""
        starts, position = [], 0
        for line in self.lines:
            starts.append(position)
            position += len(line.raw) + 1
        return tuple(starts)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """One box for each line (or cell of a row) that a span of `text` covers."""
        found: list[Box] = []
        for line, start in zip(self.lines, self.starts, strict=True):
            first, last = max(span[0] - start, 0), min(span[1] - start, len(line.raw))
            found += _around(line, first, last)
        return tuple(found)

    @property
    def is_showable(self) -> bool:
        """Whether everything that was masked can be painted over."""
        return all(line.boxes[position] for line in self.lines for position in line.masked)

    @property
    def masks(self) -> tuple[Box, ...]:
        """The boxes of every character that was masked. Raises PageUnplaced where one has no place."""
        if not self.is_showable:
            raise PageUnplaced("A CPR number was masked on this page, and its place on the page is not known.", _CURE)
        return tuple(box for line in self.lines for position in line.masked if (box := line.boxes[position]))


_CURE = "Read the page's text instead."


def place_page(content: bytes, number: int, *, whole: bool) -> PlacedPage:
    """Page `number` (from 1) of a PDF; `whole` where its document has one of the problems in WHOLE.

    Raises PageUnplaced where the page is not there or holds no text (nobody could have masked it), and ReadingError
    for what cannot be opened.
    """
    with open_pdf(content) as pdf:
        if not 1 <= number <= len(pdf.pages):
            raise PageUnplaced(f"The file has no page {number}.", f"It has {len(pdf.pages)}.")
        around = range(max(number - 1, 1), min(number + 1, len(pdf.pages)) + 1)
        sheets, page = [], None
        for each in around:
            with _put_away(pdf.pages[each - 1]) as opened:
                sheets.append(read_sheet(opened, each))
                if each == number:
                    page = _Geometry.of(opened)
    prints = next(sheet.prints for sheet in sheets if sheet.number == number)
    if page is None or not prints:
        raise PageUnplaced("The page holds no text that was read.", "See the file at its source.")
    raws = _masked_whole(content, number) if whole else _masked_lines(sheets, number)
    if [len(raw) for raw in raws] != [len(found.raw) for found in prints]:
        raise PageUnplaced("The page does not read as before.", "Read the file again.")
    lines = tuple(_placed(found, raw, page) for found, raw in zip(prints, raws, strict=True))
    return PlacedPage(number, page.width, page.height, lines)


@contextmanager
def _put_away(page: Any) -> Iterator[Any]:
    """A page of pdfplumber, whose memory is given back."""
    try:
        yield page
    finally:
        page.close()


def _masked_lines(sheets: Sequence[Sheet], number: int) -> list[str]:
    lines, _ = finish(draft_lines(sheets))
    return [line.raw for line in lines if line.page == number]


def _masked_whole(content: bytes, number: int) -> list[str]:
    lines, *_ = read_pdf(content)
    return [line.raw for line in lines if line.page == number]


@dataclass(frozen=True, slots=True)
class _Geometry:
    """How pdfplumber's points lead to the page as it is shown: turned, and cut to its crop box."""

    width: float
    height: float
    left: float  # of the shown page in pdfplumber's points
    top: float
    letters: dict[tuple[float, float, float, float, str], tuple[tuple[str, Box], ...]]  # of each word

    @classmethod
    def of(cls, page: Any) -> _Geometry:
        x0, y0, x1, y1 = _ordered(page.page_obj.mediabox)
        cx0, cy0, cx1, cy1 = _cut(_ordered(page.page_obj.cropbox or page.page_obj.mediabox), (x0, y0, x1, y1))
        sides = {
            0: (cx0 - x0, y1 - cy1),
            90: (cy0 - y0, cx0 - x0),
            180: (x1 - cx1, cy0 - y0),
            270: (y1 - cy1, x1 - cx1),
        }
        if page.rotation not in sides or cx1 <= cx0 or cy1 <= cy0:
            raise PageUnplaced("The page is turned or cut in a way that is not known.", _CURE)
        left, top = sides[page.rotation]
        width, height = cx1 - cx0, cy1 - cy0
        if page.rotation in (90, 270):
            width, height = height, width
        words = page.extract_words(x_tolerance_ratio=GLUE, extra_attrs=["fontname", "size"], return_chars=True)
        letters = {_key(word): tuple(_letters(word)) for word in words}
        return cls(width, height, left + page.mediabox[0], top + page.mediabox[1], letters)

    def shown(self, box: Box) -> Box:
        return Box(box.x0 - self.left, box.top - self.top, box.x1 - self.left, box.bottom - self.top)

    def of_word(self, word: Word) -> tuple[Box, ...]:
        """A box for each character of a word."""
        found = self.letters.get((word.x0, word.x1, word.top, word.bottom, word.text), ())
        boxes = [self.shown(box) for text, box in found for _ in text]
        if len(boxes) == len(word.text):
            return tuple(boxes)
        return (self.shown(Box(word.x0, word.top, word.x1, word.bottom)),) * len(word.text)


def _ordered(box: Sequence[float]) -> tuple[float, float, float, float]:
    (x0, x1), (y0, y1) = sorted((float(box[0]), float(box[2]))), sorted((float(box[1]), float(box[3])))
    return x0, y0, x1, y1


def _cut(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, float, float, float]:
    return (
        max(inner[0], outer[0]),
        max(inner[1], outer[1]),
        min(inner[2], outer[2]),
        min(inner[3], outer[3]),
    )


def _key(word: Any) -> tuple[float, float, float, float, str]:
    return word["x0"], word["x1"], word["top"], word["bottom"], word["text"]


def _letters(word: Any) -> Iterator[tuple[str, Box]]:
    for char in word["chars"]:
        text = char["text"]
        yield LIGATURES.get(text, text), Box(char["x0"], char["top"], char["x1"], char["bottom"])


def _placed(found: Print, raw: str, page: _Geometry) -> PlacedLine:
    boxes: list[Box | None] = [None] * len(found.raw)
    for position, word in _aligned(found):
        boxes[position : position + len(word.text)] = page.of_word(word)
    masked = tuple(
        position
        for position, (shown, printed) in enumerate(zip(raw, found.raw, strict=True))
        if shown == _MASKED and printed != shown
    )
    return PlacedLine(raw, tuple(boxes), masked)


def _aligned(found: Print) -> list[tuple[int, Word]]:
    """Each word with its place in the print's text; nothing where the two do not agree."""
    in_order = _in_order(found.raw, found.words)
    return in_order if in_order is not None else list(_in_cells(found))


def _in_order(raw: str, words: Iterable[Word]) -> list[tuple[int, Word]] | None:
    aligned: list[tuple[int, Word]] = []
    position = 0
    for word in words:
        position += len(raw[position:]) - len(raw[position:].lstrip(" \t"))
        if not raw.startswith(word.text.replace("\t", " "), position):
            return None
        aligned.append((position, word))
        position += len(word.text)
    return aligned if not raw[position:].strip() else None


def _in_cells(found: Print) -> Iterator[tuple[int, Word]]:
    """As `_in_order`, cell by cell: in one of several lines the words are listed in another order than printed."""
    left = list(found.words)
    begin = 0
    for cell in found.raw.split("\t"):
        length, words = len(_SPACE.sub("", cell)), []
        while length > 0 and left:
            words.append(left.pop(0))
            length -= len(_SPACE.sub("", words[-1].text))
        if length:
            return
        for position, word in _sorted_out(cell, words):
            yield begin + position, word
        begin += len(cell) + 1


def _sorted_out(cell: str, words: Sequence[Word]) -> list[tuple[int, Word]]:
    left = sorted(words, key=lambda word: (word.middle, word.x0))
    aligned: list[tuple[int, Word]] = []
    position = 0
    while left:
        position += len(cell[position:]) - len(cell[position:].lstrip())
        fitting = [word for word in left if cell.startswith(word.text.replace("\t", " "), position)]
        if not fitting:
            return []
        longest = max(len(word.text) for word in fitting)
        word = next(word for word in fitting if len(word.text) == longest)
        left.remove(word)
        aligned.append((position, word))
        position += len(word.text)
    return aligned


def _around(line: PlacedLine, first: int, last: int) -> Iterator[Box]:
    """The boxes around characters of a line: one, or one for each cell and each line of a cell."""
    run: list[Box] = []
    for position in range(first, last):
        box = line.boxes[position]
        if line.raw[position] == "\t" or (box and run and _is_elsewhere(run[-1], box)):
            yield from _hull(run)
            run = []
        if box:
            run.append(box)
    yield from _hull(run)


def _is_elsewhere(before: Box, box: Box) -> bool:
    """Whether a character stands on another printed line than the one before it, or far from it."""
    middle = (box.top + box.bottom) / 2
    return not before.top <= middle <= before.bottom or box.x0 < before.x0


def _hull(run: Sequence[Box]) -> Iterator[Box]:
    if run:
        yield Box(
            min(box.x0 for box in run),
            min(box.top for box in run),
            max(box.x1 for box in run),
            max(box.bottom for box in run),
        )


def base_of(page: PlacedPage, stated: Sequence[tuple[int, str]]) -> int | None:
    """The offset of the page's text in its document's: found from facts that stand there, as (start, quote).

    Each quote must stand on the page where its offset says, so there is one answer, which all of them bear out; None
    where there is none (the page reads otherwise now) or more than one.
    """
    left: set[int] | None = None
    for start, quote in stated:
        if not quote:  # of a fact that a person gave, no place speaks
            continue
        places = {start - place for place in _occurrences(page.text, quote)}
        left = places if left is None else left & places
    return left.pop() if left is not None and len(left) == 1 else None


def _occurrences(text: str, quote: str) -> Iterator[int]:
    """Where a quote stands; also at the end of the text, where it goes on over the page."""
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + 1)
    lines = quote.split("\n")
    for count in range(1, len(lines)):
        head = "\n".join(lines[:count])
        if head and text.endswith(head):
            yield len(text) - len(head)
