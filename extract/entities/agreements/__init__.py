"""Agreements, reforms and policies that are no laws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, findings, inside, longest, registered, text_of
from extract.entities.organisations import OrganisationFinding
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_WITH_PARTNERS = frozenset({"agreements.between", "agreements.with"})
_SILENT = frozenset({Part.HEADING, Part.PROCEDURE, Part.ABSENCE, Part.TABLE})


@dataclass(frozen=True, slots=True)
class AgreementFinding(Finding):
    """An agreement by its name."""

    name: str
    category: str


@registered
class Agreements(Component[AgreementFinding]):
    """Finds agreements with a name of their own: "Aftale om …", a quoted title, "X-reformen", "budgetforlig 2025-2028",
    "Kulturpolitik 2024-2027", and agreements named by their partners ("samarbejdsaftalen mellem X og Y").

    An agreement "with X" is one of the municipality. The name is as printed, with the first letter capital. A bare
    "aftalen" is none.
    """

    name = "agreements"
    kind = AgreementFinding

    def find(self, doc: Doc, point: Point) -> Iterator[AgreementFinding]:
        """Every mention."""
        found = longest([*_titled(text_of(doc)), *_between(doc, point.context.municipality)])
        for one in found:
            if point.passage.paragraph(one.start).part not in _SILENT:
                yield one


def _titled(text: str) -> Iterator[AgreementFinding]:
    for rule in PATTERNS.rules:
        for match in rule.regex.finditer(text) if rule.name not in _WITH_PARTNERS else ():
            name = match["name"].strip()
            if rule.type == "budget_agreement":
                name = f"Budgetforlig {match['years']}"
            yield _finding(match.start("name"), match.end("name"), rule, name)


def _between(doc: Doc, municipality: str | None) -> Iterator[AgreementFinding]:
    """Agreements named by their partners; an organisation in a sentence is read as "§"."""
    text, organisations = text_of(doc), findings(doc, OrganisationFinding)
    for start, end in sentences(doc) if organisations else ():
        here = inside(organisations, start, end)
        if not here or "aftale" not in text[start:end]:
            continue
        masked, places = text[start:end], {}
        for one in reversed(here):
            masked = masked[: one.start - start] + "§" + masked[one.end - start :]
        for place, one in zip(re.finditer("§", masked), here, strict=False):
            places[place.start()] = one
        for rule_name in sorted(_WITH_PARTNERS):
            rule = PATTERNS.rule(rule_name)
            for match in rule.regex.finditer(masked):
                other = places[match.start("other")]
                one_name = places[match.start("one")].name if "one" in match.groupdict() else municipality
                if one_name:
                    head = re.sub(r"aftalen$", "aftale", match["name"]).capitalize()
                    yield _finding(start + match.start(), other.end, rule, f"{head} mellem {one_name} og {other.name}")


def _finding(start: int, end: int, rule: Rule, name: str) -> AgreementFinding:
    return AgreementFinding(start, end, rule.name, rule.confidence, name[0].upper() + name[1:], rule.type or "")
