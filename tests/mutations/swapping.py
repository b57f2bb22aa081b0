"""Words exchanged for others, one for one: in texts, in facts, and in the identifiers that are made of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

_VOWELS, _CONSONANTS, _DANISH = "aeiouy", "bcdfghjklmnpqrtvwxz", "æøå"
_WORD = re.compile(r"[^\W\d_]+")
_SLUG = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def unusual_words(words: Iterable[str], seed: int) -> dict[str, str]:
    """For each word another that nobody is called, of the same length and with Danish letters in the same places."""
    chance = random.Random(seed)
    known = set(words)
    taken = {word.lower() for word in known}
    made: dict[str, str] = {}
    for word in sorted(known):
        other = word
        while other.lower() in taken:
            other = "".join(_other_letter(letter, chance) for letter in word)
        taken.add(other.lower())
        made[word] = other
    return made


def _other_letter(letter: str, chance: random.Random) -> str:
    lower = letter.lower()
    letters = next((some for some in (_VOWELS, _DANISH) if lower in some), _CONSONANTS)
    other = lower if lower == "s" else chance.choice(letters)  # an s at the end is a genitive's
    return other.upper() if letter.isupper() else other


def swap_words(text: str, words: Mapping[str, str]) -> str:
    """The text with each word in place of the other, wherever it stands whole; broken ones wherever they stand."""
    for word, other in words.items():
        if not _WORD.fullmatch(word):
            text = text.replace(word, other)
    return _WORD.sub(lambda match: words.get(match.group(), match.group()), text)


def in_all_forms(words: Mapping[str, str]) -> dict[str, str]:
    """Also as in normal forms, in identifiers, and in letters that were broken (UTF-8 read as Windows-1252)."""
    lower = {word.lower(): other.lower() for word, other in words.items()}
    slugs = {word.translate(_SLUG): other.translate(_SLUG) for word, other in lower.items()}
    broken = {_broken(word): _broken(other) for word, other in words.items() if not word.isascii()}
    return {**broken, **slugs, **lower, **words}


def _broken(word: str) -> str:
    return word.encode().decode("cp1252")


def swap_in(value: Any, change: Callable[[str], str]) -> Any:
    """JSON with every text and key in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [swap_in(one, change) for one in value]
    if isinstance(value, dict):
        return {change(key): swap_in(one, change) for key, one in value.items()}
    return value
