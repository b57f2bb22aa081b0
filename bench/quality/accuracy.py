"""The figures on the page of coverage: blind first runs alone, for the rules were mended on the same minutes since."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from api.pages.accuracy import Accuracy, BlindRun, Measured
from bench.quality.layouts import FIRST_RUN, read_first_runs, sum_of


def blind_accuracy(layouts: Path) -> Accuracy:
    """The kept first runs of a folder of layouts as one, and those of the commit that read the highest number."""
    kept = read_first_runs(layouts / FIRST_RUN)
    latest = kept[max(kept)]["commit"]
    return Accuracy(whole=_sum(kept.values()), latest=_sum([one for one in kept.values() if one["commit"] == latest]))


def as_text(accuracy: Accuracy) -> str:
    """The file: a line for each kind of fact."""
    runs = []
    for name, run in accuracy:
        kinds = ",\n".join(f'    "{kind}": {json.dumps(run.kinds[kind])}' for kind in Measured)
        runs.append(f'"{name}": {{\n  "documents": {run.documents},\n  "kinds": {{\n{kinds}\n  }}\n}}')
    return "{\n" + ",\n".join(runs) + "\n}\n"


def _sum(runs: Collection[dict[str, Any]]) -> BlindRun:
    figures = sum_of([run["types"] for run in runs], [run["traps"] for run in runs]).figures
    kinds = {kind: (figures[kind].gold, figures[kind].found, figures[kind].right) for kind in Measured}
    return BlindRun(documents=len(runs), kinds=kinds)
