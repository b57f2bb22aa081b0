"""Two lists side by side, each under its label: "Deltagere        Afbud"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document import Line
from extract.grammar.paragraphs import Paragraph

_GAP = re.compile(r"\s{3,}|\t")  # as wide as between columns
_SLACK = 1  # characters by which a column may begin before its label


def column_beside(paragraph: Paragraph, start: int) -> bool:
    """Whether what stands in a line from a position on is in a column of its own."""
    line = paragraph.first
    at = len(paragraph.text[:start].rstrip())
    return len(paragraph.lines) == 1 and _GAP.match(line.raw, line.raw_offset(at)) is not None


def read_columns(head: Paragraph, start: int, under: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """What stands under the left and the right half of a line that is parted at a position, up to the next blank line.

    Each half of a line is a paragraph of its own, without the one on the other side. A line that goes on over the gap
    is left out: nobody can say which half its words are of.
    """
    column = head.first.raw_offset(start) - _SLACK
    left, right = [head.part(0, start)], [head.tail(start)]
    for paragraph in under:
        if paragraph.spaced:
            break
        for begin, end, cut in _lines(paragraph, column):
            left += [paragraph.part(begin, cut)] if paragraph.text[begin:cut].strip() else []
            right += [paragraph.part(cut, end)] if paragraph.text[cut:end].strip() else []
    return left, right


def _lines(paragraph: Paragraph, column: int) -> Iterator[tuple[int, int, int]]:
    """Where each line of a paragraph begins and ends in it, and where its right half begins."""
    ends = (*paragraph.starts[1:], len(paragraph.text))
    for line, begin, end in zip(paragraph.lines, paragraph.starts, ends, strict=True):
        cut = _cut(line, column)
        if cut is not None:
            yield begin, end, min(end, begin + cut)


def _cut(line: Line, column: int) -> int | None:
    """Where the right half of a line begins; None where one word or one blank stands at the gap."""
    for position in range(len(line.text)):
        at = line.raw_offset(position)
        if at >= column and not line.text[position].isspace():
            return position if line.raw[:at].endswith(("  ", "\t")) or not line.raw[:at].strip() else None
    return len(line.text)
