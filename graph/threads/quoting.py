"""Several bodies on one point: what one body decided, printed again in the minutes of another.

A point that prints the decision of a body on a date, or plans the treatment by a body on a date, is about the same
matter as one point of that body's meeting of that date, where that meeting is at hand and exactly one of its points
fits. The print and the body's own decision are one decision; where they say different things, that is a conflict.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph import ids
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Corpus, Point, Ruling, Step
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.matters import content, plain_title
from graph.threads.titles import Titles, opposed


class Rule(StrEnum):
    """By what the point of the other body was found."""

    ITEM_NUMBER = "quoted_item_number"  # "pkt. 5", and number or title agree
    NUMBER_AND_TITLE = "quoted_number_and_title"
    NUMBER = "quoted_number"
    NUMBER_AND_TEXT = "quoted_number_and_text"  # of several points with the number, the one that decided so
    TITLE = "quoted_title"
    ITEM_NUMBER_ALONE = "quoted_item_number_alone"  # nothing else agrees: perhaps a misprint


_CONFIDENCE = {
    Rule.ITEM_NUMBER: 0.99,
    Rule.NUMBER_AND_TITLE: 0.99,
    Rule.NUMBER: 0.95,
    Rule.NUMBER_AND_TEXT: 0.95,
    Rule.TITLE: 0.95,
    Rule.ITEM_NUMBER_ALONE: 0.5,
}
_UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class SameDecision:
    """Two prints of one decision."""

    counts: str  # id of the print that counts: the body's own, else the earliest
    again: str  # id of the other


def find_quotes(corpus: Corpus) -> list[Link]:
    """The points whose matter another body treated, each linked with that body's point.

    A link that rests on a printed point number alone, against number and title, or on the title of a kind of matter
    alone, is only possible. Points of an unknown
    municipality are not linked: its bodies may be those of two.
    """
    if corpus.municipality == ids.UNKNOWN:
        return []
    verdicts = judge(corpus.points)
    titles = Titles.of(corpus.points)
    statements: list[Ruling | Step] = [ruling for ruling in corpus.rulings if not ruling.own]
    statements += corpus.steps
    found = (_link(corpus, statement, verdicts, titles) for statement in statements)
    return in_order(link for link in found if link)


def _link(corpus: Corpus, statement: Ruling | Step, verdicts: Mapping[str, Verdict], titles: Titles) -> Link | None:
    source = corpus.point.get(statement.item)
    if source is None or source.kind.housekeeping or statement.date is None:
        return None
    meetings = [meeting for meeting in corpus.meetings_on.get(statement.date, ()) if meeting.body == statement.body]
    if any(meeting.id == source.meeting for meeting in meetings):
        return None
    points = [point for meeting in meetings for point in corpus.points_of.get(meeting.id, ())]
    fitting = _Fitting(corpus, source, [point for point in points if not point.kind.housekeeping], verdicts)
    match = fitting.the_one(statement)
    if match is None:
        return None
    target, rule = match
    sure = rule is not Rule.ITEM_NUMBER_ALONE and (rule is not Rule.TITLE or fitting.named(target, statement, titles))
    later, earlier = (target, source) if target.place[0] > source.place[0] else (source, target)
    return Link(
        LinkType.BODIES_ON_ONE_POINT,
        later.id,
        earlier.id,
        rule.value,
        _CONFIDENCE[rule] if sure else _UNSURE,
        LinkStatus.ACCEPTED if sure else LinkStatus.POSSIBLE,
        meeting=target.meeting,
        item_number=_item_number(statement),
        via=statement.id,
        detail=source.printed if rule in (Rule.NUMBER, Rule.NUMBER_AND_TEXT) else source.title,
    )


def _item_number(statement: Ruling | Step) -> str | None:
    return statement.item_number if isinstance(statement, Ruling) else None


@dataclass(frozen=True, slots=True)
class _Fitting:
    """Which of the points of a meeting treats the matter of a point elsewhere."""

    corpus: Corpus
    source: Point
    points: Sequence[Point]
    verdicts: Mapping[str, Verdict]

    def the_one(self, statement: Ruling | Step) -> tuple[Point, Rule] | None:
        """The only point that fits, by the strongest rule that says so."""
        printed = [point for point in self.points if point.item_number and point.item_number == _item_number(statement)]
        if len(printed) == 1 and self._akin(printed[0]):
            return printed[0], Rule.ITEM_NUMBER
        match = self._by_number_and_title(statement)
        if match is None and len(printed) == 1:
            return printed[0], Rule.ITEM_NUMBER_ALONE
        return match

    def _by_number_and_title(self, statement: Ruling | Step) -> tuple[Point, Rule] | None:
        numbered = [point for point in self.points if self._same_number(point)]
        titled = [point for point in self.points if self._same_title(point)]
        both = [point for point in numbered if point in titled]
        if len(both) == 1:
            return both[0], Rule.NUMBER_AND_TITLE
        if len(numbered) == 1 and not titled:
            return numbered[0], Rule.NUMBER
        if len(numbered) > 1:
            alike = [point for point in both or numbered if self._decided_so(point, statement)]
            return (alike[0], Rule.NUMBER_AND_TEXT) if len(alike) == 1 else None
        return (titled[0], Rule.TITLE) if len(titled) == 1 and not numbered else None

    def named(self, point: Point, statement: Ruling | Step, titles: Titles) -> bool:
        """Whether a title alone is enough: not where two numbers speak against a plan, or against a kind of matter."""
        against = opposed(self.source, point) and not any(
            self.verdicts[number].at(each.body).container
            for each in (self.source, point)
            if (number := each.number) is not None
        )
        if isinstance(statement, Step):
            return not against and (
                self.source.number == point.number is not None or titles.name_one(self.source, point)
            )
        return not against or titles.name_one(self.source, point)

    def _same_number(self, point: Point) -> bool:
        number = self.source.number
        if number is None or point.number != number:
            return False
        verdict = self.verdicts[number]
        return not verdict.at(point.body).container and not verdict.at(self.source.body).container

    def _same_title(self, point: Point) -> bool:
        return plain_title(point.title) == plain_title(self.source.title) and bool(content(point.title))

    def _akin(self, point: Point) -> bool:
        shared = not content(point.title).isdisjoint(content(self.source.title))
        return shared or self._same_number(point) or self._same_title(point)

    def _decided_so(self, point: Point, statement: Ruling | Step) -> bool:
        if not isinstance(statement, Ruling) or not statement.text:
            return False
        own = [ruling for ruling in self.corpus.rulings_of.get(point.id, ()) if ruling.own]
        return any(_wording(ruling.text) == _wording(statement.text) for ruling in own)


def _wording(text: str) -> str:
    return " ".join(text.split()).casefold()


def same_decisions(corpus: Corpus, links: Iterable[Link]) -> list[SameDecision]:
    """The prints that are one decision: of each quotation the body's own print on the point that its link leads to.

    Where the body's own minutes are not at hand, quotations on points with one number and one title are one decision
    of that body and day; the earliest counts.
    """
    quoted = {ruling.id: ruling for ruling in corpus.rulings if not ruling.own and ruling.text}
    own = {
        (ruling.item, ruling.body, ruling.date): ruling.id for ruling in corpus.rulings if ruling.own and ruling.text
    }
    found: dict[str, str] = {}
    for link in in_order(links):
        ruling = quoted.get(link.via or "")
        if ruling and link.type is LinkType.BODIES_ON_ONE_POINT and link.status is LinkStatus.ACCEPTED:
            at = link.end if link.start == ruling.item else link.start
            counting = own.get((at or "", ruling.body, ruling.date))
            if counting:
                found[ruling.id] = counting
    found |= _quoted_alike(corpus, [ruling for id_, ruling in quoted.items() if id_ not in found])
    return [SameDecision(found[id_], id_) for id_ in sorted(found)]


def _quoted_alike(corpus: Corpus, quoted: Iterable[Ruling]) -> Mapping[str, str]:
    """Of quotations without the body's own minutes: the id of the earliest of that decision, by id of the others."""
    minuted = {(one.body, one.date) for one in corpus.meetings if one.id not in corpus.not_held}
    groups: dict[tuple[object, ...], list[tuple[Point, Ruling]]] = {}
    for ruling in quoted:
        point = corpus.point.get(ruling.item)
        if point and point.number and content(point.title) and (ruling.body, ruling.date) not in minuted:
            key = ruling.body, ruling.date, ruling.item_number, point.number, plain_title(point.title)
            groups.setdefault(key, []).append((point, ruling))
    found: dict[str, str] = {}
    for (_, day, *_rest), prints in groups.items():
        if day is None or len({point.meeting for point, _ in prints}) < len(prints):
            continue  # two points of one meeting: perhaps two decisions
        prints.sort(key=lambda each: (each[0].place, each[1].id))
        found.update((ruling.id, prints[0][1].id) for _, ruling in prints[1:])
    return found


def not_counting(same: Iterable[SameDecision]) -> Collection[str]:
    """The ids of the prints that do not count, for :func:`graph.threads.repeating.repeated`."""
    return {each.again for each in same}
