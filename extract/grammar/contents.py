"""The table of contents: its entries, and which spelling of a title is right where heading and entry differ."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extract.document import Document, Line, Role
from extract.evidence import Stated
from extract.grammar.paragraphs import squeeze
from extract.records import ContentsEntry

_ENTRY = re.compile(
    r"\s*(?:(?:punkt|pkt\.?|sag)?\s*(?:nr\.?\s*)?\d{1,4}\s*[.:)\-]?\s+)?(?P<title>\S.*?)[\s.…_·]*(?:[.…_\s]{2,}|\t)\s*(?P<page>\d{1,4})\s*",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\W*(?:indhold(?:s\w+)?|oversigt|\w*oversigt|dagsorden|punkter|sagsliste)\W*", re.IGNORECASE)
_CLOSE = 90  # rapidfuzz ratio from which an entry is of that title: one or two letters apart


def read_contents(document: Document, lines: Sequence[Line]) -> tuple[ContentsEntry, ...]:
    """The entries of the lines that were set apart as contents; a long one may take several lines."""
    entries: list[ContentsEntry] = []
    waiting: Line | None = None
    for line in lines:
        if line.role is not Role.CONTENTS or not line.text.strip() or (not entries and _HEADING.fullmatch(line.text)):
            continue
        if match := _ENTRY.fullmatch(line.text):
            first = waiting or line
            head = squeeze(waiting.text) + " " if waiting else ""
            evidence = document.evidence(
                first, 0 if waiting else match.start("title"), match.end("title"), "contents.entry", last=line
            )
            entries.append(ContentsEntry(head + squeeze(match["title"]), int(match["page"]), evidence))
            waiting = None
        elif waiting is None:
            waiting = line
        else:
            entries.append(_without_page(document, waiting))
            waiting = line
    if waiting is not None:
        entries.append(_without_page(document, waiting))
    return tuple(entries)


def canonical_title(title: Stated[str], contents: Sequence[ContentsEntry], text: str) -> str | None:
    """The spelling of the contents where it differs by little and is the one that the text goes on with.

    Neither heading nor contents is right as such; what speaks for an entry is that its words stand more often in the
    document.
    """
    for entry in contents:
        if _plain(entry.title) == _plain(title.value):
            return None
    close = [entry for entry in contents if fuzz.ratio(_plain(entry.title), _plain(title.value)) >= _CLOSE]
    if len(close) != 1:
        return None
    entry_words, title_words = _plain(close[0].title).split(), _plain(title.value).split()
    if len(entry_words) != len(title_words):
        return None
    pairs = [(one, other) for one, other in zip(entry_words, title_words, strict=True) if one != other]
    lowered = text.casefold()
    return close[0].title if all(lowered.count(one) > lowered.count(other) + 1 for one, other in pairs) else None


def _without_page(document: Document, line: Line) -> ContentsEntry:
    return ContentsEntry(squeeze(line.text), None, document.evidence(line, 0, len(line.text), "contents.entry", 0.8))


def _plain(title: str) -> str:
    return squeeze(re.sub(r"[^\w\s-]", " ", title)).casefold()
