"""Planned against done: the bodies that a point lists under Procedure are a plan, a decision of a body is the event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph import ids
from graph.threads.cases import case_of, thread_cases
from graph.threads.corpus import UNDATED, Corpus, Point, Ruling, Step
from graph.threads.links import Link


class Done(StrEnum):
    """What shows that a planned step was taken."""

    HERE = "done_here"  # the body's own decision, in the minutes that list the step
    ELSEWHERE = "done_elsewhere"  # the body's own decision, in other minutes
    QUOTED = "quoted"  # its decision as another body's minutes print it
    NO_EVIDENCE = "no_evidence"


class Gap(StrEnum):
    """Why nothing shows it."""

    NO_DECISION = "no_decision"  # the point is in the body's minutes, and no decision under it
    NOT_THERE = "not_there"  # the body's minutes of that day are at hand, and the matter is not in them
    NO_MINUTES = "no_minutes"  # the body's minutes of that day are not at hand
    TO_COME = "to_come"  # after the newest minutes at hand
    NO_DATE = "no_date"  # the plan names no day


@dataclass(frozen=True, slots=True)
class StepState:
    """A planned step, and what shows that it was taken."""

    step: Step
    done: Done
    point: str | None = None  # id of the body's own point
    ruling: str | None = None  # id of the decision, its own or quoted
    meeting: str | None = None  # id of the planned meeting, at hand or not; none: no date
    gap: Gap | None = None  # with no evidence only


@dataclass(frozen=True, slots=True)
class Stage:
    """One meeting on the path of a case: planned, held, or both."""

    body: str
    date: date | None
    done: Done
    point: str | None
    ruling: str | None
    gap: Gap | None
    planned_by: tuple[str, ...]  # ids of the steps that plan it


def case_of_points(corpus: Corpus, links: Iterable[Link]) -> dict[str, str]:
    """The id of the case of each substantive point."""
    return case_of(thread_cases(corpus, links))


def steps(corpus: Corpus, links: Iterable[Link]) -> list[StepState]:
    """The state of every planned step, in the order of its points."""
    case_of = case_of_points(corpus, links)
    members: dict[str, list[Point]] = {}
    for point in sorted(corpus.points, key=lambda point: (point.place, point.id)):
        members.setdefault(case_of.get(point.id, point.id), []).append(point)
    newest = newest_meetings(corpus)
    known = [step for step in corpus.steps if step.item in corpus.point]
    known.sort(key=lambda step: (corpus.point[step.item].place, step.item, step.ordinal, step.id))
    return [_state(corpus, step, members[case_of.get(step.item, step.item)], newest) for step in known]


def path(corpus: Corpus, points: Sequence[Point]) -> list[Stage]:
    """The meetings of a case in order: those of its points, those whose decisions are quoted, and those planned."""
    newest = newest_meetings(corpus)
    found: dict[tuple[str, date | None], Stage] = {}
    ordered = sorted(points, key=lambda point: (point.place, point.id))
    for point in ordered:
        own = _own(corpus, point)
        done, gap = (Done.HERE, None) if own else (Done.NO_EVIDENCE, _undecided(corpus, point, newest))
        stage = Stage(point.body, point.date, done, point.id, own.id if own else None, gap, ())
        found.setdefault((point.body, point.date), stage)
    for ruling in _quoted(corpus, ordered):
        found.setdefault(
            (ruling.body, ruling.date), Stage(ruling.body, ruling.date, Done.QUOTED, None, ruling.id, None, ())
        )
    inside = {point.id for point in ordered}
    for step in sorted((step for step in corpus.steps if step.item in inside), key=lambda step: step.id):
        _plan(found, _state(corpus, step, ordered, newest))
    return sorted(found.values(), key=lambda stage: (stage.date.isoformat() if stage.date else UNDATED, stage.body))


def newest_meetings(corpus: Corpus) -> Mapping[str, date]:
    """The day of the newest meeting at hand of each body; of all bodies under the id of the municipality."""
    newest: dict[str, date] = {}
    for meeting in (meeting for meeting in corpus.meetings if meeting.id not in corpus.not_held):
        for key in (meeting.body, corpus.municipality):
            if meeting.date and meeting.date > newest.get(key, date.min):
                newest[key] = meeting.date
    return newest


def to_come(corpus: Corpus, newest: Mapping[str, date], body: str, day: date) -> bool:
    """Whether a day lies after the newest minutes at hand: the body's, or all where it has none."""
    return day > newest.get(body, newest.get(corpus.municipality, date.min))


def _plan(found: dict[tuple[str, date | None], Stage], state: StepState) -> None:
    step = state.step
    same = [key for key in found if key[0] == step.body and step.date in (None, key[1])]
    key = same[0] if same else (step.body, step.date)
    before = found.get(key) or Stage(step.body, step.date, state.done, state.point, state.ruling, state.gap, ())
    found[key] = Stage(
        before.body, before.date, before.done, before.point, before.ruling, before.gap, (*before.planned_by, step.id)
    )


def _state(corpus: Corpus, step: Step, members: Sequence[Point], newest: Mapping[str, date]) -> StepState:
    """What shows that a step was taken, among the points of its case."""
    here = corpus.point[step.item]
    meeting = ids.meeting_id(step.body, step.date) if step.date else None
    treated = _treated(step, here, members)
    for point in treated:
        if own := _own(corpus, point):
            done = Done.HERE if point is here else Done.ELSEWHERE
            return StepState(step, done, point.id, own.id, point.meeting)
    for ruling in _quoted(corpus, [here, *(point for point in members if point is not here)]):
        if ruling.body == step.body and step.date in (None, ruling.date):
            return StepState(step, Done.QUOTED, None, ruling.id, meeting)
    point_id = treated[0].id if treated else None
    return StepState(step, Done.NO_EVIDENCE, point_id, None, meeting, _gap(corpus, step, treated, newest))


def _treated(step: Step, here: Point, members: Sequence[Point]) -> list[Point]:
    """The points in which the body of a step treated the case, on its day; without a day the first not before."""
    of_body = [point for point in members if point.body == step.body]
    if step.date is not None:
        found = [point for point in of_body if point.date == step.date]
        return sorted(found, key=lambda point: point is not here)
    after = [point for point in of_body if point.date and here.date and point.date >= here.date]
    return [here] if here in after else after[:1]


def _gap(corpus: Corpus, step: Step, treated: Sequence[Point], newest: Mapping[str, date]) -> Gap:
    if treated:
        return _undecided(corpus, treated[0], newest)
    if step.date is None:
        return Gap.NO_DATE
    minuted = (one for one in corpus.meetings_on.get(step.date, ()) if one.id not in corpus.not_held)
    if any(meeting.body == step.body for meeting in minuted):
        return Gap.NOT_THERE
    return Gap.TO_COME if to_come(corpus, newest, step.body, step.date) else Gap.NO_MINUTES


def _undecided(corpus: Corpus, point: Point, newest: Mapping[str, date]) -> Gap:
    """Why a point shows no decision of its body: what stands on an agenda was perhaps not treated yet."""
    if corpus.minuted(point):
        return Gap.NO_DECISION
    later = point.date is not None and to_come(corpus, newest, point.body, point.date)
    return Gap.TO_COME if later else Gap.NO_MINUTES


def _own(corpus: Corpus, point: Point) -> Ruling | None:
    """The decision of the body that met; an agenda shows none."""
    if not corpus.minuted(point):
        return None
    return next((ruling for ruling in corpus.rulings_of.get(point.id, ()) if ruling.own), None)


def _quoted(corpus: Corpus, points: Iterable[Point]) -> list[Ruling]:
    return [ruling for point in points for ruling in corpus.rulings_of.get(point.id, ()) if not ruling.own]
