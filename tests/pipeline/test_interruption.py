"""An ingest that is killed leaves whole documents, and running it again completes it to the same graph."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from graph.dump import dump
from graph.store import open_store
from tests.pipeline.running import EXAMPLES, HOUSE, SAGSGRAF, ask, run

KILLS = 5 if os.environ.get("SAGSGRAF_SOAK") else 2


def dumped(store: Path) -> bytes:
    with open_store(store) as opened:
        return b"".join(dump(opened))


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_ingest_is_completed_by_running_it_again(tmp_path: Path, example_store: Path, seed: int) -> None:
    store = tmp_path / "store"
    command = [str(SAGSGRAF), "--store", str(store), "ingest", str(EXAMPLES)]
    process = subprocess.Popen(
        command, cwd=HOUSE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(random.Random(seed).uniform(1.0, 8.0))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if (store / "server.json").exists():  # it had begun to store: what is there is whole
        half = ask(store, "MATCH (g:Meeting) WHERE NOT (g)-[:HAS_ITEM]->() RETURN count(g)")
        assert half == [[0]]
    answer = run("ingest", EXAMPLES, store=store)
    assert answer.returncode == 0, answer.stderr
    assert dumped(store) == dumped(example_store)


def test_another_order_one_by_one_and_twice_gives_the_same_graph(tmp_path: Path, example_store: Path) -> None:
    store = tmp_path / "store"
    files = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".pdf", ".txt", ".json"})
    random.Random(7).shuffle(files)
    for part in (files[:3], files[3:4], files[4:], files[2:6]):
        answer = run("ingest", *part, "--again", store=store)
        assert answer.returncode == 0, answer.stderr
    assert dumped(store) == dumped(example_store)
