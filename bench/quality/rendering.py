"""A meeting of an agenda system printed as plain text, as somebody would who copies its page by hand.

The text holds number, title, "Sagsnr.", who was there, and the HTML without its marks: no heading, list or table is
told apart any more. It is made without any of our readers, so that reading it back measures them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html.parser import HTMLParser

from bench.quality.agenda import Published, PublishedPoint

_ENDS_LINE = re.compile("address|article|br|div|d[dlt]|h[1-6]|li|ol|p|pre|section|table|tr|ul")
_CELLS = frozenset(("td", "th"))
_UNSHOWN = frozenset(("script", "style", "head", "title"))
_SPACES = re.compile(r"[ \t\r\f\n\u00a0]+")
_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()  # noqa: SIM905


class Form(Enum):
    """How a point begins, and where those absent from it are printed: under its number, or as its last line."""

    DOTTED = ("{number}. {title}", True)
    WORD = ("Punkt {number}: {title}", True)
    SHORT = ("Pkt. {number} {title}", True)
    ABSENT_LAST = ("{number}. {title}", False)

    @property
    def heading(self) -> str:
        """The heading with its two gaps."""
        return self.value[0]

    @property
    def absent_first(self) -> bool:
        """Whether the absent stand before the text of the point."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Rendering:
    """The text of a meeting, and the line (from 1) of each point's heading."""

    text: str
    headings: tuple[int, ...]


def render(meeting: Published, form: Form) -> Rendering:
    """The meeting as lines of plain text."""
    lines = list(_top(meeting))
    headings = []
    for point in meeting.points:
        lines.append("")
        headings.append(len(lines) + 1)
        lines += _point(point, form)
    return Rendering("\n".join(lines) + "\n", tuple(headings))


def _top(meeting: Published) -> Iterator[str]:
    year, month, day = meeting.date[:10].split("-")
    yield f"Referat {meeting.body}"
    yield ""
    yield f"Mødedato: {int(day)}. {_MONTHS[int(month) - 1]} {year}"
    if meeting.place:
        yield f"Mødested: {meeting.place}"
    if meeting.present:
        yield f"Mødedeltagere: {', '.join(meeting.present)}"
    if meeting.absent:
        yield f"Fraværende: {', '.join(meeting.absent)}"


def _point(point: PublishedPoint, form: Form) -> Iterator[str]:
    absent = [f"Fraværende: {', '.join(point.absent)}"] if point.absent else []
    yield form.heading.format(number=point.number, title=point.title)
    if point.case_number:
        yield f"Sagsnr.: {point.case_number}"
    yield from absent if form.absent_first else ()
    for html in point.html:
        yield from plain_lines(html)
    yield from () if form.absent_first else absent
    if point.attachments:
        yield "Bilag"
        yield from point.attachments


def plain_lines(html: str) -> list[str]:
    """The lines of an HTML field without its marks; empty ones left out."""
    stripper = _Stripper()
    stripper.feed(html)
    stripper.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(stripper.pieces).split("\v"))
    return [line for line in lines if line]


class _Stripper(HTMLParser):
    """Letters, with a vertical tab where a line ends and a blank between two cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (its form is given)
        self._unshown += tag in _UNSHOWN
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unshown -= tag in _UNSHOWN and self._unshown > 0
        self._part(tag)

    def _part(self, tag: str) -> None:
        if _ENDS_LINE.fullmatch(tag):
            self.pieces.append("\v")
        elif tag in _CELLS:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self.pieces.append(data.replace("\v", " "))
