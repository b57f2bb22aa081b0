"""Amounts of money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.patterns import load_patterns

PATTERNS = load_patterns(__file__)
SCALES = {"mia": 10**9, "milliard": 10**9, "mio": 10**6, "mill": 10**6, "million": 10**6, "tusind": 1000, "t": 1000}


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
        yield from longest(
            MoneyFinding(
                match.start(), match.end(), rule.name, rule.confidence, amount(match["number"], match["scale"])
            )
            for rule in PATTERNS.rules
            for match in rule.regex.finditer(text_of(doc))
        )


def amount(number: str, scale: str | None) -> Decimal:
    """Kroner: "2.001,125" with "mio" is 2001125000."""
    factor = next((value for word, value in SCALES.items() if scale and scale.startswith(word)), 1)
    return Decimal(number.replace(".", "").replace(",", ".")) * factor
