"""The events of a case in order, from the facts of its points: what happened when, and where it says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from api.models import CaseEvent, CasePoint, Decision, EventKind

_BY_OUTCOME = (
    ({"deferred", "withdrawn"}, EventKind.POSTPONED),
    ({"recommended", "not-recommended"}, EventKind.RECOMMENDED),
    ({"referred"}, EventKind.SENT_ON),
    ({"noted", "discussed"}, EventKind.NOTED),
)
_ORDER = tuple(EventKind)
_LAST = "9999"


def timeline(points: Sequence[CasePoint], as_of: date | None = None) -> tuple[CaseEvent, ...]:
    """Everything that happened to a case, oldest first; what is only planned stands where it is planned.

    A decision that one body's minutes quote and its own minutes hold as well is one event, with evidence from both.
    """
    printed = {decision.id: decision for point in points for decision in point.decisions}
    events = [event for number, point in enumerate(points) for event in _of_point(point, number == 0, printed)]
    if as_of is not None:
        events = [event for event in events if event.kind is EventKind.PLANNED or (event.date or _LAST) <= str(as_of)]
    return tuple(sorted(events, key=lambda event: (event.date or _LAST, _ORDER.index(event.kind), event.id)))


def _of_point(point: CasePoint, first: bool, printed: dict[str, Decision]) -> Iterator[CaseEvent]:
    day = point.date.isoformat() if point.date else None
    if first:
        yield _event(point, EventKind.INTRODUCED, point.id, day, point.title, evidence=point.evidence)
    if point.put and point.put.type == "delivered":
        yield _event(point, EventKind.DELIVERED, f"{point.id}.delivered", day, point.put.surface or point.title)
    for decision in point.decisions:
        yield from _of_decision(point, decision, printed)
    for step in point.procedure:
        if step.gap and step.body:
            planned = step.date.isoformat() if step.date else None
            yield _event(
                point,
                EventKind.PLANNED,
                step.id,
                planned,
                step.gap,
                body=step.body,
                evidence=step.evidence,
                gap=step.gap,
            )
    for rename in point.renames:
        told = f"{rename.old} → {rename.new}"
        yield _event(point, EventKind.RENAMED, rename.id, rename.date or day, told, evidence=rename.evidence)


def _of_decision(point: CasePoint, decision: Decision, printed: dict[str, Decision]) -> Iterator[CaseEvent]:
    if decision.counts_at in printed:
        return  # the body's own print is here, and carries this one's evidence
    day = decision.date or point.date
    again = [other for other in printed.values() if other.counts_at == decision.id]
    yield _event(
        point,
        _kind(decision),
        decision.id,
        day.isoformat() if day else None,
        decision.text,
        body=decision.body,
        outcomes=decision.outcomes,
        decision=decision.id,
        votes=tuple(vote.id for vote in decision.votes),
        quoted=not decision.own,
        evidence=(*decision.evidence, *(place for other in again for place in other.evidence)),
    )
    for vote in decision.votes:
        if vote.referral:
            yield _event(
                point, EventKind.BROUGHT_BEFORE, vote.referral.id, day.isoformat() if day else None, vote.referral.text,
                body=decision.body, decision=decision.id, evidence=vote.referral.evidence,
            )  # fmt: skip


def _kind(decision: Decision) -> EventKind:
    outcomes = set(decision.outcomes)
    return next((kind for signs, kind in _BY_OUTCOME if outcomes and outcomes <= signs), EventKind.DECIDED)


def _event(point: CasePoint, kind: EventKind, id_: str, day: str | None, text: str, **more: object) -> CaseEvent:
    fields = {"body": point.body, **{name: value for name, value in more.items() if value is not None}}
    return CaseEvent.model_validate(
        {"id": id_, "kind": kind, "date": day, "text": text, "item": point.id, "put": point.put, **fields}
    )
