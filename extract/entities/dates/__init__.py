"""Dates and periods in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.dates.years import around, ending, months_of, tense, year_of, year_of_day
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.entities.sentences import sentence_at
from extract.grammar.dates import find_dates

__all__ = ["DateFinding", "Dates", "ending"]
PATTERNS = load_patterns(__file__)
EDGES = {
    **dict.fromkeys(("primo", "start", "starten af", "begyndelsen af"), "early"),
    **dict.fromkeys(("medio", "midten af"), "mid"),
    **dict.fromkeys(("ultimo", "slut", "slutningen af", "udgangen af"), "late"),
}
SEASONS = {"forår": "spring", "sommer": "summer", "efterår": "autumn", "vinter": "winter"}
ORDINALS = {"første": "1", "andet": "2", "tredje": "3", "fjerde": "4"}
HALVES = {"1": "Q1/{year}-Q2", "2": "Q3/{year}-Q4"}
_LEAD = re.compile(r"(?:den|d\.)\s+", re.IGNORECASE)
_TWO_DIGITS = re.compile(r"(?<!\d)\d\d$")
_NO_YEAR = "????"
# Those whose year a verb tells
_TOLD = frozenset(
    {
        "dates.told_month",
        "dates.told_months",
        "dates.told_season",
        "dates.autumn_holiday",
        "dates.quarter",
        "dates.half",
        "dates.year_end",
    }
)
_TOLD_CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class DateFinding(Finding):
    """A date: ISO, partial (`2025-09`, `2024-Q3`, `2024-spring`, `2023-10-mid`), or a period `a/b`."""

    value: str


@registered
class Dates(Component[DateFinding]):
    """Finds dates, months, quarters, half years, seasons, school and budget years, and periods.

    Two dates joined by a dash or "til" are one period; a year printed only at the end of a period or a list holds for
    all. A day without a year takes the meeting's, or the one that the verb beside it tells ("er sendt den 14.
    december" in minutes of January), with confidence 0.7. A month or season without a year counts only in running
    text, after a preposition, and where a verb tells whether it is past or to come (0.6); what comes back every year
    is `--08`. A two-digit year is of the century that `extract/grammar/dates.py` gives it, with confidence 0.9. Dates
    of the headings of decisions and of the procedure are structure, not mentions. Bare years are not taken.
    """

    name = "dates"
    kind = DateFinding

    def find(self, doc: Doc, point: Point) -> Iterator[DateFinding]:
        """Single dates joined to periods; those without a year at all get one from the list, the verb, the meeting."""
        text = text_of(doc)
        single = _with_year_of_list(text, longest([*_full(text), *_partial(text)]))
        for one in _periods(text, single):
            part = point.passage.paragraph(one.start).part
            if part in {Part.HEADING, Part.PROCEDURE}:
                continue
            if _NO_YEAR not in one.value:
                yield one
            elif point.context.date and (part is Part.TEXT or one.rule == "dates.day"):
                value = _dated(doc, one, point.context.date)
                if value:
                    sure = min(one.confidence, _TOLD_CONFIDENCE) if one.rule in _TOLD else one.confidence
                    yield replace(one, value=value, confidence=sure)


def _full(text: str) -> Iterator[DateFinding]:
    for found in find_dates(text):
        lead = _LEAD.match(text, found.start)
        start = lead.end() if lead else found.start
        short = _TWO_DIGITS.search(text[start : found.end])
        yield DateFinding(start, found.end, "dates.full", 0.9 if short else 1.0, found.date.isoformat())


def _partial(text: str) -> Iterator[DateFinding]:
    for name, value in _VALUES.items():
        rule = PATTERNS.rule(name)
        for match in rule.regex.finditer(text):
            read = value(match)
            if read:
                whole = "date" not in match.groupdict()
                start, end = (match.start(), match.end()) if whole else match.span("date")
                yield DateFinding(start, end, rule.name, rule.confidence, read)


def _month(match: re.Match[str]) -> str:
    name = match["month"].lower()
    return f"{PATTERNS.words['months'].index(name) + 1:02d}" if not name.isdigit() else f"{int(name):02d}"


def _day(match: re.Match[str]) -> str | None:
    try:
        date(2000, int(_month(match)), int(match["day"]))
    except ValueError:
        return None
    return f"{_NO_YEAR}-{_month(match)}-{int(match['day']):02d}"


def _month_of_year(match: re.Match[str]) -> str:
    edge = f"-{EDGES[match['edge'].lower()]}" if match["edge"] else ""
    return f"{match['year']}-{_month(match)}{edge}"


def _bare_month(match: re.Match[str]) -> str:
    edge = match.groupdict().get("edge")
    return f"{_NO_YEAR}-{_month(match)}" + (f"-{EDGES[edge.lower()]}" if edge else "")


def _ordinal(match: re.Match[str]) -> str:
    return match["number"] or ORDINALS[match["word"].lower()]


def _quarter(match: re.Match[str]) -> str:
    return f"{match['year'] or _NO_YEAR}-Q{_ordinal(match)}"


def _half(match: re.Match[str]) -> str:
    year = match["year"] or _NO_YEAR
    return f"{year}-{HALVES[_ordinal(match)].format(year=year)}"


def _months(match: re.Match[str]) -> str | None:
    """Two months as one time; "juni og december" is none."""
    first, last = (PATTERNS.words["months"].index(match[name].lower()) + 1 for name in ("month", "last"))
    is_one = last == first + 1 or not match["both"]
    return f"{_NO_YEAR}-{first:02d}/{_NO_YEAR}-{last:02d}" if is_one else None


def _span(match: re.Match[str]) -> str | None:
    """Years from first to last; "2024/25" ends in the century that it began in."""
    first, last = match["first"], match["last"]
    last = f"{first[:2]}{last}" if len(last) == 2 else last
    return f"{first}/{last}" if 0 < int(last) - int(first) <= 30 else None


def _days(match: re.Match[str]) -> str | None:
    try:
        first, last = (
            date(int(match["year"]), int(_month(match)), int(match[name])).isoformat() for name in ("first", "last")
        )
    except ValueError:
        return None
    return f"{first}/{last}"


_VALUES: dict[str, Callable[[re.Match[str]], str | None]] = {
    "dates.day": _day,
    "dates.slashed": _day,
    "dates.listed": _day,
    "dates.first_of_days": _day,
    "dates.month": _month_of_year,
    "dates.short_year": lambda match: f"20{match['year']}-{_month(match)}",
    "dates.edge": lambda match: f"{match['year']}-{EDGES[match['edge'].lower()]}",
    "dates.quarter": _quarter,
    "dates.quarter_letter": lambda match: f"{match['year']}-Q{match['number']}",
    "dates.half": _half,
    "dates.season": lambda match: f"{match['year']}-{SEASONS[match['season'].lower()]}",
    "dates.month_of_list": lambda match: f"{match['year']}-{_month(match)}",
    "dates.season_of_list": lambda match: f"{match['year']}-{SEASONS[match['season'].lower()]}",
    "dates.bare_month": _bare_month,
    "dates.told_month": _bare_month,
    "dates.told_months": _months,
    "dates.year_end": lambda match: f"{_NO_YEAR}-late" if match else None,
    "dates.told_season": lambda match: f"{_NO_YEAR}-{SEASONS[match['season']]}",
    "dates.autumn_holiday": lambda match: f"{_NO_YEAR}-10" if match else None,
    "dates.years": _span,
    "dates.days": _days,
}


def _with_year_of_list(text: str, single: Sequence[DateFinding]) -> list[DateFinding]:
    """ "6. november og 4. januar 2024": the year of the last holds for those before it, or the year before it."""
    joint, found = PATTERNS.rule("dates.list").regex, list(single)
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        days = len(one.value) == len(after.value) == len("????-12-31") and _NO_YEAR not in after.value
        if days and _NO_YEAR in one.value and joint.fullmatch(text, one.end, after.start):
            year = int(after.value[:4]) - (one.value[5:] > after.value[5:])
            found[index] = replace(one, value=f"{year}{one.value[4:]}", confidence=0.9, rule="dates.list")
    return [
        one for one in found if _NO_YEAR not in one.value or one.rule not in {"dates.listed", "dates.first_of_days"}
    ]


def _dated(doc: Doc, one: DateFinding, meeting: date) -> str | None:
    """The value with its year, where it can be told."""
    text, (first, _, rest) = text_of(doc), one.value.partition("/")
    if _NO_YEAR not in first:
        return None
    sentence = around(sentence_at(doc, one.start), one.start, one.end)
    told = tense(text, one.start, one.end, sentence, PATTERNS)
    part = first.removeprefix(f"{_NO_YEAR}-")
    if one.rule in {"dates.day", "dates.slashed"} and not rest:
        return f"{_stated_year(text, one.end, meeting) or year_of_day(int(part[:2]), told, meeting)}-{part}"
    if one.rule not in _TOLD:
        return one.value.replace(_NO_YEAR, str(meeting.year)) if one.rule == "dates.day" else None
    if again := PATTERNS.rule("dates.yearly").regex.search(text, *sentence):
        return f"--{part}" if one.rule == "dates.told_month" and not again["rarely"] else None
    begin, end = months_of(part)[0], months_of(rest.removeprefix(f"{_NO_YEAR}-") or part)[1]
    if one.rule == "dates.year_end":
        begin = end
    year = _stated_year(text, one.end, meeting) or year_of(begin, end, told, meeting)
    if year is None or begin > end or (one.rule == "dates.told_months" and year != meeting.year):
        return None
    return f"{year}-{part}{rest and '/'}{rest.replace(_NO_YEAR, str(year))}"


def _stated_year(text: str, end: int, meeting: date) -> int | None:
    """The year that words after a date give: "4. april d.å.", "i maj næste år"."""
    match = PATTERNS.rule("dates.relative_year").regex.match(text, end)
    if match is None:
        return None
    return meeting.year + (1 if match["next"] else -1 if match["last"] else 0)


def _periods(text: str, single: Sequence[DateFinding]) -> Iterator[DateFinding]:
    """Neighbours that a dash or "til" joins become one."""
    joint = PATTERNS.rule("dates.range").regex
    index = 0
    while index < len(single):
        one = single[index]
        following = single[index + 1] if index + 1 < len(single) else None
        joined = (
            following and "/" not in one.value + following.value and joint.fullmatch(text, one.end, following.start)
        )
        if following and joined:
            first = one.value.replace(_NO_YEAR, following.value[:4])
            confidence = min(one.confidence, following.confidence, 0.9 if _NO_YEAR in one.value else 1.0)
            rule = following.rule if _NO_YEAR in following.value else "dates.period"
            yield DateFinding(one.start, following.end, rule, confidence, f"{first}/{following.value}")
            index += 2
        else:
            yield one
            index += 1
