"""A time limit for calls that cannot be stopped: Neo4j obeys the limit of a transaction, ArcadeDB only its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TypeVar

from graph.errors import StatementBusy, StatementTimedOut

Answer = TypeVar("Answer")

GRACE_SECONDS = 0.5
"""How long the server may take to say by itself that the time is up."""


class Deadlines:
    """Runs up to ``places`` calls at a time, each in a thread that is left behind when its time is up.

    A call that is left behind keeps its place until the server ends it, so that no user can pile them up.
    """

    def __init__(self, places: int) -> None:
        self._places = threading.BoundedSemaphore(places)

    def run(self, call: Callable[[], Answer], seconds: float) -> Answer:
        """What ``call`` returns or raises; :class:`StatementTimedOut`, or :class:`StatementBusy` when all is taken."""
        if not self._places.acquire(timeout=seconds):
            raise StatementBusy("Too many statements run already.", "Try again in a minute.")
        answer: Future[Answer] = Future()
        threading.Thread(target=self._fulfil, args=(call, answer), daemon=True, name="statement").start()
        try:
            return answer.result(timeout=seconds + GRACE_SECONDS)
        except TimeoutError:
            raise StatementTimedOut(
                f"The statement took longer than {seconds:g} seconds.", "Ask for less: a label, a date, a LIMIT."
            ) from None

    def _fulfil(self, call: Callable[[], Answer], answer: Future[Answer]) -> None:
        try:
            result = call()
        except BaseException as error:  # whatever it was, it belongs to the one who waits
            with suppress(BaseException):
                answer.set_exception(error)
        else:
            answer.set_result(result)
        finally:
            self._places.release()
