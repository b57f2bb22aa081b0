"""Relations that a sentence states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.agreements import AgreementFinding
from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.organisations import OrganisationFinding
from extract.entities.organisations.component import is_short_for
from extract.entities.parties import PartyFinding
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.persons import PersonFinding
from extract.entities.renames import RenameFinding
from extract.entities.sentences import sentences
from extract.lexicon.parties import party_named

PATTERNS = load_patterns(__file__)
_GOVERNMENT = "Regeringen"


@dataclass(frozen=True, slots=True)
class RelationFinding(Finding):
    """subject, predicate, object, by canonical names."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class _Named(Finding):
    name: str
    mark: str


@registered
class Relations(Component[RelationFinding]):
    """Finds relations that a sentence states outright, in the core predicates.

    HAS_PARTNER ("Net4 er et samarbejde mellem …"), HAS_AGREEMENT_WITH, PART_OF, CONSISTS_OF (the government's parties),
    AGREED_BY (of an agreement with a title), RECOMMENDS_TO, NOTIFIED, RENAMED_TO, and MEMBER_OF_PARTY where letters
    stand after a name. Nothing is inferred from two names in one sentence.
    """

    name = "relations"
    kind = RelationFinding

    def find(self, doc: Doc, point: Point) -> Iterator[RelationFinding]:
        """Relations of sentences, of changes of name, of letters after names."""
        named = _named(doc)
        for start, end in sentences(doc):
            here = inside(named, start, end)
            if here and point.passage.paragraph(start).part in {Part.TEXT, Part.TITLE}:
                yield from _stated(text_of(doc), start, end, here, point.context.municipality)
        for rename in findings(doc, RenameFinding):
            yield RelationFinding(
                rename.start, rename.end, rename.rule, rename.confidence, rename.old, "RENAMED_TO", rename.new
            )
        year = point.context.date.year if point.context.date else None
        for person in findings(doc, PersonFinding):
            party = party_named(person.party_surface, year) if person.party_surface else None
            if party:
                yield RelationFinding(
                    person.start, person.end, "relations.letters", 1.0, person.person, "MEMBER_OF_PARTY", party
                )


def _named(doc: Doc) -> list[_Named]:
    named = [
        _Named(one.start, one.end, one.rule, one.confidence, one.name, "§")
        for one in findings(doc, OrganisationFinding)
    ]
    named += [
        _Named(one.start, one.end, one.rule, one.confidence, one.body, "#~" if _in_genitive(doc, one) else "#")
        for one in findings(doc, BodyFinding)
    ]
    named += [
        _Named(one.start, one.end, one.rule, one.confidence, one.party, "¤") for one in findings(doc, PartyFinding)
    ]
    named += [
        _Named(one.start, one.end, one.rule, one.confidence, one.name, "¶")
        for one in findings(doc, AgreementFinding)
        if one.rule == "agreements.titled"
    ]
    return sorted(named, key=lambda one: one.start)


def _in_genitive(doc: Doc, one: BodyFinding) -> bool:
    """Whether "Havneudvalgets" is printed: then what follows is meant, not the body."""
    return text_of(doc)[one.end - 1] == "s" and not one.body.endswith("s")


def _stated(
    text: str, start: int, end: int, named: Sequence[_Named], municipality: str | None
) -> Iterator[RelationFinding]:
    """What one sentence states; of an agreement "with X" the other side is the municipality whose minutes these are."""
    masked, names = _mask(text, start, end, named)
    for rule in PATTERNS.rules if names else ():
        for match in rule.regex.finditer(masked):
            place = match.start("subject") if "subject" in match.groupdict() else -1
            subject = names[place].name if place in names else municipality
            for other in range(match.start("objects"), match.end("objects")):
                if subject and other in names and _holds(rule, subject, names[other].name):
                    first = names[place].start if place in names else names[other].start
                    yield RelationFinding(
                        first, names[other].end, rule.name, rule.confidence, subject, rule.type or "", names[other].name
                    )


def _mask(text: str, start: int, end: int, named: Sequence[_Named]) -> tuple[str, dict[int, _Named]]:
    letters, names, position = "", {}, start
    for one in named:
        if position <= one.start and one.end <= end:
            letters += text[position : one.start]
            names[len(letters)] = one
            letters += one.mark
            position = one.end
    return letters + text[position:end], names


def _holds(rule: Rule, subject: str, other: str) -> bool:
    if subject == other or is_short_for(subject, other):
        return False  # one party under two names
    return rule.type != "CONSISTS_OF" or subject == _GOVERNMENT
