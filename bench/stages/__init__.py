"""The stages, one a module; each has ``measure(plan)`` and imports its peer only when it is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure."""

    rounds: int
    times: int  # how often the examples are taken where a stage needs size
    requests: int  # how many a latency is measured over
    sizes: tuple[int, ...]  # nodes of the graphs that both stores are measured with, about
    stores: tuple[str, ...] = ("embedded", "Neo4j")
    seconds: float = 3.0  # for which readers ask over HTTP, in each turn


FULL = Plan(rounds=5, times=12, requests=300, sizes=(10_000, 100_000), seconds=10.0)
QUICK = Plan(rounds=3, times=4, requests=60, sizes=(10_000,))
