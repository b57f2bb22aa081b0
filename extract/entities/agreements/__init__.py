"""Agreements, reforms, policies and joint projects that are no laws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, findings, inside, longest, registered, text_of
from extract.entities.masking import Masked, Named, mask
from extract.entities.organisations import OrganisationFinding
from extract.entities.parties import PartyFinding
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_BY_PARTNERS = ("agreements.between", "agreements.with", "agreements.through", "agreements.with_indefinite")
_BY_PARTNERS_NAMED = ("agreements.project_partners", "agreements.named", "agreements.named_after")
_BY_GRAMMAR = (
    "agreements.entered",
    "agreements.project",
    "agreements.project_named",
    "agreements.base",
    "agreements.about",
)
_BY_WORDS = (
    "agreements.titled",
    "agreements.quoted",
    "agreements.reform",
    "agreements.economy",
    "agreements.budget",
    "agreements.policy",
    "agreements.code",
    "agreements.project_quoted",
)
_KINDS = {
    "partnerskab": "partnership",
    "ramme": "framework",
    "hensigt": "letter_of_intent",
    "databehandler": "data_exchange",
}
_SPOKEN_OF = re.compile(r"ftale|rklæring|amarbejde|artnerskab|rojekt|ontrakt|lliance|lynge|agt")
_SILENT = frozenset({Part.HEADING, Part.PROCEDURE, Part.ABSENCE, Part.TABLE})
_YEARS_AT_END = re.compile(r" \d{4}(?: ?[-–/] ?\d{2,4})?$")
_DEFINITE = re.compile(r"^([Aa]ftale|[Øø]konomiaftale|[Rr]ammeaftale|[Pp]artnerskab|[Ff]orlig)(?:n|e[nt])(?= )")


@dataclass(frozen=True, slots=True)
class AgreementFinding(Finding):
    """An agreement by its name."""

    name: str
    category: str


@registered
class Agreements(Component[AgreementFinding]):
    """Finds agreements with a name of their own: "Aftale om …", a quoted title, "X-reformen", "budgetforlig 2025-2028",
    "Kulturpolitik 2024-2027", projects that a sentence says to be joint ("Projekt Havn er et samarbejde mellem …"), and
    agreements named by their partners ("samarbejdsaftalen mellem X og Y").

    An agreement "with X" is one of the municipality. The name is as printed, with the first letter capital and without
    the definite article. "Aftalen om X" counts where the sentence tells who made it, or where the point gives the full
    title ("Aftale om et nyt X"); "budgetforliget" where the point names one budget. A bare "aftalen" is none.
    """

    name = "agreements"
    kind = AgreementFinding

    def find(self, doc: Doc, point: Point) -> Iterator[AgreementFinding]:
        """Every mention."""
        text = text_of(doc)
        found = [*_titled(text)]
        if _SPOKEN_OF.search(text):
            found += _stated(doc, point.context.municipality)
        found = longest([*_again(text, found), *found])
        for one in _with_years(_as_reformed(found)):
            part = point.passage.paragraph(one.start).part
            local = one.rule == "agreements.titled" and one.category == "cooperation"
            if part not in _SILENT and not (local and part is Part.TITLE):  # the title of a point, no agreement's name
                yield one


def _titled(text: str) -> Iterator[AgreementFinding]:
    """Names that are read without looking at who is beside them; political where the point speaks of politics."""
    political = PATTERNS.rule("agreements.political").regex.search(text) is not None
    for rule in map(PATTERNS.rule, _BY_WORDS):
        for match in rule.regex.finditer(text):
            name = match["name"].strip()
            if rule.name == "agreements.project_quoted":  # from then on also without the word for it
                for again in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text):
                    yield _finding(again.start(), again.end(), rule, name)
                continue
            if rule.type == "budget_agreement":
                head = "Budgetaftale" if "aftale" in name.lower() else "Budgetforlig"
                name = f"{head} {_whole(match['years'])}"
            one = _finding(match.start("name"), match.end("name"), rule, name)
            local = rule.type == "political_agreement" and not political
            yield replace(one, category="cooperation") if local else one
    budgets = {_whole(match["years"]) for match in PATTERNS.rule("agreements.budget_years").regex.finditer(text)}
    if len(budgets) == 1:
        rule = PATTERNS.rule("agreements.budget_alone")
        for match in rule.regex.finditer(text):
            yield _finding(match.start(), match.end(), rule, f"Budgetforlig {min(budgets)}")


def _whole(years: str) -> str:
    """A span of years in one form: "2023 – 26" is "2023-2026"."""
    first, *last = re.findall(r"\d+", years)
    return f"{first}-{first[:2] if len(last[0]) == 2 else ''}{last[0]}" if last else first


def _stated(doc: Doc, municipality: str | None) -> Iterator[AgreementFinding]:
    """Agreements that a sentence gives with their partners."""
    text = text_of(doc)
    named = [
        *(Named(one.start, one.end, one.rule, 1.0, one.name, "§") for one in findings(doc, OrganisationFinding)),
        *(Named(one.start, one.end, one.rule, 1.0, one.party, "¤") for one in findings(doc, PartyFinding)),
    ]
    named.sort(key=lambda one: one.start)
    for start, end in sentences(doc) if named else ():
        here = inside(named, start, end)
        if here:
            masked = mask(text, start, end, here)
            yield from _by_partners(masked, municipality)
            yield from _by_grammar(masked)
            yield from _partnered(masked, text)


def _partnered(masked: Masked, text: str) -> Iterator[AgreementFinding]:
    """ "Partnerne i Blå Bølge er …", "Svømmehalsaftalen mellem X og Y": the agreement wherever the point names it."""
    for rule in map(PATTERNS.rule, _BY_PARTNERS_NAMED):
        for match in rule.regex.finditer(masked.text):
            name = next(one for one in match.groups() if one).strip()
            kind = _kind(name) if rule.type == "cooperation" else rule.type or ""
            for one in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text):
                yield AgreementFinding(one.start(), one.end(), rule.name, rule.confidence, name, kind)


def _by_partners(masked: Masked, municipality: str | None) -> Iterator[AgreementFinding]:
    for rule in map(PATTERNS.rule, _BY_PARTNERS):
        for match in rule.regex.finditer(masked.text):
            others = masked.named(*match.span("others"))
            one = masked.named(*match.span("one")) if "one" in match.groupdict() else []
            first = one[0].name if one else municipality
            if not others or not first:
                continue
            partners = [first, *(other.name for other in others)]
            name = f"{match['name'].capitalize()} mellem {', '.join(partners[:-1])} og {partners[-1]}"
            start, end = (masked.offsets[match.start()], max(others[-1].end, masked.offsets[match.end("name")]))
            yield AgreementFinding(start, end, rule.name, rule.confidence, name, _kind(match["name"]))


def _kind(head: str) -> str:
    """What kind an agreement is, by the word for it; a contract is a cooperation."""
    return next((kind for word, kind in _KINDS.items() if head.lower().startswith(word)), "cooperation")


def _by_grammar(masked: Masked) -> Iterator[AgreementFinding]:
    """Agreements that the sentence says to be one."""
    for rule in map(PATTERNS.rule, _BY_GRAMMAR):
        for match in rule.regex.finditer(masked.text):
            if rule.name == "agreements.base":
                (of,) = masked.named(*match.span("of"))
                years = f" {match['years']}" if match["years"] else ""
                name = f"Aftalegrundlag for samarbejdet i {of.name}{years}"
            else:
                name = _DEFINITE.sub(r"\1", match["name"].strip())
            category = _kind(name) if rule.name == "agreements.about" else rule.type or ""
            if rule.name == "agreements.project" and "projekt" not in match["name"].lower():
                category = "cooperation"
            start, end = (masked.offsets[place] for place in match.span("name"))
            if "§" not in match["name"] or rule.name == "agreements.base":
                yield AgreementFinding(start, end, rule.name, rule.confidence, name[0].upper() + name[1:], category)


def _again(text: str, found: Sequence[AgreementFinding]) -> Iterator[AgreementFinding]:
    """ "Aftalen om et X": the only titled agreement of the point that has all its words."""
    titled = {one.name: one.category for one in found if one.rule in {"agreements.titled", "agreements.quoted"}}
    contents = {name: _content(name) for name in titled}
    rule = PATTERNS.rule("agreements.again")
    for match in rule.regex.finditer(text) if titled else ():
        words = _content(match["title"])
        full = [name for name, content in contents.items() if words and words <= content]
        if full and all(contents[name] == contents[full[0]] for name in full):
            end = match.start("title") + len(match["title"].rstrip())
            yield AgreementFinding(match.start(), end, rule.name, rule.confidence, full[0], titled[full[0]])


def _content(title: str) -> set[str]:
    return {word for word in re.findall(r"\w{3,}", title.lower()) if word not in PATTERNS.vocabulary("no_content")}


def _as_reformed(found: Sequence[AgreementFinding]) -> Iterator[AgreementFinding]:
    """ "Havnereformen" beside "Aftale om reform af havneområdet" is that agreement."""
    titles = [one for one in found if " reform" in one.name.lower()]
    for one in found:
        if one.category == "reform":
            stem = re.sub(r"s?reformen?s?$", "", one.name.lower())
            full = {title.name for title in titles if re.search(rf" reform\w* af (?:\w+ )?{stem}", title.name.lower())}
            if len(full) == 1:
                yield AgreementFinding(one.start, one.end, one.rule, one.confidence, full.pop(), titles[0].category)
                continue
        yield one


def _with_years(found: Iterator[AgreementFinding]) -> Iterator[AgreementFinding]:
    """An agreement that the point once names with its years has them everywhere in it."""
    known = list(found)
    full: dict[str, set[str]] = {}
    for one in known:
        full.setdefault(_YEARS_AT_END.sub("", one.name), set()).add(one.name)
    for one in known:
        dated = full.get(one.name, set()) - {one.name}
        yield replace(one, name=min(dated)) if len(dated) == 1 else one


def _finding(start: int, end: int, rule: Rule, name: str) -> AgreementFinding:
    if rule.name == "agreements.economy" and " mellem " not in name:
        name = _DEFINITE.sub(r"\1", name)
    if rule.type == "policy":
        name = re.sub(r"\d{4} ?[-–/] ?\d{2,4}$", lambda years: _whole(years[0]), name)
    name = re.sub(r"^([Pp]olitisk|[Ee]tisk|[Ff]ælles)e (kodeks|charter)", r"\1 \2", name)
    return AgreementFinding(start, end, rule.name, rule.confidence, name[0].upper() + name[1:], rule.type or "")
