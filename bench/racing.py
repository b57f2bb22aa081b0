"""Two ways of doing the same, taking turns: the one machinery behind every figure."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Work = Callable[[], int]  # does the work; how many units of it (pages, documents, rows) were done
Clock = Callable[[], float]  # seconds


@dataclass(frozen=True, slots=True)
class Turn:
    """What one round cost: seconds a unit, of ours and of the peer."""

    ours: float
    peer: float

    @property
    def ratio(self) -> float:
        """How many times quicker ours is; below 1 it is slower."""
        return self.peer / self.ours


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of a race."""

    turns: tuple[Turn, ...]

    @property
    def ours(self) -> float:
        """Seconds a unit, the median of all rounds."""
        return median(turn.ours for turn in self.turns)

    @property
    def peer(self) -> float:
        """Seconds a unit, the median of all rounds."""
        return median(turn.peer for turn in self.turns)

    @property
    def ratio(self) -> float:
        """How many times quicker ours is; the median of the rounds' ratios. Below 1 it is slower."""
        return median(turn.ratio for turn in self.turns)

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest ratio of a round."""
        return min(turn.ratio for turn in self.turns), max(turn.ratio for turn in self.turns)


def race(
    ours: Work,
    peer: Work,
    rounds: int,
    *,
    before: Callable[[], object] = lambda: None,
    warm_up: bool = True,
    clock: Clock = time.process_time,
) -> Comparison:
    """Let ours and the peer take turns, each first in every other round.

    ``clock`` counts the CPU time of this process with all its threads, so that what the machine does elsewhere hardly
    matters. ``before`` runs before each turn and is not counted, nor is the warm-up (one run of each).
    """
    if warm_up:
        for work in (ours, peer):
            before()
            work()
    turns = []
    for round_ in range(rounds):
        if round_ % 2:
            second = _seconds(peer, before, clock)
            turns.append(Turn(_seconds(ours, before, clock), second))
        else:
            first = _seconds(ours, before, clock)
            turns.append(Turn(first, _seconds(peer, before, clock)))
    return Comparison(tuple(turns))


def _seconds(work: Work, before: Callable[[], object], clock: Clock) -> float:
    before()
    gc.collect()
    start = clock()
    units = work()
    return (clock() - start) / units


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0..1) of all ``values`` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
