"""Plans under the planning act, and the places that they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, findings, inside, longest, registered, text_of
from extract.entities.parties import PartyFinding
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.entities.persons import PersonFinding

PATTERNS = load_patterns(__file__)
_SUPPLEMENT = "Kommuneplantillæg"
_SAID = re.compile(r"(?<!\S)[a-zæøå]+(?!\S)")  # a word that no person is called by: "Boliger ved Mejerivej"


@dataclass(frozen=True, slots=True)
class PlanFinding(Finding):
    """A plan by its kind and number, and the place that it is for, as printed there."""

    name: str
    category: str
    number: str
    area: str | None = None


@registered
class Plans(Component[PlanFinding]):
    """Finds plans by their number: "Lokalplan 4.21 for et sommerhusområde ved Sletten", "kommuneplantillæg nr. 7".

    A plan without a number is none ("en lokalplan for området"). The place is what stands after the number and holds a
    name; a house number ends it, and whose property it is names no place: addresses and owners are private. A
    supplement has the years of the general plan that it belongs to, where the point prints them, for its number begins
    anew with each. The name is the kind and the number: "Lokalplan 4.21", "Kommuneplantillæg 7 til Kommuneplan 2021".
    """

    name = "plans"
    kind = PlanFinding

    def find(self, doc: Doc, point: Point) -> Iterator[PlanFinding]:
        """Every mention; of overlapping ones the longest."""
        text = text_of(doc)
        found = list(_numbered(text)) if "lan" in text else []
        people = sorted((*findings(doc, PersonFinding), *findings(doc, PartyFinding)), key=lambda one: one.start)
        yield from _with_years([_placed(one, text, point, people) for one in longest(found)])


def _numbered(text: str) -> Iterator[PlanFinding]:
    """Plans by kind and number, and the further ones of a list."""
    rule = PATTERNS.rule("plans.numbered")
    for match in rule.regex.finditer(text):
        kind = match["kind"].capitalize()
        name, end = f"{kind} {match['number']}", match.end()
        if kind == _SUPPLEMENT and (general := PATTERNS.rule("plans.of_general").regex.match(text, end)):
            name, end = _of_general(name, general["years"]), general.end()
        yield PlanFinding(match.start(), end, rule.name, rule.confidence, name, kind.lower(), match["number"])
        if match["no"] or match["form"].startswith("er"):
            yield from _further(text, match.end(), kind, several=match["form"].startswith("er"))
    rule = PATTERNS.rule("plans.supplement")
    for match in rule.regex.finditer(text):
        name = _of_general(f"{_SUPPLEMENT} {match['number']}", match["years"])
        yield PlanFinding(
            match.start(), match.end(), rule.name, rule.confidence, name, _SUPPLEMENT.lower(), match["number"]
        )


def _of_general(name: str, years: str | None) -> str:
    """A supplement with the general plan that it belongs to, where its years are printed."""
    return f"{name} til Kommuneplan {re.sub(r' ?[-–] ?', '-', years)}" if years else name


def _further(text: str, position: int, kind: str, *, several: bool) -> Iterator[PlanFinding]:
    """The other numbers of "lokalplanerne 4.21 og 4.22", "lokalplan nr. 12 og nr. 14"."""
    rule = PATTERNS.rule("plans.next")
    while match := rule.regex.match(text, position):
        if not (several or match["no"]):
            return
        name, number = f"{kind} {match['number']}", match["number"]
        yield PlanFinding(match.start("number"), match.end(), rule.name, rule.confidence, name, kind.lower(), number)
        position = match.end()


def _placed(one: PlanFinding, text: str, point: Point, people: Sequence[Finding]) -> PlanFinding:
    """The plan with the place that is printed after it, if it is one.

    Outside of titles a bare name after a dash may be anybody's: "Høringssvar til lokalplan 12 - Jens Hansen".
    """
    title = point.passage.paragraph(one.start).part is Part.TITLE
    for rule in map(PATTERNS.rule, ("plans.place", "plans.place_of_title") if title else ("plans.place",)):
        match = rule.regex.match(text, one.end)
        if not match or match["rest"] or inside(people, *match.span("area")):
            continue
        if title or match["for"] or _SAID.search(match["area"]):
            return replace(one, end=match.end("area"), area=match["area"])
    return one


def _with_years(found: Sequence[PlanFinding]) -> Iterator[PlanFinding]:
    """A supplement that the point once names with its general plan is that one everywhere in it."""
    full: dict[str, set[str]] = {}
    for one in found:
        if " til " in one.name:
            full.setdefault(one.name.partition(" til ")[0], set()).add(one.name)
    for one in found:
        names = full.get(one.name, set())
        yield replace(one, name=min(names)) if len(names) == 1 else one
