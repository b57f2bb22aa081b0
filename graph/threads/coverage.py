"""Which minutes of a body are at hand, and between which of them some must be missing.

What is not in the minutes at hand is only known not to have happened where no minutes are missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from graph.threads.corpus import Corpus

# Committees meet every month, only July is free (kommunestyrelseslovens § 8 leaves it to the council)
_MONTH_AND_MORE = timedelta(days=62)
_SURELY = timedelta(days=124)
_HOLIDAY = 7


@dataclass(frozen=True, slots=True)
class Gap:
    """Days, both included, in which a body probably met and no minutes are at hand."""

    first: date
    last: date
    sure: bool  # the numbers of the points jump, or it is a third of a year


@dataclass(frozen=True, slots=True)
class _Known:
    """A meeting whose minutes are at hand, with the first and last number of its points, where they are numbers."""

    date: date
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The meetings of each body of which minutes are at hand, in order."""

    known: Mapping[str, Sequence[_Known]]

    @staticmethod
    def of(corpus: Corpus, as_of: date) -> Coverage:
        """What is at hand of the meetings until `as_of`."""
        known: dict[str, list[_Known]] = {}
        for meeting in corpus.meetings:
            if meeting.date is None or meeting.date > as_of or meeting.id in corpus.not_held:
                continue
            printed = (point.item_number for point in corpus.points_of.get(meeting.id, ()))
            numbers = [int(number) for number in printed if number and number.isascii() and number.isdigit()]
            known.setdefault(meeting.body, []).append(
                _Known(meeting.date, min(numbers, default=None), max(numbers, default=None))
            )
        return Coverage({body: sorted(meetings, key=lambda one: one.date) for body, meetings in known.items()})

    def met(self, body: str, day: date) -> bool:
        """Whether minutes of that day are at hand."""
        return any(one.date == day for one in self.known.get(body, ()))

    def first_after(self, body: str, day: date) -> date | None:
        """The first meeting at hand after `day`."""
        return min((one.date for one in self.known.get(body, ()) if one.date > day), default=None)

    def gaps(self, body: str, first: date, last: date) -> list[Gap]:
        """Where minutes of the body are missing between two days, the days after its newest meeting included."""
        edges = [_Known(first, None, None), *self.known.get(body, ()), _Known(last, None, None)]
        inside = [one for one in edges if first <= one.date <= last]
        inside.sort(key=lambda one: one.date)
        return [gap for before, after in pairwise(inside) if (gap := _gap(before, after))]


def _gap(before: _Known, after: _Known) -> Gap | None:
    if after.date <= before.date:
        return None
    days = after.date - before.date - timedelta(days=_holidays(before.date, after.date))
    jumps = _jumps(before, after)
    if jumps is False or (jumps is None and days <= _MONTH_AND_MORE):
        return None
    day = timedelta(days=1)
    return Gap(before.date + day, max(after.date - day, before.date + day), bool(jumps) or days > _SURELY)


def _jumps(before: _Known, after: _Known) -> bool | None:
    """Whether points are missing between two meetings whose numbers run on through the year; None: they do not tell."""
    if after.first is None or after.first == 1:
        return None
    if before.last is None:
        return None
    if before.date.year == after.date.year:
        return after.first > before.last + 1 if after.first > before.last else None
    return True


def _holidays(first: date, last: date) -> int:
    """The days of July from `first` to `last`."""
    days = 0
    for year in range(first.year, last.year + 1):
        begin, end = max(first, date(year, _HOLIDAY, 1)), min(last, date(year, _HOLIDAY, 31))
        days += max((end - begin).days + 1, 0)
    return days
