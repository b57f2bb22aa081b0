"""What a run gives: figures with the machine that they were measured on, as a table and as JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.racing import Comparison

PEERS = ("pdfplumber", "pypdfium2", "spacy", "rdflib", "pyoxigraph", "neo4j", "arcadedb", "fastapi", "uvicorn")


@dataclass(frozen=True, slots=True)
class Figure:
    """One comparison with a peer."""

    stage: str
    unit: str  # what a unit of the work is: "page", "1,000 characters"
    peer: str  # the peer and what it does
    comparison: Comparison
    note: str = ""


@dataclass(frozen=True, slots=True)
class Latency:
    """How long somebody waits, in milliseconds of the wall clock, beside the goal."""

    stage: str
    p50: float
    p99: float
    goal: str


@dataclass(frozen=True, slots=True)
class StoreFigure:
    """One figure of a store that holds so many nodes; beside it the peer's, and how many times the peer's it is."""

    store: str
    nodes: int
    what: str
    ours: str
    peer: str = ""
    ratio: float | None = None  # ours over the peer's: below 1 ours is quicker
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stage that could not run here, and why."""

    stage: str
    reason: str


Outcome = Figure | Latency | StoreFigure | Skipped


def machine() -> dict[str, str]:
    """The shape of this machine, and the versions of the peers."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    shape = {"cores": str(cores), "processor": _processor(), "python": platform.python_version()}
    return shape | {"system": f"{platform.system()} {platform.release()}"} | {name: version(name) for name in PEERS}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def table(outcomes: Sequence[Outcome]) -> str:
    """The figures as Markdown, which is readable as it stands."""
    figures = [outcome for outcome in outcomes if isinstance(outcome, Figure)]
    latencies = [outcome for outcome in outcomes if isinstance(outcome, Latency)]
    skipped = [outcome for outcome in outcomes if isinstance(outcome, Skipped)]
    stores = [outcome for outcome in outcomes if isinstance(outcome, StoreFigure)]
    parts = []
    if figures:
        header = ("stage", "ours, CPU ms", "peer, CPU ms", "per", "ratio", "spread", "peer")
        parts.append(grid(header, [_figure_row(figure) for figure in figures]))
    if latencies:
        waiting = ("waiting for", "p50 ms", "p99 ms", "goal")
        parts.append(grid(waiting, [(one.stage, f"{one.p50:.1f}", f"{one.p99:.1f}", one.goal) for one in latencies]))
    if stores:
        parts.append(grid(("store", "nodes", "what", "ours", "peer", "times", "goal"), map(_store_row, stores)))
    notes = [f"* {one.stage}: {one.note}" for one in figures if one.note]
    notes += [f"* {one.stage}: left out, {one.reason}" for one in skipped]
    if notes:
        parts.append("\n".join(notes))
    return "\n\n".join(parts)


def _figure_row(figure: Figure) -> tuple[str, ...]:
    found = figure.comparison
    low, high = found.spread
    return (
        figure.stage,
        _milliseconds(found.ours),
        _milliseconds(found.peer),
        figure.unit,
        f"{found.ratio:.2f}",
        f"{low:.2f}-{high:.2f}",
        figure.peer,
    )


def _store_row(one: StoreFigure) -> tuple[str, ...]:
    ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
    return (one.store, f"{one.nodes:,}", one.what, one.ours, one.peer, ratio, one.goal)


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.3g}"


def grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as Markdown, its columns aligned."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    text = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    return "\n".join((text[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *text[1:]))


def as_json(outcomes: Iterable[Outcome], seconds: float) -> dict[str, Any]:
    """All of it for a program; times in seconds unless the name says otherwise."""
    return {"machine": machine(), "seconds": round(seconds, 1), "outcomes": [_as_json(outcome) for outcome in outcomes]}


def _as_json(outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Figure(stage, unit, peer, comparison, note):
            return {
                "stage": stage,
                "unit": unit,
                "peer": peer,
                "ours": comparison.ours,
                "peer_seconds": comparison.peer,
                "ratio": comparison.ratio,
                "spread": comparison.spread,
                "rounds": [(turn.ours, turn.peer) for turn in comparison.turns],
                "note": note,
            }
        case Latency(stage, p50, p99, goal):
            return {"stage": stage, "p50_ms": p50, "p99_ms": p99, "goal": goal}
        case StoreFigure():
            return asdict(outcome)
        case Skipped(stage, reason):
            return {"stage": stage, "skipped": reason}
