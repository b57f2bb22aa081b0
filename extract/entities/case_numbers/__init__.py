"""Case numbers in running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns

PATTERNS = load_patterns(__file__)


@dataclass(frozen=True, slots=True)
class CaseNumberFinding(Finding):
    """A case number as printed."""

    number: str


@registered
class CaseNumbers(Component[CaseNumberFinding]):
    """Finds case numbers that a text refers to: "sag 25/1234", "22-001122", "00.22.04-A00-1-23".

    The number of the point itself is a line of its own and no mention. Not taken: dates (30/9 2023), years
    (2026-2029), price levels (24-p/1), numbers in tables.
    """

    name = "case_numbers"
    kind = CaseNumberFinding

    def find(self, doc: Doc, point: Point) -> Iterator[CaseNumberFinding]:
        """Numbers of all forms, the longest where forms overlap."""
        yield from longest(
            CaseNumberFinding(match.start("number"), match.end("number"), rule.name, rule.confidence, match["number"])
            for rule in PATTERNS.rules
            for match in rule.regex.finditer(text_of(doc))
            if point.passage.paragraph(match.start()).part is not Part.TABLE
            and match["number"] != text_of(doc)[self._line(text_of(doc), match.start())]
        )

    @staticmethod
    def _line(text: str, position: int) -> slice:
        start = text.rfind("\n", 0, position) + 1
        end = text.find("\n", position)
        return slice(start, len(text) if end < 0 else end)
