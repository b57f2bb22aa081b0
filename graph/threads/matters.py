"""What titles are about: enough to tell a number that holds one large matter from a drawer for whatever comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from graph import ids
from graph.threads.lexicon import read_lists

_LISTS = {"empty", "meetings", "times"}
_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 5  # letters: shorter words are mostly grammar
BEGINNING = 6  # letters that two words share: "energitiltag", "energibesparelser"; "budget", "budgetopfølgning"
FEWEST_TITLES = 5  # fewer say nothing about what the number is for


@cache
def _beginnings() -> Mapping[str, tuple[str, ...]]:
    """The word lists of ``matters.toml``; ValueError when the file has other keys."""
    return {name: tuple(words) for name, words in read_lists("matters.toml", _LISTS).items()}


def empty_beginnings() -> tuple[str, ...]:
    """The words that say nothing of a matter."""
    return _beginnings()["empty"]


def plain_title(title: str) -> str:
    """A title without signs and capitals."""
    return " ".join(re.findall(r"\w+", title.casefold()))


@lru_cache(maxsize=100_000)  # titles are compared with each other again and again
def content(title: str) -> frozenset[str]:
    """The beginnings of the words that say what a title is about."""
    words = (word for word in _WORD.findall(title.casefold()) if len(word) >= SHORTEST)
    return frozenset(word[:BEGINNING] for word in words if not word.startswith(empty_beginnings()))


def about_meetings(title: str, body: str) -> bool:
    """Whether a title says nothing but what a body (id) plans for its own meetings: "Kulturudvalgets mødekalender"."""
    words = [word for word in _WORD.findall(title.casefold()) if len(word) >= SHORTEST]
    of_meetings = [word for word in words if word.startswith(_beginnings()["meetings"])]
    name = {part[:BEGINNING] for part in body.rpartition(".")[2].split("-")}
    silent = _beginnings()["times"] + empty_beginnings()
    others = (word for word in words if word not in of_meetings and not word.startswith(silent))
    return bool(of_meetings) and all(ids.slug(word)[:BEGINNING] in name for word in others)


@dataclass(frozen=True, slots=True)
class Kinship:
    """How many different titles there are, and how many pairs of them share a word."""

    titles: int
    pairs: int
    related: int

    @property
    def unrelated(self) -> bool:
        """Whether the titles are many, and most pairs of them share nothing: they are not of one matter."""
        return self.titles >= FEWEST_TITLES and 2 * self.related < self.pairs


def compare(titles: Iterable[str]) -> Kinship:
    """Compare titles; those with the same content are one, those without any are left out."""
    different = sorted({content(title) for title in titles} - {frozenset()}, key=sorted)
    pairs = list(combinations(different, 2))
    return Kinship(len(different), len(pairs), sum(not one.isdisjoint(other) for one, other in pairs))
