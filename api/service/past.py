"""A case as it was known on a day: from the points of meetings until then, and what links those alone.

What later minutes tell is left out: their points, the points that only they connect with the case, its later numbers,
that a plan was carried out, that a decision is printed again. What stands in a point without a date is left out too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from api.models import CasePoint, Decision, ProcedureStep, Put, Reference, RelatedCase
from api.service.rows import ask
from extract.records import ItemKind
from graph.corpora import ask as load
from graph.ids import meeting_of
from graph.store import GraphStore
from graph.threads.cases import ALONE, Thread, thread_cases
from graph.threads.corpus import Corpus, Meeting, Point, Ruling, Step
from graph.threads.links import Link, LinkStatus, LinkType
from graph.threads.planning import StepState, steps
from graph.values import Row


@dataclass(frozen=True, slots=True)
class _Known:
    """What the meetings until a day tell of a case."""

    as_of: date
    points: Mapping[str, CasePoint]
    thread: Thread
    states: Mapping[str, StepState]  # by step
    surfaces: Mapping[tuple[str, str, str], str | None]  # the words that state a link


def points_until(store: GraphStore, case: str, asked: str, points: Sequence[CasePoint], as_of: date) -> list[CasePoint]:
    """The points that were one case with `asked` (a point; else with the first) on a day, told as they were known."""
    past = {point.id: point for point in points if point.date and point.date <= as_of}
    if not past:
        return []
    rows = ask(store, "case_links", id=case)
    corpus = _corpus(store, case, list(past.values()), as_of)
    links = [_link(row) for row in rows if row["start"] in past and row["end"] in past]
    first = asked if asked in past else corpus.points[0].id
    thread = next((one for one in thread_cases(corpus, links) if first in {point.id for point in one.points}), None)
    if thread is None:  # no substantive point
        return []
    known = _Known(
        as_of,
        past,
        thread,
        {state.step.id: state for state in steps(corpus, links)},
        {(row["start"], row["type"], row["end"]): row["surface"] for row in rows},
    )
    return [_told(known, point.id, link) for point, link in zip(thread.points, thread.links, strict=True)]


def _link(row: Row) -> Link:
    fields = {name: value for name, value in row.items() if name not in ("type", "surface")}
    return Link(type=LinkType(row["type"]), status=LinkStatus.ACCEPTED, **fields)


def _corpus(store: GraphStore, case: str, points: Sequence[CasePoint], as_of: date) -> Corpus:
    """The corpus of the points alone, among the meetings of their municipality until the day."""
    municipality = case.partition(".")[0]
    meetings = [Meeting(**row) for row in load(store, "corpus_meetings", municipality=municipality)]
    return Corpus(
        municipality,
        meetings=[meeting for meeting in meetings if meeting.date and meeting.date <= as_of],
        points=[_point(place, point) for place, point in enumerate(points)],
        rulings=[
            _ruling(place, point, decision) for point in points for place, decision in enumerate(point.decisions, 1)
        ],
        steps=[
            Step(step.id, point.id, step.body.id, step.date, place)
            for point in points
            for place, step in enumerate(point.procedure, 1)
            if step.body
        ],
    )


def _point(place: int, point: CasePoint) -> Point:
    numbers = [number for number in point.case_numbers if number.principal]
    id_, printed = (numbers[0].id, numbers[0].number) if numbers else (None, None)
    return Point(
        point.id, id_, printed, ItemKind(point.kind), point.title, point.date, point.meeting, place, point.number
    )


def _ruling(place: int, point: CasePoint, decision: Decision) -> Ruling:
    body = decision.body.id if decision.body else point.body.id
    number, text, outcomes = decision.item_number, decision.text, decision.outcomes
    return Ruling(decision.id, point.id, body, decision.date, decision.own, number, text, outcomes, place)


def _told(known: _Known, id_: str, link: Link | None) -> CasePoint:
    """A point as it was known: nothing in it tells of later meetings."""
    point = known.points[id_]
    first = known.thread.points[0]
    decisions = {decision.id: one for one in known.points for decision in known.points[one].decisions}
    documents = {place.document for one in known.points.values() for place in one.evidence}
    conflicts = [
        one
        for one in point.conflicts
        if {place.document for side in (one.statement_a, one.statement_b) for place in side.evidence} <= documents
    ]
    return point.model_copy(
        update={
            "put": _put(known, id_, link),
            "case": point.case and point.case.model_copy(update={"id": first.id, "name": first.title}),
            "procedure": tuple(_step(known.states.get(step.id), step, decisions) for step in point.procedure),
            "decisions": tuple(_decision(known, decision) for decision in point.decisions),
            "references": tuple(_reference(known, reference) for reference in point.references),
            "conflicts": tuple(conflicts),
        }
    )


def _put(known: _Known, id_: str, link: Link | None) -> Put:
    """What holds a point in the case."""
    link = known.thread.hold(link)
    if link is None:
        return Put(type=ALONE, rule=ALONE, confidence=1.0)
    return Put(
        type=link.type.value,
        rule=link.rule,
        confidence=link.confidence,
        detail=link.detail,
        surface=known.surfaces.get((link.start, link.type.value, str(link.end))),
        other=link.end if link.start == id_ else link.start,
    )


def _step(state: StepState | None, step: ProcedureStep, decisions: Mapping[str, str]) -> ProcedureStep:
    if state is None:
        return step
    shown = decisions.get(state.ruling or "")
    gap = state.gap.value if state.gap else None
    return step.model_copy(update={"done": state.done.value, "gap": gap, "shown_at": shown})


def _decision(known: _Known, decision: Decision) -> Decision:
    there = decision.counts_at
    return decision if there is None or _was(known, there) else decision.model_copy(update={"counts_at": None})


def _reference(known: _Known, reference: Reference) -> Reference:
    items = tuple(item for item in reference.items if item.date is None or item.date <= known.as_of)
    meetings = tuple(meeting for meeting in reference.meetings if _was(known, meeting))
    return reference.model_copy(update={"items": items, "meetings": meetings})


def _was(known: _Known, id_: str) -> bool:
    """Whether the meeting of an id was held by the day."""
    return meeting_of(id_).rpartition(".")[2][:10] <= known.as_of.isoformat()


def related_until(
    store: GraphStore, related: Sequence[RelatedCase], points: Sequence[CasePoint], as_of: date
) -> tuple[RelatedCase, ...]:
    """The related cases that points of a day tell of, each as far as it had come."""
    known = {point.id for point in points}
    told = [one for one in related if {one.from_item, one.to_item} & known and _is_known(one, as_of)]
    rows = ask(store, "cases_until", ids=sorted({one.case.id for one in told}), day=as_of) if told else []
    then = {row["id"]: row for row in rows}
    return tuple(one.model_copy(update={"case": _case_then(one, then)}) for one in told if one.case.id in then)


def _case_then(related: RelatedCase, then: Mapping[str, Row]) -> object:
    row = then[related.case.id]
    numbers = tuple(sorted(row["numbers"]))
    update = {"item_count": row["item_count"], "last_date": row["last_date"], "numbers": numbers}
    return related.case.model_copy(update=update)


def _is_known(related: RelatedCase, as_of: date) -> bool:
    return all(day is None or day <= as_of for day in (related.from_date, related.to_date))
