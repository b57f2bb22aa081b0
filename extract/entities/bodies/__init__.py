"""Municipal committees and the council."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from extract.entities.component import Component, Finding, Point, longest, registered, text_of
from extract.entities.context import Context, body_key
from extract.entities.patterns import load_patterns
from extract.grammar.bodies import CUT_BEFORE, read_body
from extract.lexicon.authorities import authority_named

PATTERNS = load_patterns(__file__)
COUNCILS = {
    "kommunalbestyrelse": "Kommunalbestyrelsen",
    "byråd": "Byrådet",
    "regionsråd": "Regionsrådet",
    "borgerrepræsentation": "Borgerrepræsentationen",
    "magistrat": "Magistraten",
    "økonomiudvalg": "Økonomiudvalget",
}
_ONLY_THERE = {"Borgerrepræsentationen": "København", "borgerrepræsentationen": "København"}
_BEFORE = re.compile(r"(?:(?P<place>[A-ZÆØÅ]\w+(?:[- ][A-ZÆØÅ]\w+)?) Kommunes|Region [A-ZÆØÅ]\w+s) $")
_AFTER = re.compile(r"s? (?:i|for) (?P<place>[A-ZÆØÅ]\w+(?:[- ][A-ZÆØÅ]\w+)?)(?: Kommune)?(?!\w)")
_TERM = re.compile(r" \(?(\d{4}\s?-\s?\d{4})\)?")


@dataclass(frozen=True, slots=True)
class BodyFinding(Finding):
    """A body by its canonical name."""

    body: str
    own: bool
    term: str | None = None


@registered
class Bodies(Component[BodyFinding]):
    """Finds committees ("Teknik- og Klimaudvalget") and the council ("Kommunalbestyrelsen", "Søby Byråd").

    Not taken: "udvalget" and other words for any committee, Folketinget's committees, another municipality's council,
    "Direktøren for X-udvalget". Abbreviations count where the document introduces them, in its head or beside the name,
    or where they are the initials of the meeting's own body. Lower-case council names count only with a date. The
    canonical name is that of the body in the headings of the document where both have the same key (`body_key`), else
    the printed one.
    """

    name = "bodies"
    kind = BodyFinding

    def find(self, doc: Doc, point: Point) -> Iterator[BodyFinding]:
        """The longest of the names that the rules find."""
        context = point.context
        found = [
            *self._named(text_of(doc), context),
            *self._known(text_of(doc), context),
            *self._short(text_of(doc), context),
        ]
        text = text_of(doc)
        yield from (one for one in longest(found) if not CUT_BEFORE.search(text, max(0, one.start - 30), one.start))

    def _named(self, text: str, context: Context) -> Iterator[BodyFinding]:
        generic, foreign = PATTERNS.vocabulary("generic"), PATTERNS.words["foreign"]
        for rule in PATTERNS.rules:
            if rule.name == "bodies.abbreviation":
                continue
            for match in rule.regex.finditer(text):
                if match["name"].lower() in generic or text[
                    max(0, match.start() - 30) : match.start()
                ].rstrip().endswith(foreign):
                    continue
                if _is_elsewhere(text, match, context):
                    continue
                if rule.name == "bodies.council_place" and match["place"] != context.place:
                    continue
                start, printed = match.start(), match["name"]
                if rule.name == "bodies.committee":
                    start, printed = _own_part(match.start("name"), printed, context)
                yield _finding(start, match.end(), printed, rule.name, rule.confidence, text, context)

    def _known(self, text: str, context: Context) -> Iterator[BodyFinding]:
        """Names from the headings, however their joints and capitals are printed."""
        lowered = text.lower()
        for body in context.bodies:
            if body.name[:5].lower() not in lowered:
                continue  # far quicker than the pattern, and most bodies are in few points
            for match in _flexible(body.name).finditer(text):
                if text[max(0, match.start() - 30) : match.start()].rstrip().endswith(PATTERNS.words["foreign"]):
                    continue
                if _is_elsewhere(text, match, context):
                    continue
                yield _finding(match.start(), match.end(), body.name, "bodies.known", 1.0, text, context)

    def _short(self, text: str, context: Context) -> Iterator[BodyFinding]:
        rule = PATTERNS.rule("bodies.abbreviation")
        introduced = rule.regex.finditer(text) if "dvalget (" in text else ()
        meanings = {**context.legend, **{match["short"]: match["name"] for match in introduced}}
        if context.initials and context.own and len(context.initials) > 1:
            meanings[context.initials] = context.own.name
        for short, name in meanings.items():
            for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?:'?s)?(?!\w)", text):
                yield _finding(match.start(), match.end(), name, "bodies.initials", 0.9, text, context)


def _is_elsewhere(text: str, match: re.Match[str], context: Context) -> bool:
    """Whether a body is one of another municipality: "Søby Kommunes Havneudvalg", "Byrådet i Randers"."""
    only = _ONLY_THERE.get(match[0].removesuffix("s"))
    if only and context.place not in {None, only} and not any(body.name == match[0] for body in context.bodies):
        return True
    before = _BEFORE.search(text, max(0, match.start() - 60), match.start())
    if before:
        return before["place"] is None or context.place not in {None, before["place"], before["place"].split(" ")[-1]}
    after = _AFTER.match(text, match.end())
    known = authority_named(f"{after['place']} Kommune") if after else None
    return known is not None and context.place not in {None, known.place}


def _own_part(start: int, printed: str, context: Context) -> tuple[int, str]:
    """Without what a joint without hyphen glued on: "Venstre og Socialudvalget" is one party and one body.

    Such a joint stays only where the headings have the whole name.
    """
    if body_key(printed) in context.body_keys:
        return start, printed
    glued = list(re.finditer(r"(?<=\w) (?:og|&|samt) ", printed))
    if glued and "-" not in printed[: glued[-1].start()] and body_key(printed[glued[-1].end() :]) in context.body_keys:
        return start + glued[-1].end(), printed[glued[-1].end() :]
    return start, printed


@cache
def _flexible(name: str) -> re.Pattern[str]:
    words = re.split(r"s?-?,? (?:og|&|samt) |s?-?, ", name)
    joint = r"(?:s?-?,? (?:og|Og|OG|&|samt) |s?-,? )"
    pattern = joint.join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-]){pattern}s?(?!\w)", re.IGNORECASE if len(words) > 1 else 0)


def _finding(
    start: int, end: int, printed: str, rule: str, confidence: float, text: str, context: Context
) -> BodyFinding:
    name = canonical_body(printed, context)
    term = _TERM.match(text, end)
    own = context.own is not None and body_key(context.own.name) == body_key(name)
    return BodyFinding(start, end, rule, confidence, name, own, term[1] if term else None)


def canonical_body(printed: str, context: Context) -> str:
    """The name that stands for all spellings of a body in this document."""
    council = _council(printed)
    if council:
        return council
    return context.body_keys.get(body_key(printed)) or read_body(printed[0].upper() + printed[1:]).name


def _council(printed: str) -> str | None:
    """The council's name in its definite form, from "kommunalbestyrelse" as from "Byrådet"."""
    lowered = printed.casefold()
    return next((name for bare, name in COUNCILS.items() if lowered in {bare, name.casefold()}), None)
