"""The driver's connections and the driver's errors, in the words of this program."""

from __future__ import annotations

import logging
import re
import signal
import threading
from asyncio import CancelledError
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

from graph import errors
from graph.values import cannot_be_shown

if TYPE_CHECKING:
    import neo4j

# What goes wrong is raised; the driver need not print it on stderr as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

CONNECT_SECONDS = 10.0

OLDEST_NEO4J = (5, 25)
"""The first Neo4j whose planner takes every file of cypher/ (tried: 5.22 to 5.26). Before 5.23 there is no
``CALL (x) {…}``, and 5.23 and 5.24 fail on two of the questions ("empty.tail")."""

_DATABASE_MISSING = "Neo.ClientError.Database.DatabaseNotFound"
_RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit"
_EXPIRED = "Neo.ClientError.Security.CredentialsExpired"
_READ_ONLY = ("Neo.ClientError.General.WriteOnReadOnly", "Neo.ClientError.General.ForbiddenOnReadOnly")
# What a Neo4j says when it could not write its log, and to everybody after that.
_HALTED = "Neo.DatabaseError.Transaction.TransactionLogError"
_HALTED_SINCE = "critical error"
_RESTART = "Look whether its disk is full, make room, restart it and run the same again; what was stored is whole."
_INVALID = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_UNKNOWN_PROCEDURE = "Unknown procedure/function"


def open_driver(uri: str, auth: tuple[str, str], database: str, seconds: float = CONNECT_SECONDS) -> neo4j.Driver:
    """A driver that has reached the server and may use the database; a :class:`errors.StoreError` if not.

    ``seconds`` is how long it waits for a connection: to be made, or to come back from another thread.
    """
    from neo4j import GraphDatabase, NotificationMinimumSeverity
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        driver = GraphDatabase.driver(
            uri,
            auth=auth,
            connection_timeout=seconds,
            connection_acquisition_timeout=seconds,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
    except (DriverError, ValueError) as error:
        raise errors.StoreTargetUnknown(
            f"The store address '{uri}' cannot be used: {error}.", "Write it as bolt://host:7687."
        ) from error
    try:
        with opened_session(driver, database) as session:
            check_agent(session.run("RETURN 1").consume().server.agent, uri)
    except (DriverError, Neo4jError, OSError) as error:
        with suppress(DriverError, OSError):
            driver.close()
        if isinstance(error, Neo4jError) and error.is_retryable():
            raise _unreachable(error, uri) from error  # it has only begun to start
        raise translated(error, uri) from error
    except BaseException:
        driver.close()
        raise
    return driver


@contextmanager
def opened_session(driver: neo4j.Driver, database: str, **settings: Any) -> Iterator[neo4j.Session]:
    """A session, left at the end of the block; what is open in it then is rolled back.

    ``settings`` are those of the driver's sessions. An interrupt (Ctrl+C) cuts the connection instead: it may have come
    in the midst of an answer, and to roll back would be to wait, without end, for bytes that were taken already. The
    server rolls back what it was told on a connection that is gone.
    """
    session = driver.session(database=database, **settings)
    try:
        yield session
    except Exception:
        session.close()
        raise
    except BaseException:
        # This is how the driver is told to drop a connection as it is.
        session.__exit__(CancelledError, None, None)  # type: ignore[no-untyped-call]
        raise
    session.close()


def commit(transaction: neo4j.Transaction) -> None:
    """Commit, and let an interrupt wait for it; a second one does not wait.

    The driver gives the connection back whatever happens in a commit, and waits for an answer to that.
    """
    heard: list[tuple[int, FrameType | None]] = []
    handler = signal.getsignal(signal.SIGINT)
    if not callable(handler) or threading.current_thread() is not threading.main_thread():
        transaction.commit()
        return

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append((number, frame))
        if len(heard) > 1:
            handler(number, frame)

    try:
        signal.signal(signal.SIGINT, hear)
        transaction.commit()
    finally:
        signal.signal(signal.SIGINT, handler)
        if len(heard) == 1:
            handler(*heard[0])


def check_agent(agent: str, uri: str = "") -> None:
    """Raise :class:`errors.StoreServerUnsupported` unless a server that names itself so runs our queries.

    ``Neo4j/5.26.30``, ``Neo4j/2025.10.1``, ``Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)``.
    """
    version = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if version is None or (int(version[1]), int(version[2])) < OLDEST_NEO4J:
        oldest = ".".join(map(str, OLDEST_NEO4J))
        raise errors.StoreServerUnsupported(
            f"The server{_at(uri)} is {agent or 'none that tells its version'}, which cannot run the queries.",
            f"Use Neo4j {oldest} or newer, or a folder for the embedded store.",
        )


def translated(error: Exception, uri: str = "") -> errors.GraphError:
    """The error of this program that says what ``error`` of the driver means."""
    from neo4j.exceptions import (
        AuthError,
        BrokenRecordError,
        ConstraintError,
        DriverError,
        IncompleteCommit,
        Neo4jError,
        UnsupportedServerProduct,
    )

    if isinstance(error, AuthError):
        return errors.StoreAuthFailed(
            f"The store{_at(uri)} refused the user or the password.",
            "Set SAGSGRAF_STORE_USER and SAGSGRAF_STORE_PASSWORD (or ..._PASSWORD_FILE) to a user of that server.",
        )
    if isinstance(error, UnsupportedServerProduct):
        return errors.StoreServerUnsupported(
            f"What answers{_at(uri)} is no Neo4j: {_said(error)}.", "Correct SAGSGRAF_STORE."
        )
    if isinstance(error, IncompleteCommit):
        return errors.StoreUnreachable(
            f"The store{_at(uri)} went away while it stored; whether it did is not known.",
            "Run the same again when it is back: what is stored already is left alone.",
        )
    if isinstance(error, ConstraintError):
        return errors.ConstraintViolated(
            f"Two nodes would share one key: {_said(error)}.", "Run it again; if it stays, the data is at fault."
        )
    if isinstance(error, Neo4jError):
        return _translated_statement(error, uri)
    if isinstance(error, BrokenRecordError):
        return cannot_be_shown()
    if isinstance(error, DriverError | OSError):
        return _unreachable(error, uri)
    return errors.StatementFailed(f"The statement failed: {_said(error)}.", "Read the store's log.")


def _unreachable(error: Exception, uri: str) -> errors.StoreUnreachable:
    return errors.StoreUnreachable(
        f"No store answers{_at(uri)}: {_said(error)}.",
        "Start the server, or correct SAGSGRAF_STORE, and run the same again; what was stored is whole.",
    )


def _translated_statement(error: neo4j.exceptions.Neo4jError, uri: str) -> errors.GraphError:
    return _translated_state(error, uri) or _translated_fault(error, uri)


def _translated_state(error: neo4j.exceptions.Neo4jError, uri: str) -> errors.StoreError | None:
    """What is the matter with the server, whatever the statement."""
    code = error.code or ""
    if code == _RATE_LIMIT:
        return errors.StoreAuthFailed(
            f"The store{_at(uri)} takes no password for a while: too many were wrong.",
            "Wait half a minute, and correct SAGSGRAF_STORE_PASSWORD.",
        )
    if code == _EXPIRED:
        return errors.StoreAuthFailed(
            f"The store{_at(uri)} wants a password of its own in the place of the first one.",
            "Set one: cypher-shell -d system \"ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'\".",
        )
    if code.startswith(_READ_ONLY):
        return errors.StoreReadOnly(
            f"The store{_at(uri)} may only be read.", "Let its database be written (server.databases.read_only)."
        )
    if code == _HALTED or _HALTED_SINCE in (error.message or ""):
        return errors.StoreHalted(f"The store{_at(uri)} has stopped its database: {_said(error)}.", _RESTART)
    return None


def _translated_fault(error: neo4j.exceptions.Neo4jError, uri: str) -> errors.GraphError:
    """What is the matter with the statement."""
    code = error.code or ""
    if code.startswith(_TIMED_OUT):
        return errors.StatementTimedOut("The statement took longer than its limit.", "Ask for less at a time.")
    if code == _DATABASE_MISSING:
        return errors.StoreDatabaseMissing(
            f"The store{_at(uri)} has no such database: {_said(error)}.",
            "Set SAGSGRAF_STORE_DATABASE to one that exists.",
        )
    if code.startswith(_INVALID) or _UNKNOWN_PROCEDURE in (error.message or ""):
        return errors.StatementInvalid(
            f"The store cannot carry out the statement: {_said(error)}.", "Correct the statement."
        )
    return errors.StatementFailed(f"The statement failed: {_said(error)}.", "Read the store's log.")


def _said(error: Exception) -> str:
    """What the server said, on one line without its last stop."""
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(message.split()).rstrip(".")


def _at(uri: str) -> str:
    return f" at {uri}" if uri else ""
