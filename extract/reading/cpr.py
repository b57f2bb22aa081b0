"""Danish CPR numbers are masked where a file is read, so that none enters record, graph, index, log or export.

A CPR number is a date of birth and four digits (ddmmyy-nnnn; CPR-loven § 3). Ten digits in one go are also the form of
production units and accounts, so they are masked only where the text says CPR before them.
"""

from __future__ import annotations

import re
from calendar import monthrange

_DASH = r"\-" "\u2010\u2011\u2012\u2013\u2212\u00ad"
_SEPARATED = re.compile(
    rf"(?<!\d)(?<!\d[./{_DASH}])(\d\d)(\d\d)(\d\d)(?:[ \u00a0]?[{_DASH}]\s?|[ \u00a0])(\d{{4}})(?!\d)(?![{_DASH}/.]\d)"
)
_NAMED = re.compile(
    rf"(?i)\b(?:cpr|person)[-. ]{{0,2}}(?:nr|nummer|no)?\.?[:\s]{{0,3}}(\d{{6}}\s?[{_DASH}]?\s?\d{{4}})(?!\d)"
)
_DIGIT = re.compile(r"\d")


def mask(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with every CPR number written as `XXXXXX-XXXX` of the same length, and where each of them stood."""
    spans = {match.span(1) for match in _NAMED.finditer(text)}
    spans |= {match.span() for match in _SEPARATED.finditer(text) if _is_birth_date(*match.groups()[:3])}
    for start, end in spans:
        text = text[:start] + _DIGIT.sub("X", text[start:end]) + text[end:]
    return text, tuple(sorted(start for start, _ in spans))


def _is_birth_date(day: str, month: str, year: str) -> bool:
    """Whether dd, mm, yy is a date in any century (only 29 February tells centuries apart)."""
    if not 1 <= int(month) <= 12:
        return False
    return any(1 <= int(day) <= monthrange(century + int(year), int(month))[1] for century in (1900, 2000))
