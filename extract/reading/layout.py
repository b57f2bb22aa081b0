"""What the prints of a PDF are: headings by size and weight, running lines by place, paragraphs by pitch and margin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.document import Role
from extract.reading.furniture import is_page_number, running
from extract.reading.lines import Draft
from extract.reading.marks import take_marks
from extract.reading.paragraphs import opens_item
from extract.reading.prints import Print, Sheet

_TOP, _BOTTOM = 0.15, 0.12  # of the page's height: where running lines stand
_LARGER = 1.1  # times the size of the text: a heading
_PITCH = 1.65  # times the size: the greatest distance of two lines of one paragraph
_SLACK = 1.2  # times the size: a line that ends so much before the margin could have taken a short word more
_SMALLER = 0.95  # times the size: small print
_PARTED = re.compile(r"\w[-\u2010\u00ad]$")
_LIST_FOLLOWS = re.compile(r"(?:[.:;!?]|\bat)[\"”’»)]*$")  # what comes before the first item
_PAGE_COUNT = re.compile(r"\b(side|page|s\.)\s*\d+(\s*(af|of|/)\s*\d+)?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:!?][\"”’»)]*$")


@dataclass(frozen=True, slots=True)
class _Style:
    """How the text of a document is set."""

    size: float
    bold: bool
    right: float  # the margin
    ranks: tuple[float, ...]  # larger sizes, largest first


def draft_lines(sheets: Sequence[Sheet]) -> list[Draft]:
    """The drafts of all pages, in order."""
    roles = _running_lines(sheets)
    style = _style([found for sheet in sheets for found in sheet.prints if id(found) not in roles])
    drafts: list[Draft] = []
    paragraph: list[Print] = []
    for sheet in sheets:
        for found in sheet.prints:
            role = roles.get(id(found), Role.BODY)
            if role is not Role.BODY:
                drafts.append(Draft(found.raw, found.page, role))
                continue
            goes_on = bool(paragraph) and _goes_on(paragraph, found, style)
            paragraph = [*paragraph, found] if goes_on else [found]
            heading = _heading(found, style)
            drafts.append(Draft(found.raw, found.page, heading=heading, continues=goes_on, row=found.row))
    return drafts


def _style(body: Sequence[Print]) -> _Style:
    size, bold = _common_print(body)
    larger = {found.size for found in body if found.size > size * _LARGER and not found.row}
    ends = sorted((found.x1 for found in body if not found.row and found.size <= size * _LARGER), reverse=True)
    # one line that runs over the margin (an address) does not move it
    right = next(
        (end for end in ends if sum(end - 2 * size <= other <= end for other in ends) >= 3), max(ends, default=0)
    )
    return _Style(size, bold, right, tuple(sorted(larger, reverse=True)))


def _common_print(prints: Iterable[Print]) -> tuple[float, bool]:
    """The size and weight of most letters."""
    letters: Counter[tuple[float, bool]] = Counter()
    for found in prints:
        for word in found.words:
            letters[word.size, word.bold] += len(word.text)
    return max(letters, key=lambda print_: (letters[print_], print_), default=(10.0, False))


def _heading(found: Print, style: _Style) -> int:
    """1 to 6 by rank of size, 7 for bold print of the size of the text, 0 for text."""
    if found.row:
        return 0
    if found.size in style.ranks:
        return min(style.ranks.index(found.size) + 1, 6)
    return 7 if found.bold and not style.bold else 0


def _goes_on(paragraph: Sequence[Print], found: Print, style: _Style) -> bool:
    """Whether a print is the next line of a paragraph."""
    before = paragraph[-1]
    if found.row or _heading(before, style) != _heading(found, style):
        return False
    if before.page != found.page:
        return found.page == before.page + 1 and _runs_over_page(paragraph, found, style)
    pitch = found.bottom - before.bottom
    if not 0 < pitch <= _PITCH * max(before.size, found.size):
        return False
    if before.row:
        return bool(before.columns) and abs(found.x0 - before.columns[-2]) < 2 and not _opens(found)
    full = _is_full(before, found, style)
    if _opens(found):
        return full and _is_in_midst(paragraph, found)
    if (found.words[0].bold and not before.words[-1].bold) or _is_moved(paragraph, found):
        return False
    in_midst = found.raw[0].islower() and before.raw[-1] not in ":;"  # a full stop may be of "5." or "jf."
    return full or in_midst or bool(_PARTED.search(before.raw))


def _opens(found: Print) -> bool:
    """Whether a print begins an item of a list."""
    return take_marks(found.raw, markdown=False).bullet or opens_item(found.raw)


def _is_in_midst(paragraph: Sequence[Print], found: Print) -> bool:
    """Whether what looks like the mark of an item is a dash or a number inside a sentence."""
    before = paragraph[-1]
    plain = not _opens(paragraph[0]) and abs(found.x0 - before.x0) < 1
    return plain and not _LIST_FOLLOWS.search(before.raw)


def _is_moved(paragraph: Sequence[Print], found: Print) -> bool:
    """Whether a print stands further in than a paragraph, or left of the item of a list."""
    before = paragraph[-1]
    if _opens(paragraph[0]):
        return found.x0 < paragraph[0].x0 - 1 or (len(paragraph) > 1 and found.x0 < before.x0 - 1)
    return found.x0 > before.x0 + 0.8 * found.size


def _is_full(before: Print, found: Print, style: _Style) -> bool:
    """Whether the first word of a print did not fit on the line before."""
    size = before.size
    slack = (_SLACK / 2 if _SENTENCE_END.search(before.raw) else _SLACK) * size
    return before.x1 + 0.25 * size + (found.words[0].x1 - found.words[0].x0) > style.right - slack


def _runs_over_page(paragraph: Sequence[Print], found: Print, style: _Style) -> bool:
    before = paragraph[-1]
    if before.row or _heading(found, style) or _SENTENCE_END.search(before.raw):
        return False  # a paragraph can end with its page; whether this one did, nobody can see
    if _opens(found):
        return _is_full(before, found, style) and _is_in_midst(paragraph, found)
    return found.raw[0].islower() or _is_full(before, found, style)


def _running_lines(sheets: Sequence[Sheet]) -> dict[int, Role]:
    """Headers, footers and page numbers by the identity of their print, from the edges inwards."""
    size, _ = _common_print(found for sheet in sheets for found in sheet.prints)
    roles: dict[int, Role] = {}
    for role in (Role.HEADER, Role.FOOTER):
        while found := _outermost(sheets, role, roles, size):
            roles |= found
    return roles


def _outermost(sheets: Sequence[Sheet], role: Role, known: dict[int, Role], size: float) -> dict[int, Role]:
    """The next line inwards on each page, where it runs on by its words or, in small print, by its place."""
    pages: dict[tuple[object, ...], list[int]] = defaultdict(list)
    candidates: list[tuple[Print, list[tuple[object, ...]]]] = []
    for sheet in sheets:
        left = [found for found in sheet.prints if id(found) not in known]
        outer = (left[0] if role is Role.HEADER else left[-1]) if left else None
        if outer is not None and _is_at_edge(outer, sheet, role):
            height = round(outer.top / 3)
            keys: list[tuple[object, ...]] = [(_without_count(outer, sheet.number), height)]
            if outer.size < size * _SMALLER:
                keys.append((height, outer.size))
            candidates.append((outer, keys))
            for key in keys:
                pages[key].append(sheet.number)
    runs = running(pages)
    return {
        id(found): Role.PAGE_NUMBER if is_page_number(found.raw, at_edge=keys[0] in runs) else role
        for found, keys in candidates
        if not runs.isdisjoint(keys) or is_page_number(found.raw)
    }


def _is_at_edge(found: Print, sheet: Sheet, role: Role) -> bool:
    if role is Role.HEADER:
        return found.top < _TOP * sheet.height
    return found.bottom > (1 - _BOTTOM) * sheet.height


def _without_count(found: Print, page: int) -> str:
    """The text of a print without its page number, so that it is the same on every page."""
    text = " ".join(found.raw.split())
    if text.isdecimal():
        return f"# {int(text) - page}"
    text = _PAGE_COUNT.sub("#", text)
    return re.sub(rf"(?:^|(?<=\s)){page}(?=$|\s|/)", "#", text, count=1) if not found.bold else text
