"""Persons in public office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.context import Roster
from extract.entities.passages import Part
from extract.entities.patterns import load_patterns
from extract.lexicon.parties import party_named

PATTERNS = load_patterns(__file__)
_NO_PERSON = frozenset(PATTERNS.words["no_person"])
_SIGNING = re.compile(r"(?:Underskrift(?:er)?|Underskrevet af|Godkendt af)\b", re.IGNORECASE)
_BARE = re.compile(r"(?:[^\Waeiouyæøås]|[^\Waeiouyæøå]e)$")  # of "Falks", "Lundes"; not of "Friis"
_PARTY = re.compile(rf"\s?\((?P<party>{PATTERNS.atoms['party']})\)")


@dataclass(frozen=True, slots=True)
class PersonFinding(Finding):
    """A person by full name, with the letters printed there."""

    person: str
    party_surface: str | None = None
    party_start: int | None = None  # of the letters, brackets included
    role: str | None = None


@registered
class Persons(Component[PersonFinding]):
    """Finds the members and others in public office whom the text names.

    By the roster of this document: full names, first with last name, and a last name alone where letters follow it and
    only one person has it. By the text's own marks: a name with a party in brackets, a name after a public office
    (elected, a minister's, a chief officer's).
    No list of names is used, and a name without such a mark is nobody's business: private persons are not taken. In
    the block of absentees the role is "absent".
    """

    name = "persons"
    kind = PersonFinding

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._roster: Roster | None = None
        self._matcher = PhraseMatcher(nlp.vocab)

    def find(self, doc: Doc, point: Point) -> Iterator[PersonFinding]:
        """Rostered names first; what overlaps them is the same person."""
        marked = _marked(point.passage.text, point.context.roster)
        in_text = (one for one in marked if not _ends_title(one, point))
        found = longest([*self._rostered(doc, point), *in_text])
        signed = _signatures(found, point)
        for one in found:
            if point.passage.paragraph(one.start).start in signed:
                continue
            absent = point.passage.paragraph(one.start).part is Part.ABSENCE
            role = "absent" if absent else one.role
            yield PersonFinding(
                one.start, one.end, one.rule, one.confidence, one.person, one.party_surface, one.party_start, role
            )

    def _rostered(self, doc: Doc, point: Point) -> Iterator[PersonFinding]:
        roster = point.context.roster
        self._prepare(roster)
        for _, first, last in self._matcher(doc) if len(self._matcher) else ():
            start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
            surface = text_of(doc)[start:end]
            found = roster.forms.get(surface) or roster.forms.get(re.sub(r"['’]?s?$", "", surface))
            if found and not _NO_PERSON & set(found.split(" ")):
                yield _with_party(text_of(doc), start, end, "persons.roster", 1.0, found)

    def _prepare(self, roster: Roster) -> None:
        """The matcher of a document is made once, not for each of its points."""
        if roster is self._roster:
            return
        self._roster = roster
        self._matcher = PhraseMatcher(self._nlp.vocab)
        for form in sorted(roster.forms):
            variants = (form, f"{form}s", f"{form}'", f"{form}'s", f"{form}’s")
            self._matcher.add(form, [self._nlp.make_doc(variant) for variant in variants])


def _ends_title(one: PersonFinding, point: Point) -> bool:
    """Whether "(B)" stands at the end of a title, also of one printed again: it marks a decision, not a party."""
    paragraph = point.passage.paragraph(one.start)
    end = one.party_start + len(one.party_surface) + 2 if one.party_start and one.party_surface else one.end
    again = paragraph.where == "Titel" and one.party_surface in {"B", "O"} and end >= paragraph.end
    return paragraph.part is Part.TITLE or again


def _signatures(found: Sequence[PersonFinding], point: Point) -> set[int]:
    """Where the paragraphs begin in which members sign: names alone, outside every section of the point."""
    named: dict[int, list[PersonFinding]] = {}
    for one in found:
        named.setdefault(point.passage.paragraph(one.start).start, []).append(one)
    signed = set()
    for start, names in named.items():
        paragraph = point.passage.paragraph(start)
        text = point.passage.text[paragraph.start : paragraph.end]
        alone = sum(one.end - one.start for one in names) >= len(re.sub(r"[\s,.]+", " ", text).strip()) - len(names)
        unheaded = paragraph.where == "Titel" and paragraph.part is Part.TEXT and paragraph.decided_by is None
        if _SIGNING.match(text) or (alone and unheaded):
            signed.add(start)
    return signed


def _marked(text: str, roster: Roster) -> Iterator[PersonFinding]:
    """Names that the text itself marks as a politician's."""
    for rule_name in ("persons.with_party", "persons.office", "persons.chief_officer"):
        rule = PATTERNS.rule(rule_name)
        for match in rule.regex.finditer(text):
            start, name = _without_lead(match.start("name"), match["name"], roster)
            if (
                " " not in name
                or party_named(name)
                or (rule_name == "persons.with_party" and not _is_party(match["party"], name, roster))
            ):
                continue
            person = roster.forms.get(name) or _nominative(name, match.end("name"), text, roster)
            yield _with_party(text, start, match.end("name"), rule.name, rule.confidence, person)
    rule = PATTERNS.rule("persons.surname_with_party")
    for match in rule.regex.finditer(text):
        owner = roster.surnames.get(match["name"])
        if owner and not re.search(r"[A-ZÆØÅ]\w+ $", text[max(0, match.start() - 40) : match.start()]):
            yield _with_party(text, match.start(), match.end("name"), rule.name, rule.confidence, owner)


def _nominative(name: str, end: int, text: str, roster: Roster) -> str:
    """A name without its genitive, where that is sure: an apostrophe, the bare name printed too, an owned thing after.

    "Magnus Thomas bød velkommen" keeps its s.
    """
    bare = re.sub(r"(?:(?<=s)['’]|['’]s)$", "", name)
    if bare != name or not name.endswith("s"):
        return roster.forms.get(bare, bare)
    bare = name[:-1]
    owned = PATTERNS.rule("persons.owned").regex.match(text, end)
    printed = re.search(rf"(?<!\w){re.escape(bare)}(?![\w'’])", text)
    return roster.forms.get(bare, bare) if printed or bare in roster.forms or (owned and _BARE.search(bare)) else name


def _is_party(letters: str, name: str, roster: Roster) -> bool:
    """Whether letters after a name mean a party: known ones, or any after a rostered name. "Dansk Byg (DB)" is none."""
    return name in roster.forms or len(letters) == 1 or party_named(letters) is not None or letters.endswith("listen")


def _without_lead(start: int, name: str, roster: Roster) -> tuple[int, str]:
    """The name without words that only begin the sentence: "Udvalgsformand Anna Lund" is Anna Lund."""
    words = name.split(" ")
    rostered = any(" ".join(words[place:]) in roster.forms for place in range(len(words)))
    while words and (words[0] in PATTERNS.words["no_names"] or (rostered and " ".join(words) not in roster.forms)):
        start += len(words.pop(0)) + 1
    return start, " ".join(words)


def _with_party(text: str, start: int, end: int, rule: str, confidence: float, person: str) -> PersonFinding:
    letters = _PARTY.match(text, end)
    party_start = text.index("(", end) if letters else None
    return PersonFinding(start, end, rule, confidence, person, letters["party"] if letters else None, party_start)
