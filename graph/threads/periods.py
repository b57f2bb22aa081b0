"""Dates and partial dates as the days that they can mean: the one place where `2024-Q3` gets a first and a last day.

The forms are those of ``extract/entities/dates`` (and of the annotations that it is measured on): a day, month,
quarter, half year, season or year, perhaps its beginning, middle or end, or two of them joined by a slash.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FIRST_YEAR, LAST_YEAR = 1800, 2199
_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})(?:-(?:(?P<day>\d{2})|(?P<third>early|mid|late)))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>spring|summer|autumn|winter)|(?P<part>early|mid|late)))?",
    re.ASCII,
)
_YEARLY = re.compile(r"--\d{2}(?:-\d{2})?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_THIRDS = ("early", "mid", "late")
# Seasons as the meteorologists have them (DMI): three whole months each
_SEASONS = MappingProxyType({"spring": 3, "summer": 6, "autumn": 9})
_SCHOOL_YEAR_BEGINS = 8  # folkeskolelovens § 14 a: 1 August


class Why(StrEnum):
    """Why a text is no period."""

    NO_FORM = "no_form"  # none of the forms
    NO_SUCH_DAY = "no_such_day"  # month 13, 30 February
    FAR_YEAR = "far_year"  # a misprint rather than a year
    BACKWARDS = "backwards"  # the end lies before the beginning
    EVERY_YEAR = "every_year"  # `--08`: a month of any year


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day that a date can mean, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last

    @property
    def one_day(self) -> bool:
        """Whether it is a full date."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class NoPeriod:
    """A text that is no date, and why."""

    text: str
    why: Why


def read(text: str, surface: str = "") -> Period | NoPeriod:
    """The days that a date or partial date can mean; `surface` (as printed) tells a school year from calendar years.

    The winter of a year is any that it has part in: minutes say "vinteren 2024" of both.
    """
    first, slash, last = text.strip().partition("/")
    beginning = _single(first)
    ending = _single(last) if slash else beginning
    if isinstance(beginning, NoPeriod) or isinstance(ending, NoPeriod):
        return NoPeriod(text, next(one.why for one in (beginning, ending) if isinstance(one, NoPeriod)))
    if ending.last < beginning.first or ending.first < beginning.first:
        return NoPeriod(text, Why.BACKWARDS)
    if slash and _school(first, last, surface):
        return Period(date(int(first), _SCHOOL_YEAR_BEGINS, 1), _last_day(int(last), _SCHOOL_YEAR_BEGINS - 1))
    return Period(beginning.first, ending.last)


def from_day(text: str, day: date) -> Period | None:
    """What "om et halvt år", "om 14 dage", said on `day`, means; None where the text says nothing of the kind.

    A number of months or years means a whole month; days and weeks mean a day.
    """
    words = _words()
    match = words.pattern.search(text)
    if match is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    number = words.numbers.get(match["number"].casefold()) or int(match["number"])
    unit, size = words.units[match["unit"].casefold()]
    if unit == "days":
        then = day + timedelta(days=number * size)
        return None if match["half"] else Period(then, then)
    if match["half"] and size % 2:
        return None
    months = size // 2 if match["half"] else number * size
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return _months(year, month + 1, 1)


def _school(first: str, last: str, surface: str) -> bool:
    years = _YEAR.fullmatch(first) and _YEAR.fullmatch(last) and int(last) == int(first) + 1
    return bool(years) and any(word in surface.casefold() for word in _words().school)


def _single(text: str) -> Period | NoPeriod:
    match = _FORM.fullmatch(text)
    if match is None:
        return NoPeriod(text, Why.EVERY_YEAR if _YEARLY.fullmatch(text) else Why.NO_FORM)
    year = int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return NoPeriod(text, Why.FAR_YEAR)
    try:
        return _of_year(year, match)
    except ValueError:
        return NoPeriod(text, Why.NO_SUCH_DAY)


def _of_year(year: int, match: re.Match[str]) -> Period:
    """The period of a form; ValueError for a month or day that there is not."""
    if match["month"]:
        return _of_month(year, int(match["month"]), match["day"], match["third"])
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    if match["season"] == "winter":
        return Period(date(year, 1, 1), _last_day(year + 1, 2))
    if match["season"]:
        return _months(year, _SEASONS[match["season"]], 3)
    if match["part"]:
        return _months(year, 4 * _THIRDS.index(match["part"]) + 1, 4)
    return _months(year, 1, 12)


def _of_month(year: int, month: int, day: str | None, third: str | None) -> Period:
    if day:
        whole = date(year, month, int(day))
        return Period(whole, whole)
    first, last = date(year, month, 1), _last_day(year, month)
    if third is None:
        return Period(first, last)
    begin = 10 * _THIRDS.index(third) + 1
    return Period(first.replace(day=begin), last if third == "late" else first.replace(day=begin + 9))


def _months(year: int, first: int, count: int) -> Period:
    return Period(date(year, first, 1), _last_day(year, first + count - 1))


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of ``periods.toml``, ready to use."""

    pattern: re.Pattern[str]
    numbers: Mapping[str, int]
    units: Mapping[str, tuple[str, int]]  # "days" or "months", and how many
    school: tuple[str, ...]


@cache
def _words() -> _Words:
    """Read ``periods.toml``; ValueError when the file has other keys."""
    data = tomllib.loads((files("graph.threads") / "periods.toml").read_text("utf-8"))
    if set(data) != {"lead", "half", "school", "numbers", "days", "months"}:
        raise ValueError(f"periods.toml: keys missing or unknown: {sorted(data)}")
    units = {word: ("days", size) for word, size in data["days"].items()}
    units |= {word: ("months", size) for word, size in data["months"].items()}

    def either(words: list[str]) -> str:
        return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))

    pattern = re.compile(
        rf"(?<!\w)(?:{either(data['lead'])}) (?P<number>[1-9][0-9]?|{either(list(data['numbers']))})"
        rf"(?: (?P<half>{either(data['half'])}))? (?P<unit>{either(list(units))})(?!\w)",
        re.IGNORECASE,
    )
    return _Words(pattern, data["numbers"], units, tuple(data["school"]))
