"""Relations that a sentence states."""

from __future__ import annotations

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
        named = _named(doc)
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
    """Persons with the letters after their names; of a list that nobody names, the letters are its name."""
    for person in findings(doc, PersonFinding):
        if person.party_surface and person.party_surface not in _NO_PARTY:
            party = point.context.party(person.party_surface) or person.party_surface
            yield RelationFinding(
                person.start, person.end, "relations.letters", 1.0, person.person, "MEMBER_OF_PARTY", party
            )


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
    return sorted(named, key=lambda one: (one.start, -one.end))


def _in_genitive(doc: Doc, one: BodyFinding) -> bool:
    """Whether "Havneudvalgets" is printed: then what follows is meant, not the body."""
    return text_of(doc)[one.end - 1] == "s" and not one.body.endswith("s")


def _stated(masked: Masked, subjects: Mapping[str, str | None]) -> Iterator[RelationFinding]:
    """What one sentence states. A rule without a subject says by its last word who is meant.

    Of an agreement "with X" the other side is the municipality whose minutes these are.
    """
    for rule in PATTERNS.rules:
        for match in rule.regex.finditer(masked.text):
            groups = match.groupdict()
            subject = masked.named(*match.span("subject")) if "subject" in groups else []
            implied = subjects.get(rule.name.rpartition("_")[2], subjects["municipality"])
            name = subject[0].name if subject else implied if not groups.get("subject") else None
            for other in masked.named(*match.span("objects")):
                if name and _holds(rule, name, other.name):
                    start = min([other.start, *(one.start for one in subject)])
                    end = max([other.end, *(one.end for one in subject)])
                    ends = (name, other.name)
                    if rule.type == "HAS_AGREEMENT_WITH" and other.name == subjects["municipality"]:
                        ends = (other.name, name)  # the municipality stands first
                    yield RelationFinding(start, end, rule.name, rule.confidence, ends[0], rule.type or "", ends[1])


def _holds(rule: Rule, subject: str, other: str) -> bool:
    if subject == other or is_short_for(subject, other):
        return False  # one party under two names
    return rule.type != "CONSISTS_OF" or subject == _GOVERNMENT
