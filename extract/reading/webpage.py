"""A saved web page: its text as a reader would see it, one line for each block, without menus, asides and forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from extract.document import Line, Problem
from extract.reading.furniture import set_contents_apart
from extract.reading.html import Block, closed, read_html
from extract.reading.lines import Draft, finish
from extract.reading.paragraphs import join_broken

_MENUS = frozenset(("nav", "button", "select", "noscript", "svg", "iframe", "dialog", "datalist", "aside", "footer"))
_AFTER_MENU = frozenset(("h1", "h2", "main", "article"))  # at which a menu that never ends has ended
# fmt: off
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
))
_INLINE = frozenset((
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "s", "small", "span",
    "strike", "strong", "sub", "sup", "tt", "u",
))
# fmt: on
_ENDED_BY = {  # what may be left open (HTML standard, 13.1.2.4), and the tags whose beginning ends it
    "p": _BLOCKS,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr")),
    "th": frozenset(("td", "th", "tr")),
    "tr": frozenset(("tr",)),
}
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_LONGEST_CELL = 400  # characters; a cell with more holds a page, not a value
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class _Event(NamedTuple):
    kind: str  # "start", "end" or "data"
    value: str  # tag or text
    link: str | None = None
    name: str | None = None  # the id of the element
    opens: tuple[str, ...] = ()  # the ids of what a click on it shows
    hidden: bool = False


def read_webpage(text: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a page as it is shown, and numbered so: paragraphs stand apart by a blank line."""
    events = _Events()
    events.feed(closed(text))
    events.close()
    shown = "".join(map(_written, _without_layout(list(_shown(events.found)))))
    lines, problems = finish(list(_drafts(read_html(shown))))
    return join_broken(set_contents_apart(lines)), problems


class _Events(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        link = told.get("href")
        hidden = "hidden" in told or bool(_HIDING.search(told.get("style") or ""))
        self.found.append(_Event("start", tag, link, told.get("id"), _opened(told), hidden))

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


def _opened(told: dict[str, str | None]) -> tuple[str, ...]:
    """The ids that a control names as what it shows: the parts of a page that are folded till a reader clicks."""
    places = [told.get(name) or "" for name in ("href", "data-target", "data-bs-target")]
    return (*(told.get("aria-controls") or "").split(), *(place[1:] for place in places if place.startswith("#")))


def _shown(events: Sequence[_Event]) -> Iterator[_Event]:
    """What a reader sees: neither menus nor hidden elements, but what a click unfolds."""
    folded = {name for event in events for name in event.opens}
    ends = _ends(events)
    skip_to = 0
    for index, event in enumerate(events):
        if index < skip_to:
            continue
        hidden = event.hidden and event.name not in folded
        if event.kind == "start" and (hidden or event.value in _MENUS):
            skip_to = ends.get(index, index + 1)
        elif event.kind != "end" or event.value not in _MENUS:
            yield event


def _ends(events: Sequence[_Event]) -> dict[int, int]:
    """Where each element ends that is not shown: at its end, or where what it stands in ends, or the text begins."""
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    count: Counter[str] = Counter()

    def end_last(place: int) -> None:
        begun = open_ones.pop()
        count[events[begun].value] -= 1
        ends[begun] = place

    text_begins = _text_begins(events)
    for index, event in enumerate(events):
        if event.kind == "start" and event.value not in _VOID:
            while open_ones and event.value in _ENDED_BY.get(events[open_ones[-1]].value, ()):
                end_last(index)
            if event.hidden or event.value not in _INLINE or count[event.value]:
                open_ones.append(index)
                count[event.value] += 1
        elif event.kind == "end" and count[event.value]:
            while events[open_ones[-1]].value != event.value:
                begun = open_ones[-1]
                end_last(min(index, text_begins[begun]))
            end_last(index + 1)
    while open_ones:
        end_last(text_begins[open_ones[-1]])
    return ends


def _text_begins(events: Sequence[_Event]) -> list[int]:
    """For each event the next after it that begins the text of a page; the end where none does."""
    places = [len(events)] * (len(events) + 1)
    for index in range(len(events) - 1, -1, -1):
        event = events[index]
        begins = event.kind == "start" and event.value in _AFTER_MENU
        places[index] = index if begins else places[index + 1]
    return places[1:]


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
            layout.update(tables[-1:])  # those around that one were added before it
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
