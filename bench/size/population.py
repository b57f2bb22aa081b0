"""A graph of any size with the shape of real minutes, the same for the same seed.

It is made as rows, as `graph.assembly` and the derivation give them, and so takes the same way into the store. Names
and texts are invented; how many of what, and how long, follows `shape.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from random import Random

from bench.size.shape import load_shape
from bench.size.town import Town
from graph.facts import Facts

SEED = 20_260_101
MEETINGS = 91  # of a municipality, as in the examples


def population(nodes: int, seed: int = SEED) -> Iterator[Facts]:
    """Meetings, and after those of each municipality what is derived from them, of about so many nodes in all."""
    shape = load_shape()
    held = shape.labels["Record"].count
    meetings = max(1, round(nodes * held / shape.nodes))
    towns = ceil(meetings / MEETINGS)
    for number in range(1, towns + 1):
        share = meetings * number // towns - meetings * (number - 1) // towns
        town = Town(number, share, shape, Random(seed + number))
        for _ in range(share):
            yield town.meeting()
        yield town.conclusion()
