"""Relations that a sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.agreements import AgreementFinding
from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.masking import Masked, Named, mask
from extract.entities.organisations import OrganisationFinding
from extract.entities.organisations.component import is_short_for
from extract.entities.parties import PartyFinding
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.persons import PersonFinding
from extract.entities.renames import RenameFinding
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_DOUBT = PATTERNS.rule("doubts.told").regex
_GOVERNMENT = "Regeringen"
_NO_PARTY = frozenset({"UP", "udenfor parti", "Løsgænger"})
_PARTNERED = frozenset(
    {"agreements.between", "agreements.with", "agreements.with_indefinite", "agreements.through", "agreements.about"}
)


@dataclass(frozen=True, slots=True)
class RelationFinding(Finding):
    """subject, predicate, object, by canonical names."""

    subject: str
    predicate: str
    object: str


@registered
class Relations(Component[RelationFinding]):
    """Finds relations that a sentence states outright, in the core predicates.

    HAS_PARTNER ("Net4 er et samarbejde mellem …"), HAS_AGREEMENT_WITH, PART_OF, CONSISTS_OF (the government's parties),
    AGREED_BY and FUNDED_BY (of an agreement or project by its title), APPROVED, RECOMMENDS_TO, NOTIFIED, RENAMED_TO,
    MEMBER_OF_PARTY where letters follow a name. "Projektet" counts where the point has one project alone; what
    "anbefales over for X" is recommended by the body whose decision it is. Nothing is inferred from two names in one
    sentence.
    """

    name = "relations"
    kind = RelationFinding

    def find(self, doc: Doc, point: Point) -> Iterator[RelationFinding]:
        """Relations of sentences, of changes of name, of letters after names."""
        named = sorted([*_named(doc), *_makers(doc, point)], key=lambda one: (one.start, -one.end))
        projects = {one.name for one in findings(doc, AgreementFinding) if one.rule.startswith("agreements.project")}
        for start, end in sentences(doc):
            here = inside(named, start, end)
            paragraph = point.passage.paragraph(start)
            if here and paragraph.part in {Part.TEXT, Part.TITLE}:
                own = point.context.own.name if point.context.own else None
                subjects = {
                    "it": min(projects) if len(projects) == 1 else None,
                    "decider": paragraph.decided_by,
                    "committee": own,
                    "municipality": point.context.municipality,
                }
                yield from _stated(mask(text_of(doc), start, end, here), subjects)
        for rename in findings(doc, RenameFinding):
            yield RelationFinding(
                rename.start, rename.end, rename.rule, rename.confidence, rename.old, "RENAMED_TO", rename.new
            )
        yield from _memberships(doc, point)


def _memberships(doc: Doc, point: Point) -> Iterator[RelationFinding]:
    """Persons with their party after the name, in letters or in full; of an unnamed list the letters are its name."""
    text = text_of(doc)
    in_full = {one.start: one for one in findings(doc, PartyFinding)}
    for person in findings(doc, PersonFinding):
        party, end = None, person.end
        if person.party_surface and person.party_surface not in _NO_PARTY:
            party = point.context.party(person.party_surface) or person.party_surface
        elif text.startswith(" (", end) and (after := in_full.get(end + 2)) and text.startswith(")", after.end):
            party, end = after.party, after.end + 1
        if party:
            yield RelationFinding(person.start, end, "relations.letters", 1.0, person.person, "MEMBER_OF_PARTY", party)


def _makers(doc: Doc, point: Point) -> Iterator[Named]:
    """The parties of "som A, V og C indgik": letters that mean parties only there."""
    for match in PATTERNS.rule("makers.letters").regex.finditer(text_of(doc)):
        for letter in re.finditer(r"[A-ZÆØÅ]+", match["letters"]):
            start = match.start("letters") + letter.start()
            if party := point.context.party(letter.group()):
                yield Named(start, start + len(letter.group()), "makers.letters", 0.9, party, "¤")


def _named(doc: Doc) -> list[Named]:
    """Everything that a rule can see; an agreement that is named by its partners hides them, and is left out."""
    named = [
        Named(one.start, one.end, one.rule, one.confidence, one.name, "§") for one in findings(doc, OrganisationFinding)
    ]
    named += [
        Named(one.start, one.end, one.rule, one.confidence, one.body, "#~" if _in_genitive(doc, one) else "#")
        for one in findings(doc, BodyFinding)
    ]
    named += [
        Named(one.start, one.end, one.rule, one.confidence, one.party, "¤") for one in findings(doc, PartyFinding)
    ]
    named += [
        Named(one.start, one.end, one.rule, one.confidence, one.name, "¶")
        for one in findings(doc, AgreementFinding)
        if one.rule not in _PARTNERED and " mellem " not in one.name
    ]
    return named


def _in_genitive(doc: Doc, one: BodyFinding) -> bool:
    """Whether "Havneudvalgets" is printed: then what follows is meant, not the body."""
    return text_of(doc)[one.end - 1] == "s" and not one.body.endswith("s")


def _stated(masked: Masked, subjects: Mapping[str, str | None]) -> Iterator[RelationFinding]:
    """What one sentence states. A rule without a subject says by its last word who is meant.

    Of an agreement "with X" the other side is the municipality whose minutes these are.
    """
    for rule in PATTERNS.rules:
        for match in rule.regex.finditer(masked.text) if rule.type else ():
            if _DOUBT.search(masked.text, 0, match.start()):
                continue
            groups = match.groupdict()
            stated = masked.named(*match.span("subject")) if "subject" in groups else []
            implied = subjects.get(rule.name.rpartition("_")[2], subjects["municipality"])
            for other in masked.named(*match.span("objects")):
                for subject in stated:
                    yield from _between(rule, subject.name, other, (subject.start, subject.end), subjects)
                if implied and not groups.get("subject"):
                    yield from _between(rule, implied, other, (other.start, other.end), subjects)


def _between(
    rule: Rule, name: str, other: Named, place: tuple[int, int], subjects: Mapping[str, str | None]
) -> Iterator[RelationFinding]:
    """The relation of one to the other; of an agreement, the municipality stands first."""
    if _holds(rule, name, other.name):
        start, end = min(place[0], other.start), max(place[1], other.end)
        ends = (name, other.name)
        if rule.type == "HAS_AGREEMENT_WITH" and other.name == subjects["municipality"]:
            ends = (other.name, name)
        yield RelationFinding(start, end, rule.name, rule.confidence, ends[0], rule.type or "", ends[1])


def _holds(rule: Rule, subject: str, other: str) -> bool:
    if subject == other or is_short_for(subject, other):
        return False  # one party under two names
    return rule.type != "CONSISTS_OF" or subject == _GOVERNMENT
