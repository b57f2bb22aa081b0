"""Invented words, names and values: nothing of them stands in any minutes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from bench.size.shape import Property
from graph.schema import PropertyType

ONSETS = ("b", "d", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "sk", "sn", "st", "t", "v")
VOWELS = ("a", "e", "i", "o", "u", "y", "æ", "ø", "å")
CODAS = ("", "", "d", "g", "l", "m", "n", "r", "s", "v", "nd", "rk", "st")
VOCABULARY = 20_000
LINE = 90  # characters of a line of text, about
DAYS = timedelta(days=90)  # a date in a text lies so far from its meeting, at most


@cache
def closed_values() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Of each label the properties whose values are few."""
    return tomllib.loads(Path(__file__).with_name("values.toml").read_text("utf-8"))


class Words:
    """A language that nobody speaks: few words are frequent, most are rare."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._vocabulary = vocabulary()
        self._weights = frequencies()

    def text(self, length: float) -> str:
        """Words of about so many characters in all; from half to one and a half times as long."""
        wanted = int(length * (0.5 + self.chance.random())) or 1
        words = self.chance.choices(self._vocabulary, cum_weights=self._weights, k=1 + wanted // 7)
        lines = [" ".join(words[start : start + LINE // 7]) for start in range(0, len(words), LINE // 7)]
        return "\n".join(lines)[:wanted].strip() or words[0]

    def name(self, words: int = 2) -> str:
        """A name of so many words."""
        return " ".join(word.capitalize() for word in self.chance.choices(self._vocabulary, k=words))

    def value(self, label: str, name: str, type_: PropertyType, shape: Property, day: date) -> Any:
        """A value of a property, in a meeting on that day."""
        few = closed_values().get(label, {}).get(name)
        match type_:
            case PropertyType.INTEGER:
                return self.chance.randrange(1, 400)
            case PropertyType.FLOAT:
                return round(0.5 + self.chance.random() / 2, 2)
            case PropertyType.BOOLEAN:
                return self.chance.random() < 0.5
            case PropertyType.DATE:
                return day
            case PropertyType.INTEGERS:
                first = self.chance.randrange(1, 400)
                return list(range(first, first + round(shape.length)))
            case PropertyType.STRINGS:
                chosen = [self._few(few) if few else self.name(1) for _ in range(round(shape.length))]
                return list(dict.fromkeys(chosen))
        if few:
            return self._few(few)
        if name in ("date", "due"):
            return (day - DAYS * self.chance.random()).isoformat()
        return self.text(shape.length)

    def _few(self, values: Sequence[str]) -> str:
        return values[int(len(values) * self.chance.random() ** 1.5)]


@cache
def vocabulary() -> tuple[str, ...]:
    """All words, the most frequent first."""
    chance = Random(1)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = chance.choices((1, 2, 3, 4), (1, 4, 4, 2))[0]
        parts = (chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables))
        words["".join(parts)] = None
    return tuple(words)


@cache
def frequencies() -> tuple[float, ...]:
    """How frequent the words are, summed up: the n-th is an n-th as frequent as the first (Zipf)."""
    return tuple(accumulate(1 / rank for rank in range(2, VOCABULARY + 2)))
