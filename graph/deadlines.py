"""A time limit for statements, and places in which they run.

The one who asks waits no longer than the limit: then the statement is stopped on the server, which ends the call. What
the server does not stop (it compiles, or has gone mute) is left behind in its thread and keeps its place until it ends,
so that nobody can pile such calls up.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TypeVar

from graph.errors import StatementBusy, StatementTimedOut

Answer = TypeVar("Answer")

GRACE_SECONDS = 5.0
"""How long a server may take to stop what it was told to stop, or to say by itself that the time is up."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One call's use of a place; ``over`` is set when its time is up.

    ``mark`` names the place among all of this server's clients. There are as many marks as places, and not one for
    each call, so that a server that caches statements knows the next one with that mark.
    """

    mark: str
    over: threading.Event = field(default_factory=threading.Event)
    leaving: threading.Lock = field(default_factory=threading.Lock)
    """Held by who stops the call and by who gives the place back, so that no other call has the mark then."""


class Deadlines:
    """Runs up to ``places`` calls at a time, each in a thread of its own."""

    def __init__(self, places: int) -> None:
        ours = secrets.token_hex(8)
        self._free: SimpleQueue[str] = SimpleQueue()
        for place in range(places):
            self._free.put(f"sagsgraf {ours}-{place}")

    def run(self, call: Callable[[Turn], Answer], seconds: float, stop: Callable[[str], object]) -> Answer:
        """What ``call`` returns or raises; when its time is up, ``stop`` is called with the mark of its turn.

        :class:`StatementTimedOut` when it does not end even then, :class:`StatementBusy` when all places are taken.
        """
        try:
            turn = Turn(self._free.get(timeout=seconds))
        except Empty:
            raise StatementBusy("Too many statements run already.", "Try again in a minute.") from None
        answer: Future[Answer] = Future()
        threading.Thread(target=self._fulfil, args=(call, turn, answer), daemon=True, name="statement").start()
        try:
            return answer.result(timeout=seconds)
        except TimeoutError:  # or it is the call's own error
            _end(turn, answer, stop)
        except KeyboardInterrupt:
            _end(turn, answer, stop)
            raise
        try:
            return answer.result(timeout=GRACE_SECONDS)
        except TimeoutError:
            if answer.done():
                return answer.result()
            raise timed_out(seconds) from None

    def _fulfil(self, call: Callable[[Turn], Answer], turn: Turn, answer: Future[Answer]) -> None:
        try:
            result = call(turn)
        except BaseException as error:  # whatever it was, it belongs to the one who waits
            answer.set_exception(error)
        else:
            answer.set_result(result)
        finally:
            with turn.leaving:
                self._free.put(turn.mark)


def _end(turn: Turn, answer: Future[Answer], stop: Callable[[str], object]) -> None:
    """Stop a call that did not end by itself."""
    with turn.leaving:
        if answer.done():
            return
        turn.over.set()
        with suppress(Exception):  # a server that cannot be reached ends the call in its own way
            stop(turn.mark)


def timed_out(seconds: float) -> StatementTimedOut:
    """The error of a statement that took longer than ``seconds``."""
    return StatementTimedOut(
        f"The statement took longer than {seconds:g} seconds.", "Ask for less: a label, a date, a LIMIT."
    )
