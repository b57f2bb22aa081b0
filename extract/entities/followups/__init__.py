"""What was asked for, promised, planned or put off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.entities.bodies import BodyFinding
from extract.entities.component import Component, Finding, Point, findings, inside, point_of, registered, text_of
from extract.entities.dates import DateFinding, ending
from extract.entities.masking import Masked, Named, mask
from extract.entities.organisations import OrganisationFinding
from extract.entities.passages import Paragraph, Part
from extract.entities.patterns import Rule, load_patterns
from extract.entities.persons import PersonFinding
from extract.entities.sentences import sentences

PATTERNS = load_patterns(__file__)
_DECISION = "Beslutning"
_RECOMMENDATION = "Indstilling"
_ADMINISTRATION = "forvaltningen"
_PRINTED = re.compile(r"(?<!\w)(?P<to>forvaltningen|administrationen|direktionen|sekretariatet)(?!\w)", re.IGNORECASE)
# What comes after these is another clause: its dates are not those of what was asked for
_OTHER_CLAUSE = re.compile(r"; |,? (?:idet|da|fordi|mens|men|hvor|hvorefter|når|såfremt) |, (?:som|der) ")
_RULES = tuple(rule for rule in PATTERNS.rules if rule.name.startswith("followups."))
_WISHED = PATTERNS.rule("proposals.wished").regex
_PROPOSED = PATTERNS.rule("proposals.made").regex
_HISTORY = PATTERNS.rule("histories.told").regex
_LISTED = PATTERNS.rule("recommendations.listed").regex
_HABIT = PATTERNS.rule("habits.told").regex
_POSSIBLE = PATTERNS.rule("possibilities.told").regex
_CONDITION = PATTERNS.rule("conditions.made").regex
_NEGATION = PATTERNS.rule("negations.made").regex
_DOUBT = PATTERNS.rule("doubts.told").regex
_REFUSAL = PATTERNS.rule("refusals.made").regex
_STATUTE = PATTERNS.rule("statutes.asking").regex
_ASKED = PATTERNS.rule("questions.asked").regex
_MEETING_MOVED = PATTERNS.rule("meetings.moved").regex
_HOUR = PATTERNS.rule("meetings.hour").regex
_JOINT = PATTERNS.rule("dues.joint").regex
_CLAUSE = re.compile(r"[,;:]| at ")
_MEETING = re.compile(r"møde|udvalg|råd|bestyrelse|#", re.IGNORECASE)
_QUOTES = re.compile(r"[\"”“»«]")
_NOT = re.compile(r"(?<!\w)ikke (?:\w+ )?$")
_PUT_OFF = re.compile(r"[Uu]d(?:sat|sættes|sættelse|skydes|skudt)(?!\w)")
_OUTCOME = re.compile(r"(?i:drøftet|efterretning|godkend|vedtaget|tiltrådt|anbefales)")
_COMING = "◊"
# Where a rule holds: in decisions alone, or outside them alone; the others hold in both
_IN_DECISIONS = frozenset(
    {
        "followups.deferral",
        "followups.resumed",
        "followups.request",
        "followups.referral",
        "followups.undertaken",
        "followups.vowed_in_decision",
    }
)
_REQUESTS = frozenset({"committee_request", "committee_request_fulfilled_here"})
_HAPPENING = frozenset({"followups.event", "followups.event_then", "followups.latest"})
_ELSEWHERE = frozenset({"followups.answered", "followups.promise", "followups.promised_result"})


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
    promise is one of the municipality's own house, or of an organisation that the sentence names. What is only
    recommended, proposed, quoted, denied, or hangs on a condition is none; nor is what a statute asks of everybody, or
    the moving of a meeting. What decisions themselves say of the matter (put off, recommended to another body) is
    read from their outcomes, not here (`mentions`). One sentence gives at most one, by the first rule that fits.
    """

    name = "followups"
    kind = FollowUpFinding

    def find(self, doc: Doc, point: Point) -> Iterator[FollowUpFinding]:
        """Sentence by sentence."""
        named = _named(doc, point.context.date.isoformat() if point.context.date else "")
        for start, end in sentences(doc):
            paragraph = point.passage.paragraph(start)
            if paragraph.part is not Part.TEXT or paragraph.where == _RECOMMENDATION:
                continue
            masked = mask(text_of(doc), start, end, inside(named, start, end))
            if paragraph.where != _DECISION and (_LISTED.match(masked.text) or _HISTORY.search(masked.text)):
                continue
            for rule in _RULES:
                found = list(_found(doc, rule, paragraph, masked))
                if found:
                    yield from found
                    break


def _named(doc: Doc, today: str) -> list[Named]:
    """Everything that a rule can see; a date by its value."""
    named = [
        Named(one.start, one.end, one.rule, one.confidence, one.name, "⌂" if one.type == "municipal_unit" else "§")
        for one in findings(doc, OrganisationFinding)
    ]
    named += [Named(one.start, one.end, one.rule, one.confidence, one.body, "#") for one in findings(doc, BodyFinding)]
    named += [
        Named(one.start, one.end, one.rule, one.confidence, one.person, "‡") for one in findings(doc, PersonFinding)
    ]
    for one in _periods(text_of(doc), findings(doc, DateFinding)):
        coming = ending(one.value) > today and one.rule != "dates.years"
        named.append(Named(one.start, one.end, one.rule, one.confidence, one.value, _COMING if coming else "◦"))
    return sorted(named, key=lambda one: (one.start, -one.end))


def _found(doc: Doc, rule: Rule, paragraph: Paragraph, masked: Masked) -> Iterator[FollowUpFinding]:
    """What one rule finds in one sentence; of a plan with several days, one for each of them."""
    if not _stands(rule, paragraph.where) or not (match := rule.regex.search(masked.text)):
        return
    if not _holds(doc, rule, masked, match):
        return
    category = rule.type or ""
    if rule.name == "followups.resumed" and not _puts_off(doc, paragraph, masked.offsets[match.start()]):
        category = "planned_treatment"
    start, stop = masked.offsets[0], masked.offsets[len(masked.text.rstrip())]
    due = _due(masked, match, rule)
    for day in _days(masked, due) if category == "planned_treatment" else due[:1]:
        to = _addressee(masked, rule, match, day if len(due) > 1 else None)
        yield FollowUpFinding(start, stop, rule.name, rule.confidence, category, masked.places[day].name, to)
    if not due:
        to = _addressee(masked, rule, match, None)
        yield FollowUpFinding(start, stop, rule.name, rule.confidence, category, None, to)


def _holds(doc: Doc, rule: Rule, masked: Masked, match: re.Match[str]) -> bool:
    """Whether the sentence says it outright, of this matter, and as something to come."""
    text, before = masked.text, match.start()
    if rule.type in {"deferral", "administration_promise"}:
        proposed = _WISHED.search(text, 0, before)
    else:
        proposed = _PROPOSED.search(text, 0, before)
    doubted = _CONDITION.search(text) or _DOUBT.search(text[: before + len(", at ")])  # the match may begin with it
    if proposed or doubted or len(_QUOTES.findall(text, 0, before)) % 2:
        return False
    if rule.type not in {"committee_request", "referral", "deadline"} and _NEGATION.search(text, before, match.end()):
        return False
    if rule.type in _REQUESTS and _REFUSAL.search(text, max(0, before - 30), match.end()):
        return False
    if rule.type == "deferral" and _NOT.search(text[:before]):
        return False
    if rule.type == "deadline" and _STATUTE.search(text):
        return False
    if rule.type in {"deadline", "expected_event"} and _HABIT.search(text):
        return False
    if rule.name in _HAPPENING and _POSSIBLE.search(text[:before]):
        return False
    if rule.name == "followups.vowed_by_one" and not _is_by_one(doc, masked, match):
        return False
    return not _moves_a_meeting(text, match)


def _puts_off(doc: Doc, paragraph: Paragraph, position: int) -> bool:
    """Whether the decision puts the matter off: it says so, or says nothing else of it."""
    text, passage = text_of(doc), point_of(doc).passage
    decided = [one for one in passage.paragraphs if one.where == paragraph.where and one.start <= position]
    told = " ".join(text[one.start : min(one.end, position)] for one in decided)
    return bool(_PUT_OFF.search(told)) or not _OUTCOME.search(told)


def _days(masked: Masked, due: Sequence[int]) -> list[int]:
    """The first date, and the days of further meetings that the sentence goes on to."""
    return [
        day
        for before, day in zip([None, *due], due, strict=False)
        if before is None
        or (len(masked.places[day].name) == len("2024-12-31") and _MEETING.search(masked.text, before, day))
    ]


def _due(masked: Masked, match: re.Match[str], rule: Rule) -> list[int]:
    """Where the dates to come stand that are meant; of a request, in the clause that asks."""
    text = masked.text
    coming = [place for place, one in masked.places.items() if one.mark == _COMING and place >= match.start()]
    if "due" in rule.regex.groupindex:
        return [place for place in coming if place >= match.start("due")]
    if rule.type in {"committee_request", "external_promise"}:
        other = _OTHER_CLAUSE.search(text, match.end())
        return [place for place in coming if not other or place < other.start()]
    if rule.name == "followups.undertaken" and (asked := _ASKED.search(text, match.start())):
        return [place for place in coming if not asked.start() <= place < asked.end()]
    return coming


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


def _moves_a_meeting(text: str, match: re.Match[str]) -> bool:
    """Whether it is a meeting that is put off or moved, or something within its day: "mødet rykkes til kl. 16"."""
    words = re.match(r"[^◊]*? til(?!\w)", match.group())
    if not words or not re.match(r"(?i:ud|er rykket|rykkes)", match.group()):
        return False
    clause = max((one.end() for one in _CLAUSE.finditer(text, 0, match.start())), default=0)
    meetings = _MEETING_MOVED.finditer(text, clause, match.start())
    hour = _HOUR.match(text, match.start() + words.end())
    return bool(hour) or any(not meeting["where"] for meeting in meetings)


def _is_by_one(doc: Doc, masked: Masked, match: re.Match[str]) -> bool:
    """Whether one of the document's roster stands before the verb."""
    person = masked.places.get(masked.text.rfind("‡", 0, match.end()))
    return person is not None and person.name in point_of(doc).context.roster.parties


def _addressee(masked: Masked, rule: Rule, match: re.Match[str], day: int | None) -> str | None:
    """Who is to act: the administration where a request names it; the body that a plan names last."""
    if rule.type == "committee_request":
        return _ADMINISTRATION if _PRINTED.search(masked.text) else None
    within = match.span() if rule.type == "referral" else (0, len(masked.text) if day is None else day)
    bodies = [one for one in masked.named(*within) if one.mark == "#"]
    return bodies[-1].name if bodies else None


def _stands(rule: Rule, where: str) -> bool:
    """Whether a rule holds in this section."""
    return rule.name not in (_ELSEWHERE if where == _DECISION else _IN_DECISIONS)
