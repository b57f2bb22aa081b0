"""The weights of likeness, found from printed references whose numbers were hidden.

A conditional logistic model: of the points of the meetings that fit, one is meant. Each example counts a second time
without the point that is meant, when "none of them" is right, so that a target that is not at hand is not replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np

from bench.threads.gold import Printed
from bench.threads.measuring import is_clean
from graph.threads.corpus import Corpus, Point, Reference
from graph.threads.likeness import Clues, Likeness, Weights
from graph.threads.references import NEVER_MEANT, said_in

ROUNDS, STEP = 700, 0.05
TOWARDS_ZERO = 0.07  # the penalty on large weights: there are few examples
ABSENT = 0.05  # how much an example counts whose target was taken away
NAMES = tuple(field.name for field in fields(Clues))


@dataclass(frozen=True, slots=True)
class Example:
    """The clues of every candidate, and which of them is meant."""

    printed: Printed
    clues: Any  # array: candidates by clues
    meant: int


def find_examples(corpus: Corpus, pairs: Iterable[tuple[Printed, Reference]]) -> list[Example]:
    """The examples of clean printed references, each distinct sentence and target once."""
    likeness = Likeness(corpus)
    distinct = {printed.key: (printed, reference) for printed, reference in pairs if is_clean(printed)}
    found = []
    for printed, reference in distinct.values():
        start = corpus.point[reference.item]
        points = _candidates(corpus, reference, start)
        meant = [index for index, point in enumerate(points) if point.id == printed.target]
        if meant:
            clues = np.array([likeness.clues(*said_in(reference, start), point).values for point in points])
            found.append(Example(printed, clues, meant[0]))
    return found


def _candidates(corpus: Corpus, reference: Reference, start: Point) -> Sequence[Point]:
    meetings = corpus.meetings_on.get(date.fromisoformat(reference.date), ())
    return [
        point
        for meeting in meetings
        if reference.body in (None, meeting.body)
        for point in corpus.points_of.get(meeting.id, ())
        if point.id != start.id and point.kind not in NEVER_MEANT
    ]


def fit(examples: Sequence[Example], known: Weights) -> Weights:
    """The weights under which the examples are likeliest, with what `known` accepts; the same examples, the same."""
    weights = np.zeros(len(NAMES) + 1)  # the last: "none of them"
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    tables = [np.vstack([np.pad(one.clues, ((0, 0), (0, 1))), np.eye(len(NAMES) + 1)[-1]]) for one in examples]
    for turn in range(1, ROUNDS + 1):
        slope = TOWARDS_ZERO * np.append(weights[:-1], 0.0)
        for one, table in zip(examples, tables, strict=True):
            slope += _slope(table, one.meant, weights)
            slope += ABSENT * _slope(np.delete(table, one.meant, axis=0), -1, weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= STEP * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
    clues = Clues(**dict(zip(NAMES, (round(float(weight), 2) for weight in weights), strict=False)))
    return replace(known, clues=clues, none=round(float(weights[-1]), 2))


def _slope(table: Any, meant: int, weights: Any) -> Any:
    sums = table @ weights
    shares = np.exp(sums - sums.max())
    return shares / shares.sum() @ table - table[meant]
