"""When a failed transaction is worth another try."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.errors import StoreError

RETRY_SECONDS = 15.0
LEAST_TRIES = 10
"""How often work is tried in which others come in between, however long it takes: a loader's may take a minute."""
AWAY_SECONDS = 2.0
"""How long a server that went away is waited for: somebody waits for the answer. A loader waits longer itself."""
CONSTRAINT_TRIES = 6
LOSSES = 3
"""How often one piece of work may lose its server and be begun again."""
FIRST_PAUSE = 0.02
LONGEST_PAUSE = 1.0


class Door:
    """Where one at a time looks for a store that is away.

    Who stood behind another that looked in vain, and met one of the `failures`, is told the same: of many, each would
    wait for all others.
    """

    def __init__(self, *failures: type[StoreError]) -> None:
        self._failures = failures
        self._lock = threading.Lock()
        self._in_vain: tuple[float, StoreError] | None = None  # when somebody last came out so, and what was said

    @contextmanager
    def entered(self, *, wanted: Callable[[], bool]) -> Iterator[None]:
        """Go in when nobody else is there; what is `wanted` may have been found by who was there before."""
        arrived = time.monotonic()
        with self._lock:
            if self._in_vain and self._in_vain[0] > arrived and wanted():
                raise self._in_vain[1].with_traceback(None)
            try:
                yield
            except self._failures as error:
                self._in_vain = time.monotonic(), error
                raise


class Patience:
    """What is left of the patience with one piece of work.

    Neo4j lets racing ``MERGE`` of one key wait for each other; ArcadeDB breaks the constraint in one of them, which is
    then worth a few tries. A constraint that is truly broken stays so, and is reported after 0.6 seconds.
    """

    def __init__(self) -> None:
        self._give_up = time.monotonic() + RETRY_SECONDS
        self._pause = FIRST_PAUSE
        self._tries = 0
        self._constraint_tries = CONSTRAINT_TRIES
        self._losses = 0
        self._lost_until = 0.0

    def allows(self, error: Exception) -> bool:
        """Whether to try again after ``error``; waits a little first where another writer was in the way."""
        from neo4j.exceptions import ConstraintError, Neo4jError

        if isinstance(error, ConstraintError):
            self._constraint_tries -= 1
            return self._constraint_tries > 0 and self._wait(self._give_up)
        if not isinstance(error, Neo4jError) or not error.is_retryable():
            return False
        self._tries += 1
        return self._wait(math.inf if self._tries < LEAST_TRIES else self._give_up)

    def allows_reconnect(self, error: Exception, *, replaced: bool = False) -> bool:
        """Whether the server is to be looked for again; never when a commit may have happened.

        `replaced`: another thread has found it already and closed the connection, so that any error may come of it.
        A stopped embedded engine can leave its connections open and answer them with an authentication error.
        """
        from neo4j.exceptions import AuthError, IncompleteCommit, ServiceUnavailable, SessionExpired

        lost = replaced or isinstance(error, ServiceUnavailable | SessionExpired | AuthError | OSError)
        self._losses += lost
        self._lost_until = time.monotonic() + AWAY_SECONDS
        return lost and not isinstance(error, IncompleteCommit) and self._losses <= LOSSES

    def allows_waiting(self) -> bool:
        """Whether to look once more for a server that does not answer; waits a little first."""
        return self._wait(self._lost_until)

    def _wait(self, until: float) -> bool:
        if time.monotonic() + self._pause > until:
            return False
        time.sleep(self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        return True
