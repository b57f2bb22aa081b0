"""Sentences of a paragraph: a full stop after an abbreviation, a number or an initial ends none, save before a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.grammar.vocabulary import compiled, outcomes

_REACH = 60  # characters before a full stop that show what it ends
_STOP = re.compile(r"[.!?][\"”’»)]?\s+(?=[A-ZÆØÅ(\"”„«0-9])|\n+")
_LISTED = re.compile(r"\W*(?:ad\s*)?\d{1,2}(?:\s*[-–,]\s*\d{1,2})*\s*", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[\w.]+$")
# "Imod stemte 9. Forslaget faldt.", "Ja: 7. Nej: 8."
_TALLY = re.compile(
    r"\b(?:(?:stemte|stemmer)\s+(?:(?:for|i?mod)\s+)?|(?:[Jj]a|[Nn]ej|[Ff]or|[Ii]?[Mm]od|[Bb]lankt?)\s*:\s*)\d{1,3}$"
)
_NUMBER = re.compile(r"\d{1,3}(?:\.?[a-h])?")  # "3.", "1.a.", and no year: "i 2004. Vedtaget"
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.?){1,3}")
_NAME_AFTER = re.compile(r"\s+[A-ZÆØÅ][\w-]+(?:\s+[A-ZÆØÅ][\w-]*)*\s*\([A-ZÆØÅ]{1,3}\)")
# Who does something begins a sentence of their own, after parties that voted: "Imod stemte A og N. Bo Lund (V) undlod."
_VOTERS_BEFORE = re.compile(r"(?:\b(?:stemte|stemmer|i?mod|for:?)|\b[A-ZÆØÅ]{1,2}(?:,|\s+og))\s+$")
_DOES = re.compile(
    r"\s+(?:stemte|stemmer|undlod|undlader|ønske|afg[ai]v|foresl|stillede|begrunde|kunne ikke|kan ikke|tog )"
)
_NAME_BEFORE = re.compile(r"(?:^|[A-ZÆØÅ][\w-]*\.?\s+|[(,;]\s*)$")


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences of a text."""
    start = 0
    for match in _STOP.finditer(text):
        is_stop = text[match.start()] == "."
        if is_stop and _goes_on(text, match.start()) and not _begins_vote(text, start, match):
            continue
        yield start, match.end()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _goes_on(text: str, stop: int) -> bool:
    if _TALLY.search(text[max(0, stop - _REACH) : stop]):
        return False
    text, stop = text[max(0, stop - _REACH) : stop + 2 * _REACH], min(stop, _REACH)
    before = _WORD_BEFORE.search(text[:stop])
    if before is None:
        return False
    word = before.group().strip(".").casefold()
    if word in _abbreviations() or _NUMBER.fullmatch(word):
        return True
    if _INITIALS.fullmatch(before.group()) and (name := _NAME_AFTER.match(text, stop + 1)):
        is_party = _VOTERS_BEFORE.search(text[: before.start()]) and _DOES.match(text, name.end())
        return not is_party  # "R. Mark (T)"
    is_letter = len(word) == 1 and before.group()[0].isupper()
    return is_letter and bool(_NAME_BEFORE.search(text[: before.start()]))  # an initial, no party at a sentence's end


def _begins_vote(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether "For stemte …" follows: a sentence of its own, also after "indstilling 4." or "190 kr.".

    A number that begins the sentence is that of a list, and no end.
    """
    if stop.start() - start < _REACH and _LISTED.fullmatch(text[start : stop.start()]):
        return False
    patterns = outcomes()
    begins = [patterns.vote_begins]
    if text[stop.start() - 1 : stop.start()].isdigit():
        begins.append(patterns.voters_begin)
    return any(compiled(pattern, ignore_case=False).match(text, stop.end()) for pattern in begins)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(outcomes().abbreviations)
