"""The ledger of follow-ups: what was asked for, promised, planned or put off, and what became of it until a day.

What no minutes at hand tell is only called overdue where no minutes are missing; else it is unknown, and the ledger
says which minutes would tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from graph import ids
from graph.threads import asking
from graph.threads.asking import OUTSIDE_MEETINGS, TREATED_BY_ANOTHER, Kind
from graph.threads.corpus import Corpus, Point, Promise
from graph.threads.coverage import Coverage
from graph.threads.links import Link, LinkStatus, LinkType
from graph.threads.matters import content
from graph.threads.missing import MissingMeeting, missing
from graph.threads.periods import Period
from graph.threads.planning import case_of_points
from graph.threads.postponing import put_off
from graph.threads.wording import sentences

_FEWEST_WORDS = 2  # that a later title shares with a follow-up that it may bring, where that has as many
_REFERRING = frozenset({LinkType.DATE_REFERENCE, LinkType.STATED_REFERENCE, LinkType.MENTION})


class Status(StrEnum):
    """What became of a follow-up, as of a day."""

    OPEN = "open"  # not due yet, or no day was set
    DUE = "due"  # the day is in the time in which it is due
    OVERDUE = "overdue"  # past due, and the minutes since then are at hand
    DELIVERED = "delivered"
    POSTPONED_AGAIN = "postponed_again"
    PASSED = "passed"  # a deadline or event whose day is past: minutes need not say what became of it
    UNKNOWN = "unknown"  # minutes that would tell are missing, or those at hand do not tell for sure


class Reason(StrEnum):
    """Why the status is what it is: a key of the reader's texts."""

    BROUGHT = "brought"  # a later point brings it; the link says by which rule
    TAKEN_UP = "taken_up"  # a point that was put off is taken up
    PUT_OFF_AGAIN = "put_off_again"
    ANSWERED_HERE = "answered_here"  # the point itself answers an earlier request
    DECIDED_THERE = "decided_there"  # the body it was sent to decided, in its own minutes
    QUOTED_THERE = "quoted_there"  # the same, as another body's minutes print it
    NOT_YET_DUE = "not_yet_due"
    NO_DATE = "no_date"
    DUE_NOW = "due_now"
    NOT_IN_MINUTES = "not_in_minutes"  # the minutes since then are at hand, and do not bring it
    MINUTES_MISSING = "minutes_missing"
    PERHAPS_BROUGHT = "perhaps_brought"  # later points are about it, and none says that it brings it
    DAY_PASSED = "day_passed"


@dataclass(frozen=True, slots=True)
class Needed:
    """Minutes that would tell: those of a body between two days, and the meetings of it known to be missing."""

    body: str
    first: date
    last: date
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One follow-up as of a day."""

    promise: Promise
    body: str  # whose meeting asked, promised, planned or put off
    date: date
    due: Period | None
    by: str | None  # id of the body whose meeting is to bring it; none: the text does not tell
    status: Status
    reason: Reason
    delivered_by: str | None = None  # id of a point
    ruling: str | None = None  # id of the decision that shows it, where a quotation does
    link: Link | None = None
    possible: tuple[str, ...] = ()  # ids of points that may bring it
    needed: tuple[Needed, ...] = ()


def ledger(corpus: Corpus, links: Iterable[Link], as_of: date, body: str | None = None) -> list[Entry]:
    """Every follow-up of meetings until `as_of` with its status then, by date; of one body's meetings with `body` (id).

    Nothing after `as_of` is known. What stands in a point without a date is left out.
    """
    known = _Known.of(corpus, links, as_of)
    entries = [
        _entry(known, promise, point.body, point.date)
        for promise in corpus.promises
        if (point := corpus.point.get(promise.item)) and point.date and point.date <= as_of
        if body in (None, point.body) and not (promise.kind == Kind.POSTPONED and asking.denies(promise.text))
    ]
    return sorted(entries, key=lambda entry: (entry.date, corpus.point[entry.promise.item].place, entry.promise.id))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known on the day of the ledger."""

    corpus: Corpus
    as_of: date
    coverage: Coverage
    case_of: Mapping[str, str]
    members: Mapping[str, Sequence[Point]]  # of each case, in order
    brought: Mapping[str, Sequence[Link]]  # by follow-up, and by point for what was put off
    missing: Sequence[MissingMeeting]
    put_off: frozenset[str]  # ids of points that were put off or taken from the agenda
    referring: Mapping[str, Collection[str]]  # by id of a point those that it refers to, or that refer to it
    notices: Mapping[str, Sequence[_Told]]  # by body

    @staticmethod
    def of(corpus: Corpus, links: Iterable[Link], as_of: date) -> _Known:
        def then(id_: str | None) -> bool:
            point = corpus.point.get(id_ or "")
            return point is not None and point.date is not None and point.date <= as_of

        past = [link for link in links if then(link.start) and (link.end is None or then(link.end))]
        case_of = case_of_points(corpus, past)
        members: dict[str, list[Point]] = {}
        for point in sorted(corpus.points, key=lambda point: (point.place, point.id)):
            if point.id in case_of and then(point.id):
                members.setdefault(case_of[point.id], []).append(point)
        brought: dict[str, list[Link]] = {}
        for link in sorted(past, key=lambda link: link.place):
            if link.type is LinkType.DELIVERED and link.via:
                brought.setdefault(link.via, []).append(link)
            elif link.type is LinkType.POSTPONED and link.end:
                brought.setdefault(link.end, []).append(link)
        deferred = frozenset(point.id for point in put_off(corpus))
        told_of = [one for one in missing(corpus, past) if any(then(mention.point) for mention in one.mentions)]
        return _Known(
            corpus, as_of, Coverage.of(corpus, as_of), case_of, members, brought, told_of, deferred, _referring(past),
            _notices(corpus, as_of),
        )  # fmt: skip


def _referring(links: Iterable[Link]) -> Mapping[str, Collection[str]]:
    found: dict[str, set[str]] = {}
    for link in links:
        if link.type in _REFERRING and link.end and link.status is not LinkStatus.REFUSED:
            found.setdefault(link.start, set()).add(link.end)
            found.setdefault(link.end, set()).add(link.start)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What a body was told of: a notice, or the text of a point whose title says nothing."""

    point: Point
    text: str
    lower: str
    notice: bool  # of one matter as a whole; else each sentence is

    def tells(self, wanted: frozenset[str]) -> bool:
        """Whether it has the words; sentences are read only where the whole text has them."""
        if not _has(wanted, frozenset(word for word in wanted if word in self.lower)):
            return False
        return any(_has(wanted, content(one)) for one in ([self.text] if self.notice else sentences(self.text)))


def _notices(corpus: Corpus, as_of: date) -> Mapping[str, Sequence[_Told]]:
    """By body the notices, and the texts of points whose titles say nothing."""
    found: dict[str, list[_Told]] = {}
    silent = (point for point in corpus.points if point.kind.housekeeping or not content(point.title))
    told = [(point, point.text, False) for point in silent]
    told += [(corpus.point[one.item], one.text, True) for one in corpus.bullets if one.item in corpus.point]
    for point, text, notice in told:
        if point.date and point.date <= as_of:
            found.setdefault(point.body, []).append(_Told(point, text, text.casefold(), notice))
    return found


def _entry(known: _Known, promise: Promise, body: str, day: date) -> Entry:
    by, due = asking.body(known.corpus, promise), asking.due(promise, known.corpus.point[promise.item])
    plain = Entry(promise, body, day, due, by, Status.OPEN, Reason.NO_DATE)
    return _brought(known, plain) or _decided(known, plain) or _by_time(known, plain)


def _brought(known: _Known, entry: Entry) -> Entry | None:
    """Delivered by a later point, or by the point itself."""
    promise = entry.promise
    if promise.kind == Kind.ANSWERED_HERE:
        return replace(entry, status=Status.DELIVERED, reason=Reason.ANSWERED_HERE, delivered_by=promise.item)
    key = promise.item if promise.kind == Kind.POSTPONED else promise.id
    for link in known.brought.get(key, ()):
        if link.status is not LinkStatus.ACCEPTED or not known.corpus.minuted(known.corpus.point[link.start]):
            continue
        found = replace(entry, link=link, delivered_by=link.start, status=Status.DELIVERED)
        if promise.kind != Kind.POSTPONED:
            return replace(found, reason=Reason.BROUGHT)
        if link.start in known.put_off:
            return replace(found, status=Status.POSTPONED_AGAIN, reason=Reason.PUT_OFF_AGAIN)
        return replace(found, reason=Reason.TAKEN_UP)
    return None


def _decided(known: _Known, entry: Entry) -> Entry | None:
    """Treated by the body that it was sent to: its own minutes show it, or a decision of it that is quoted."""
    point = known.corpus.point[entry.promise.item]
    if entry.promise.kind not in TREATED_BY_ANOTHER or entry.by in (None, point.body) or point.id not in known.case_of:
        return None
    if entry.promise.kind == Kind.PLANNED and not asking.concerns(known.corpus, entry.promise, point.title):
        return None
    members = known.members[known.case_of[point.id]]
    for member in members:
        if not known.corpus.minuted(member) or member.body != entry.by:
            continue
        if member.date and _in_time(entry, member.date):
            return replace(entry, status=Status.DELIVERED, reason=Reason.DECIDED_THERE, delivered_by=member.id)
    for member in members:
        for ruling in known.corpus.rulings_of.get(member.id, ()):
            if ruling.body == entry.by and ruling.date and not ruling.own and _in_time(entry, ruling.date):
                return replace(entry, status=Status.DELIVERED, reason=Reason.QUOTED_THERE, ruling=ruling.id)
    return None


def _in_time(entry: Entry, day: date) -> bool:
    """Whether a treatment on a day can be the one that was meant."""
    return day >= entry.date and (entry.due is None or asking.in_time(entry.due, day))


def _by_time(known: _Known, entry: Entry) -> Entry:
    """What the calendar says of what nothing brings."""
    keys = (entry.promise.id, entry.promise.item) if entry.promise.kind == Kind.POSTPONED else (entry.promise.id,)
    likely = {link.start for key in keys for link in known.brought.get(key, ())}
    entry = replace(entry, possible=tuple(sorted(likely)))
    due = entry.due
    if due is None:
        return _without_date(known, entry)
    if known.as_of < due.first:
        return replace(entry, status=Status.OPEN, reason=Reason.NOT_YET_DUE)
    if known.as_of <= due.last:
        return replace(entry, status=Status.DUE, reason=Reason.DUE_NOW)
    if entry.promise.kind in OUTSIDE_MEETINGS or _elsewhere(known, entry, due):
        return replace(entry, status=Status.PASSED, reason=Reason.DAY_PASSED)
    needed = _needed(known, entry, entry.date, _told_by(known, entry, due.last))
    if needed:
        return replace(entry, status=Status.UNKNOWN, reason=Reason.MINUTES_MISSING, needed=needed)
    possible = tuple(sorted(likely | _about_it(known, entry)))
    if possible:
        return replace(entry, status=Status.UNKNOWN, reason=Reason.PERHAPS_BROUGHT, possible=possible)
    return replace(entry, status=Status.OVERDUE, reason=Reason.NOT_IN_MINUTES)


def _elsewhere(known: _Known, entry: Entry, due: Period) -> bool:
    """Whether what is planned is planned for a meeting of nobody whose minutes could be at hand: a board, a company."""
    if entry.by is None:
        return True
    unnamed = entry.promise.kind == Kind.PLANNED and entry.promise.to is None and not asking.names_a_body(entry.promise)
    return unnamed and due.one_day and not known.coverage.met(entry.by, due.first)


def _about_it(known: _Known, entry: Entry) -> set[str]:
    """The later points that may have brought it.

    Those of its case, those that refer to its point or that this refers to, and those with its words in their titles,
    or in a sentence of what the body was told of.
    """
    case, wanted = known.case_of.get(entry.promise.item), _wanted(known, entry)
    found = {
        point
        for members in known.members.values()
        for point in members
        if known.case_of[point.id] == case or _has(wanted, content(point.title))
    }
    found |= {known.corpus.point[id_] for id_ in known.referring.get(entry.promise.item, ())}
    for body in {entry.body, entry.by or entry.body}:
        found |= {told.point for told in known.notices.get(body, ()) if told.tells(wanted)}
    return {point.id for point in found if point.date and point.date > entry.date}


def _wanted(known: _Known, entry: Entry) -> frozenset[str]:
    """What it is about: its own words; those of its point's title where it is that point itself, or was put off."""
    text, point = entry.promise.text, known.corpus.point[entry.promise.item]
    itself = entry.promise.kind == Kind.POSTPONED or asking.words().itself.search(text)
    return content(point.title) if itself else asking.matter(known.corpus, text)


def _has(wanted: frozenset[str], words: frozenset[str]) -> bool:
    return bool(wanted) and len(wanted & words) >= min(_FEWEST_WORDS, len(wanted))


def _told_by(known: _Known, entry: Entry, last: date) -> date:
    """The day until which minutes are to be read: the first meeting after the due time; none at hand: the very day."""
    return known.coverage.first_after(entry.by or entry.body, last) or known.as_of


def _without_date(known: _Known, entry: Entry) -> Entry:
    """Open as long as the minutes since then are at hand, as far as one can be sure."""
    if entry.promise.kind in OUTSIDE_MEETINGS:
        return entry
    needed = _needed(known, entry, entry.date, known.as_of, sure=True)
    if needed:
        return replace(entry, status=Status.UNKNOWN, reason=Reason.MINUTES_MISSING, needed=needed)
    return entry


def _needed(known: _Known, entry: Entry, first: date, last: date, *, sure: bool = False) -> tuple[Needed, ...]:
    """The minutes that are missing between two days, with the meetings in them that others refer to."""
    body = entry.by or entry.body
    due = entry.due
    if due is not None and due.one_day and entry.promise.kind in TREATED_BY_ANOTHER and body != entry.body:
        if known.coverage.met(body, due.first):
            return ()
        return (Needed(body, due.first, due.first, (ids.meeting_id(body, due.first),)),)
    gaps = [gap for gap in known.coverage.gaps(body, first, last) if gap.sure or not sure]
    if due is not None and not gaps and not _after(known, body, due.last):
        gaps = known.coverage.gaps(body, due.last, last)
        if not gaps:
            return (Needed(body, due.last, last),)
    lacking = [one for one in known.missing if one.body == body]
    return tuple(
        Needed(body, gap.first, gap.last, tuple(sorted(one.id for one in lacking if gap.first <= one.date <= gap.last)))
        for gap in gaps
    )


def _after(known: _Known, body: str, day: date) -> bool:
    """Whether minutes of a meeting after a day are at hand."""
    return known.coverage.first_after(body, day) is not None
