"""Committees and councils that changed their name, or that were merged, as the text tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.dates import DateFinding
from extract.entities.patterns import Rule, load_patterns
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_PLACE = re.compile(r"⟦(\d+)⟧")
_UNSETTLED = re.compile(rf"(?<!\w)(?:{PATTERNS.atoms['unsettled']})", re.IGNORECASE)
_YEAR = PATTERNS.atom("year")
_MERGED = "merged"


@dataclass(frozen=True, slots=True)
class SuccessionFinding(Finding):
    """A body by its old and its new name; the date of the change, ISO or partial, where the sentence has one."""

    old: str
    new: str
    date: str | None
    merged: bool  # the old body is one of several that became the new one


@registered
class Successions(Component[SuccessionFinding]):
    """Finds "A-udvalget skiftede den 1. januar 2022 navn til B-udvalget" and "A og B blev lagt sammen til C".

    What is proposed, wished for or denied is no change, and neither is what a recommendation says. That one body comes
    after another without a word of name or merging ("B har overtaget A's opgaver") is not taken either.
    """

    name = "successions"
    kind = SuccessionFinding

    def find(self, doc: Doc, point: Point) -> Iterator[SuccessionFinding]:
        """Each change once."""
        bodies = findings(doc, BodyFinding)
        seen: set[tuple[str, str]] = set()
        for start, end in sentences(doc) if len(bodies) > 1 else ():
            here = [body for body in inside(bodies, start, end) if body.end <= end]
            if len(here) < 2 or point.passage.paragraph(start).where in PATTERNS.words["plans"]:
                continue
            for one in _told(doc, start, end, here):
                if (one.old, one.new) not in seen and one.old != one.new:
                    seen.add((one.old, one.new))
                    yield one


def _told(doc: Doc, start: int, end: int, bodies: Sequence[BodyFinding]) -> Iterator[SuccessionFinding]:
    """What one sentence tells."""
    sentence = _with_places(text_of(doc), start, end, bodies)
    if _UNSETTLED.search(sentence):
        return
    dates = [one.value for one in inside(findings(doc, DateFinding), start, end) if "/" not in one.value]
    for rule in PATTERNS.rules:
        for match in rule.regex.finditer(sentence):
            yield from _changes(
                rule, match, bodies, dates[0] if len(dates) == 1 else None if dates else _year(match[0])
            )


def _year(printed: str) -> str | None:
    """The year alone in the words of a change."""
    years = set(_YEAR.findall(printed))
    return years.pop() if len(years) == 1 else None


def _with_places(text: str, start: int, end: int, bodies: Sequence[BodyFinding]) -> str:
    """The sentence with ⟦0⟧, ⟦1⟧ … for its bodies."""
    parts = []
    for number, body in enumerate(bodies):
        parts += [text[start : body.start], f"⟦{number}⟧"]
        start = body.end
    return "".join((*parts, text[start:end]))


def _changes(
    rule: Rule, match: re.Match[str], bodies: Sequence[BodyFinding], date: str | None
) -> Iterator[SuccessionFinding]:
    groups = match.groupdict()
    (new,) = _named(groups.get("new") or groups.get("new2") or "", bodies)
    olds = list(_named(groups.get("olds") or groups.get("olds2") or "", bodies))
    places = [body.start for body in (*olds, new)], [body.end for body in (*olds, new)]
    for old in olds:
        yield SuccessionFinding(
            min(places[0]), max(places[1]), rule.name, rule.confidence, old.body, new.body, date, rule.type == _MERGED
        )


def _named(text: str, bodies: Sequence[BodyFinding]) -> Iterator[BodyFinding]:
    """The bodies whose places a text holds."""
    return (bodies[int(place)] for place in _PLACE.findall(text))
