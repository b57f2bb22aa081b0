"""How much a title says alone: whether points under it that no number holds together are one matter.

"Ansøgning om landzonetilladelse" is the title of a form that many matters have; "Kunstgræsbane i Vestbyen" names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.threads.corpus import Point
from graph.threads.lexicon import read_lists
from graph.threads.matters import plain_title
from graph.threads.wording import stems

_LISTS = {"forms", "asked_for", "roads"}
FEWEST_WORDS = 2
_OWN = re.compile(r"(?<=\w )[A-ZÆØÅ][^\W\d_]+|\d")  # a name within a title, or a number
LONG_WORD = 8  # letters of a word that can name a matter alone


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(read_lists("titles.toml", _LISTS)[name])


@cache
def _address() -> re.Pattern[str]:
    """A road with a number ("Skovvej 4", "Nordre Kaj 4"), or a plot ("matr.nr. 4a")."""
    roads = "|".join(sorted(read_lists("titles.toml", _LISTS)["roads"], key=lambda road: (-len(road), road)))
    return re.compile(rf"\b[A-ZÆØÅ][^\W\d_]*[ ]?(?i:{roads})\s+\d+|\b[Mm]atr\.?\s?nr\.?\s*\d+\s?[a-zæøå]{{0,3}}\b")


@dataclass(frozen=True, slots=True)
class Titles:
    """The numbers that each title of a corpus stands with."""

    numbers: Mapping[str, frozenset[str]]

    @staticmethod
    def of(points: Iterable[Point]) -> Titles:
        """The titles of these points."""
        found: dict[str, set[str]] = {}
        for point in points:
            if point.number is not None:
                found.setdefault(plain_title(point.title), set()).add(point.number)
        return Titles({title: frozenset(numbers) for title, numbers in found.items()})

    def name_one(self, one: Point, other: Point) -> bool:
        """Whether two points of one title are one matter, as far as it and their texts tell.

        The title names something, no third number has it, and the points tell of no different addresses.
        """
        pair = {one.number, other.number} - {None}
        others = self.numbers.get(plain_title(one.title), frozenset()) | self.numbers.get(
            plain_title(other.title), frozenset()
        )
        return names_something(one.title) and len(others | pair) <= FEWEST_WORDS and not _elsewhere(one, other)


def names_something(title: str) -> bool:
    """Whether a title has words that are no kind of matter, or a long one; what anybody asks for needs a name."""
    words = {word for word in stems(title) if not word.startswith(_beginnings("forms"))}
    asked_for = any(word.startswith(_beginnings("asked_for")) for word in plain_title(title).split())
    if asked_for and not _OWN.search(title):
        return False
    return len(words) >= FEWEST_WORDS or any(len(word) >= LONG_WORD for word in words)


def opposed(one: Point, other: Point) -> bool:
    """Whether both carry a number, and not the same."""
    return one.number is not None and other.number is not None and one.number != other.number


def _elsewhere(one: Point, other: Point) -> bool:
    here, there = (_addresses(point) for point in (one, other))
    return bool(here and there) and here.isdisjoint(there)


def _addresses(point: Point) -> frozenset[str]:
    return frozenset(plain_title(found) for found in _address().findall(f"{point.title}\n{point.text}"))
