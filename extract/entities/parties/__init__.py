"""Political parties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, findings, inside, longest, registered, text_of
from extract.entities.context import Context
from extract.entities.patterns import load_patterns
from extract.entities.persons import PersonFinding
from extract.lexicon.parties import parties

PATTERNS = load_patterns(__file__)
_OTHERS = frozenset({"parties.voting", "parties.listed", "parties.joint"})
_IN_BRACKETS = frozenset({"parties.vote_bracketed", "parties.vote_mixed"})
_KNOWN_ONLY = frozenset(
    {"parties.acting", "parties.acting_block", "parties.for_or_against", "parties.mover"}
)  # "I ønsker" is no list of parties
# The letters of a block, without those in brackets after a person
_BLOCK_LETTERS = re.compile(rf"(?<![\w(.-]){PATTERNS.atoms['letters']}(?![\w.-]| (?!og |samt )[A-ZÆØÅ])")
_LETTERS = re.compile(PATTERNS.atoms["letters"])
_BLOCKS = frozenset(
    {"parties.vote_block", "parties.part", "parties.mover", "parties.acting_block", "parties.counted_line"}
)


@dataclass(frozen=True, slots=True)
class PartyFinding(Finding):
    """A party by its full name; the letters themselves where they are not known nationally."""

    party: str


@registered
class Parties(Component[PartyFinding]):
    """Finds parties: letters in brackets after a person, letters where a vote is told, names written out.

    A single letter elsewhere is none ("Skitse C", "Port A"). Names that are also words ("Venstre", "Alternativet")
    count inside a sentence, beside another party or in brackets, not at the beginning of a sentence before "side" or a
    verb. Letters are read as of the year of the meeting.
    """

    name = "parties"
    kind = PartyFinding

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        for party in parties():
            for name in (party.name, *party.also):
                self._matcher.add(
                    party.name, [nlp.make_doc(form) for form in (name, f"{name}s", f"{name}'", f"{name}'s")]
                )

    def find(self, doc: Doc, point: Point) -> Iterator[PartyFinding]:
        """Letters and names; "Radikale Venstre" is not also "Venstre"."""
        after = list(_after_persons(findings(doc, PersonFinding), point.context))
        yield from after
        bracketed = {one.start + 1 for one in after}  # "(F)" after a name is read once
        written = self._written(doc)
        legend = _of_legend(text_of(doc), point.context) if point.context.lists else ()
        listed = _beside(text_of(doc), written)
        votes = (one for one in _in_votes(text_of(doc), point.context) if one.start not in bracketed)
        yield from longest([*written, *legend, *listed, *votes])

    def _written(self, doc: Doc) -> list[PartyFinding]:
        found = longest(
            PartyFinding(
                doc[first].idx,
                doc[last - 1].idx + len(doc[last - 1]),
                "parties.written",
                1.0,
                doc.vocab.strings[key],
            )
            for key, first, last in self._matcher(doc)
        )
        return [one for one in found if _is_meant(text_of(doc), one, found)]


def _of_legend(text: str, context: Context) -> Iterator[PartyFinding]:
    """Local lists by the names that the document's own legend gives them, and by their first word ("Tværlisten")."""
    names = sorted(set(context.lists.values()))
    firsts = Counter(name.split(" ")[0] for name in names)
    for name in names:
        first = name.split(" ")[0]
        form = name if firsts[first] > 1 else first
        rest = "" if form == name else f"(?:{re.escape(name[len(first) :])})?"
        pattern = rf"(?<![\w-]){re.escape(form)}{rest}(?:['’]?s)?(?!\w)"
        for match in re.finditer(pattern, text) if form in text else ():
            yield PartyFinding(match.start(), match.end(), "parties.legend", 1.0, name)


def _beside(text: str, written: Sequence[PartyFinding]) -> Iterator[PartyFinding]:
    """Names of the form of a party's in a row with one that is known: "Venstre, Bylisten og Moderaterne"."""
    if not written:
        return
    rule, joint = PATTERNS.rule("parties.listed"), PATTERNS.rule("parties.joint").regex
    known = {one.start for one in written}
    likely = (match.span("name") for match in rule.regex.finditer(text))
    row = sorted({*((one.start, one.end) for one in written), *(span for span in likely if span[0] not in known)})
    sure = [start in known for start, _ in row]
    steps = [*range(1, len(row)), *range(len(row) - 1, 0, -1)]  # along the row, and back
    for right in steps:
        if sure[right - 1] != sure[right] and joint.fullmatch(text, row[right - 1][1], row[right][0]):
            sure[right - 1] = sure[right] = True
    for (start, end), meant in zip(row, sure, strict=True):
        if meant and start not in known:
            yield PartyFinding(start, end, rule.name, rule.confidence, text[start:end])


def _after_persons(persons: Sequence[PersonFinding], context: Context) -> Iterator[PartyFinding]:
    for person in persons:
        if person.party_surface and person.party_start is not None:
            end = person.party_start + len(person.party_surface) + 2
            name = context.party(person.party_surface) or person.party_surface
            yield PartyFinding(person.party_start, end, "parties.after_person", 1.0, name)


def _is_meant(text: str, one: PartyFinding, found: Sequence[PartyFinding]) -> bool:
    """Whether a name that is also a word stands where a party would."""
    surface = text[one.start : one.end]
    if re.sub(r"'?s$", "", surface).lower() not in PATTERNS.vocabulary("common"):
        return True
    beside = any(
        other is not one and min(abs(other.start - one.end), abs(one.start - other.end)) < 8
        for other in inside(found, one.start - 60, one.end + 8)
    )
    following = re.match(r"\W*(\w*)", text[one.end : one.end + 60])
    first = one.start == 0 or bool(re.search(r"[.:\n•]\s*$", text[max(0, one.start - 20) : one.start]))
    if surface == "Venstre":
        return beside or not (following and following[1] in PATTERNS.words["after_common"])
    return beside or not first


def _in_votes(text: str, context: Context) -> Iterator[PartyFinding]:
    """Letters of party blocks, only in paragraphs that tell a vote."""
    voting = PATTERNS.rule("parties.voting").regex
    tells: dict[int, bool] = {}  # of a paragraph, by its start
    for rule in PATTERNS.rules:
        if rule.name in _OTHERS:
            continue
        for match in rule.regex.finditer(text):
            start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            if start not in tells:
                tells[start] = bool(voting.search(text, start, end if end > 0 else len(text)))
            if rule.name in _IN_BRACKETS and not tells[start]:
                continue
            pattern = _BLOCK_LETTERS if rule.name in _BLOCKS else _LETTERS
            for letters in pattern.finditer(match["list"]):
                name = context.party(letters[0])
                in_row = rule.name not in _KNOWN_ONLY or len(match["list"]) > len(letters[0])
                if name or (len(letters[0]) == 1 and in_row) or letters[0] in context.roster.parties.values():
                    first = match.start("list") + letters.start()
                    yield PartyFinding(first, first + len(letters[0]), rule.name, rule.confidence, name or letters[0])
