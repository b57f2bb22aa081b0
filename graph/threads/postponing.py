"""Which later point of a body takes up what the body put off or took from its agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from extract.records import Outcome
from graph.threads import asking
from graph.threads.asking import Kind
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Corpus, Point, Promise, Ruling
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.matters import content, plain_title
from graph.threads.titles import Titles

PUT_OFF = frozenset({Outcome.DEFERRED.value, Outcome.WITHDRAWN.value})
SAME_TITLE, SAME_NUMBER, NEAR_TITLE = 0.99, 0.97, 0.95
_UNSURE = 0.5
_NEXT_MEETINGS = 4  # of the body, as far as they are at hand
_LONGEST = timedelta(days=366)
_FEWEST_WORDS = 2  # that a title must have of its own to be recognised on another number


def put_off(corpus: Corpus) -> list[Point]:
    """The points that their body put off or took from the agenda, in order; housekeeping is put off with nothing."""
    found = {one.item for one in corpus.promises if one.kind == Kind.POSTPONED and not asking.denies(one.text)}
    found |= {ruling.item for ruling in corpus.rulings if ruling.own and _puts_off(ruling)}
    points = [point for point in corpus.points if point.id in found and point.date and not point.kind.housekeeping]
    return sorted(points, key=lambda point: (point.place, point.id))


def _puts_off(ruling: Ruling) -> bool:
    said = PUT_OFF.intersection(ruling.outcomes)
    return bool(said) and not (said == {Outcome.DEFERRED.value} and asking.denies(ruling.text))


def find_postponed(corpus: Corpus) -> list[Link]:
    """Each point that was put off, and the one later point of the same body that takes it up; none where two fit.

    It has its number or its title, in one of the body's next meetings at hand.
    """
    verdicts = judge(corpus.points)
    bodies: dict[str, list[Point]] = {}
    for point in sorted(corpus.points, key=lambda point: (point.place, point.id)):
        bodies.setdefault(point.body, []).append(point)
    titles = Titles.of(corpus.points)
    promises = {promise.item: promise for promise in corpus.promises if promise.kind == Kind.POSTPONED}
    deferred = put_off(corpus)
    found = {
        link.end: link
        for point in deferred
        for link in _taken_up(point, promises.get(point.id), _next(bodies[point.body], point), verdicts, titles)
    }
    sure = {end for end, link in found.items() if link.status is LinkStatus.ACCEPTED}
    stated = [link for link in _stated(corpus, deferred, promises) if link.end not in sure]
    for link in stated:
        found.pop(link.end, None)
    return in_order([*found.values(), *stated])


def _stated(corpus: Corpus, deferred: Sequence[Point], promises: Mapping[str, Promise]) -> Iterator[Link]:
    """What a later point of the same body says: "På mødet den 2. juni blev sagen om … udskudt"; the first to say so."""
    seen: set[str] = set()
    for reference in sorted(corpus.references, key=lambda one: (corpus.point[one.item].place, one.id)):
        later = corpus.point[reference.item]
        if later.kind.housekeeping or not asking.tells_of_putting_off(reference.sentence):
            continue
        meeting = asking.meant(corpus, reference, later)
        about = content(reference.sentence)
        named = [one for one in deferred if meeting and one.meeting == meeting.id and content(one.title) <= about]
        if len(named) == 1 and named[0].body == later.body and _says_much(named[0]) and named[0].id not in seen:
            seen.add(named[0].id)
            promise = promises.get(named[0].id)
            quoted = asking.quoted(reference.sentence)
            yield Link(
                LinkType.POSTPONED, later.id, named[0].id, "stated_deferral", NEAR_TITLE,
                via=promise.id if promise else reference.id, detail=quoted,
            )  # fmt: skip


def _next(points: Sequence[Point], put_off: Point) -> list[list[Point]]:
    """The substantive points of the next meetings, meeting by meeting."""
    meetings: dict[str, list[Point]] = {}
    for point in points:
        if point.date and put_off.date and put_off.date < point.date <= put_off.date + _LONGEST:
            meetings.setdefault(point.meeting, []).append(point)
    following = list(meetings.values())[:_NEXT_MEETINGS]
    return [[point for point in meeting if not point.kind.housekeeping] for meeting in following]


def _taken_up(
    point: Point,
    promise: Promise | None,
    following: Sequence[Sequence[Point]],
    verdicts: Mapping[str, Verdict],
    titles: Titles,
) -> Iterator[Link]:
    """The link to the first meeting that has the point again, where exactly one of its points is it.

    Under the title alone it is only possibly so, where that is the title of a kind of matter.
    """
    for meeting in following:
        ways = _ways(point, meeting, verdicts)
        rule, fitting, confidence = next((way for way in ways if way[1]), ("", [], 0.0))
        if fitting:
            if len(fitting) == 1:
                via, detail = promise.id if promise else None, point.printed if "number" in rule else fitting[0].title
                named = "number" in rule or point.number == fitting[0].number is not None
                sure = named or titles.name_one(point, fitting[0])
                status = LinkStatus.ACCEPTED if sure else LinkStatus.POSSIBLE
                yield Link(
                    LinkType.POSTPONED, fitting[0].id, point.id, rule, confidence if sure else _UNSURE, status, via=via,
                    detail=detail,
                )  # fmt: skip
            return


def _ways(
    point: Point, meeting: Sequence[Point], verdicts: Mapping[str, Verdict]
) -> list[tuple[str, list[Point], float]]:
    """The points of a meeting that can be it, by one rule after the other, the surest first."""
    number = [one for one in meeting if _same_number(point, one, verdicts)]
    title = [one for one in meeting if plain_title(one.title) == plain_title(point.title) and _says_much(point)]
    near = [one for one in meeting if content(one.title) == content(point.title) and _says_much(point)]
    both = [one for one in number if one in title]
    return [
        ("postponed_number_and_title", both, SAME_TITLE),
        ("postponed_title", [] if number else title, NEAR_TITLE),
        ("postponed_number", number, SAME_NUMBER),
        ("postponed_near_title", near, NEAR_TITLE),
    ]


def _same_number(one: Point, other: Point, verdicts: Mapping[str, Verdict]) -> bool:
    if one.number is None or one.number != other.number or verdicts[one.number].at(one.body).container:
        return False
    return plain_title(one.title) == plain_title(other.title) or not content(one.title).isdisjoint(content(other.title))


def _says_much(point: Point) -> bool:
    return len(content(point.title)) >= _FEWEST_WORDS
