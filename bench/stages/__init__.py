"""The stages, one a module; each has ``measure(plan)`` and imports its peer only when it is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure."""

    rounds: int
    times: int  # how often the examples are taken where a stage needs size
    requests: int  # how many a latency is measured over


FULL = Plan(rounds=5, times=12, requests=300)
QUICK = Plan(rounds=3, times=4, requests=60)
