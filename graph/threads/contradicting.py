"""Where two prints of one decision say different things: other numbers, other names, another outcome.

Layout is no difference: line ends, hyphenation, signs, capitals, a print that is shorter. Only where each print says
what the other does not, they cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.threads.corpus import Corpus, Ruling
from graph.threads.quoting import SameDecision

_HYPHENATED = re.compile(r"(?<=\w)-\s*\n\s*(?=[^\W\d_A-ZÆØÅ])|\u00ad\s*")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:,\d+)?")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_SENTENCE_ENDS = re.compile(r"(?:[.!?]|^)[\s»”\"(]*$")


class Difference(StrEnum):
    """In what two prints differ: a key of the reader's texts."""

    NUMBERS = "numbers"
    NAMES = "names"
    OUTCOMES = "outcomes"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What each of two prints of one decision says alone."""

    same: SameDecision
    difference: Difference
    counts: tuple[str, ...]  # said only by the print that counts
    again: tuple[str, ...]  # said only by the other


def contradictions(corpus: Corpus, same: Iterable[SameDecision]) -> list[Contradiction]:
    """The differences between prints of one decision that layout does not explain, in order."""
    rulings = {ruling.id: ruling for ruling in corpus.rulings}
    found = []
    for pair in sorted(same, key=lambda pair: (pair.again, pair.counts)):
        one, other = rulings[pair.counts], rulings[pair.again]
        if not _is_part(one.text, other.text) and not _is_part(other.text, one.text):
            found += _compare(pair, one, other)
    return found


def _compare(pair: SameDecision, one: Ruling, other: Ruling) -> list[Contradiction]:
    said = {
        Difference.NUMBERS: (_numbers(one.text), _numbers(other.text)),
        Difference.NAMES: (_names(one.text), _names(other.text)),
        Difference.OUTCOMES: (frozenset(one.outcomes), frozenset(other.outcomes)),
    }
    return [
        Contradiction(pair, difference, tuple(sorted(left - right)), tuple(sorted(right - left)))
        for difference, (left, right) in said.items()
        if left - right and right - left
    ]


def _joined(text: str) -> str:
    return _HYPHENATED.sub("", text)


def _plain(text: str) -> str:
    return "".join(re.findall(r"\w", _joined(text).casefold()))


def _is_part(short: str, long: str) -> bool:
    """Whether one print says nothing beyond the other: each of its lines stands there too."""
    whole = _plain(long)
    return all(_plain(line) in whole for line in _joined(short).splitlines())


def _numbers(text: str) -> frozenset[str]:
    """The numbers of a text: thousands without their signs, no leading zeros."""
    found = (re.sub(r"[. \u00a0]", "", number) for number in _NUMBER.findall(text))
    return frozenset(number.lstrip("0") or "0" for number in found)


def _names(text: str) -> frozenset[str]:
    """The words with a capital that no sentence begins with, and the letters of parties."""
    text = _joined(text)
    found = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isupper() and (len(word) == 1 or not _begins_sentence(text, match)):
            found.add(word.casefold())
    return frozenset(found)


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    """At the start of the text, of a line, or after a full stop; but not the first of several names."""
    following = _WORD.match(text, match.end() + 1)
    if following and following[0][0].isupper():
        return False
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return bool(_SENTENCE_ENDS.search(line))
