"""Which later point brings what an earlier one asked for, promised or planned.

The later text says so, or it is the planned meeting of the planned body on the same matter. Alike titles alone are
never enough: a survey comes every year, and next year's is not what was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.threads import asking
from graph.threads.asking import BROUGHT_BY_A_POINT
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Corpus, Point, Promise, Reference
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.matters import content, plain_title
from graph.threads.periods import Period
from graph.threads.postponing import put_off

STATED, ON_TIME, LIKELY = 0.97, 0.95, 0.5
_FEWEST_WORDS = 2  # that a request and the sentence that tells of it share, where the request has as many
_MOST_OF = 0.5  # of the words of the request


def find_deliveries(corpus: Corpus) -> list[Link]:
    """The later points that bring what earlier ones asked for; accepted where the text or the plan says so.

    Each follow-up has one delivery at most, the first; a delivery that is only likely is `possible`.
    """
    known = _Known.of(corpus)
    found = [*_stated(known), *_planned(known)]
    sure: dict[str, Link] = {}
    for link in sorted(found, key=lambda link: (link.status, corpus.point[link.start].place, link.place)):
        sure.setdefault(link.via or "", link)
    return in_order(sure.values())


@dataclass(frozen=True, slots=True)
class _Known:
    """The corpus, with what is asked of it again and again."""

    corpus: Corpus
    promises: Mapping[str, Sequence[Promise]]  # by meeting
    verdicts: Mapping[str, Verdict]
    of_body: Mapping[str, Sequence[Point]]
    put_off: frozenset[str]  # ids of points: what is put off brings nothing

    @staticmethod
    def of(corpus: Corpus) -> _Known:
        bodies: dict[str, list[Point]] = {}
        for point in sorted(filter(corpus.minuted, corpus.points), key=lambda point: point.place):
            bodies.setdefault(point.body, []).append(point)
        return _Known(corpus, asking.of_meetings(corpus), judge(corpus.points), bodies, _put_off(corpus))

    def same_number(self, one: Point, other: Point) -> bool:
        """Whether both carry one number that means one matter."""
        if one.number is None or one.number != other.number:
            return False
        return not any(self.verdicts[one.number].at(point.body).container for point in (one, other))


def _stated(known: _Known) -> Iterator[Link]:
    """A sentence that tells that a body asked for something at an earlier meeting, and that meeting's request."""
    corpus = known.corpus
    for reference in sorted(corpus.references, key=lambda reference: reference.id):
        later = corpus.point.get(reference.item)
        if later is None or later.date is None or not asking.tells_of_asking(reference.sentence):
            continue
        if not corpus.minuted(later) or asking.tells_of_waiting(reference.sentence):
            continue
        meeting = asking.meant(corpus, reference, later)
        if meeting is not None:
            yield from _best(known, reference, later, known.promises.get(meeting.id, ()))


def _best(known: _Known, reference: Reference, later: Point, promises: Sequence[Promise]) -> Iterator[Link]:
    """The one request among `promises` that the sentence tells of; none where two fit as well."""
    told = asking.matter(known.corpus, reference.sentence)
    scored = []
    for promise in promises:
        point = known.corpus.point[promise.item]
        if promise.kind not in BROUGHT_BY_A_POINT or not _agrees(reference, point):
            continue
        about = asking.matter(known.corpus, promise.text)
        scored.append((len(about & told), promise, about, point))
    scored.sort(key=lambda one: (-one[0], one[1].id))
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return
    shared, promise, about, point = scored[0]
    if shared and shared >= min(_FEWEST_WORDS, len(about)) and shared >= _MOST_OF * len(about):
        yield _link(later, promise, "stated_request", STATED, detail=reference.sentence)
    elif about & content(later.title) & told or (shared and known.same_number(point, later)):
        yield _link(later, promise, "stated_request_vague", LIKELY, LinkStatus.POSSIBLE, reference.sentence)


def _agrees(reference: Reference, point: Point) -> bool:
    return reference.item_number is None or reference.item_number == point.item_number


def _planned(known: _Known) -> Iterator[Link]:
    """The planned body's point on the same number, on time; under the same title on another number only possibly."""
    for promise in sorted(known.corpus.promises, key=lambda promise: promise.id):
        point = known.corpus.point.get(promise.item)
        if point is None or point.date is None or promise.kind not in BROUGHT_BY_A_POINT or point.kind.housekeeping:
            continue
        due = asking.due(promise, point)
        if due is None:
            continue
        body = asking.body(known.corpus, promise)
        if body is not None:
            yield from _on_time(known, promise, point, _in_time(known.of_body.get(body, ()), point, due))


def _in_time(points: Sequence[Point], asked: Point, due: Period) -> list[Point]:
    """The points of the first meetings in time: on the day itself, or from the beginning of the period."""
    return [
        one
        for one in points
        if one.date and asked.date and one.date > asked.date and asking.in_time(due, one.date)
        if not one.kind.housekeeping
    ]


def _put_off(corpus: Corpus) -> frozenset[str]:
    return frozenset(point.id for point in put_off(corpus))


def _on_time(known: _Known, promise: Promise, point: Point, candidates: Sequence[Point]) -> Iterator[Link]:
    candidates = [one for one in candidates if one.id not in known.put_off]
    same = _of_first_meeting([one for one in candidates if known.same_number(point, one)])
    if len(same) > 1:
        same = [one for one in same if plain_title(one.title) == plain_title(point.title)]
    alike = _of_first_meeting([one for one in candidates if _alike(point, one)])
    if len(same) == 1 and (not alike or same[0] in alike or alike[0].meeting != same[0].meeting):
        sure = asking.is_brought(known.corpus, promise, point.title, same[0].title)
        confidence, status = (ON_TIME, LinkStatus.ACCEPTED) if sure else (LIKELY, LinkStatus.POSSIBLE)
        yield _link(same[0], promise, "same_number_on_time", confidence, status, point.printed)
        return
    if len(alike) == 1 and asking.concerns(known.corpus, promise, alike[0].title):
        yield _link(alike[0], promise, "same_title_on_time", LIKELY, LinkStatus.POSSIBLE, alike[0].title)


def _of_first_meeting(points: Sequence[Point]) -> list[Point]:
    return [one for one in points if one.meeting == points[0].meeting]


def _alike(one: Point, other: Point) -> bool:
    """Whether two titles are about the same things, and about more than one."""
    return len(content(one.title)) >= _FEWEST_WORDS and content(one.title) == content(other.title)


def _link(
    later: Point, promise: Promise, rule: str, confidence: float, status: LinkStatus = LinkStatus.ACCEPTED,
    detail: str | None = None,
) -> Link:  # fmt: skip
    quoted = asking.quoted(detail) if detail else None
    return Link(LinkType.DELIVERED, later.id, promise.item, rule, confidence, status, via=promise.id, detail=quoted)
