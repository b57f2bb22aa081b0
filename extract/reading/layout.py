"""What the prints of a PDF are: headings by size and weight, running lines by place, paragraphs by pitch and margin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document import Role
from extract.reading.furniture import is_page_number, repeated
from extract.reading.lines import Draft
from extract.reading.marks import take_marks
from extract.reading.prints import Print, Sheet

_TOP, _BOTTOM = 0.15, 0.12  # of the page's height: where running lines stand
_LARGER = 1.1  # times the size of the text: a heading
_PITCH = 1.65  # times the size: the greatest distance of two lines of one paragraph
_SLACK = 1.2  # times the size: a line that ends so much before the margin could have taken a short word more
_PAGE_COUNT = re.compile(r"\b(side|page|s\.)\s*\d+(\s*(af|of|/)\s*\d+)?", re.IGNORECASE)
_ENUMERATED = re.compile(r"(?:\d{1,3}|[a-zæøå]|[ivx]{1,4})[.)]\s", re.IGNORECASE)
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
    body = [found for sheet in sheets for found in sheet.prints if id(found) not in roles]
    style = _style(body)
    drafts: list[Draft] = []
    before: Print | None = None
    for sheet in sheets:
        for found in sheet.prints:
            role = roles.get(id(found), Role.BODY)
            goes_on = role is Role.BODY and before is not None and _goes_on(before, found, style)
            if role is Role.BODY:
                before = found
            heading = _heading(found, style) if role is Role.BODY else 0
            drafts.append(Draft(found.raw, found.page, role, heading=heading, continues=goes_on, row=found.row))
    return drafts


def _style(body: Sequence[Print]) -> _Style:
    letters: Counter[tuple[float, bool]] = Counter()
    for found in body:
        for word in found.words:
            letters[word.size, word.bold] += len(word.text)
    (size, bold), _ = max(letters.items(), key=lambda item: (item[1], item[0])) if letters else ((10.0, False), 0)
    larger = {found.size for found in body if found.size > size * _LARGER and not found.row}
    right = max((found.x1 for found in body if not found.row and found.size <= size * _LARGER), default=0.0)
    return _Style(size, bold, right, tuple(sorted(larger, reverse=True)))


def _heading(found: Print, style: _Style) -> int:
    """1 to 6 by rank of size, 7 for bold print of the size of the text, 0 for text."""
    if found.row:
        return 0
    if found.size in style.ranks:
        return min(style.ranks.index(found.size) + 1, 6)
    return 7 if found.bold and not style.bold else 0


def _goes_on(before: Print, found: Print, style: _Style) -> bool:
    """Whether a print is the next line of the paragraph before."""
    if before.row or found.row or "\t" in before.raw + found.raw or _opens(found):
        return False
    if _heading(before, style) != _heading(found, style) or (found.words[0].bold and not before.words[-1].bold):
        return False
    if before.page != found.page:
        return found.page == before.page + 1 and _runs_over_page(before, found, style)
    pitch = found.bottom - before.bottom
    if not 0 < pitch <= _PITCH * max(before.size, found.size) or _is_outdented(before, found):
        return False
    return _is_full(before, found, style) or (found.raw[0].islower() and not _SENTENCE_END.search(before.raw))


def _opens(found: Print) -> bool:
    """Whether a print begins an item of a list."""
    return take_marks(found.raw, markdown=False).bullet or bool(_ENUMERATED.match(found.raw))


def _is_outdented(before: Print, found: Print) -> bool:
    """Text left of an item of a list is no longer the item."""
    return _opens(before) and found.x0 < before.x0 - 1


def _is_full(before: Print, found: Print, style: _Style) -> bool:
    """Whether the first word of a print did not fit on the line before."""
    size = before.size
    return before.x1 + 0.25 * size + (found.words[0].x1 - found.words[0].x0) > style.right - _SLACK * size


def _runs_over_page(before: Print, found: Print, style: _Style) -> bool:
    if _heading(found, style) or (found.raw[0].isupper() and _SENTENCE_END.search(before.raw)):
        return False
    return found.raw[0].islower() or _is_full(before, found, style)


def _running_lines(sheets: Sequence[Sheet]) -> dict[int, Role]:
    """Headers, footers and page numbers by the identity of their print, from the edges inwards."""
    roles: dict[int, Role] = {}
    for role in (Role.HEADER, Role.FOOTER):
        while found := _outermost(sheets, role, roles):
            roles |= found
    return roles


def _outermost(sheets: Sequence[Sheet], role: Role, known: dict[int, Role]) -> dict[int, Role]:
    """The next line inwards on each page, where it runs through the pages."""
    edges: dict[str, list[tuple[int, str]]] = defaultdict(list)
    candidates: list[tuple[str, Print]] = []
    for sheet in sheets:
        left = [found for found in sheet.prints if id(found) not in known]
        outer = (left[0] if role is Role.HEADER else left[-1]) if left else None
        if outer is not None and not outer.row and _is_at_edge(outer, sheet, role):
            text = _without_count(outer, sheet.number)
            edges[text].append((sheet.number, text))
            candidates.append((text, outer))
    running = repeated(edges)
    return {
        id(found): Role.PAGE_NUMBER if is_page_number(found.raw, at_edge=text in running) else role
        for text, found in candidates
        if text in running or is_page_number(found.raw)
    }


def _is_at_edge(found: Print, sheet: Sheet, role: Role) -> bool:
    if role is Role.HEADER:
        return found.top < _TOP * sheet.height
    return found.bottom > (1 - _BOTTOM) * sheet.height


def _without_count(found: Print, page: int) -> str:
    """The text of a print, its page number taken out; a lone number counts if it is the page's."""
    text = _PAGE_COUNT.sub("#", " ".join(found.raw.split()))
    return re.sub(rf"(?:^|(?<=\s)){page}(?=$|\s|/)", "#", text) if not found.bold else text
