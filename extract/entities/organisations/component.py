"""Organisations: the lexicon's, municipalities, and the local ones found in this document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, Taken, findings, longest, registered, text_of
from extract.entities.context import Context, LocalName
from extract.entities.laws import LawFinding
from extract.entities.lexicon import organisations
from extract.entities.parties import PartyFinding
from extract.entities.passages import Part
from extract.entities.patterns import Patterns, Rule, load, load_patterns
from extract.entities.persons import PersonFinding
from extract.lexicon.authorities import authorities
from extract.lexicon.selection import once_per_selection

MUNICIPALITIES = load(Path(__file__).with_name("municipalities.toml"), Patterns)
GENITIVES = ("", "s", "'s", "’s", "´s", "'", "’")
_ABBREVIATION = re.compile(r" \((?P<short>[A-ZÆØÅ][\wÆØÅ-]{1,9})\)")
_QUOTED = re.compile(r"[\"”“»«„]")
_AFTER_PREPOSITION = re.compile(r"\b(?:[Ii]|med|fra|til|af|og|hos|mellem|for) $")
_AFTER_MUNICIPALITY = re.compile(r" [Kk]ommune(?:,| og|, og| samt) $")
_AT_START = re.compile(r"(?:^|\n|[.:] )$")
_BEFORE_VERB = re.compile(
    r" (?:har|er|og|skal|vil|ønsker|bidrager|deltager|betaler|blev|ejer|indgår|danner|opretter|går|støtter|overtager|"
    r"varetager|tilbyder) "
)
# In these lists the word "kommuner" itself stands beside the names.
_DEFINITES = ("en", "et", "erne")  # "Strandparken" is no town, unless it stands in a row of some that are
_LISTS = frozenset({"municipalities.list_after", "municipalities.list_before"})
_WEB_NAME = re.compile(r"\.(?:dk|com|org|eu)\b")
_INITIALS_BEFORE = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,4} +$")
_INITIALS_AFTER = re.compile(r" +[A-ZÆØÅ]{2,4}(?!\w)")
_NAME_BEFORE = re.compile(r"(?<![\w./])(?P<word>(?:[A-ZÆØÅ]\.)+|[A-ZÆØÅ]\w+) $")
_TRADE_BEFORE = re.compile(
    r"\w*(?:firmaet|selskabet|huset|bureauet|virksomheden|rådgiver(?:en|ne)?|konsulent(?:en|erne)?|leverandør(?:en)?|"
    r"entreprenør(?:en)?|ingeniør(?:en|erne)?|rapporten|analysen)",
    re.IGNORECASE,
)
_ODD = re.compile(load_patterns(__file__).atoms["odd"])
_INNER = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class OrganisationFinding(Finding):
    """An organisation by its canonical name."""

    name: str
    type: str
    known: bool


@registered
class Organisations(Component[OrganisationFinding]):
    """Finds organisations: those of the national lexicon, municipalities and regions, and the document's own.

    The document's own are the names that `discoveries` found anywhere in it, and those of a watch list. A name with
    its abbreviation in brackets is one mention, and from then on the abbreviation alone counts in this document.
    Bare place names count only in lists of municipalities. Not taken: names inside names of bodies, persons and
    statutes, in web addresses, or standing in quotation marks as a word that is talked about.
    """

    name = "organisations"
    kind = OrganisationFinding

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._matcher = PhraseMatcher(nlp.vocab)
        self._known: dict[str, tuple[str, str]] = {}
        for organisation in organisations().organisations:
            for form in (organisation.name, *organisation.aliases):
                self._add(form, organisation.name, organisation.type)
        for authority in authorities():
            for form in (authority.name, *authority.also):
                self._add(form, authority.name, authority.kind)

    @cached_property
    def _compounds(self) -> re.Pattern[str]:
        """Names with a capital or a digit inside, before a hyphen: "Net4-samarbejdet" is one token."""
        odd = [form for form in self._known if _ODD.fullmatch(form)]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(odd, key=lambda form: (-len(form), form)))})(?=-[a-zæøå])")

    def _add(self, form: str, name: str, kind: str) -> None:
        for ending in GENITIVES:
            self._known[form + ending] = (name, kind)
            self._matcher.add(form + ending, [self._nlp.make_doc(form + ending)])

    def find(self, doc: Doc, point: Point) -> Iterator[OrganisationFinding]:
        """The longest of what all ways find, without what is part of something else."""
        text, context = text_of(doc), point.context
        found = [*self._by_lexicon(doc), *_municipalities(text, context), *_local(text, context)]
        taken = Taken(
            [
                *findings(doc, PersonFinding),
                *findings(doc, BodyFinding),
                *findings(doc, PartyFinding),
                *(law for law in findings(doc, LawFinding) if law.kind != "bylaw"),
            ]
        )
        for one in longest(_with_abbreviation(text, one) for one in found):
            part = point.passage.paragraph(one.start).part
            if part in {Part.PROCEDURE, Part.HEADING, Part.ABSENCE} or _is_place(text, one, context):
                continue
            if _is_mention(text, one, taken):
                yield one

    def _by_lexicon(self, doc: Doc) -> Iterator[OrganisationFinding]:
        for key, first, last in self._matcher(doc):
            name, kind = self._known[doc.vocab.strings[key]]
            start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
            yield OrganisationFinding(start, end, "organisations.lexicon", 1.0, name, kind, known=True)
        for match in self._compounds.finditer(text_of(doc)):
            name, kind = self._known[match[0]]
            yield OrganisationFinding(match.start(), match.end(), "organisations.lexicon", 1.0, name, kind, known=True)


def _municipalities(text: str, context: Context) -> Iterator[OrganisationFinding]:
    """Municipalities by name: the country's 98, the document's own, and others that can be one."""
    named = MUNICIPALITIES.rule("municipalities.named")
    for rule in MUNICIPALITIES.rules:
        for match in rule.regex.finditer(text):
            if rule is named:
                listed = _is_listed(text, match.start(), match.end())
                yield from _municipality(match.start(), match.end(), match["place"], rule, context, listed=listed)
                continue
            places = list(re.finditer(MUNICIPALITIES.atoms["place"], match["list"]))
            sure = sum(place[0] in _by_place() for place in places) > 2
            for place in places:
                start = match.start("list") + place.start()
                listed = rule.name in _LISTS and (sure or not place[0].endswith(_DEFINITES))
                yield from _municipality(start, start + len(place[0]), place[0], rule, context, listed=listed)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a name stands where a municipality does: after a preposition, in a row of them, before its verb."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    if _AFTER_PREPOSITION.search(before) or _AFTER_MUNICIPALITY.search(before):
        return True
    word = text[start:end].split(" ")[0]
    first = _AT_START.search(before) and word not in _patterns().words["no_first"]
    return bool(first and _BEFORE_VERB.match(after))


def _municipality(
    start: int, end: int, place: str, rule: Rule, context: Context, *, listed: bool
) -> Iterator[OrganisationFinding]:
    """The municipality of a place, if it is one; "Søbys Kommune" has its genitive in the wrong word.

    One that neither the country nor the header knows is less sure, and must stand where a municipality is listed.
    """
    for form in (place, place.removesuffix("s")):
        known = _by_place().get(form.replace(" ", "-"))
        if known or form == context.place:
            name = known or f"{form} Kommune"
            yield OrganisationFinding(start, end, rule.name, rule.confidence, name, "municipality", bool(known))
            return
    definite = place.endswith(_DEFINITES) and rule.name not in _LISTS
    if listed and not definite and not _is_misprint(place, context):
        yield OrganisationFinding(start, end, rule.name, 0.7, f"{place} Kommune", "municipality", known=False)


def _is_misprint(place: str, context: Context) -> bool:
    """Whether a place is a part or a misspelling of a known municipality ("Taastrup")."""
    from rapidfuzz.distance import OSA

    known = {*_by_place(), *([context.place] if context.place else [])}
    return any(place in re.split("[- ]", one) or OSA.distance(place, one, score_cutoff=1) <= 1 for one in known)


@once_per_selection
def _by_place() -> dict[str, str]:
    known = [authority for authority in authorities() if authority.kind == "municipality"]
    by_name = {form.removesuffix(" Kommune"): one.name for one in known for form in (one.name, *one.also)}
    return by_name | {one.place: one.name for one in known}


def _local(text: str, context: Context) -> Iterator[OrganisationFinding]:
    """The document's own names, also with other blanks or capitals, and before a hyphen ("Net4-samarbejdet")."""
    for local in context.local:
        if not any(surface[1:4] in text for surface in local.surfaces):
            continue  # far quicker than the pattern, and most names of a document are in few of its points
        for match in surfaces_pattern(local).finditer(text):
            yield OrganisationFinding(
                match.start(), match.end(), local.rule, local.confidence, local.name, local.type, local.known
            )


@cache
def surfaces_pattern(local: LocalName) -> re.Pattern[str]:
    """How the names of one organisation may be printed. Few to a document, so a pattern and no phrase matcher."""
    forms = sorted({_spaced(surface, local) for surface in local.surfaces}, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?:['’´]?s|['’])?(?!\w)")


def _spaced(surface: str, local: LocalName) -> str:
    """A pattern for a name: "Job Kyst", "JobKyst" and "Jobkyst" are one; a council may begin in lower case."""
    if local.type == "council" and " " not in surface:
        return f"[{surface[0]}{surface[0].lower()}]{re.escape(surface[1:])}"
    words = [word for part in surface.split(" ") for word in _INNER.split(part)]
    if 1 < len(words) <= 2 and len(words[0]) <= 5 and words[1][0].isupper():
        return rf"{re.escape(words[0])} ?[{words[1][0]}{words[1][0].lower()}]{re.escape(words[1][1:])}"
    return re.escape(surface)


def _with_abbreviation(text: str, one: OrganisationFinding) -> OrganisationFinding:
    """The finding with the abbreviation in brackets after it, if it is one of that name."""
    match = _ABBREVIATION.match(text, one.end)
    if not match or not abbreviates(match["short"], one.name):
        return one
    return OrganisationFinding(one.start, match.end(), one.rule, one.confidence, one.name, one.type, one.known)


def abbreviates(short: str, name: str) -> bool:
    """Whether letters can stand for a name: the lexicon says so, or they stand in it in their order."""
    known = organisations().by_name.get(short)
    if known:
        return known.name == name
    letters = iter(name.lower())
    return short.isupper() and all(letter in letters for letter in short.lower())


def is_short_for(one: str, other: str) -> bool:
    """Whether one of two names is the other cut short, as "Søby IF" is "Søby Idrætsforening"."""
    words, others = one.split(" "), other.split(" ")
    while words and others and words[0] == others[0]:
        words, others = words[1:], others[1:]
    one, other = " ".join(words), " ".join(others)
    return bool(one and other) and (abbreviates(one, other) or abbreviates(other, one))


def introduced(text: str, finding: OrganisationFinding) -> LocalName | None:
    """The abbreviation that a mention introduces: "Dansk Socialrådgiverforening (DS)" makes DS count."""
    match = re.search(r" \((?P<short>[^()]+)\)$", text[finding.start : finding.end])
    if match is None:
        return None
    rule = "organisations.abbreviation"
    return LocalName(finding.name, finding.type, (match["short"],), rule, 1.0, finding.known)


def _among_initials(text: str, start: int, end: int) -> bool:
    """Whether letters stand in a row of others, as where members sign: "MS HK RI"."""
    return bool(_INITIALS_BEFORE.search(text, max(0, start - 6), start) or _INITIALS_AFTER.match(text, end))


@cache
def _patterns() -> Patterns:
    return load_patterns(__file__)


def _is_place(text: str, one: OrganisationFinding, context: Context) -> bool:
    """Whether a bare name that is also a place's means the place: "Marselisborg Slot", "skoven ved Marselisborg"."""
    known = organisations().by_name.get(one.name) if one.rule == "organisations.lexicon" else None
    if known is None or known.place_in is None or text[one.start : one.end].removesuffix("s") != one.name:
        return False
    if context.municipality == known.place_in or _patterns().rule("discovery.place_after").regex.match(text, one.end):
        return True
    before = _patterns().rule("discovery.place_before").regex.search(text, max(0, one.start - 40), one.start)
    return before is not None


def _is_surname(text: str, start: int, surface: str) -> bool:
    """Whether a company's bare name is a person's last: "Jens Ballisager"."""
    before = _NAME_BEFORE.search(text, max(0, start - 40), start)
    if before is None or not surface[1:].islower() or before["word"] in _patterns().words["no_first"]:
        return False
    return _TRADE_BEFORE.fullmatch(before["word"]) is None


def _is_mention(text: str, one: OrganisationFinding, taken: Taken) -> bool:
    if taken.overlaps(one.start, one.end) or _WEB_NAME.match(text, one.end):
        return False
    if (
        one.type == "company"
        and one.rule == "organisations.lexicon"
        and _patterns().rule("discovery.product").regex.match(text, one.end)
    ):
        return False  # "KMD Nexus" is no company
    surface = text[one.start : one.end]
    if one.type == "company" and one.rule == "organisations.lexicon" and _is_surname(text, one.start, surface):
        return False
    if surface.isupper() and len(surface) <= 3 and _among_initials(text, one.start, one.end):
        return False
    before, after = text[max(0, one.start - 1) : one.start], text[one.end : one.end + 1]
    if before in {"/", "@", "."} or after == "@":
        return False
    if before == "(" and after == ")" and one.rule == "organisations.lexicon" and text[one.start : one.end].isupper():
        return bool(re.search(r"(?:[a-zæøå]{4}|\n) ?\($", text[max(0, one.start - 6) : one.start])) is False
    quoted = bool(before and _QUOTED.match(before) and after and _QUOTED.match(after))
    return not quoted or ".introduced" in one.rule
