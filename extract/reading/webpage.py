"""A saved web page: its text as a browser would show it, one line for each block, without menus and forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from extract.document import Line, Problem
from extract.reading.furniture import set_contents_apart
from extract.reading.html import Block, closed, read_html
from extract.reading.lines import Draft, finish
from extract.reading.paragraphs import join_broken

_MENUS = frozenset(("nav", "button", "select", "noscript", "svg", "iframe", "dialog", "datalist"))
_LONGEST_CELL = 400  # characters; a cell with more holds a page, not a value
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class _Event(NamedTuple):
    kind: str  # "start", "end" or "data"
    value: str  # tag or text
    link: str | None = None


def read_webpage(text: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a page as it is shown, and numbered so: paragraphs stand apart by a blank line."""
    events = _Events()
    events.feed(closed(text))
    events.close()
    shown = "".join(map(_written, _without_layout(list(_without_menus(events.found)))))
    lines, problems = finish(list(_drafts(read_html(shown))))
    return join_broken(set_contents_apart(lines)), problems


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(_Event("start", tag, dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(_Event("end", tag))

    def handle_data(self, data: str) -> None:
        self.found.append(_Event("data", data))


def _written(event: _Event) -> str:
    if event.kind == "data":
        return escape(event.value, quote=False)
    if event.kind == "end":
        return f"</{event.value}>"
    return f'<{event.value} href="{escape(event.link)}">' if event.link else f"<{event.value}>"


def _without_menus(events: Sequence[_Event]) -> Iterator[_Event]:
    depth = 0
    for event in events:
        if event.value in _MENUS and event.kind != "data":
            depth = max(0, depth + (1 if event.kind == "start" else -1))
        elif not depth:
            yield event


def _without_layout(events: Sequence[_Event]) -> Iterator[_Event]:
    """Tables that only place things on the page are no tables: their cells become blocks."""
    layout = _layout_tables(events)
    tables: list[int] = []
    for index, event in enumerate(events):
        if event.kind == "data" or event.value not in _TABLE_PARTS:
            yield event
            continue
        if event.value == "table" and event.kind == "start":
            tables.append(index)
        places = bool(tables) and tables[-1] in layout
        yield event._replace(value="div") if places else event
        if event.value == "table" and event.kind == "end" and tables:
            tables.pop()


def _layout_tables(events: Sequence[_Event]) -> set[int]:
    """The tables, by the index of their beginning, that hold another table, a heading, or a cell as long as a page."""
    layout: set[int] = set()
    tables: list[int] = []
    length = 0
    for index, event in enumerate(events):
        if event.kind == "data":
            length += len(event.value)
        elif event.value in _HEADINGS and tables:
            layout.add(tables[-1])
        elif event.value in ("td", "th"):
            length = 0
        elif event.value == "table" and event.kind == "start":
            layout.update(tables)
            tables.append(index)
        elif event.value == "table" and tables:
            tables.pop()
        if length > _LONGEST_CELL and tables:
            layout.add(tables[-1])
    return layout


def _drafts(blocks: Sequence[Block]) -> Iterator[Draft]:
    for index, block in enumerate(blocks):
        if index and block.spaced and not block.bullet and not block.row:
            yield Draft("")
        yield Draft(block.text, heading=block.heading, bullet=block.bullet, row=block.row, link=block.link)
