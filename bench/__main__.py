"""``python -m bench``: measure all stages, or those that are named, and print a table."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from bench.report import Outcome, as_json, machine, table
from bench.stages import FULL, QUICK, Plan

STAGES = (
    "reading", "tokens", "entities", "extraction", "growth", "hostile", "loading", "asking", "rdf", "stores", "serving",
)  # fmt: skip
LEGEND = """\
Ratio: CPU time of the peer over ours, the median of the rounds' ratios; above 1 ours is quicker, below 1 slower.
Spread: the lowest and highest ratio of a round. Between machines, compare ratios and not times.
Times (stores): wall time of ours over that of the peer in the same run; below 1 ours is quicker, above 1 slower.
Waiting (stores) is told as p50 / p95, beside the bare driver's look-up of one node by its id.
Waiting (serving): the same beside a bare FastAPI that runs the same statements; times is of p95.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the stages."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "stages", nargs="*", metavar="STAGE", help=f"one or more of {', '.join(STAGES)}; all if left out"
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds over less, to see whether it works")
    parser.add_argument(
        "--nodes",
        type=int,
        nargs="+",
        metavar="N",
        help="sizes of the graphs of the stages `stores` and `serving`, as 10000 1000000",
    )
    parser.add_argument("--store", choices=FULL.stores, help="only this store in the stage `stores`")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    given = parser.parse_args(arguments)
    if unknown := sorted(set(given.stages) - set(STAGES)):
        parser.error(f"there is no stage {unknown[0]}: choose from {', '.join(STAGES)}")
    started = time.monotonic()
    plan = QUICK if given.quick else FULL
    plan = replace(plan, sizes=tuple(given.nodes or plan.sizes), stores=(given.store,) if given.store else plan.stores)
    outcomes = run(given.stages or STAGES, plan)
    seconds = time.monotonic() - started
    shape = machine()
    print(f"{shape['cores']} cores, {shape['processor']}, Python {shape['python']}; {seconds:.0f} s in all\n")
    print(table(outcomes))
    print(f"\n{LEGEND}", end="")
    if given.json:
        given.json.write_text(json.dumps(as_json(outcomes, seconds), indent=2, ensure_ascii=False) + "\n", "utf-8")


def run(stages: Sequence[str], plan: Plan) -> list[Outcome]:
    """The outcomes of some stages; what is under way is told on stderr."""
    outcomes: list[Outcome] = []
    for name in stages:
        started = time.monotonic()
        print(f"{name} ...", end=" ", file=sys.stderr, flush=True)
        measure: Callable[[Plan], list[Outcome]] = import_module(f"bench.stages.{name}").measure
        outcomes += measure(plan)
        print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    return outcomes


if __name__ == "__main__":
    main()
