"""What was decided: by this body at this meeting, and by others as the point quotes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.document import Document, Media
from extract.grammar.absence_lines import absence_block
from extract.grammar.bodies import find_bodies, is_same
from extract.grammar.dates import find_dates
from extract.grammar.headings import read_history_heading
from extract.grammar.motions import read_motion
from extract.grammar.outcomes import is_not_released, read_outcomes
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.recommendations import read_recommendations
from extract.grammar.recommended import relate
from extract.grammar.rosters import Roster
from extract.grammar.sections import Layout, Part
from extract.grammar.vocabulary import SectionRole, compiled, labels, outcomes
from extract.grammar.votes import read_votes
from extract.mentions import BodyName
from extract.records import Decision, Recommendation

_WITHOUT_HEADING = 0.8  # confidence in a closed point's only text
_UNHEADED = 0.7  # confidence in what stands under a recommendation and says what became of it
_LONGEST_PAGE_HEAD = 120
_OWNER = re.compile(r"\b(?:[A-ZÆØÅ][\w-]+\s+){1,3}kommune\b|\bregion\s+[A-ZÆØÅ]\w+", re.IGNORECASE)
_FOLIO = re.compile(r"\s\d{1,3}\s*$")  # the number of the page alone
_PLACE = re.compile(r"^\W*[A-ZÆØÅ][\w-]+(?=\s)")
_TITLE = re.compile(
    r"^\W*(?:referat|dagsorden|protokol|udskrift|beslutningsprotokol)\s+(?:fra|af|for)\b|\bmøde(?:t)?\b(?:\s+(?:den|d)\b)?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b[\w.]*init\w*\.?\s*:\s*\w{1,4}\b", re.IGNORECASE)
_PAGE = re.compile(r"(?:^|\s)(?:side|blad)\s*(?:nr\.?\s*)?\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """The meeting that a point belongs to, as far as reading it needs to know."""

    document: Document
    body: BodyName | None
    date: date | None
    roster: Roster  # the members on the list of participants
    absent_around: frozenset[str] = frozenset()  # those whom the points around have as absent
    is_headless: bool = False  # no point of the meeting has a heading over what was decided


def read_decisions(layout: Layout, setting: Setting, *, closed: bool) -> tuple[Decision, ...]:
    """The decisions of a point, in the order of print; one that is quoted and also stands by itself is given once."""
    parts = layout.of(SectionRole.DECISION, SectionRole.HISTORY)
    found = [decision for part in parts if (decision := _read(part, setting))]
    if not found and (decision := _without_heading(layout, setting, closed=closed)):
        found.append(decision)
    if not found and setting.is_headless and (decision := _unheaded(layout, setting)):
        found.append(decision)
    recommendations = read_recommendations(layout.of(SectionRole.RECOMMENDATION))
    repeated = _repeated(found)
    return tuple(_related(one, recommendations) for index, one in enumerate(found) if index not in repeated)


def _related(decision: Decision, recommendations: Sequence[Recommendation]) -> Decision:
    relation, each = relate(decision.text, recommendations)
    return replace(decision, relation_to_recommendation=relation, relation_by_recommendation=each)


def is_own_part(part: Part, setting: Setting) -> bool:
    """Whether a section tells what this body decided at this meeting, and does not quote."""
    body, day = _whose(part, setting)
    return body is not None and _is_own(body, day, setting)


def _read(part: Part, setting: Setting) -> Decision | None:
    body, day = _whose(part, setting)
    paragraphs = _text(part.paragraphs, setting)
    if body is None or not paragraphs or part.opener is None or part.heading is None:
        return None
    own = part.role is SectionRole.DECISION and _is_own(body, day, setting)
    opener = part.opener.evidence(0, max(1, min(part.heading.end, len(part.opener.text))), "decision.heading")
    decision = _decision(body, day, paragraphs, setting, own=own)
    return replace(decision, evidence=opener, item_number=part.heading.point if not own else None)


def _decision(
    body: BodyName, day: date | None, paragraphs: Sequence[Paragraph], setting: Setting, *, own: bool
) -> Decision:
    text = "\n".join(squeeze(paragraph.text) for paragraph in paragraphs)
    released = not is_not_released(text)
    votes, motions = read_votes(paragraphs, setting.roster if own else Roster(lists=setting.roster.lists), day)
    told = [squeeze(paragraph.text) for index, paragraph in enumerate(paragraphs) if index not in motions]
    return Decision(
        body=body,
        date=day,
        own=own,
        released=released,
        text=text if released else "",
        outcomes=read_outcomes(told) if released else (),
        votes=votes if released else (),
        evidence=paragraphs[0].whole("decision.text"),
        text_evidence=tuple(paragraph.whole("decision.text") for paragraph in paragraphs),
    )


def _whose(part: Part, setting: Setting) -> tuple[BodyName | None, date | None]:
    """Body and date of a decision: those of its heading; of this meeting where the heading has none."""
    heading = part.heading
    if heading is None or (part.role is SectionRole.HISTORY and heading.body is None):
        return None, None
    body = heading.body or setting.body
    if heading.date:
        return body, heading.date
    if heading.day and setting.date:
        day = heading.day.before(setting.date)
        return (body, day) if day else (None, None)
    return body, setting.date if heading.body is None or is_same(heading.body, setting.body) else None


def _is_own(body: BodyName | None, day: date | None, setting: Setting) -> bool:
    return (is_same(body, setting.body) or setting.body is None) and day == setting.date


def _text(paragraphs: Sequence[Paragraph], setting: Setting) -> list[Paragraph]:
    """The paragraphs that say what was decided: without absentees, steps still to come, and heads of pages."""
    return [
        one
        for one in paragraphs
        if any(map(str.isalnum, one.text))
        and absence_block(one) is None
        and not read_history_heading(one.text)
        and not _is_page_head(one.text, setting)
        and not _is_of_the_agenda(one.text)
    ]


def _is_of_the_agenda(text: str) -> bool:
    """Whether a line parts the agenda ("LUKKET DAGSORDEN") or tells when a point ended ("Punktet sluttede kl. 16")."""
    letters = "".join(filter(str.isalpha, text[:_LONGEST_PAGE_HEAD]))
    return bool(compiled(labels().parting).fullmatch(letters) or compiled(labels().point_ends).fullmatch(text))


def _is_page_head(text: str, setting: Setting) -> bool:
    """Whether a line is the head or foot of a page within a decision: "Blad nr. 23", "X Kommune  Side 3 af 4"."""
    if len(text) > _LONGEST_PAGE_HEAD:
        return False
    rest = text
    days = [day for day in find_dates(text) if day.date == setting.date]
    bodies = [body for body in find_bodies(text) if is_same(body.body, setting.body)]
    places = [*((day.start, day.end) for day in days), *((body.start, body.end) for body in bodies)]
    for start, end in sorted(places, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    page = _PAGE.search(rest)
    rest = _OWNER.sub(" ", rest[: page.start()] if page else rest)
    is_named = bool(page) or (bool(days) and bool(bodies))
    rest = _TITLE.sub(" ", rest)
    if days and bodies and _FOLIO.search(text):  # "Nordlev Byråd  25-11-2014  3"
        rest = _PLACE.sub(" ", rest)
    return is_named and not re.search(r"\w{3,}", _INITIALS.sub(" ", rest))


def _unheaded(layout: Layout, setting: Setting) -> Decision | None:
    """What was decided, where no heading says so: from the paragraph under the recommendation that says it first."""
    last = layout.parts[-1]
    if last.role not in (None, SectionRole.RECOMMENDATION) or setting.body is None or setting.date is None:
        return None
    begins = compiled(outcomes().decision_begins)
    first = next((at for at, one in enumerate(last.paragraphs) if _decides(one, begins)), None)
    paragraphs = _text(last.paragraphs[first:], setting) if first is not None else []
    if not paragraphs:
        return None
    decision = _decision(setting.body, setting.date, paragraphs, setting, own=True)
    return replace(decision, evidence=paragraphs[0].whole("decision.unheaded", _UNHEADED))


def _decides(paragraph: Paragraph, begins: re.Pattern[str]) -> bool:
    if paragraph.is_bullet or paragraph.is_row:
        return False
    motion = read_motion(paragraph.text, [(0, len(paragraph.text))], 0)
    return bool(begins.match(paragraph.text)) or (motion is not None and motion.is_moved)


def _without_heading(layout: Layout, setting: Setting, *, closed: bool) -> Decision | None:
    """Agenda JSON gives of a closed point nothing but what was decided, without a heading."""
    lead = layout.parts[0]
    is_alone = len(layout.parts) == 1 or all(part.role is SectionRole.ABSENCE for part in layout.parts[1:])
    if not closed or not is_alone or setting.document.provenance.media is not Media.AGENDA_JSON or setting.body is None:
        return None
    paragraphs = _text(lead.paragraphs, setting)
    if not paragraphs:
        return None
    decision = _decision(setting.body, setting.date, paragraphs, setting, own=True)
    evidence = paragraphs[0].whole("decision.closed", _WITHOUT_HEADING)
    return replace(decision, evidence=evidence)


def _repeated(decisions: Sequence[Decision]) -> set[int]:
    """The quotations, by index, that say of a body and date what a decision elsewhere in the point says, or nothing."""
    by_whose: dict[tuple[str, date | None], list[int]] = {}
    for index in sorted(range(len(decisions)), key=lambda index: not decisions[index].own):  # no quotation outranks own
        by_whose.setdefault((decisions[index].body.name.casefold(), decisions[index].date), []).append(index)
    repeated: set[int] = set()
    for indices in by_whose.values():
        said: set[str] = set()
        for index in indices:
            words = _folded(decisions[index].text)
            if words in said or (said and not decisions[index].released):
                repeated.add(index)
            said.add(words)
    return repeated


def _folded(text: str) -> str:
    return squeeze(text).casefold().rstrip(".")
