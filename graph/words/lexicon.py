"""The words of which compounds are made, in every form that they take (`lexicon.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

ENDINGS = ("", "e", "en", "et", "er", "ene", "erne", "n", "r", "ne", "rne", "t")
JOINTS = ("", "s", "e")  # what binds a part to the next
_VOWELS = "aeiouyæøå"
_CONTRACTED = ("el", "er", "en")  # center, centret; regel, regler
_TWICE = "bdfgklmnprst"  # consonants that are written twice after a short vowel: bus, bussen


class _Apart(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    prefixes: tuple[str, ...]
    endings: tuple[str, ...]
    chance: tuple[str, ...]
    whole: tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    irregular: dict[str, tuple[str, ...]]
    apart: _Apart


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each form of a known word with the base form: as a word or the last part of one, and as a part before others."""

    words: Mapping[str, str]
    joined: Mapping[str, str]
    no_rest: frozenset[str]  # what no part is by itself: prefixes and endings
    by_chance: frozenset[str]  # words that others end in by chance
    whole: frozenset[str]  # words of one piece
    longest: int  # letters of the longest form


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the file; where two words share a form, the one of its own base form has it, then the first."""
    file = _File.model_validate(tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text("utf-8")))
    bases = tuple(dict.fromkeys((*file.words, *file.irregular)))
    words = {base: base for base in bases}
    joined = dict(words)
    for base, others in file.irregular.items():
        for form in others:
            words.setdefault(form, base)
            joined.setdefault(form, base)
    for base in bases:
        for form in _forms(base):
            words.setdefault(form, base)
        for form in _joints(base):
            joined.setdefault(form, base)
    longest = max(map(len, (*words, *joined)))
    apart = file.apart
    no_rest = frozenset((*apart.prefixes, *apart.endings))
    return Lexicon(words, joined, no_rest, frozenset(apart.chance), frozenset(apart.whole), longest)


def _forms(base: str) -> Iterator[str]:
    """Every form by rule, those that Danish does not have among them: they are met nowhere."""
    stems = [base]
    if base[-1] in _TWICE and base[-2:-1] and base[-2] in _VOWELS:
        stems.append(base + base[-1])
    if base.endswith(_CONTRACTED) and len(base) > 4:
        stems.append(base[:-2] + base[-1])
    for stem in stems:
        for ending in ENDINGS:
            if stem[-1] == "e" and ending.startswith("e"):
                continue
            yield stem + ending
            yield stem + ending + "s"


def _joints(base: str) -> Iterator[str]:
    for joint in JOINTS:
        yield base + joint
    if base.endswith("e"):
        yield base[:-1] + "s"  # arbejde, arbejdsmarked
        yield base[:-1]  # skole, skolmester; undervise, undervisning
