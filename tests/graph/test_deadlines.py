"""Places in which statements run: who stops one stops that one and no other."""

from __future__ import annotations

import threading
from contextlib import suppress
from queue import Empty

import pytest

from graph.deadlines import Deadlines, Turn

SOON = 0.01


def test_a_mark_is_not_given_on_while_its_statement_is_being_stopped() -> None:
    deadlines = Deadlines(1)
    end = threading.Event()
    successors: list[str] = []

    def call(_: Turn) -> str:
        end.wait()
        return "whole"

    def stop(mark: str) -> None:
        end.set()  # it ends by itself, just now
        with suppress(Empty):
            successors.append(deadlines._free.get(timeout=0.2))

    assert deadlines.run(call, SOON, stop) == "whole"
    assert successors == []
    assert deadlines.run(lambda turn: turn.mark, 600, stop)


def test_what_ended_in_the_last_moment_is_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the end of the time and the stop the call ends: the lock is asked for when its answer is there."""
    stopped: list[str] = []
    deadlines = Deadlines(1)
    end = threading.Event()

    class Late:
        """A lock for which the one who would stop the call comes too late."""

        def __enter__(self) -> None:
            end.set()
            if threading.current_thread() is threading.main_thread():
                free.wait()

        def __exit__(self, *_: object) -> None:
            if threading.current_thread() is not threading.main_thread():
                free.set()

    free = threading.Event()
    monkeypatch.setattr("graph.deadlines.Turn", lambda mark: Turn(mark, leaving=Late()))  # type: ignore[arg-type]
    assert deadlines.run(lambda _: end.wait(), SOON, stopped.append) is True
    assert stopped == []


def test_what_does_not_end_is_stopped_under_its_own_mark() -> None:
    deadlines = Deadlines(1)
    end = threading.Event()
    stopped: list[str] = []

    def call(turn: Turn) -> tuple[str, bool]:
        end.wait()
        return turn.mark, turn.over.is_set()

    def stop(mark: str) -> None:
        stopped.append(mark)
        end.set()

    assert deadlines.run(call, SOON, stop) == (stopped[0], True)


def test_the_calls_own_timeout_is_its_own() -> None:
    def call(_: Turn) -> None:
        raise TimeoutError("its own")

    with pytest.raises(TimeoutError, match="its own"):
        Deadlines(1).run(call, 600, print)
