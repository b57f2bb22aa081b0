"""What was asked for, promised, planned or put off."""

from __future__ import annotations

from collections.abc import Iterator
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

    A request counts only in a decision: elsewhere it is history. Deadlines, plans and expectations need a date after
    that of the meeting. What decisions themselves say of the matter (put off, recommended to another body) is read from
    their outcomes, not here (`mentions`). One sentence gives at most one follow-up, by the first rule that fits.
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
            dates = [one.value for one in inside(findings(doc, DateFinding), start, end)]
            due = next((value for value in dates if value > today), None)
            for rule in PATTERNS.rules:
                if rule.regex.search(text, start, end) and _holds(rule, paragraph.where, due):
                    bodies = inside(findings(doc, BodyFinding), start, end)
                    stop = start + len(text[start:end].rstrip())
                    to = _ADMINISTRATION if rule.type == "committee_request" else bodies[-1].body if bodies else None
                    yield FollowUpFinding(start, stop, rule.name, rule.confidence, rule.type or "", due, to)
                    break


def _holds(rule: Rule, where: str, due: str | None) -> bool:
    if rule.type == "committee_request":
        return where == _DECISION
    return where != _DECISION and (due is not None or rule.type not in _NEEDS_DATE)
