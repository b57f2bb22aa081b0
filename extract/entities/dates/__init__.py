"""Dates and periods in running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.grammar.dates import find_dates

PATTERNS = load_patterns(__file__)
EDGES = {"primo": "early", "start": "early", "medio": "mid", "ultimo": "late", "slut": "late"}
SEASONS = {"forår": "spring", "sommer": "summer", "efterår": "autumn", "vinter": "winter"}
ORDINALS = {"første": "1", "andet": "2", "tredje": "3", "fjerde": "4"}
_LEAD = re.compile(r"(?:den|d\.)\s+", re.IGNORECASE)
_NO_YEAR = "????"


@dataclass(frozen=True, slots=True)
class DateFinding(Finding):
    """A date: ISO, partial (`2025-09`, `2024-Q3`, `2024-spring`, `2023-10-mid`), or a period `a/b`."""

    value: str


@registered
class Dates(Component[DateFinding]):
    """Finds dates, months, quarters, seasons and periods.

    Two dates joined by a dash or "til" are one period; a year printed only at its end holds for both. A day without a
    year takes the meeting's, with confidence 0.7. Dates of the headings of decisions and of the procedure are
    structure, not mentions. Bare years and spans of years ("budget 2026-2029") are not taken.
    """

    name = "dates"
    kind = DateFinding

    def find(self, doc: Doc, point: Point) -> Iterator[DateFinding]:
        """Single dates joined to periods; those without a year at all get the meeting's."""
        single = longest([*_full(text_of(doc)), *_partial(text_of(doc))])
        for one in _periods(text_of(doc), single):
            if point.passage.paragraph(one.start).part in {Part.HEADING, Part.PROCEDURE}:
                continue
            if _NO_YEAR not in one.value:
                yield one
            elif point.context.date and one.rule == "dates.day":
                yield replace(one, value=one.value.replace(_NO_YEAR, str(point.context.date.year)))


def _full(text: str) -> Iterator[DateFinding]:
    for found in find_dates(text):
        lead = _LEAD.match(text, found.start)
        yield DateFinding(lead.end() if lead else found.start, found.end, "dates.full", 1.0, found.date.isoformat())


def _partial(text: str) -> Iterator[DateFinding]:
    for name, value in _VALUES.items():
        rule = PATTERNS.rule(name)
        for match in rule.regex.finditer(text):
            read = value(match)
            if read:
                yield DateFinding(match.start(), match.end(), rule.name, rule.confidence, read)


def _month(match: re.Match[str]) -> str:
    return f"{PATTERNS.words['months'].index(match['month'].lower()) + 1:02d}"


def _day(match: re.Match[str]) -> str:
    return f"{_NO_YEAR}-{_month(match)}-{int(match['day']):02d}"


def _month_of_year(match: re.Match[str]) -> str:
    edge = f"-{EDGES[match['edge'].lower()]}" if match["edge"] else ""
    return f"{match['year']}-{_month(match)}{edge}"


def _quarter(match: re.Match[str]) -> str:
    return f"{match['year'] or _NO_YEAR}-Q{match['number'] or ORDINALS[match['word'].lower()]}"


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
    "dates.month": _month_of_year,
    "dates.edge": lambda match: f"{match['year']}-{EDGES[match['edge'].lower()]}",
    "dates.quarter": _quarter,
    "dates.season": lambda match: f"{match['year']}-{SEASONS[match['season'].lower()]}",
    "dates.bare_month": lambda match: f"{_NO_YEAR}-{_month(match)}",
    "dates.days": _days,
}


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
