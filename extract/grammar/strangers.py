"""What is no minutes of a Danish body, though it has numbers and decisions: other languages, courts, rules, debates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.document import Document, Line, Problem, Role
from extract.grammar.bodies import find_bodies
from extract.grammar.dates import find_dates
from extract.grammar.vocabulary import StrangeKind, compiled, strangers

_FEWEST_WORDS = 12  # of another language before it is believed; names and quotations have fewer
_TOP = 14  # lines
_WORD = re.compile(r"[^\W\d_]+")
_PARLIAMENT = "a meeting of the Folketing"  # its committees are named as those of municipalities
_TITLE = re.compile(r"\W*(?:\w+\s)?(?:beslutnings|møde)?(?:referat|protokol)\b(?!\w)", re.IGNORECASE)
_BEFORE_BODY = re.compile(r"[\W]*(?:\w+:\s*|\w+\sKommune\W+)?", re.IGNORECASE)
_AFTER_BODY = re.compile(r"\s*(?:$|[,–-]|\d|den\b|d\.)")


def find_stranger(document: Document) -> Problem | None:
    """Why a document is not the minutes of a Danish municipal or regional body; None where nothing says so."""
    text = "\n".join(line.text for line in document.lines)
    lines = [line for line in document.lines if line.text.strip()]
    name = _language(text) or next((kind.name for kind in strangers().kind if _shows(lines, kind)), None)
    if name is None:
        return None
    return Problem(
        code="not-minutes",
        message=f"This reads as {name}, not as the minutes of a Danish municipality or region; its text is kept.",
        cure="If it does hold minutes, report it so that they can be told apart.",
    )


def _language(text: str) -> str | None:
    words = Counter(_WORD.findall(text.casefold()))
    for language in strangers().language:
        danish = set(language.danish)
        theirs = sum(words[word] for word in language.theirs if word not in danish)
        ours = sum(words[word] for word in danish - set(language.theirs))
        if theirs >= _FEWEST_WORDS and theirs > ours:
            return f"{language.name} text"
    return None


def _shows(lines: Sequence[Line], kind: StrangeKind) -> bool:
    """Whether the first lines name a kind and its signs stand in the text, others than the words that name it."""
    able = [line for line in lines if line.role is not Role.CONTENTS and not line.bullet][:_TOP]
    top = "\n".join(line.text for line in able)
    named = compiled(f"(?m:{kind.top})").search(top)
    if named is None or (kind.name != _PARLIAMENT and _heads_minutes(able, kind)):
        return False
    taken = {line.number for line in able}
    text = "\n".join([top, *(line.text for line in lines if line.number not in taken)])
    found = 0
    for sign in kind.signs:
        others = sum(not _overlap(match, named) for match in compiled(f"(?m:{sign})").finditer(text))
        found += others if kind.counted else bool(others)
    return found >= kind.least


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _heads_minutes(top: Sequence[Line], kind: StrangeKind) -> bool:
    """Whether the first lines print the head of minutes: "Referat", a body, a date; lines of the kind aside."""
    form = compiled(f"(?m:{kind.top})")
    lines = [line.text.strip() for line in top if not form.search(line.text)]
    titles = [line for line in lines if _TITLE.match(line)]
    return (
        bool(titles)
        and (any(_names_body(line) for line in titles) or any(map(_is_body, lines)))
        and any(next(find_dates(line), None) for line in lines)
    )


def _names_body(line: str) -> bool:
    return next(find_bodies(line), None) is not None


def _is_body(line: str) -> bool:
    """Whether a line is the name of a body, also after a label or the municipality and before a date or term."""
    found = next(find_bodies(line), None)
    return (
        found is not None
        and _BEFORE_BODY.fullmatch(line, 0, found.start) is not None
        and _AFTER_BODY.match(line, found.end) is not None
    )
