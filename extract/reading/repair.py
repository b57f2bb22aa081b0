"""Broken letters: what a wrong decoding, a text recognition or a typesetter did to the words, undone by rule.

Every step works on `Traced` text, so that each repaired character still leads to the raw one.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict

from extract.reading.tracing import Traced

# cp1252 gives the bytes 0x80..0x9f these signs; Latin-1 gives them the C1 controls.
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MISREAD = re.compile(f"[ÃÂ][{_TRAIL}]|â[{_TRAIL}]{{2}}|[ÄÅ][{_TRAIL}]")
_PRINTED_AFTER_LETTERS = frozenset("‚„‘’“”–—‹›«»…§½°\u00a0")
_DECOMPOSED = re.compile("[A-Za-zÆØÅæøå][\u0300-\u036f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\f\r]")
_SPACES = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}|[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_TABS = re.compile(r"(?<!\s)\s*\t\s*")
_OCR_AFTER_LETTER = re.compile(r"(?<=[a-zæøå])Å,(?: ?(?=[a-zæøå])|(?=\s|$))")
_OCR_AFTER_CAPITAL = re.compile(r"\b([A-ZÆØ])Å, ?(?=[a-zæøå])")
_AA_AT_START = re.compile(r"(?<![^\W\d_])Å…(?=[a-zæøå]{2})")
_DANISH = frozenset("æøåÆØÅéÉüÜöÖ")


class _Ocr(BaseModel):
    model_config = ConfigDict(extra="forbid")
    after_moede: list[str]


class _Repairs(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ocr: _Ocr
    lost_tilde: dict[str, str]
    ligatures: dict[str, str]


@cache
def _repairs() -> _Repairs:
    return _Repairs.model_validate(tomllib.loads(files(__package__).joinpath("repair.toml").read_text("utf-8")))


@cache
def _ligature_pattern() -> re.Pattern[str]:
    return re.compile("[" + "".join(_repairs().ligatures) + "]")


@cache
def _lost_tilde() -> re.Pattern[str]:
    pairs = "|".join(_repairs().lost_tilde)
    return re.compile(rf"(?<=[a-zæøå])(?:{pairs})|(?:{pairs})(?=[a-zæøå])")


@cache
def _ocr_moede() -> re.Pattern[str]:
    return re.compile(rf"\b([Mm])Å, ?(?=(?:{'|'.join(_repairs().ocr.after_moede)})\b)")


def has_recognition_damage(text: str) -> bool:
    """Whether a document shows "Å," for "ø" where nothing else can be meant.

    Only then is it undone, also after a lone capital ("BÅ, d…"), for "Du MÅ, hvis …" is good Danish.
    """
    return bool(_ocr_moede().search(text) or _OCR_AFTER_LETTER.search(text))


def repair_letters(line: Traced, *, recognition_damage: bool = False) -> Traced:
    """Put right what was misread: wrong decodings (also twice), recognised forms of them, decomposed letters."""
    line = _redecode(line.substitute(_AA_AT_START, "Å"))
    line = line.substitute(_lost_tilde(), lambda match: _repairs().lost_tilde[match.group()])
    if recognition_damage:
        line = line.substitute(_OCR_AFTER_LETTER, "ø")
        line = line.substitute(_ocr_moede(), lambda match: f"{match.group(1)}øde")
        line = line.substitute(_OCR_AFTER_CAPITAL, lambda match: f"{match.group(1)}ø")
    return line.substitute(_DECOMPOSED, lambda match: normalize("NFC", match.group()))


def tidy(line: Traced, *, keep_tabs: bool = False) -> Traced:
    """Put print into plain text: ligatures, soft hyphens, fixed and repeated spaces; tabs part the cells of a row."""
    line = line.substitute(_INVISIBLE, "")
    line = line.substitute(_ligature_pattern(), lambda match: _repairs().ligatures[match.group()])
    if not keep_tabs:
        line = line.substitute(_TABS, " ")
    return line.substitute(_SPACES, " ").strip(" " if keep_tabs else None)


def _redecode(line: Traced) -> Traced:
    for _ in range(3):
        better = line.substitute(_MISREAD, lambda match: _decode(match.group()))
        if better is line:
            return line
        line = better
    return line


def _decode(misread: str) -> str:
    """The letter whose UTF-8 bytes were read as cp1252 or Latin-1; the same string if there is none to believe in."""
    if misread[0] in "ÄÅ" and misread[1] in _PRINTED_AFTER_LETTERS:
        return misread  # »PÅ« and "BLÅ –" are Danish
    if misread[0] == "Å" and (danish := _decode("Ã" + misread[1:])) in _DANISH:
        return danish  # recognition takes "Ã" for "Å"; a Danish letter is likelier in Danish minutes than "ŧ"
    try:
        letter = b"".join(_byte(sign) for sign in misread).decode("utf-8")
    except UnicodeDecodeError:
        return misread
    printable = "\u0080" <= letter <= "\u00ff" or letter.isalpha() or "\u2010" <= letter <= "\u203a"
    return letter if printable or letter in "€™" else misread


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
