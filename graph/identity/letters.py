"""The letters of a name: put right where a decoding broke them, compared where it lost them.

Folded letters are what `graph.ids` makes of them (lower case, æ ae, ø oe, å aa), so that two names that have one id are
equal here too. A lost letter stays a `HOLE`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

from extract.entities.patterns import Strict, load
from extract.reading.repair import repair_letters
from extract.reading.tracing import Traced

HOLE = "\ufffd"
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ł": "l", "ð": "d", "þ": "th"})
_INSIDE = 2  # letters that a word must have for a sign in it to be a letter
_SHORTEST = 3  # letters of the shortest word in which letters may have been lost without a sign
_HOLE_CAN_BE = "(?:ae|oe|aa|[a-z])"


class Damage(IntEnum):
    """How the letters of two words that may be one differ, the lighter first."""

    NONE = 0
    HOLES = 1  # signs stand for lost letters
    PLAIN = 2  # a Danish letter lost its mark, or fell out


class _Lost(Strict):
    signs: tuple[str, ...]


class _Letters(Strict):
    signs: dict[str, str]
    lost: _Lost
    plain: dict[str, tuple[str, ...]]


@cache
def _letters() -> _Letters:
    return load(Path(__file__).with_name("letters.toml"), _Letters)


@cache
def _signs() -> re.Pattern[str]:
    signs = "".join(map(re.escape, _letters().signs))
    return re.compile(rf"(?<=[^\W\d_])[{signs}](?=[^\W\d_])|\b(?<![^\W_])[{signs}](?=[^\W\d_]{{{_INSIDE}}})")


@cache
def _holes() -> re.Pattern[str]:
    signs = "".join(map(re.escape, _letters().lost.signs))
    return re.compile(rf"(?<=[^\W\d_])[{signs}]{{1,2}}(?=[^\W\d_]|[ .-]|$)|[{signs}]{{1,2}}(?=[^\W\d_])")


@lru_cache(maxsize=65536)
def repaired(text: str) -> str:
    """The text with its letters as they were before a wrong decoding; those that are lost are a `HOLE` each."""
    decoded = repair_letters(Traced(html.unescape(unicodedata.normalize("NFC", text)))).text.rstrip(" ?")
    whole = _signs().sub(lambda match: _letters().signs[match.group()], decoded)
    return " ".join(_holes().sub(HOLE, whole).split())


def is_broken(text: str) -> bool:
    """Whether letters are broken or lost."""
    whole = repaired(text)
    return HOLE in whole or whole != " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Letters, digits and holes as ids have them; everything else is a space."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_DANISH))
    kept = (sign if sign.isalnum() or sign == HOLE else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(kept).split())


def damage(one: str, other: str) -> Damage | None:
    """How the letters of two words, or names without spaces, differ; None where they are not the same but for that.

    Both are repaired already and not folded.
    """
    left, right = fold(one), fold(other)
    if left == right:
        return Damage.NONE
    if HOLE in left or HOLE in right:
        return Damage.HOLES if _fills(left, right) or _fills(right, left) else None
    if min(len(left), len(right)) >= _SHORTEST and (_lacks(left, other) or _lacks(right, one)):
        return Damage.PLAIN
    return None


def _fills(holed: str, whole: str) -> bool:
    return HOLE not in whole and re.fullmatch(_HOLE_CAN_BE.join(map(re.escape, holed.split(HOLE))), whole) is not None


def _lacks(folded: str, whole: str) -> bool:
    """Whether the folded word is the whole one with Danish letters replaced or left out."""
    return re.fullmatch(_lacking(whole), folded) is not None


@lru_cache(maxsize=65536)
def _lacking(whole: str) -> str:
    plain = _letters().plain
    pieces = re.split(f"([{''.join(plain)}])", whole.casefold())
    return "".join(
        f"(?:{'|'.join(plain[piece])})" if piece in plain else re.escape(fold(piece).replace(" ", ""))
        for piece in pieces
    )
