"""Danish CPR numbers are masked where a file is read, so that none enters record, graph, index, log or export.

A CPR number is a date of birth and four digits (ddmmyy-nnnn; CPR-loven § 3). It is known by one of two things:

* a word that names it ("CPR-nummeret er"): then ten digits in any grouping are one if they begin with a date, also
  with the 60 that the region's replacement number adds to the day;
* its form: a date, written in one go or in parts, then something between, then four digits. Ten digits in one go are
  also the form of production units and accounts, so there the check digit must be right (modulus 11) or the word
  stand; numbers given since 2007 may fail the check, and are then left without the word. Of 156 such runs of digits in
  the real minutes at hand ten begin with a date, and none of these passes the check: it masks nothing wrongly there.

In doubt it is masked. What is spared is what the text calls something else (a case number, a telephone), and a date
written in parts that a year follows ("01.01.25-2029").
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

Span = tuple[int, int]

_BLANK = "[ \u00a0\u2007\u2009\u202f\u200b\u2060\ufeff]"
_SIGN = "[-\u2010-\u2015\u2212\u00ad/._]"
_BETWEEN = rf"(?:{_BLANK}{{0,2}}{_SIGN}{{1,2}}\s?{_BLANK}?|{_BLANK}{{1,3}})"
_PART = rf"(?:{_SIGN}|{_BLANK})"
_BARE = re.compile(r"(?<!\w)(?<!\d[.,])(\d\d)(\d\d)(\d\d)\d{4}(?!\w|[.,]\d)")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)  # of the digits, for modulus 11
_YEAR = r"(?:19|20)\d\d"
_COMPACT = re.compile(rf"(?<!\d)(\d\d)(\d\d)(\d\d){_BETWEEN}(\d{{4}})(?!\d)")
_PARTED = re.compile(
    rf"(?<!\d)(?<!\d{_SIGN})(?P<date>(\d\d){_PART}?(\d\d){_PART}?({_YEAR}|\d\d))(?P<between>{_BETWEEN})(\d{{4}})(?!\d)"
)
_LOOSE = rf"(?:{_SIGN}|{_BLANK}){{0,3}}\n?"
_APART = rf"(?:{_SIGN}|{_BLANK}){{1,3}}"
_ANY_GROUPING = re.compile(
    rf"(?<!\d)(?:(\d\d){_LOOSE}(\d\d){_LOOSE}(?:\d\d)?(\d\d)(?:{_LOOSE}\d{{4}}|{_APART}\d\d{_APART}\d\d)"
    rf"|\d(?:{_APART}\d){{9}})(?!\d)"
)
_IN_ONE_GO = re.compile(rf"\d{{6}}\s?{_SIGN}?\s?\d{{4}}")
_NO_DIGITS, _DIGITS_OF_CPR = re.compile(r"\D+"), 10
_GUID = re.compile(r"(?i)\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_NOT_WORD = r"(?<![^\W_])"  # an underscore parts the words of a file's name
_DIGIT = re.compile(r"\d")
_REACH = 40  # characters between the naming word and its number
_NEAR = 14  # so near, ten digits in one go are masked without a date
_REPLACED = 60  # added to the day in a replacement number (erstatningspersonnummer)


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid")
    names: list[str]
    joiners: list[str]
    others: list[str]
    others_with_more: list[str]


@cache
def _words() -> _Words:
    return _Words.model_validate(tomllib.loads(files(__package__).joinpath("cpr.toml").read_text("utf-8")))


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"{_NOT_WORD}(?:{'|'.join(_words().names)})", re.IGNORECASE)


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile("|".join(_words().joiners), re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    """What names another number, up to the end of the text before the digits."""
    more = rf"(?:{'|'.join(_words().others_with_more)})\s+(?:\d+[-./])+"
    named = rf"(?:{'|'.join(_words().others)})[\s.:]*(?:\d+[-./])*"
    return re.compile(rf"{_NOT_WORD}(?:{named}|{more})$", re.IGNORECASE)


def mask(text: str, *, spared: Iterable[Span] = ()) -> tuple[str, tuple[int, ...]]:
    """The text with an X for every digit of a CPR number, at the same length, and where each number stood.

    What lies inside a `spared` span stays.
    """
    kept = tuple(spared)
    spans = [span for span in find(text) if not any(start <= span[0] and span[1] <= end for start, end in kept)]
    for start, end in spans:
        text = text[:start] + _DIGIT.sub("X", text[start:end]) + text[end:]
    return text, tuple(start for start, _ in spans)


def mask_name(text: str) -> str:
    """A file's name, an address or an id for print: as `mask`, also where an address writes signs as `%2D`."""
    signs = re.findall(r"%[0-9A-Fa-f]{2}|(?s:.)", text)
    spelt = "".join(chr(int(sign[1:], 16)) if len(sign) == 3 else sign for sign in signs)
    for start, end in find(spelt):
        for place in range(start, end):
            if spelt[place].isdigit():
                signs[place] = "X"
    return "".join(signs)


def find(text: str) -> tuple[Span, ...]:
    """Where CPR numbers stand in a text, in order and apart from each other."""
    spans: list[Span] = []
    for start, end in sorted({*_by_form(text), *_by_name(text)}):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return tuple(spans)


def _by_form(text: str) -> Iterator[Span]:
    if len(_NO_DIGITS.sub("", text)) < _DIGITS_OF_CPR:
        return
    guids = [match.span() for match in _GUID.finditer(text)]
    for pattern in (_COMPACT, _PARTED, _BARE):
        for match in pattern.finditer(text):
            inside = any(start <= match.start() and match.end() <= end for start, end in guids)
            if (
                not inside
                and _has_form(match)
                and not _other().search(text[max(0, match.start() - 30) : match.start()])
            ):
                yield match.span()


def _has_form(match: re.Match[str]) -> bool:
    if match.re is _BARE:
        return _is_birth_date(match[1], match[2], match[3]) and _passes_check(match.group())
    if match.re is _COMPACT:
        return _is_birth_date(match[1], match[2], match[3])
    if not _is_birth_date(match[2], match[3], match[4][-2:]):
        return False
    if re.fullmatch(_YEAR, match[6]) or (len(match[4]) == 4 and not match["between"].strip()):
        return False  # a date that a year or a count follows
    blanks = any(sign.isspace() for sign in match["date"])
    return not (blanks and _is_in_row(match))


def _passes_check(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _is_in_row(match: re.Match[str]) -> bool:
    """Whether other numbers stand beside it, as in the row of a table."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(re.search(r"\d\s$", before) or re.match(r"\s\d", after))


def _by_name(text: str) -> Iterator[Span]:
    for name in _name().finditer(text):
        place, first = name.end(), True
        while match := _ANY_GROUPING.search(text, place, place + 2 * _REACH):
            between = text[place : match.start()]
            if not (_leads_on(between) if first else _joiner().fullmatch(between)) or not _is_meant(match, between):
                break
            yield match.span()
            place, first = match.end(), False


def _leads_on(between: str) -> bool:
    """Whether what stands between the word and the digits leaves no doubt that they are meant."""
    return len(between) <= _REACH and not _DIGIT.search(between) and not _other().search(between)


def _is_meant(match: re.Match[str], between: str) -> bool:
    if len(between) <= _NEAR and _IN_ONE_GO.fullmatch(match.group()):
        return True
    digits = "".join(_DIGIT.findall(match.group()))
    year = digits[4:6] if len(digits) == 10 else digits[6:8]
    day = int(digits[:2])
    return _is_birth_date(f"{day - _REPLACED if day > _REPLACED else day}", digits[2:4], year)


def _is_birth_date(day: str, month: str, year: str) -> bool:
    """Whether dd, mm, yy is a date in any century (only 29 February tells centuries apart)."""
    if not 1 <= int(month) <= 12:
        return False
    return any(1 <= int(day) <= monthrange(century + int(year), int(month))[1] for century in (1900, 2000))
