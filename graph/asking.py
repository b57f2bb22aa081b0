"""A statement that a user typed, run on the server: as the reader, in READ mode, within limits, and really stopped.

Neither server ends by itself what is not wanted any more: ArcadeDB ignores the driver's timeout, and to leave an answer
it computes the rest of it (12 seconds for what three rows were asked of). Both know ``TERMINATE TRANSACTIONS``. So each
statement bears a mark, and is stopped by its mark when its time is up or when enough rows have come.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from graph.answers import Gathering, Limit, Limits, Result
from graph.bolt import commit
from graph.deadlines import Turn, timed_out
from graph.errors import StatementFailed
from graph.guard import check_plan
from graph.values import Row

if TYPE_CHECKING:
    import neo4j

FETCH = 100
SHOWN = 900
"""ArcadeDB shows the first 1,024 characters of a running statement; the mark must stand among them."""

_STOPPED = ("Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Transaction.TransactionTimedOut")


def marked(statement: str, mark: str) -> str:
    """``statement`` with its mark: behind it, so that errors name the right columns, unless it is too long for that."""
    return f"{statement}\n// {mark}" if len(statement) <= SHOWN else f"/* {mark} */ {statement}"


def ask(
    session: neo4j.Session,
    statement: str,
    parameters: Row,
    limits: Limits,
    turn: Turn,
    stop: Callable[[str], object],
    by_planner: bool,
) -> Result:
    """What the statement answers within its limits; ``stop`` ends it on the server by its mark.

    ``by_planner``: the server has no readers, so its planner must say that the statement only reads.

    :class:`StatementFailed` when the connection was lost after the statement began: it may be the statement that ended
    it (ArcadeDB's stack overflows on lists nested 10,000 deep), and is not to be asked again.
    """
    from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired

    transaction = None
    gathering = Gathering(limits)
    text = marked(statement, turn.mark)
    try:
        if by_planner:
            summary = session.run(f"EXPLAIN {text}", parameters).consume()
            check_plan(summary.query_type, summary.plan)
        transaction = session.begin_transaction(timeout=limits.seconds)  # a server that went away is missed here
        _gather(transaction, text, parameters, gathering, lambda: stop(turn.mark))
    except (DriverError, Neo4jError, OSError) as error:
        if not turn.over.is_set() and not (getattr(error, "code", "") or "").startswith(_STOPPED):
            if transaction is not None and isinstance(error, ServiceUnavailable | SessionExpired | OSError):
                raise _lost() from error
            raise
        if not gathering.rows:
            raise timed_out(limits.seconds) from error
        gathering.hit.add(Limit.TIME)
    return gathering.result()


def _gather(
    transaction: neo4j.Transaction, text: str, parameters: Row, gathering: Gathering, stop: Callable[[], object]
) -> None:
    try:
        answer = transaction.run(text, parameters)
        gathering.columns = tuple(answer.keys())
        whole = all(gathering.take(record.values()) for record in answer)
        if whole:
            commit(transaction)  # what ArcadeDB refuses its reader it refuses now: until here it let it be
        else:
            with suppress(Exception):  # then the rest of the answer is waited for, no harm beside
                stop()
    except Exception:
        _leave(transaction)
        raise
    _leave(transaction)


def _lost() -> StatementFailed:
    return StatementFailed(
        "The connection to the store was lost while the statement ran.",
        "Ask again if the store was stopped just then; else in another way, or for less at a time.",
    )


def _leave(transaction: neo4j.Transaction) -> None:
    """End a transaction that only read, whatever the server still has to say about it."""
    from neo4j.exceptions import DriverError, Neo4jError

    with suppress(DriverError, Neo4jError, OSError):
        transaction.close()
