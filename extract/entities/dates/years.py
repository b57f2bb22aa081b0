"""The year of a date that prints none: told by the verb beside it, and by the date of the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extract.entities.patterns import Patterns

_NEAR, _FAR = 3, 5  # months
_WINDOW = 300  # characters around a date in which its verb stands; a "sentence" can be a megabyte
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
QUARTER_MONTHS = {f"Q{number}": (3 * number - 2, 3 * number) for number in (1, 2, 3, 4)}
_PART_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}  # of a year
_LAST_DAYS = {"early": 10, "mid": 20, "late": 31}  # of a month


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence tells of the time of a date in it: "past" or "future" by the nearest word that tells it."""

    nearest: str | None
    mixed: bool  # the sentence has words of both


def months_of(part: str) -> tuple[int, int]:
    """The first and last month of a partial date without its year: "Q3", "autumn", "late", "10", "10-late"."""
    named = SEASON_MONTHS.get(part) or QUARTER_MONTHS.get(part) or _PART_MONTHS.get(part)
    return named or (int(part[:2]), int(part[:2]))


def ending(value: str) -> str:
    """Text that sorts a date, partial date or period by its last day, "2024-Q1" as "2024-03-31".

    A bare month stays as it is: it sorts before its own days, for "i maj" in minutes of May may be this very meeting.
    """
    year, _, part = value.rpartition("/")[2].partition("-")
    if part == "winter":
        return f"{int(year) + 1}-02-31"
    if part in SEASON_MONTHS or part in QUARTER_MONTHS or part in _PART_MONTHS:
        return f"{year}-{months_of(part)[1]:02d}-31"
    month, _, third = part.partition("-")
    return f"{year}-{month}-{_LAST_DAYS[third]}" if third in _LAST_DAYS else f"{year}-{part}" if part else year


def around(sentence: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The part of a sentence that is near enough to a date at `start:end` to tell of it."""
    return max(sentence[0], start - _WINDOW), min(sentence[1], end + _WINDOW)


def tense(text: str, start: int, end: int, sentence: tuple[int, int], patterns: Patterns) -> Telling:
    """What the sentence tells of the date at `start:end`."""
    distances: dict[str, int] = {}
    for name in ("past", "future"):
        for match in patterns.rule(f"dates.{name}").regex.finditer(text, *sentence):
            distance = start - match.end() if match.end() <= start else match.start() - end
            if distance >= 0:
                distances[name] = min(distance, distances.get(name, distance))
    nearest = min(sorted(distances), key=lambda name: distances[name], default=None)
    return Telling(nearest, len(distances) > 1)


def year_of(first: int, last: int, told: Telling, meeting: date) -> int | None:
    """The year of something that fills the months `first` to `last`; None where the sentence leaves it open.

    What has happened lies before the meeting, what will happen after it; of the month of the meeting it is the same.
    For another year than the meeting's the sentence must be plain, and the months not near.
    """
    if first <= meeting.month <= last:
        return meeting.year
    ahead = first - meeting.month if first > meeting.month else last - meeting.month
    if (told.nearest, ahead > 0) in {("past", False), ("future", True)}:
        return meeting.year
    if told.nearest is None or told.mixed or abs(ahead) < _NEAR:
        return None
    return meeting.year - 1 if told.nearest == "past" else meeting.year + 1


def year_of_day(month: int, told: Telling, meeting: date) -> int:
    """The year of a day: that of the meeting, unless the verb says that it lies far on the other side of it.

    Far is more than five months: "er sendt den 14. december" in minutes of January. Nearer, the verb may be another's.
    """
    ahead = month - meeting.month
    if told.nearest == "past" and ahead > _FAR:
        return meeting.year - 1
    if told.nearest == "future" and ahead < -_FAR:
        return meeting.year + 1
    return meeting.year
