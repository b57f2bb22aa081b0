"""What was asked for, promised, planned or put off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, registered, text_of
from extract.entities.dates import DateFinding
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_DECISION = "Beslutning"
_ADMINISTRATION = "forvaltningen"
_PRINTED = re.compile(r"(?<!\w)(?P<to>forvaltningen|administrationen|direktionen)(?!\w)", re.IGNORECASE)
# What comes after these is another clause: its dates are not those of what was asked for
_OTHER_CLAUSE = re.compile(r"; |,? (?:idet|da|fordi|mens|men|hvor|hvorefter|når|såfremt) |, (?:som|der) ")
_NEEDS_DATE = frozenset({"deadline", "planned_treatment", "expected_event"})


@dataclass(frozen=True, slots=True)
class FollowUpFinding(Finding):
    """One of them, with its due date (partial: 2024-spring) and who is to act or to be told."""

    category: str
    due: str | None
    to: str | None


@registered
class FollowUps(Component[FollowUpFinding]):
    """Finds follow-ups that a sentence states: requests, promises, deadlines, planned treatments, expected events.

    A request counts only in a decision, elsewhere it is history, and only where it asks for something: a report, that
    something is done. A wish to thank, to keep or to abstain asks nobody. Deadlines, plans and expectations need a date
    after that of the meeting. What decisions themselves say of the matter (put off, recommended to another body) is
    read from their outcomes, not here (`mentions`). One sentence gives at most one, by the first rule that fits.
    """

    name = "followups"
    kind = FollowUpFinding

    def find(self, doc: Doc, point: Point) -> Iterator[FollowUpFinding]:
        """Sentence by sentence."""
        text, today = text_of(doc), point.context.date.isoformat() if point.context.date else ""
        for start, end in sentences(doc):
            paragraph = point.passage.paragraph(start)
            if paragraph.part is not Part.TEXT:
                continue
            dates = inside(findings(doc, DateFinding), start, end)
            for rule in PATTERNS.rules:
                match = rule.regex.search(text, start, end)
                due = _due(text, match, rule, dates, end, today) if match else None
                if match and _holds(rule, paragraph.where, due):
                    stop = start + len(text[start:end].rstrip())
                    to = _addressee(doc, rule, start, end)
                    yield FollowUpFinding(start, stop, rule.name, rule.confidence, rule.type or "", due, to)
                    break


def _due(text: str, match: re.Match[str], rule: Rule, dates: Sequence[DateFinding], end: int, today: str) -> str | None:
    """The first date to come in the sentence; of a request, in the clause that asks."""
    first, last = dates[0].start if dates else end, end
    if rule.type == "committee_request":
        other = _OTHER_CLAUSE.search(text, match.end(), end)
        first, last = match.start(), other.start() if other else end
    return next((one.value for one in dates if first <= one.start < last and one.value > today), None)


def _addressee(doc: Doc, rule: Rule, start: int, end: int) -> str | None:
    """Who is to act: the administration where a request names it; the body that a plan names last."""
    if rule.type == "committee_request":
        return _ADMINISTRATION if _PRINTED.search(text_of(doc), start, end) else None
    bodies = inside(findings(doc, BodyFinding), start, end)
    return bodies[-1].body if bodies else None


def _holds(rule: Rule, where: str, due: str | None) -> bool:
    if rule.type == "committee_request":
        return where == _DECISION
    return where != _DECISION and (due is not None or rule.type not in _NEEDS_DATE)
