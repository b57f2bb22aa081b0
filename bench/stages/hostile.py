"""How the time for a text grows that was made to be slow: each beside itself at half the length, the worst are told."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.hostile import texts
from bench.racing import Work, race
from bench.report import Figure, Outcome
from bench.stages import QUICK, Plan

SHORT, LONGEST = 4_000, 64_000  # characters
SURE = 0.2  # seconds: what is read in less says nothing about growth, so it is doubled
TOLD = 5


def measure(plan: Plan) -> list[Outcome]:
    """The texts whose time grows most when their length doubles: 1 is growth in step, 0.5 is quadratic."""
    with tempfile.TemporaryDirectory(prefix="sagsgraf-bench-") as made:
        figures = [_doubled(name, build, Path(made), plan) for name, build in sorted(texts().items())]
    worst = sorted(figures, key=lambda figure: figure.comparison.ratio)[:TOLD]
    return list(worst)


def _doubled(name: str, build: Callable[[int], str], folder: Path, plan: Plan) -> Figure:
    size = SHORT
    while size < LONGEST and _seconds(_reading(build(size), folder, size)) < SURE:
        size *= 2
    short, double = _reading(build(size // 2), folder, size // 2), _reading(build(size), folder, size)
    note = f"{size:,} characters beside half as many, of {len(texts())} texts; 1 is growth in step, 0.5 quadratic"
    found = race(double, short, rounds=1 if plan is QUICK else 2, warm_up=False)
    return Figure(f"hostile text, {name}", "character", "ours, of half the text", found, note)


def _seconds(work: Work) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _reading(text: str, folder: Path, units: int) -> Work:
    path = folder / f"{units}.txt"
    path.write_text(text, encoding="utf-8")

    def read_text() -> int:
        from extract.extraction import extract
        from extract.reading import read

        extract(read(path))
        return units

    return read_text
