"""Run `sagsgraf`, and kill -9 a process at a moment of its work with the store.

    python -m tests.pipeline.killing MOMENT VICTIM COUNT ARGUMENT…

Moments are counted over statements (before each) and commits (one during, one after): so a moment is the same whatever
the speed of the machine. MOMENT 0: nobody is killed. VICTIM is the id of a process, 0 this one itself; COUNT a file to
which the number of moments is written. Documents are loaded two in a transaction, so that there are several. What was
read of a file is kept beside COUNT for the next process: reading is a pure map, and nobody is killed there.
"""

from __future__ import annotations

import os
import pickle
import random
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

GROUP = 2


class Killer:
    """Counts moments, and kills at one of them."""

    def __init__(self, moment: int, victim: int) -> None:
        self.count = 0
        self._moment, self._victim = moment, victim or os.getpid()
        self._lock = threading.Lock()

    def pass_moment(self, kill: Callable[[], None] | None = None) -> None:
        """One more moment."""
        with self._lock:
            self.count += 1
            if self.count == self._moment:
                (kill or self.kill)()

    def kill(self) -> None:
        """Kill -9, now."""
        os.kill(self._victim, signal.SIGKILL)

    def kill_soon(self) -> None:
        """Kill -9 while what comes next is under way: within 20 ms."""
        timer = threading.Timer(random.Random(self._moment).uniform(0, 0.02), self.kill)
        timer.daemon = True
        timer.start()

    def watch(self) -> None:
        """Count the statements and commits of this process."""
        import neo4j

        run, commit = neo4j.Transaction.run, neo4j.Transaction.commit

        def watched_run(transaction: neo4j.Transaction, *args: Any, **more: Any) -> Any:
            self.pass_moment()
            return run(transaction, *args, **more)

        def watched_commit(transaction: neo4j.Transaction) -> None:
            self.pass_moment(self.kill_soon)
            commit(transaction)
            self.pass_moment()

        neo4j.Transaction.run = watched_run  # type: ignore[method-assign, assignment]
        neo4j.Transaction.commit = watched_commit  # type: ignore[method-assign, assignment]


def keep_readings(kept: Path) -> None:
    """Let `ingest` take what was read before from a file; what is new there is read before anything is loaded."""
    import api.service.ingestion as ingestion
    from api.service.renewal import digest_of
    from extract.harvest import Reading, Source, read_source

    def harvest(sources: Sequence[Source], **_: object) -> Iterator[Reading]:
        known: dict[str | None, Reading] = pickle.loads(kept.read_bytes()) if kept.exists() else {}  # noqa: S301
        digests = [digest_of(source.path) for source in sources]
        new = {digest: source for digest, source in zip(digests, sources, strict=True) if digest not in known}
        if new:
            known |= {digest: read_source(source) for digest, source in new.items()}
            kept.write_bytes(pickle.dumps(known))
        return iter([known[digest] for digest in digests])

    ingestion.harvest = harvest  # type: ignore[attr-defined]


def main() -> None:
    """As the module says."""
    moment, victim, count, *arguments = sys.argv[1:]
    killer = Killer(int(moment), int(victim))
    killer.watch()
    from api.cli import main as sagsgraf
    from graph.loading import load

    assert load.__kwdefaults__ is not None
    load.__kwdefaults__["group"] = GROUP
    keep_readings(Path(count).with_name("readings"))
    sys.argv = ["sagsgraf", *arguments]
    try:
        sagsgraf()
    finally:
        Path(count).write_text(str(killer.count))


if __name__ == "__main__":
    main()
