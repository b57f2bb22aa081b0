"""The driver's connections and the driver's errors, in the words of this program."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from graph import errors

if TYPE_CHECKING:
    import neo4j

# What goes wrong is raised; the driver need not print it on stderr as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

CONNECT_SECONDS = 10.0

_DATABASE_MISSING = "Neo.ClientError.Database.DatabaseNotFound"
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
        with driver.session(database=database) as session:
            session.run("RETURN 1").consume()
    except (DriverError, Neo4jError, OSError) as error:
        with suppress(DriverError, OSError):
            driver.close()
        raise translated(error, uri) from error
    except BaseException:
        driver.close()
        raise
    return driver


def translated(error: Exception, uri: str = "") -> errors.GraphError:
    """The error of this program that says what ``error`` of the driver means."""
    from neo4j.exceptions import AuthError, ConstraintError, DriverError, Neo4jError

    if isinstance(error, AuthError):
        return errors.StoreAuthFailed(
            f"The store{_at(uri)} refused the user or the password.",
            "Set SAGSGRAF_STORE_USER and SAGSGRAF_STORE_PASSWORD to a user of that server.",
        )
    if isinstance(error, ConstraintError):
        return errors.ConstraintViolated(
            f"Two nodes would share one key: {_said(error)}.", "Run it again; if it stays, the data is at fault."
        )
    if isinstance(error, Neo4jError):
        return _translated_statement(error, uri)
    if isinstance(error, DriverError | OSError):
        return errors.StoreUnreachable(
            f"No store answers{_at(uri)}: {_said(error)}.", "Start the server, or correct SAGSGRAF_STORE."
        )
    return errors.StatementFailed(f"The statement failed: {_said(error)}.", "Read the store's log.")


def _translated_statement(error: neo4j.exceptions.Neo4jError, uri: str) -> errors.GraphError:
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
