"""What was asked for, promised, planned or put off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, point_of, registered, text_of
from extract.entities.dates import DateFinding, ending
from extract.entities.passages import Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.persons import PersonFinding
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_DECISION = "Beslutning"
_ADMINISTRATION = "forvaltningen"
_PRINTED = re.compile(r"(?<!\w)(?P<to>forvaltningen|administrationen|direktionen|sekretariatet)(?!\w)", re.IGNORECASE)
# What comes after these is another clause: its dates are not those of what was asked for
_OTHER_CLAUSE = re.compile(r"; |,? (?:idet|da|fordi|mens|men|hvor|hvorefter|når|såfremt) |, (?:som|der) ")
_RULES = tuple(rule for rule in PATTERNS.rules if rule.name.startswith("followups."))
_PROPOSED = PATTERNS.rule("proposals.made").regex
_ASKED = PATTERNS.rule("questions.asked").regex
_MEETING_MOVED = PATTERNS.rule("meetings.moved").regex
_HOUR = PATTERNS.rule("meetings.hour").regex
_JOINT = PATTERNS.rule("dues.joint").regex
_CLAUSE = re.compile(r"[,;:]| at ")
_LETTERS = re.compile(r"(?: ?\([A-ZÆØÅ]{1,3}\))? ")
_MEETING = re.compile(r"møde|udvalg|råd|bestyrelse", re.IGNORECASE)
_BESIDE = 30  # characters between "senest" and its date
_NEEDS_DATE = frozenset({"deadline", "planned_treatment", "planned_topic", "expected_event"})
_DATED = "followups.presented"  # a promise that needs one too
# Where a rule holds: in decisions alone, or there too; the others hold outside them
_IN_DECISIONS = frozenset(
    {"followups.request", "followups.deferral", "followups.undertaken", "followups.vowed_in_decision"}
)
_ANYWHERE = frozenset(
    {
        "followups.awaited_event",
        "followups.event",
        "followups.planned_case",
        "followups.vowed",
        "followups.vowed_by_one",
        "followups.deadline",
        "followups.latest",
        "followups.topic",
        "followups.awaited",
    }
)


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
    after that of the meeting, and of two that are given for choice, or a period, the due time ends with the last. A
    promise is one of the municipality's own house: what a third party is told to have promised is none; nor is the
    moving of a meeting. What decisions themselves say of the matter (put off, recommended to another body) is
    read from their outcomes, not here (`mentions`). One sentence gives at most one, by the first rule that fits.
    """

    name = "followups"
    kind = FollowUpFinding

    def find(self, doc: Doc, point: Point) -> Iterator[FollowUpFinding]:
        """Sentence by sentence."""
        today = point.context.date.isoformat() if point.context.date else ""
        for start, end in sentences(doc):
            paragraph = point.passage.paragraph(start)
            if paragraph.part is not Part.TEXT:
                continue
            dates = list(_periods(text_of(doc), inside(findings(doc, DateFinding), start, end)))
            for rule in _RULES:
                found = list(_found(doc, rule, paragraph.where, (start, end), dates, today))
                if found:
                    yield from found
                    break


def _found(
    doc: Doc, rule: Rule, where: str, sentence: tuple[int, int], dates: Sequence[DateFinding], today: str
) -> Iterator[FollowUpFinding]:
    """What one rule finds in one sentence; of a plan with several days, one for each of them."""
    text, (start, end) = text_of(doc), sentence
    if not _stands(rule, where) or not (match := rule.regex.search(text, start, end)):
        return
    if rule.type == "deferral" and _PROPOSED.search(text, start, match.start()):
        return
    if _moves_a_meeting(text, start, match) or (rule.name == "followups.vowed_by_one" and not _is_by_one(doc, match)):
        return
    stop = start + len(text[start:end].rstrip())
    due = _due(text, match, rule, dates, end, today)
    for day in _days(text, due) if rule.type == "planned_treatment" else due[:1]:
        to = _addressee(doc, rule, start, day.end if len(due) > 1 else end)
        yield FollowUpFinding(start, stop, rule.name, rule.confidence, rule.type or "", day.value, to)
    if not due and rule.type not in _NEEDS_DATE and rule.name != _DATED:
        to = _addressee(doc, rule, start, end)
        yield FollowUpFinding(start, stop, rule.name, rule.confidence, rule.type or "", None, to)


def _days(text: str, due: Sequence[DateFinding]) -> list[DateFinding]:
    """The first date, and the days of further meetings that the sentence goes on to."""
    return [
        day
        for before, day in zip([None, *due], due, strict=False)
        if before is None or (len(day.value) == len("2024-12-31") and _MEETING.search(text, before.end, day.start))
    ]


def _due(
    text: str, match: re.Match[str], rule: Rule, dates: Sequence[DateFinding], end: int, today: str
) -> list[DateFinding]:
    """The dates to come after the words of the rule, or else in the sentence; of a request, in the clause that asks."""
    coming = [one for one in dates if ending(one.value) > today and one.rule != "dates.years"]
    if rule.name == "followups.latest":
        return [one for one in coming if 0 <= one.start - match.end() < _BESIDE]
    if rule.type == "committee_request":
        other = _OTHER_CLAUSE.search(text, match.end(), end)
        return [one for one in coming if match.start() <= one.start < (other.start() if other else end)]
    if rule.name == "followups.undertaken" and (asked := _ASKED.search(text, match.start(), end)):
        coming = [one for one in coming if not asked.start() <= one.start < asked.end()]
    after = [one for one in coming if one.start >= match.start()]
    return after if after or rule.name == _DATED else coming


def _periods(text: str, dates: Sequence[DateFinding]) -> Iterator[DateFinding]:
    """The dates, with those of which either is meant as one period: it is over with the last of them."""
    waiting: DateFinding | None = None
    for one in dates:
        if waiting and "/" not in waiting.value + one.value and _JOINT.fullmatch(text, waiting.end, one.start):
            waiting = replace(waiting, end=one.end, value=f"{waiting.value}/{one.value}")
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _moves_a_meeting(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether it is a meeting that is put off or moved, or something within its day: "mødet rykkes til kl. 16"."""
    if not match.group().endswith("til"):
        return False
    clause = max((one.end() for one in _CLAUSE.finditer(text, start, match.start())), default=start)
    meetings = _MEETING_MOVED.finditer(text, clause, match.start())
    return bool(_HOUR.match(text, match.end())) or any(not meeting["where"] for meeting in meetings)


def _is_by_one(doc: Doc, match: re.Match[str]) -> bool:
    """Whether one of the document's roster stands before the verb."""
    point, text = point_of(doc), text_of(doc)
    return any(
        one.person in point.context.roster.parties and _LETTERS.fullmatch(text, one.end, match.start())
        for one in findings(doc, PersonFinding)
    )


def _addressee(doc: Doc, rule: Rule, start: int, end: int) -> str | None:
    """Who is to act: the administration where a request names it; the body that a plan names last."""
    if rule.type == "committee_request":
        return _ADMINISTRATION if _PRINTED.search(text_of(doc), start, end) else None
    bodies = inside(findings(doc, BodyFinding), start, end)
    return bodies[-1].body if bodies else None


def _stands(rule: Rule, where: str) -> bool:
    """Whether a rule holds in this section."""
    return rule.name in _ANYWHERE or (where == _DECISION) == (rule.name in _IN_DECISIONS)
