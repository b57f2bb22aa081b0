"""Running headers, footers, page numbers and tables of contents: found, and set apart from the text."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from extract.document import Line, Role

Place = TypeVar("Place")

_PAGE_AT_END = re.compile(r"(?<!\d)\d{1,4}\Z")
_LEADERS = re.compile(r"\.{3}|…{2}|(?:\. ){3}|_{4}")
_LEADER_SIGNS = " \t\u00a0.…_·"
_LETTER = re.compile(r"[^\W\d_]")
_POINT_MARK = re.compile(r"^(?:(?:punkt|pkt\.?|sag|nr\.?)\s*)?\d{1,3}\s*[.:)\-–]?\s+", re.IGNORECASE)
_POINT_WORD = re.compile(
    r"[a-zæøå]*(?:punkt|pkt\.?|sag|emne|nr\.?)\s*(?:nr\.?\s*)?:?\s*|.*\s(?:punkt|pkt\.?)\s*:\s*", re.IGNORECASE
)
_PAGED = re.compile(
    r"\s*(?P<words>\S.*?)(?:\s{2,}|\t|\s[-–|·]\s)"
    r"(?:(?:side|blad|s\.|p\.)\s*(?P<page>\d{1,4})(?:\s*(?:af|/)\s*\d{1,4})?|(?P<of>\d{1,4})\s*/\s*\d{1,4})",
    re.IGNORECASE,
)
_WIDE_GAP = re.compile(r"\S {5,}\S")
_LONGEST_HEAD = 240  # characters, blanks between its columns included
_DIGITS = re.compile(r"\d+")
_RUN_LENGTH = 3  # so many entries with leaders are a table of contents even without a heading
_REPEATS = 3  # pages that must carry a line at their edge before it is a running header
_EDGE_LINES = 2
_SHARE = 0.9  # of the pages of a text, where no height tells a running line from the last of a point ("Fraværende: …")


class _Furniture(BaseModel):
    model_config = ConfigDict(extra="forbid")
    contents_headings: list[str]
    page_numbers: list[str]
    page_numbers_at_edge: list[str]


@cache
def _furniture() -> _Furniture:
    return _Furniture.model_validate(tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8")))


@cache
def _page_number(*, at_edge: bool) -> re.Pattern[str]:
    forms = _furniture().page_numbers + (_furniture().page_numbers_at_edge if at_edge else [])
    return re.compile("|".join(forms), re.IGNORECASE)


def is_page_number(text: str, *, at_edge: bool = False) -> bool:
    """Whether a whole line is a page number."""
    return bool(_page_number(at_edge=at_edge).fullmatch(text.strip()))


def running(pages: Mapping[Place, Collection[int]]) -> set[Place]:
    """Which places (a text and its height on the page) run: on three pages or more, and on half of those they span."""
    return {
        place
        for place, found in pages.items()
        if len(set(found)) >= _REPEATS and 2 * len(set(found)) >= max(found) - min(found) + 1
    }


def set_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give page numbers, running lines (of text that has pages) and contents their roles."""
    roles = {line.number: Role.PAGE_NUMBER for line in lines if line.role is Role.BODY and is_page_number(line.text)}
    lines = _with_roles(lines, roles)
    lines = _with_roles(lines, _running_lines(lines))
    lines = _with_roles(lines, _numbered_heads(lines))
    lines = _with_roles(lines, _repeated_heads(lines))
    return set_contents_apart(lines)


def set_contents_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the tables of contents their role; a file of several meetings has several."""
    body = [line for line in lines if line.role is Role.BODY]
    last_seen = {_title(line.text): index for index, line in enumerate(body)}
    contents: set[int] = set()
    index = 0
    while index < len(body):
        if _is_contents_heading(body[index]):
            end = _listing_end(body, index + 1, last_seen)
        else:
            end = index
            while end < len(body) and _is_led(body[end].text):
                end += 1
            end = end if end - index >= _RUN_LENGTH else index
        contents |= {line.number for line in body[index:end]}
        index = max(end, index + 1)
    return tuple(
        replace(line, role=Role.CONTENTS, continues=False) if line.number in contents else line for line in lines
    )


def _with_roles(lines: Iterable[Line], roles: Mapping[int, Role]) -> tuple[Line, ...]:
    return tuple(replace(line, role=roles[line.number]) if line.number in roles else line for line in lines)


def _is_contents_heading(line: Line) -> bool:
    return line.text.rstrip(" :.").lower() in _furniture().contents_headings


def _title(text: str) -> str:
    """The title of an entry or heading, comparable: no point number, no punctuation at its end, lower case."""
    return _POINT_MARK.sub("", text).rstrip(" .:…").lower()


@dataclass(slots=True)
class _Listing:
    """The state of walking down a table of contents."""

    paged: bool | None = None  # whether its entries end in page numbers
    page: int = 0
    titles: set[str] | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a table of contents that ends in a page number; `led`: dots or a rule lead from one to the other."""

    title: str
    page: int
    led: bool


def _read_entry(text: str) -> _Entry | None:
    """The entry that a text is. Read from its end, for leaders make a pattern try every dot as the first."""
    page = _PAGE_AT_END.search(text)
    if page is None:
        return None
    before = text[: page.start()]
    title = before.rstrip(_LEADER_SIGNS) or before[:1].strip()
    if title and _LEADERS.search(before, len(title)):
        return _Entry(title, int(page.group()), led=True)
    is_apart = before != before.rstrip() and _LETTER.search(before) and not _POINT_WORD.fullmatch(before)
    return _Entry(before.rstrip(), int(page.group()), led=False) if is_apart else None


def _is_led(text: str) -> bool:
    entry = _read_entry(text)
    return entry is not None and entry.led


def _listing_end(body: Sequence[Line], start: int, last_seen: Mapping[str, int]) -> int:
    """The index after the last entry, or `start - 1` where none follows the heading."""
    listing = _Listing(titles=set())
    index = start
    while index < len(body):
        taken = _entry_length(body, index, listing, last_seen)
        if not taken:
            break
        index += taken
    return index if index > start else start - 1


def _entry_length(body: Sequence[Line], index: int, listing: _Listing, last_seen: Mapping[str, int]) -> int:
    """How many lines the entry at an index takes (a long title wraps); 0 where the listing has ended."""
    if listing.paged and _title(body[index].text) in (listing.titles or ()):
        return 0  # a title of the list, without its page: the first point begins
    for taken in (1, 2, 3):
        if index + taken > len(body) or (taken > 1 and body[index + taken - 1].number - body[index].number >= taken):
            break
        text = " ".join(line.text for line in body[index : index + taken])
        entry = _read_entry(text)
        if entry and not entry.led and listing.paged is False:
            entry = None
        if entry and (entry.led or listing.paged or _recurs(entry.title, index + taken, last_seen)):
            if entry.page < listing.page:
                break
            listing.paged, listing.page = True, entry.page
            _is_new(entry.title, listing)
            return taken
        if listing.paged is not True and _recurs(text, index + taken, last_seen) and _is_new(text, listing):
            listing.paged = False
            return taken
    return 0


def _recurs(text: str, index: int, last_seen: Mapping[str, int]) -> bool:
    return last_seen.get(_title(text), -1) >= index


def _is_new(text: str, listing: _Listing) -> bool:
    titles = listing.titles if listing.titles is not None else set()
    is_new = _title(text) not in titles
    titles.add(_title(text))
    return is_new


def _numbered_heads(lines: Sequence[Line]) -> dict[int, Role]:
    """Heads that carry their page ("Nordlev Kommune      Byrådet, 3. maj 2024      Side 2"): they differ by it alone.

    Entries of a list of contents end so too, but each has words of its own.
    """
    heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        is_short = line.role is Role.BODY and len(line.raw) <= _LONGEST_HEAD
        match = _PAGED.fullmatch(line.raw.rstrip()) if is_short else None
        if match:
            heads[_DIGITS.sub("#", " ".join(match["words"].split()))].append(
                (line.number, int(match["page"] or match["of"]))
            )
    return {
        number: Role.HEADER
        for found in heads.values()
        if len(found) >= 2 and all(one[1] < other[1] for one, other in pairwise(found))
        for number, _ in found
    }


def _repeated_heads(lines: Sequence[Line]) -> dict[int, Role]:
    """Lines of two columns or more that come again word for word, with a date; the first is the cover's own."""
    heads: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if line.role is Role.BODY and len(line.raw) <= _LONGEST_HEAD and _WIDE_GAP.search(line.raw):
            heads[line.raw].append(line.number)
    return {
        number: Role.HEADER
        for raw, found in heads.items()
        if len(found) >= 2 and len(_DIGITS.findall(raw)) >= 3
        for number in found[1:]
    }


def _running_lines(lines: Sequence[Line]) -> dict[int, Role]:
    """Lines that stand first or last on page after page; pages end at form feeds, else at printed page numbers."""
    pages = _pages(lines)
    edges: dict[tuple[Role, str], list[int]] = defaultdict(list)
    numbers: dict[tuple[Role, str], list[int]] = defaultdict(list)
    for page, found in enumerate(pages):
        for role, edge in ((Role.HEADER, found[:_EDGE_LINES]), (Role.FOOTER, found[-_EDGE_LINES:])):
            for line in edge:
                edges[role, line.text].append(page)
                numbers[role, line.text].append(line.number)
    enough = max(_REPEATS, _SHARE * (len(pages) - 1))
    return {number: place[0] for place in edges if len(set(edges[place])) >= enough for number in numbers[place]}


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    for before, line in zip([None, *lines], lines, strict=False):
        has_pages = line.page is not None
        if (has_pages and before and before.page != line.page) or (not has_pages and line.role is Role.PAGE_NUMBER):
            pages.append([])
        if line.role is Role.BODY:
            pages[-1].append(line)
    return [page for page in pages if page]
