"""Amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.patterns import load_patterns

PATTERNS = load_patterns(__file__)
SCALES = {"mia": 10**9, "milliard": 10**9, "mio": 10**6, "mill": 10**6, "million": 10**6, "tusind": 1000, "t": 1000}

_UNIT_BEFORE = re.compile(r"(?:(?<!\w)i |[Hh]ele |[Bb]eløb i )$")
_CLOSING = re.compile(r"\.?[),]")
_UNIT_AFTER = re.compile(r"\.?[\s\d.,|()/-]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class MoneyFinding(Finding):
    """An amount in kroner."""

    amount: Decimal


@registered
class Money(Component[MoneyFinding]):
    """Finds amounts that are printed with their unit: "44 mio. kr.", "410.000 kr.", "kr. 5.000".

    Amounts of a table whose unit stands in its header are no mentions (they are the table's). Bare numbers of
    citizens, percent and years are none either. "12,3 mio." without "kr." is taken with confidence 0.7.
    """

    name = "money"
    kind = MoneyFinding

    def find(self, doc: Doc, point: Point) -> Iterator[MoneyFinding]:  # noqa: ARG002 - the same for all components
        """Amounts of all forms, the longest where forms overlap."""
        text = text_of(doc)
        found = (
            MoneyFinding(
                match.start(), match.end(), rule.name, rule.confidence, amount(match["number"], match["scale"])
            )
            for rule in PATTERNS.rules
            for match in rule.regex.finditer(text)
        )
        yield from (one for one in longest(found) if not _is_unit(text, one))


def _is_unit(text: str, one: MoneyFinding) -> bool:
    """Whether "1.000 kr." is the unit of a table: alone at the head of a row, in brackets, after "i" or "hele"."""
    if text[one.start : one.end].rstrip(".") != "1.000 kr":
        return False
    before, after = text[max(0, one.start - 20) : one.start], text[one.end : one.end + 30]
    if before.endswith("("):
        return bool(_CLOSING.match(after))  # "(1.000 kr. pr. bænk)" is an amount
    return bool(_UNIT_BEFORE.search(before)) or (before[-1:] in {"", "\n"} and bool(_UNIT_AFTER.match(after)))


def amount(number: str, scale: str | None) -> Decimal:
    """Kroner: "2.001,125" with "mio" is 2001125000."""
    factor = next((value for word, value in SCALES.items() if scale and scale.startswith(word)), 1)
    return Decimal(number.replace(".", "").replace(",", ".")) * factor
