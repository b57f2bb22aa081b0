"""Organisations that changed their name, as the text tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.dates import DateFinding
from extract.entities.organisations import OrganisationFinding
from extract.entities.patterns import load_patterns
from extract.entities.sentences import sentence_at, sentences

PATTERNS = load_patterns(__file__)
_UNSURE = PATTERNS.rule("changes.unsure").regex
_DECISION = "Beslutning"
_OF_DECISIONS = frozenset({"renames.new_name", "renames.old_name"})
_OF_SUBJECT = "renames.was_called"
_TOLD = tuple(
    rule
    for rule in PATTERNS.rules
    if rule.name.startswith("renames.") and rule.name not in {*_OF_DECISIONS, _OF_SUBJECT}
)
_NOUN = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:et|en)|Det|Den")
# Rules whose words say that an organisation is meant, if one of the names begins with a word for one
_SURE = frozenset({"renames.was", "renames.called_from", "renames.got_name", "renames.changes_from"})

_WHOLE = re.compile(r" (?:Kommune|A/S|I/S|ApS)$")  # a name ends there, and "og" begins another
_CUT = re.compile(r"Udvalget for [^.;\n]{1,60}, $")


@dataclass(frozen=True, slots=True)
class RenameFinding(Finding):
    """An old and a new name; the date of the change, ISO or partial, where the sentence has one."""

    old: str
    new: str
    date: str | None


@registered
class Renames(Component[RenameFinding]):
    """Finds "X skiftede navn til Y", "Y (tidligere X)", "X hed indtil 2016 Y", and a decision for a new name.

    At least one of the names must be an organisation of this text: streets and committees are renamed too. A decision
    ("det nye navn er Y") needs the point to say whose name changes ("ændring af navnet X"), and takes the meeting's
    date. Otherwise the date is the one in the same sentence, or none.
    """

    name = "renames"
    kind = RenameFinding

    def find(self, doc: Doc, point: Point) -> Iterator[RenameFinding]:
        """Each change once."""
        organisations = findings(doc, OrganisationFinding)
        names = {text_of(doc)[one.start : one.end] for one in organisations} | {one.name for one in organisations}
        bodies = {text_of(doc)[one.start : one.end] for one in findings(doc, BodyFinding)}
        kind = PATTERNS.rule("change.kind").regex
        seen: set[tuple[str, str]] = set()
        for one in stated(doc, point):
            if (
                (one.old, one.new) not in seen
                and one.old != one.new
                and not {one.old, one.new} <= bodies  # those are for `successions`
                and (
                    {one.old, one.new} & names or (one.rule in _SURE and (kind.search(one.old) or kind.search(one.new)))
                )
            ):
                seen.add((one.old, one.new))
                yield one


def stated(doc: Doc, point: Point) -> list[RenameFinding]:
    """All changes of name, whether or not what changes is known to be an organisation."""
    return [*_between(doc), *_told(doc), *_once_called(doc), *_decided(text_of(doc), point)]


def _between(doc: Doc) -> Iterator[RenameFinding]:
    """Two organisations between which stands that one took the other's name: their names are known whole."""
    text, organisations = text_of(doc), findings(doc, OrganisationFinding)
    changed, was = (PATTERNS.rule(f"between.{name}") for name in ("changed", "was"))
    for first, second in pairwise(organisations):
        rule = next((one for one in (changed, was) if one.regex.fullmatch(text, first.end, second.start)), None)
        if rule and not _UNSURE.search(text, sentence_at(doc, first.start)[0], first.end):
            names = text[first.start : first.end], text[second.start : second.end]
            old, new = names if rule is changed else names[::-1]
            dates = [one.value for one in inside(findings(doc, DateFinding), first.end, second.start)]
            date = dates[0] if len(dates) == 1 else _year(text[first.end : second.start])
            yield RenameFinding(first.start, second.end, rule.name, rule.confidence, old, new, date)


def _told(doc: Doc) -> Iterator[RenameFinding]:
    """What sentences tell on their own."""
    if not any(word in text_of(doc) for word in ("navn", "tid", " nu ", " hed", "kald")):
        return
    dates = [one for one in findings(doc, DateFinding) if "/" not in one.value]
    spans = sentences(doc)
    for rule in _TOLD:
        for match in rule.regex.finditer(text_of(doc)):
            start, end = next(
                (span for span in spans if span[0] <= match.start() < span[1]), (match.start(), match.end())
            )
            if _UNSURE.search(text_of(doc), start, match.end()):
                continue
            here = [one.value for one in dates if start <= one.start and one.end <= end]
            old = match["old"] or match.groupdict().get("old2") or ""
            new = match["new"] or match.groupdict().get("new2") or ""
            if rule.name == "renames.was" and _NOUN.fullmatch(_name(new)):
                continue  # "Museet hed før X": a noun, and no name
            if _CUT.search(text_of(doc), max(0, match.start() - 80), match.start()):
                continue  # "Udvalget for Klima, Teknik og Havne hed før X"
            first = match.end("new") if rule.name == "renames.was" else match.start()  # what is told stands after it
            yield _clean(
                RenameFinding(
                    first,
                    match.end(),
                    rule.name,
                    rule.confidence,
                    old,
                    new,
                    here[0] if len(here) == 1 else _year(match[0]) if not here else None,
                )
            )


def _once_called(doc: Doc) -> Iterator[RenameFinding]:
    """ "Selskabet hed indtil 2016 X": the organisation that begins a sentence before it in the paragraph.

    "Museet", "Vandværket": the only organisation of the point before it that has the word in its name.
    """
    text, rule = text_of(doc), PATTERNS.rule(_OF_SUBJECT)
    starts = {start for start, _ in sentences(doc)}
    organisations = findings(doc, OrganisationFinding)
    for match in rule.regex.finditer(text):
        before = inside(organisations, text.rfind("\n", 0, match.start()) + 1, match.start())
        about = next((one.name for one in reversed(before) if one.start in starts), None)
        stem = match["noun"].lower()[:-2].removesuffix("e") if len(match["noun"]) > 4 else ""
        same = {one.name for one in organisations if one.start < match.start() and stem in one.name.lower()}
        about = same.pop() if stem and len(same) == 1 else about
        end = sentence_at(doc, match.start())[1]
        dates = [one.value for one in inside(findings(doc, DateFinding), match.start(), end) if "/" not in one.value]
        if about:
            date = dates[0] if len(dates) == 1 else _year(match[0]) if not dates else None
            yield RenameFinding(match.start(), match.end(), rule.name, rule.confidence, match["old"], about, date)


def _year(printed: str) -> str | None:
    """The year alone in the words of a change."""
    match = PATTERNS.rule("change.year").regex.search(printed)
    return match["year"] if match else None


def _decided(text: str, point: Point) -> Iterator[RenameFinding]:
    """A decision for a new name of something that the point names by its old one."""
    rule = PATTERNS.rule("renames.new_name")
    for match in rule.regex.finditer(text):
        asked = PATTERNS.rule("renames.old_name").regex.finditer(text)
        whose = {match["of"]} if match["of"] else {one["old"] or one["subject"] for one in asked}
        if len(whose) == 1 and point.passage.paragraph(match.start()).where == _DECISION:
            date = point.context.date.isoformat() if point.context.date else None
            (old,) = whose
            yield _clean(RenameFinding(match.start(), match.end(), rule.name, rule.confidence, old, match["new"], date))


def _clean(one: RenameFinding) -> RenameFinding:
    return replace(one, old=_name(one.old), new=_name(one.new))


def _name(printed: str) -> str:
    """The name without words in front that only begin the sentence, and without another name of its kind."""
    first, joint, last = printed.rpartition(" og ")
    if joint and (first.split(" ")[0] == last.split(" ")[0] or _WHOLE.search(first)):
        printed = last
    words = printed.split(" ")
    while len(words) > 1 and words[0] in PATTERNS.words["no_names"]:
        words.pop(0)
    return " ".join(words)
