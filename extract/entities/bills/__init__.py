"""Bills before Folketinget, and accounts of the finance act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, registered, text_of
from extract.entities.patterns import load_patterns

PATTERNS = load_patterns(__file__)
_STOP = re.compile(
    r"(?: (?:på|og|af|i|til|for|fra|mod|ved|om|med|samt|under|vedr|den|det|de|en|et|eller|herunder|efter|inden|hos|"
    r"over|uden|mellem|pr|per|gennem))+$"
)


@dataclass(frozen=True, slots=True)
class BillFinding(Finding):
    """A bill ("L 13"; None: no number printed) or an account with what it is called."""

    number: str | None
    account: str | None = None
    name: str | None = None


@registered
class Bills(Component[BillFinding]):
    """Finds bills ("lovforslag L 13", "lovforslag om ændring af serviceloven") and finance-act accounts.

    "L 13" counts only beside "lovforslag" or what becomes of one: alone it is a room, a line or a party. An account is
    dotted (§ 17.31.12.10), a section of a law never is. The laws component leaves both alone.
    """

    name = "bills"
    kind = BillFinding

    def find(self, doc: Doc, point: Point) -> Iterator[BillFinding]:  # noqa: ARG002 - the same for all components
        """Bills and accounts."""
        for rule_name in ("bills.numbered", "bills.as_number", "bills.treated", "bills.told"):
            rule = PATTERNS.rule(rule_name)
            for match in rule.regex.finditer(text_of(doc)):
                start = match.start() if rule_name == "bills.numbered" else match.start("number")
                yield BillFinding(start, match.end("number"), rule.name, rule.confidence, _number(match["number"]))
                yield from _next(text_of(doc), match.end("number"), rule.confidence)
        rule = PATTERNS.rule("bills.unnumbered")
        for match in rule.regex.finditer(text_of(doc)):
            if re.search(r"love?n", match["law"]):
                yield BillFinding(match.start(), match.end(), rule.name, rule.confidence, None)
        rule = PATTERNS.rule("accounts.dotted")
        for match in rule.regex.finditer(text_of(doc)):
            name = _STOP.sub("", match["name"]) if match["name"] else None
            end = match.end("account")
            yield BillFinding(match.start(), end, rule.name, rule.confidence, None, match["account"], name)


def _next(text: str, end: int, confidence: float) -> Iterator[BillFinding]:
    """The bills that follow one in a row."""
    rule = PATTERNS.rule("bills.next")
    while match := rule.regex.match(text, end):
        end = match.end("number")
        yield BillFinding(match.start("number"), end, rule.name, confidence, _number(match["number"]))


def _number(printed: str) -> str:
    return f"{printed[0]} {printed[1:].strip()}"
