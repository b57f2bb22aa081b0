"""Invented minutes with gold that somebody wrote without having seen the rules: their first run, kept, and today's.

The figures of the first run are data beside the gold (`first-run.json`), for the code that made them is gone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.measuring.documents import find_documents
from extract.measuring.evaluation import TOTAL, DocumentScore, Figures
from extract.measuring.figures import annotate_documents
from extract.measuring.score import evaluate

FIRST_RUN = "first-run.json"
Counts = dict[str, list[int]]  # kind of fact: gold, found, right


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one run over some documents."""

    figures: Mapping[str, Figures]
    traps_taken: int
    traps_scored: int


@dataclass(frozen=True, slots=True)
class Layouts:
    """Layouts whose first run was that of one commit: it, and the run of today."""

    commit: str
    documents: tuple[str, ...]  # their numbers
    first: Run
    last: Run


def measure_layouts(folder: Path) -> list[Layouts]:
    """The layouts of a folder as they are read today beside their first run, by the commit of that."""
    found, _ = annotate_documents(find_documents(folder, folder))
    kept = read_first_runs(folder / FIRST_RUN)
    today = {score.document: score for score in evaluate(folder, found).documents}
    measured = []
    for commit in dict.fromkeys(kept[document]["commit"] for document in sorted(kept) if document in today):
        documents = tuple(name for name in sorted(kept) if kept[name]["commit"] == commit and name in today)
        first = sum_of([kept[name]["types"] for name in documents], [kept[name]["traps"] for name in documents])
        scores = [today[name] for name in documents]
        measured.append(Layouts(commit, documents, first, sum_of(map(_counts, scores), map(_traps, scores))))
    return measured


def sum_of(counts: Iterable[Counts], traps: Iterable[Sequence[int]]) -> Run:
    """The figures of several documents as one."""
    sums: dict[str, Figures] = {}
    for one in counts:
        for kind, numbers in one.items():
            sums[kind] = sums.get(kind, Figures(0, 0, 0)) + Figures(*numbers)
    taken, scored = (sum(column) for column in zip(*traps, strict=True))
    return Run(sums | {TOTAL: sum(sums.values(), Figures(0, 0, 0))}, taken, scored)


def keep_first_run(folder: Path, found: Path, commit: str) -> list[str]:
    """Keep the figures of what the code of a commit found, for the documents that have none yet; their numbers.

    There is only one first run: what is kept stays.
    """
    kept = read_first_runs(folder / FIRST_RUN)
    files = {path.name[:3] for path in found.glob("*.json")}
    new = {
        score.document: {"commit": commit, "types": _counts(score), "traps": _traps(score)}
        for score in evaluate(folder, found).documents
        if score.document not in kept and score.document in files
    }
    lines = (f'"{name}": {json.dumps(one)}' for name, one in sorted((kept | new).items()))
    (folder / FIRST_RUN).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return sorted(new)


def read_first_runs(path: Path) -> dict[str, Any]:
    """The kept first runs by the number of the document; none where there is no file."""
    kept: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
    return kept


def _counts(score: DocumentScore) -> Counts:
    counts = {}
    for kind, pairing in score.pairings.items():
        right = len(pairing.right)
        counts[kind] = [right + len(pairing.missed), right + len(pairing.extra), right]
    return counts


def _traps(score: DocumentScore) -> list[int]:
    return [sum(trap.fact is not None for trap in score.traps), len(score.traps)]
