"""Printed references whose target has nothing to do with them: point numbers and dates are sometimes printed wrong.

Both sides are kept: the sentence with what it prints, and the point that stands under that date and number. Where
another point of the same meeting fits the sentence, it is named as the likelier one; nothing is corrected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.records import ItemKind
from graph.threads.corpus import Corpus, Point, Reference
from graph.threads.likeness import Likeness, likeness_of
from graph.threads.links import Link, LinkType
from graph.threads.references import said_in

UNLIKE = 0.1  # of two whole points, below which they have no more in common than any two
UNSAID = 0.25  # of the words of a sentence, that a whole point may have by chance
KIND = "reference-target"  # of the conflict that a misprint is


@dataclass(frozen=True, slots=True)
class Misprint:
    """A reference and a point that contradict each other."""

    reference: str  # id of the Reference
    start: str  # id of the point it stands in
    end: str  # id of the point that it prints
    sentence: str
    title: str  # of the point that it prints
    likelier: str | None  # id of a point of the same meeting that fits the sentence
    confidence: float  # that of the likelier one, or how little the two have in common


def misprints(corpus: Corpus, links: Iterable[Link]) -> list[Misprint]:
    """The stated references whose target shares nothing with the sentence nor with the point it stands in.

    A sentence that says nothing of its matter ("jf. Byrådets beslutning den 3. maj 2022 (pkt. 2)") contradicts none;
    of a closed point too little is printed to be contradicted.
    """
    likeness = likeness_of(corpus)
    references = {reference.id: reference for reference in corpus.references}
    found = []
    for link in links:
        reference = references.get(link.via or "")
        if link.type is LinkType.STATED_REFERENCE and link.end and reference:
            found.append(_misprint(corpus, likeness, reference, corpus.point[link.end]))
    return sorted((one for one in found if one), key=lambda one: one.reference)


def _misprint(corpus: Corpus, likeness: Likeness, reference: Reference, target: Point) -> Misprint | None:
    start = corpus.point[reference.item]
    said, around = said_in(reference, start)
    if target.kind is ItemKind.CLOSED or not likeness.tells(said):
        return None
    clues = likeness.clues(said, start, target)
    related = likeness.related(said, target) or likeness.related(start.title, target)
    if related or clues.number or clues.text >= UNLIKE or clues.compounds >= UNSAID:
        return None
    others = [point for point in corpus.points_of.get(target.meeting, ()) if point.id not in (start.id, target.id)]
    ranked = likeness.rank(said, around, others)
    likelier = ranked[0] if ranked and ranked[0].confidence >= likeness.weights.accepted else None
    return Misprint(
        reference=reference.id,
        start=start.id,
        end=target.id,
        sentence=reference.sentence,
        title=target.title,
        likelier=likelier.point.id if likelier else None,
        confidence=round(likelier.confidence if likelier else 1 - clues.compounds, 3),
    )
