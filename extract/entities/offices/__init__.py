"""Posts without the name of who holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import (
    Component,
    Finding,
    Point,
    findings,
    inside,
    longest,
    overlapping,
    registered,
    text_of,
)
from extract.entities.organisations import OrganisationFinding
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.entities.persons import PersonFinding

PATTERNS = load_patterns(__file__)
_SILENT = frozenset({Part.HEADING, Part.PROCEDURE, Part.ABSENCE})
_ALONE = ("offices.sole", "offices.chief", "offices.minister", "offices.of_area")
_PRIVATE = re.compile(rf"(?i:{PATTERNS.atoms['private']})(?:chef|direktør)")
_UNIT = re.compile(rf"(?<=s) {PATTERNS.atoms['units']}(?!\w)")
_OF_NAMED = ("offices.chair_of", "offices.chief_of")
# "formanden for X" is "Formand for X"
_CHAIR = re.compile(r"^Udvalgs(?=formand)|(?<=[Ff]ormand)en$|(?<=person)en$")
_AUTHORITIES = frozenset({"municipality", "region"})
_LONGEST = 120  # characters; the longest name of an organisation that a post can be part of
_REACH = 40  # characters; the longest post before a name


@dataclass(frozen=True, slots=True)
class OfficeFinding(Finding):
    """A post by its canonical name."""

    name: str


@registered
class Offices(Component[OfficeFinding]):
    """Finds posts whose holder is not named: "borgmesteren", "Jobcenterchefen", "direktøren for Børn og Kultur".

    Only the definite form is one. A bare "direktøren", "chefen" or "lederen" is anybody's and none; "formanden" is that
    of the meeting's own body where it speaks to it. Not taken: a post followed by a name (then it is a person's role),
    another municipality's, and parts of the administration that are called after a chief ("Borgmesterens Afdeling").
    The name is as printed in the nominative ("Direktøren for Børn og Kultur"), a chair's is "Formand for X".
    """

    name = "offices"
    kind = OfficeFinding

    def find(self, doc: Doc, point: Point) -> Iterator[OfficeFinding]:
        """The longest of the posts that the rules find."""
        text = text_of(doc)
        named = [*_of_named(doc), *_alone(text), *_chairs(text, point), *_taking_part(text)]
        organisations, persons = findings(doc, OrganisationFinding), findings(doc, PersonFinding)
        for one in longest(named):
            before = one.start - _LONGEST
            within = any(other.end >= one.end for other in inside(organisations, before, one.start + 1))
            held = overlapping(one.start, one.end + 2, inside(persons, before, one.end + 2))
            if not within and not held and _is_here(text, one, point):
                yield one


def _alone(text: str) -> Iterator[OfficeFinding]:
    """Posts that their word tells, and those with the area that they are for."""
    for rule in map(PATTERNS.rule, _ALONE):
        for match in rule.regex.finditer(text):
            if _PRIVATE.match(match["post"]):
                continue
            area = f" for {match['area']}" if "area" in match.groupdict() else ""
            yield OfficeFinding(match.start(), match.end(), rule.name, rule.confidence, _capital(match["post"]) + area)


def _of_named(doc: Doc) -> Iterator[OfficeFinding]:
    """Posts of a body or an organisation: "formanden for DH-Nordlev", "lederen af Nordlev Museum"."""
    text = text_of(doc)
    bodies = [(one, one.body) for one in findings(doc, BodyFinding)]
    others = [(one, one.name) for one in findings(doc, OrganisationFinding) if one.type not in _AUTHORITIES]
    for of, name in (*bodies, *others):
        for rule in map(PATTERNS.rule, _OF_NAMED):
            if match := rule.regex.search(text, max(0, of.start - _REACH), of.start):
                post = _capital(_CHAIR.sub("", _capital(match["post"])))
                full = f"{post} {match['of']} {name}"
                yield OfficeFinding(match.start(), of.end, rule.name, rule.confidence, full)


def _chairs(text: str, point: Point) -> Iterator[OfficeFinding]:
    """The chair of the meeting's own body."""
    own = point.context.own
    if own is None or "ormanden" not in text:
        return
    rule = PATTERNS.rule("offices.own_chair")
    for match in rule.regex.finditer(text) if own.name.endswith("udvalget") else ():
        post = "Næstformand" if match["vice"] else "Formand"
        yield OfficeFinding(match.start(), match.end(), rule.name, rule.confidence, f"{post} for {own.name}")
    rule = PATTERNS.rule("offices.chair_tells")
    for match in rule.regex.finditer(text):
        group = "told" if match["told"] else "tells"
        start, end = match.span(group)
        yield OfficeFinding(start, end, rule.name, rule.confidence, f"Formand for {own.name}")


def _taking_part(text: str) -> Iterator[OfficeFinding]:
    """Posts that take part in the meeting, wherever the point names them."""
    rule = PATTERNS.rule("offices.takes_part")
    for post in sorted({match["post"].casefold() for match in rule.regex.finditer(text)}):
        for match in re.finditer(rf"(?<![\w-]){re.escape(post)}s?(?!\w)", text, re.IGNORECASE):
            if not _PRIVATE.match(match[0]):
                yield OfficeFinding(match.start(), match.end(), rule.name, rule.confidence, _capital(post))


def _is_here(text: str, one: OfficeFinding, point: Point) -> bool:
    """Whether a post is one, of this municipality and without a name after it, in a part that tells something."""
    if _UNIT.match(text, one.end) or PATTERNS.rule("offices.named").regex.match(text, one.end):
        return False
    elsewhere = PATTERNS.rule("offices.elsewhere").regex.match(text, one.end)
    place = point.context.place
    if elsewhere and not (place and elsewhere["place"].startswith(place)):
        return False
    return point.passage.paragraph(one.start).part not in _SILENT


def _capital(post: str) -> str:
    post = post.lower() if post.isupper() else post
    return post[0].upper() + post[1:]
