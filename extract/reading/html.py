"""HTML, as agenda systems keep it in a field, to blocks: one a line on screen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

UNDERLINED = 6  # the heading level of a line that is underlined and nothing else: weaker than any <h1> to <h5>

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|center|d[dlt]|div|fieldset|figcaption|figure|footer|form|header|hr|html|li|main"
    "|nav|ol|p|pre|section|tbody|tfoot|thead|ul"
)
_UNSHOWN = frozenset(("head", "script", "style", "template", "title"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOGUS = re.compile(r"<!\[[^>]*>")  # "<![endif]>": shown by no browser, and an error to the parser
_WHITE = re.compile(r"[ \t\r\n\f]+")
_DATED = re.compile(r"\s*\d{1,2}[-./]\d{1,2}[-./]\d{4}\s+[A-ZÆØÅ]\D{4,110}(?:\d{4}\D{0,20}){0,4}")  # "01-02-2025 Byråd"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text as a browser would show it."""

    text: str
    heading: int = 0
    bullet: bool = False
    row: bool = False  # cells parted by tabs
    link: str | None = None
    spaced: bool = field(default=True, compare=False)  # begins a paragraph; after <br> it only begins a line


def read_html(html: str) -> list[Block]:
    """The blocks of a field as printed, in order. Pictures and empty blocks give none; struck-out text is left out."""
    reader = _Reader()
    reader.feed(closed(html))
    reader.close()
    reader.end_row()
    reader.end_block()
    return reader.blocks


def closed(html: str) -> str:
    """A page in which every tag and comment that begins also ends: of others each sign costs the parser a whole look.

    What never ends is text to a browser too, or is never shown.
    """
    end = html.rfind(">") + 1
    html = _BOGUS.sub("", html[:end]) + html[end:].replace("<", "&lt;")
    end = html.rfind("-->") + 1
    return html[:end] + html[end:].replace("<!--", "&lt;!--")


class _Reader(HTMLParser):
    """Collects blocks. A row of a table is one block, whatever paragraphs its cells hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._plain = False  # whether there is a letter outside <u>
        self._underline: int | None = None  # the piece with which the last <u> of the line begins
        self._link: str | None = None
        self._heading = 0
        self._item_opens = False
        self._underlined = 0
        self._unshown = 0
        self._struck = 0
        self._tables = 0  # how deep; what stands in a table inside a cell belongs to the cell
        self._row: list[str] | None = None  # the finished cells of the open row
        self._in_cell = False
        self._spaced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSHOWN:
            self._unshown += 1
        elif tag in ("del", "s", "strike"):
            self._struck += 1
        elif tag == "u":
            self._underline = self._underline if self._underlined else len(self._pieces)
            self._underlined += 1
        elif tag == "a":
            self._link = self._link or dict(attrs).get("href")
        elif tag == "br":
            self.end_block()
        elif tag in ("table", "tr", "td", "th"):
            self._start_table_part(tag)
        elif tag in _HEADINGS:
            self.end_block()
            self._spaced = True
            self._heading = _HEADINGS[tag]
        elif _BLOCK.fullmatch(tag):
            self.end_block()
            self._spaced = True
            self._item_opens = tag == "li" or (self._item_opens and tag in ("p", "div"))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSHOWN:
            self._unshown = max(0, self._unshown - 1)
        elif tag in ("del", "s", "strike"):
            self._struck = max(0, self._struck - 1)
        elif tag == "u":
            self._underlined = max(0, self._underlined - 1)
        elif tag in ("table", "tr", "td", "th"):
            self._end_table_part(tag)
        elif tag in _HEADINGS:
            self.end_block()
            self._spaced = True
            self._heading = 0
        elif _BLOCK.fullmatch(tag):
            self.end_block()
            self._spaced = True
            self._item_opens = False

    def handle_data(self, data: str) -> None:
        if self._unshown or self._struck:
            return
        self._pieces.append(data)
        if not self._underlined and any(sign.isalnum() for sign in data):
            self._plain, self._underline = True, None

    def end_block(self) -> None:
        """Close the line that is open. Inside a cell a line is only a space."""
        if self._row is not None:
            self._pieces.append(" ")
            return
        if dated := self._dated_heading():
            self._pieces = self._pieces[: self._underline]
        self._end_line(underlined=not self._plain)
        if dated:
            self._pieces = [dated]
            self._end_line(underlined=True)
        self._forget()

    def _dated_heading(self) -> str | None:
        """The underlined date and body that end a line and head the next.

        Agenda systems print them without a break after the names of absentees; a browser shows them on that line, but
        they head the decision that follows.
        """
        if not self._underline or not self._plain:
            return None
        words = "".join(self._pieces[self._underline :])
        return words if _DATED.fullmatch(words) else None

    def _end_line(self, *, underlined: bool) -> None:
        text = _WHITE.sub(" ", "".join(self._pieces)).strip()
        if text.strip("\u00a0 "):
            heading = self._heading or (UNDERLINED if underlined and _has_letter(text) else 0)
            self.blocks.append(Block(text, heading, self._item_opens, link=self._link, spaced=self._spaced))
            self._item_opens = self._spaced = False

    def _forget(self) -> None:
        self._pieces, self._plain, self._link, self._underline = [], False, None, None

    def _start_table_part(self, tag: str) -> None:
        """Open a table, row or cell; HTML lets the end of the row or cell before be left out."""
        if tag == "table":
            if self._tables == 0:
                self.end_block()
                self._spaced = True
            self._tables += 1
        elif self._tables > 1:
            self._pieces.append(" ")
        elif tag == "tr":
            self.end_row()
            self.end_block()
            self._row = []
        else:
            self._end_cell()
            self._in_cell = self._row is not None

    def _end_table_part(self, tag: str) -> None:
        if tag == "table":
            self._tables = max(0, self._tables - 1)
            self._spaced = True
        if self._tables > 1 or (self._tables == 1 and tag == "table"):
            self._pieces.append(" ")
        elif tag in ("td", "th"):
            self._end_cell()
        else:
            self.end_row()

    def _end_cell(self) -> None:
        if self._row is None:
            self.end_block()
        elif self._in_cell:
            self._row.append(_cell_text(self._pieces))
            self._forget()
        self._in_cell = False

    def end_row(self) -> None:
        """Close the row that is open, if one is."""
        if self._row is None:
            return
        link = self._link
        self._end_cell()
        rest = _cell_text(self._pieces)  # what stands outside every cell is printed all the same
        cells = [*self._row, rest] if rest else self._row
        if any(cells):
            self.blocks.append(Block("\t".join(cells), row=len(cells) > 1, link=link, spaced=self._spaced))
            self._spaced = False
        self._row = None
        self._forget()


def _cell_text(pieces: list[str]) -> str:
    return _WHITE.sub(" ", "".join(pieces).replace("\u00a0", " ")).strip()


def _has_letter(text: str) -> bool:
    return any(sign.isalnum() for sign in text)
