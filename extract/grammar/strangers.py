"""What is no minutes of a Danish body, though it has numbers and decisions: other languages, courts, rules, debates."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from extract.document import Document, Problem
from extract.grammar.vocabulary import StrangeKind, compiled, strangers

_FEWEST_WORDS = 12  # of another language before it is believed; names and quotations have fewer
_TOP = 14  # lines
_WORD = re.compile(r"[^\W\d_]+")


def find_stranger(document: Document) -> Problem | None:
    """Why a document is not the minutes of a Danish municipal or regional body; None where nothing says so."""
    text = "\n".join(line.text for line in document.lines)
    name = _language(text) or next((kind.name for kind in strangers().kind if _shows(text, kind)), None)
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


def _shows(text: str, kind: StrangeKind) -> bool:
    top = "\n".join(itertools.islice((line for line in text.split("\n") if line.strip()), _TOP))
    if not compiled(f"(?m:{kind.top})").search(top):
        return False
    found = 0
    for sign in kind.signs:
        form = compiled(f"(?m:{sign})")
        found += sum(1 for _ in form.finditer(text)) if kind.counted else bool(form.search(text))
    return found >= kind.least
