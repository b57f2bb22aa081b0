"""An HTML field, as agenda systems keep them, to blocks: one a line on screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

UNDERLINED = 6  # the heading level of a line that is underlined and nothing else: weaker than any <h1> to <h5>

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSHOWN = frozenset(("head", "script", "style", "template", "title"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text as a browser would show it."""

    text: str
    heading: int = 0
    bullet: bool = False
    row: bool = False  # cells parted by tabs
    link: str | None = None


def read_html(html: str) -> list[Block]:
    """The blocks of a field as printed, in order. Pictures and empty blocks give none; struck-out text is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


class _Reader(HTMLParser):
    """Collects blocks. A row of a table is one block, whatever paragraphs its cells hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._plain = False  # whether there is a letter outside <u>
        self._link: str | None = None
        self._heading = 0
        self._item_opens = False
        self._underlined = 0
        self._unshown = 0
        self._struck = 0
        self._cells: list[list[str]] = []  # finished cells of the open rows, innermost last

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSHOWN:
            self._unshown += 1
        elif tag in ("del", "s", "strike"):
            self._struck += 1
        elif tag == "u":
            self._underlined += 1
        elif tag == "a":
            self._link = self._link or dict(attrs).get("href")
        elif tag == "br":
            self.end_block()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._open_row()
        elif tag in _HEADINGS:
            self.end_block()
            self._heading = _HEADINGS[tag]
        elif tag in _BLOCKS:
            self.end_block()
            self._item_opens = tag == "li" or (self._item_opens and tag in ("p", "div"))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSHOWN:
            self._unshown = max(0, self._unshown - 1)
        elif tag in ("del", "s", "strike"):
            self._struck = max(0, self._struck - 1)
        elif tag == "u":
            self._underlined = max(0, self._underlined - 1)
        elif tag in ("td", "th"):
            self._end_cell(closes=True)
        elif tag == "tr":
            self._end_row()
        elif tag in _HEADINGS:
            self.end_block()
            self._heading = 0
        elif tag in _BLOCKS:
            self.end_block()
            self._item_opens = False

    def handle_data(self, data: str) -> None:
        if self._unshown or self._struck:
            return
        self._pieces.append(data)
        if not self._underlined and any(sign.isalnum() for sign in data):
            self._plain = True

    def end_block(self) -> None:
        """Close the line that is open. Inside a cell a line is only a space."""
        if self._cells:
            self._pieces.append(" ")
            return
        text = _WHITE.sub(" ", "".join(self._pieces)).strip()
        if text.strip("\u00a0 "):
            heading = self._heading or (0 if self._plain or not _has_letter(text) else UNDERLINED)
            self.blocks.append(Block(text, heading, self._item_opens, link=self._link))
            self._item_opens = False
        self._forget()

    def _forget(self) -> None:
        self._pieces, self._plain, self._link = [], False, None

    def _open_row(self) -> None:
        if self._cells:  # a table inside a cell: its words belong to the cell
            self._pieces.append(" ")
        else:
            self.end_block()
        self._cells.append([])

    def _end_cell(self, *, closes: bool = False) -> None:
        """Take what was collected as a cell; a `<td>` that opens only drops what stands between cells."""
        if not self._cells:
            self.end_block()
        elif len(self._cells) > 1:
            self._pieces.append(" ")
        elif closes:
            self._cells[-1].append(_WHITE.sub(" ", "".join(self._pieces).replace("\u00a0", " ")).strip())
            self._pieces = []
        else:
            self._pieces = [piece for piece in self._pieces if piece.strip()]

    def _end_row(self) -> None:
        cells = self._cells.pop() if self._cells else []
        if self._cells:
            return
        rest = _WHITE.sub(" ", "".join(self._pieces).replace("\u00a0", " ")).strip()
        cells += [rest] if rest else []
        if any(cells):
            row = len(cells) > 1
            self.blocks.append(Block("\t".join(cells), row=row, link=self._link))
        self._forget()


def _has_letter(text: str) -> bool:
    return any(sign.isalnum() for sign in text)
