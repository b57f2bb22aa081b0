"""Which minutes to ask for: meetings that the minutes at hand refer to, plan or quote, and that are not at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph import ids
from graph.threads.corpus import Corpus
from graph.threads.links import Link, LinkStatus
from graph.threads.periods import NoPeriod, read
from graph.threads.planning import Done, case_of_points, newest_meetings, steps, to_come
from graph.threads.references import Rule, is_of_others, load_settings

AHEAD = timedelta(days=366)  # beyond the newest minutes at hand: nobody plans his meetings for longer
BACK = timedelta(days=20 * 366)  # before the meeting that tells: older dates are misprints, or no archive has them


class Source(StrEnum):
    """How a meeting is known of."""

    REFERENCE = "reference"  # the text refers to it
    DECISION = "decision"  # a decision of it is printed
    STEP = "step"  # the procedure plans it


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place that tells of a meeting."""

    point: str  # id
    source: Source
    id: str  # of the Reference, Decision or ProcedureStep


@dataclass(frozen=True, slots=True)
class MissingMeeting:
    """A meeting that is not at hand, with all that tells of it."""

    id: str  # as `graph.ids.meeting_id` would have it
    body: str
    date: date
    mentions: tuple[Mentioned, ...]
    points: tuple[str, ...]  # ids of the points that tell of it
    cases: tuple[str, ...]  # ids of the cases that they are in
    matters: int  # how many different cases, or points in none, tell of it
    expected: bool  # only planned, and after the newest minutes at hand


def missing(corpus: Corpus, links: Iterable[Link]) -> list[MissingMeeting]:
    """The meetings of own bodies on known days that are not at hand; those that most hangs on first.

    A reference that a link takes to a point or meeting at hand misses nothing, and a day that cannot be is none: one
    more than a year after the newest minutes, twenty before the meeting that tells of it, or past and ahead. Ordered
    by the number of matters, then of points, that tell of a meeting; expected ones last; equal ones by date and id.
    """
    known = list(links)
    at_hand = _at_hand(corpus)
    case_of = case_of_points(corpus, known)
    newest = newest_meetings(corpus)
    found: dict[str, tuple[str, date, set[Mentioned]]] = {}
    for body, day, mentioned in (*_referred(corpus, known), *_decided(corpus), *_planned(corpus, known)):
        id_ = ids.meeting_id(body, day)
        if id_ not in at_hand and _is_own(corpus, body) and _can_be(corpus, newest, day, mentioned.point):
            found.setdefault(id_, (body, day, set()))[2].add(mentioned)
    meetings = [
        _meeting(id_, body, day, mentions, case_of, to_come(corpus, newest, body, day))
        for id_, (body, day, mentions) in found.items()
    ]
    return sorted(
        meetings, key=lambda one: (one.expected, -one.matters, -len(one.points), one.date.isoformat(), one.id)
    )


def _meeting(
    id_: str, body: str, day: date, mentions: set[Mentioned], case_of: dict[str, str], later: bool
) -> MissingMeeting:
    ordered = tuple(sorted(mentions, key=lambda one: (one.point, one.source, one.id)))
    points = tuple(sorted({one.point for one in ordered}))
    cases = tuple(sorted({case_of[point] for point in points if point in case_of}))
    held = any(one.source is Source.DECISION for one in ordered)
    matters = len({case_of.get(point, point) for point in points})
    return MissingMeeting(id_, body, day, ordered, points, cases, matters, later and not held)


def _is_own(corpus: Corpus, body: str) -> bool:
    nobodys = (ids.UNKNOWN, *load_settings().elsewhere)
    return body in (corpus.body_names or {}) and body.rpartition(".")[2] not in nobodys


def _can_be(corpus: Corpus, newest: Mapping[str, date], day: date, point: str) -> bool:
    """Whether a body may have met, or is to meet, on a day that a point tells of."""
    told = corpus.point[point].date
    last = newest.get(corpus.municipality)
    return (last is None or day <= last + AHEAD) and (told is None or day >= told - BACK)


def _at_hand(corpus: Corpus) -> set[str]:
    """The ids of the meetings with minutes, and those by body and day: a second meeting of a day has a longer one."""
    minuted = [meeting for meeting in corpus.meetings if meeting.id not in corpus.not_held]
    by_day = {ids.meeting_id(meeting.body, meeting.date) for meeting in minuted if meeting.date}
    return by_day | {meeting.id for meeting in minuted}


def _referred(corpus: Corpus, links: Iterable[Link]) -> Iterator[tuple[str, date, Mentioned]]:
    """Full dates with an own body; where a link says which meeting is meant, that one."""
    known = [link for link in links if link.via]
    meant = {link.via: link for link in known if link.status is LinkStatus.ACCEPTED}
    wrong = {link.via for link in known if link.rule == Rule.FUTURE}
    for reference in corpus.references:
        if reference.id in wrong or is_of_others(corpus, reference):
            continue
        link = meant.get(reference.id)
        if link is not None and link.end is not None and corpus.minuted(corpus.point[link.end]):
            continue
        body = link.meeting.rpartition(".")[0] if link and link.meeting else reference.body
        period = read(reference.date)
        if body is None or isinstance(period, NoPeriod) or not period.one_day or reference.item not in corpus.point:
            continue
        yield body, period.first, Mentioned(reference.item, Source.REFERENCE, reference.id)


def _decided(corpus: Corpus) -> Iterator[tuple[str, date, Mentioned]]:
    for ruling in corpus.rulings:
        if not ruling.own and ruling.date is not None:
            yield ruling.body, ruling.date, Mentioned(ruling.item, Source.DECISION, ruling.id)


def _planned(corpus: Corpus, links: Iterable[Link]) -> Iterator[tuple[str, date, Mentioned]]:
    for state in steps(corpus, links):
        if state.done in {Done.NO_EVIDENCE, Done.QUOTED} and state.step.date is not None:
            yield state.step.body, state.step.date, Mentioned(state.step.item, Source.STEP, state.step.id)
