"""Everything that follows from a corpus: links, cases, what is a container, what is printed twice, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import ids
from graph.threads.antecedents import find_antecedents
from graph.threads.cases import Thread, case_of, find_same_numbers, thread_cases
from graph.threads.containers import Verdict, judge
from graph.threads.contradicting import Contradiction, contradictions
from graph.threads.corpus import Corpus
from graph.threads.delivering import find_deliveries
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.mentioning import find_mentions
from graph.threads.misprints import Misprint, misprints
from graph.threads.missing import MissingMeeting, missing
from graph.threads.planning import StepState, steps
from graph.threads.postponing import find_postponed
from graph.threads.quoting import SameDecision, find_quotes, not_counting, same_decisions
from graph.threads.references import find_references
from graph.threads.repeating import Print, repeated
from graph.threads.series import find_series

_FINDERS = (find_quotes, find_postponed, find_deliveries, find_references, find_series, find_mentions)
BY_A_PERSON = "by_a_person"


@dataclass(frozen=True, slots=True)
class Said:
    """That a person says that two points belong to one case, or do not."""

    start: str  # id of a point
    end: str
    together: bool
    by: str


@dataclass(frozen=True, slots=True)
class Traced:
    """The derived layer of a municipality, as plain values."""

    verdicts: Mapping[str, Verdict]  # by case number
    links: Sequence[Link]
    threads: Sequence[Thread]
    same: Sequence[SameDecision]
    repeated: Collection[str]  # ids of decisions
    contradictions: Sequence[Contradiction]
    misprints: Sequence[Misprint]
    steps: Sequence[StepState]
    missing: Sequence[MissingMeeting]


def trace(corpus: Corpus, said: Sequence[Said] = ()) -> Traced:
    """Trace the cases of a municipality; the same corpus gives the same, in whatever order it was read.

    The points of a municipality that is not known are cases of their own: they may be from anywhere.
    """
    verdicts = judge(corpus.points)
    if corpus.municipality == ids.UNKNOWN:
        return Traced(verdicts, (), thread_cases(corpus, ()), (), repeated(_prints(corpus)), (), (), (), ())
    links = [*find_same_numbers(corpus, verdicts), *(link for find in _FINDERS for link in find(corpus))]
    links += find_antecedents(corpus, links)
    apart = {(one.start, one.end) for one in said if not one.together}
    links = in_order(_as_said(links, said, corpus))
    threads = thread_cases(corpus, links, apart)
    cases = case_of(threads)
    links = [_kept(link, cases) for link in links]
    same = same_decisions(corpus, links)
    return Traced(
        verdicts=verdicts,
        links=links,
        threads=threads,
        same=same,
        repeated={*not_counting(same), *repeated(_prints(corpus))},
        contradictions=contradictions(corpus, same),
        misprints=misprints(corpus, links),
        steps=steps(corpus, links),
        missing=missing(corpus, links),
    )


def _as_said(links: Iterable[Link], said: Iterable[Said], corpus: Corpus) -> Iterable[Link]:
    """The links with what people say of them: theirs added, and those refused that they deny."""
    denied = {frozenset((one.start, one.end)) for one in said if not one.together}
    for link in links:
        yield replace(link, status=LinkStatus.REFUSED) if frozenset((link.start, link.end)) in denied else link
    for one in said:
        if one.together and one.start in corpus.point and one.end in corpus.point:
            yield Link(LinkType.MANUAL, one.start, one.end, BY_A_PERSON, 1.0, detail=one.by)


def _kept(link: Link, cases: Mapping[str, str]) -> Link:
    """A joining link whose ends are kept apart by others is refused."""
    ends = cases.get(link.start), cases.get(link.end or "")
    apart = None not in ends and ends[0] != ends[1]
    joins = link.type.joins and link.status is LinkStatus.ACCEPTED
    return replace(link, status=LinkStatus.REFUSED) if joins and apart else link


def _prints(corpus: Corpus) -> list[Print]:
    prints = []
    for ruling in corpus.rulings:
        point = corpus.point[ruling.item]
        if ruling.date is not None:
            place = (point.place[0], point.id)
            matter = point.number or point.title
            prints.append(Print(ruling.id, ruling.body, ruling.date, ruling.own, matter, ruling.text, place))
    return prints
