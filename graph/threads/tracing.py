"""Everything that follows from a corpus: links, cases, what is a container, what is printed twice, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.threads.cases import Thread, weave
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Corpus
from graph.threads.links import Link, in_order
from graph.threads.repeating import Print, repeated


@dataclass(frozen=True, slots=True)
class Traced:
    """The derived layer of a municipality, as plain values."""

    verdicts: Mapping[str, Verdict]  # by case number
    links: Sequence[Link]
    threads: Sequence[Thread]
    repeated: Collection[str]  # ids of decisions


def trace(corpus: Corpus) -> Traced:
    """Trace the cases of a municipality; the same corpus gives the same, in whatever order it was read."""
    verdicts = judge(corpus.points)
    containers = {number for number, verdict in verdicts.items() if verdict.container}
    drawers = {number for number, verdict in verdicts.items() if verdict.drawer}
    links: list[Link] = []
    return Traced(verdicts, in_order(links), weave(corpus.points, containers, drawers), repeated(_prints(corpus)))


def _prints(corpus: Corpus) -> list[Print]:
    prints = []
    for ruling in corpus.rulings:
        point = corpus.point[ruling.item]
        if ruling.date is not None:
            place = (point.place[0], point.id)
            matter = point.number or point.title
            prints.append(Print(ruling.id, ruling.body, ruling.date, ruling.own, matter, ruling.text, place))
    return prints
