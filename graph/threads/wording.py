"""The words of points and notices, and how rare they are: what is said of few matters names a matter.

Words are compared without their endings ("særloven", "særlov"). How rare a word is, is counted over matters and not
over points: a matter that goes through three bodies prints its text three times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.threads.lexicon import read_lists
from graph.threads.matters import empty_beginnings

SHORTEST = 5  # letters of a word that can name a matter
SHORTEST_STEM = 4
FEWEST_RARE = 3  # matters: in a small corpus every word is in a large share of them
SHARE_RARE = 75  # a word is rare in at most every 75th matter
FEW_HOLD = 4  # a word in more than every fourth matter tells nothing
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n\s*\n")
_LISTS = {"endings", "procedural", "encounters"}


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """The lists of ``wording.toml``; ValueError when the file has other keys."""
    return {name: tuple(words) for name, words in read_lists("wording.toml", _LISTS).items()}


@cache
def stem(word: str) -> str:
    """A word in lower case without its ending; short words stay whole."""
    for ending in _lists()["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@cache
def _says_something(word: str) -> bool:
    return len(word) >= SHORTEST and not word.startswith(empty_beginnings() + _lists()["procedural"])


def stems(text: str) -> list[str]:
    """The words of a text that can name a matter, without their endings, in order."""
    return [stem(word) for word in _WORD.findall(text.casefold()) if _says_something(word)]


def spelled(text: str, wanted: Iterable[str], most: int) -> str:
    """The first words of a text with these stems, at most so many, as they stand there."""
    left, found = set(wanted), list[str]()
    for word in _WORD.findall(text):
        if len(found) < most and stem(word.casefold()) in left:
            left.remove(stem(word.casefold()))
            found.append(word)
    return ", ".join(found)


def is_encounter(title: str) -> bool:
    """Whether a title says that somebody or something is met: a visit, an introduction."""
    return any(word.startswith(_lists()["encounters"]) for word in _WORD.findall(title.casefold()))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, roughly: what stands between full stops or empty lines."""
    return (sentence for sentence in _SENTENCE.split(text) if sentence.strip())


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many matters each word stands."""

    count: Mapping[str, int]
    matters: int

    @property
    def limit(self) -> int:
        """In how many matters a rare word may stand."""
        return max(FEWEST_RARE, self.matters // SHARE_RARE)

    def rare(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that few matters hold."""
        return frozenset(word for word in words if self.count.get(word, 0) <= self.limit)

    def telling(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that do not stand everywhere, as the name of the municipality does."""
        return frozenset(word for word in words if self.count.get(word, 0) * FEW_HOLD <= self.matters)

    def rarest(self, words: Iterable[str], most: int) -> list[str]:
        """So many of the words that the fewest matters hold."""
        return sorted(words, key=lambda word: (self.count.get(word, 0), word))[:most]


def count_words(texts: Iterable[tuple[str, Iterable[str]]]) -> Frequencies:
    """Count in how many matters (first of each pair) each word stands."""
    seen: dict[str, set[str]] = {}
    matters = set()
    for matter, words in texts:
        matters.add(matter)
        for word in words:
            seen.setdefault(word, set()).add(matter)
    return Frequencies({word: len(known) for word, known in seen.items()}, len(matters))
