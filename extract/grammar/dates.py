"""Danish dates and times of day in their written forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from extract.grammar.vocabulary import month_names

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_EDGE_LEFT, _EDGE_RIGHT = r"(?<![\w/.,-])", r"(?![\w/-]|[.,]\d)"
_LEAD = r"(?:d\.\s*|den\s+)?"
_CENTURY_TURN = 70  # two-digit years from here on are of the 1900s: no minutes are older than 1970
_FAR_BACK = timedelta(days=183)
_TIME = re.compile(
    r"\bkl(?:okken|\.)?\s*(?P<hour>[01]?\d|2[0-4])(?:\s?[.:]\s?(?P<minute>[0-5]\d))?(?![\d])", re.IGNORECASE
)
_BARE_TIME = re.compile(r"(?<![\d.:/-])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d.:/-])")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `text[start:end]`."""

    date: date
    start: int
    end: int


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(month_names().months, key=len, reverse=True))
    written = rf"{_LEAD}{_DAY}\.?\s*(?P<name>{months})\.?\s+{_YEAR}"
    dashed = rf"{_LEAD}{_DAY}\s?-\s?{_MONTH_NUMBER}\s?-\s?{_ANY_YEAR}"
    dotted = rf"{_LEAD}{_DAY}\.\s?{_MONTH_NUMBER}\.\s?{_ANY_YEAR}"
    slashed = rf"{_LEAD}{_DAY}/{_MONTH_NUMBER}(?:\s*[-/]\s*|\.\s*|\s+){_ANY_YEAR}"
    iso = rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
    return tuple(
        re.compile(_EDGE_LEFT + form + _EDGE_RIGHT, re.IGNORECASE) for form in (written, iso, dashed, dotted, slashed)
    )


def find_dates(text: str) -> Iterator[FoundDate]:
    """All full dates of a text, in order, none inside another."""
    found = sorted(
        (one for form in _forms() for match in form.finditer(text) if (one := _read(match))),
        key=lambda one: (one.start, -one.end),
    )
    end = 0
    for one in found:
        if one.start >= end:
            end = one.end
            yield one


def date_at(text: str, position: int) -> FoundDate | None:
    """The full date that begins exactly at a position."""
    matches = (match for form in _forms() if (match := form.match(text, position)))
    return max((one for match in matches if (one := _read(match))), key=lambda one: one.end, default=None)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day of a month whose year is not printed, and where its text ends."""

    month: int
    day: int
    end: int

    def before(self, last: date) -> date | None:
        """The latest such day until `last`; None where it lies so far back that it may as well be one to come."""
        for year in (last.year, last.year - 1):
            try:
                found = date(year, self.month, self.day)
            except ValueError:
                continue
            if found <= last:
                return found if last - found < _FAR_BACK else None
        return None


def day_at(text: str, position: int) -> FoundDay | None:
    """The day without a year that begins exactly at a position: "16/3", "d. 16. marts"."""
    match = _day().match(text, position)
    if match is None:
        return None
    month = month_names().months[match["name"].casefold()] if match["name"] else int(match["month"])
    return FoundDay(month, int(match["day"]), match.end())


@cache
def _day() -> re.Pattern[str]:
    months = "|".join(sorted(month_names().months, key=len, reverse=True))
    form = rf"{_LEAD}{_DAY}(?:/{_MONTH_NUMBER}|\.\s*(?P<name>{months}))(?![\w/.-])"
    return re.compile(_EDGE_LEFT + form, re.IGNORECASE)


def find_time(text: str) -> tuple[time, int, int] | None:
    """The first time of day, "kl. 15.30" or a bare "15:30", with its place."""
    for match in (_TIME.search(text), _BARE_TIME.search(text)):
        if match and int(match["hour"]) < 24:
            return time(int(match["hour"]), int(match["minute"] or 0)), match.start(), match.end()
    return None


def read_timestamp(text: str) -> datetime | None:
    """A date with time in ISO 8601, as structured sources give it, in the local time it was written with."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def _read(match: re.Match[str]) -> FoundDate | None:
    groups = match.groupdict()
    month = month_names().months[groups["name"].casefold()] if groups.get("name") else int(groups["month"])
    try:
        return FoundDate(date(_year(groups["year"]), month, int(groups["day"])), match.start(), match.end())
    except ValueError:
        return None


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return (1900 if int(digits) >= _CENTURY_TURN else 2000) + int(digits)
