"""The graph behind one protocol, and its one implementation over the official ``neo4j`` driver.

``open_store`` chooses the server: an address (``bolt://``, ``neo4j://``) is a Neo4j, anything else a folder that the
embedded engine keeps in this process. What the two do differently is met here, once:

* every write is an explicit transaction: ArcadeDB's auto-commit is not atomic;
* a racing ``MERGE`` is retried: ArcadeDB reports it as a broken constraint where Neo4j would wait;
* user-typed Cypher passes the guard, runs as the server's reader within limits and is stopped by its mark
  (:mod:`graph.asking`).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, TypeVar

from cypher import Query, load_query
from cypher.migrations import Stage, migrations
from graph.answers import Limits, Result
from graph.asking import FETCH, ask
from graph.bolt import commit, open_driver, opened_session, translated
from graph.deadlines import Deadlines, Turn
from graph.errors import GraphError, StatementFailed, StoreError, StoreOwnerSilent, StoreTargetUnknown, StoreUnreachable
from graph.guard import check_read_only
from graph.migrating import outstanding
from graph.retrying import Door, Patience
from graph.values import Row, encode, plain

if TYPE_CHECKING:
    import neo4j

Work = TypeVar("Work")
Statement: TypeAlias = Query | str

BATCH = 2000
READS = 3
"""Own reads that may run at the same time. Python runs one thread at a time, and each message of the driver lets
another go first: with forty reads twenty readers of case histories waited ten times as long."""
READERS = 2  # user-typed statements that may run at the same time: four that do not end silence the embedded engine
CELL_BYTES = 1_000_000
ANSWER_BYTES = 50_000_000


class Dialect(StrEnum):
    """The server's kind. It chooses schema files and nothing else."""

    NEO4J = "neo4j"
    ARCADEDB = "arcadedb"


@dataclass(frozen=True, slots=True, repr=False)
class Connection:
    """Where a Bolt server is, who writes there and who only reads (None: the same user, in READ mode)."""

    uri: str
    database: str
    writer: tuple[str, str]
    reader: tuple[str, str] | None = None


class Server(Protocol):
    """What stands behind a :class:`BoltGraphStore`."""

    dialect: Dialect

    def connect(self) -> Connection:
        """Where the server is now; called again when it went away."""

    def administer(self, statement: str) -> None:
        """Run a statement of the server's own language (not Cypher)."""

    def diagnose(self) -> StoreError | None:
        """What is the matter with the server, where it failed and did not say why itself."""

    def examine(self) -> list[str]:
        """What is damaged in the data; reads all of it. Nothing where the server cannot be asked for that."""

    def close(self) -> None:
        """Leave the server; stop it if it is ours."""


class Transaction:
    """One transaction: all of it is stored, or nothing."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, query: Statement, /, **params: object) -> list[Row]:
        """The rows that ``query`` returns."""
        return [*self.stream(query, **params)]

    def stream(self, query: Statement, /, **params: object) -> Iterator[Row]:
        """The rows that ``query`` returns as they come; all are taken before the next statement."""
        return _rows(self._transaction.run(_text(query), encode(params)))

    def run_many(
        self, query: Statement, rows: Iterable[Mapping[str, object]], /, batch: int = BATCH, **params: object
    ) -> int:
        """Run ``query`` with ``$rows`` set to at most ``batch`` of ``rows`` at a time; how many rows went in."""
        count = 0
        remaining = iter(rows)
        while part := list(islice(remaining, batch)):
            self._transaction.run(_text(query), encode({**params, "rows": part})).consume()
            count += len(part)
        return count


class GraphStore(Protocol):
    """The graph, wherever it is kept."""

    @property
    def dialect(self) -> Dialect:
        """The server's kind; it chooses schema files and nothing else."""

    def read(self, query: Statement, /, **params: object) -> list[Row]:
        """The rows of a query that the program itself wrote."""

    def in_transaction(self, work: Callable[[Transaction], Work]) -> Work:
        """Do ``work`` in one transaction. It may be called again from the start, so it keeps no state outside.

        What changes the graph comes here by :mod:`graph.turns`.
        """

    def transaction(self) -> AbstractContextManager[Transaction]:
        """One transaction for a ``with`` block; it is never retried."""

    def read_guarded(
        self,
        statement: str,
        params: Mapping[str, object] | None = None,
        *,
        seconds: float,
        rows: int,
        cell: int = CELL_BYTES,
        size: int = ANSWER_BYTES,
    ) -> Result:
        """The answer to a statement that a user typed, within limits of time, rows and bytes."""

    def apply_schema(self, until: Stage = Stage.SEARCH) -> None:
        """Take the steps of the schema that the graph has not taken, up to a stage."""

    def close(self) -> None:
        """Leave the store."""


class _Bolt:
    """The open drivers to one server: the writer's and, made when first needed, the reader's."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = open_driver(connection.uri, connection.writer, connection.database)
        self._reader: neo4j.Driver | None = None
        self._making_reader = threading.Lock()

    @property
    def uri(self) -> str:
        """The server's address."""
        return self._connection.uri

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A transaction of the writer, committed at the end of the block."""
        with self._session() as session:
            bolt = session.begin_transaction()
            yield Transaction(bolt)
            commit(bolt)

    def read(self, query: Statement, parameters: Row) -> list[Row]:
        """The rows of one statement that only reads: it is sent in one go, without opening and ending a transaction.

        Not in READ mode: a cluster would have it answered by a member that may not know yet what was written.
        """
        with self._session() as session:
            return [*_rows(session.run(_text(query), parameters))]

    def run_alone(self, statement: str) -> None:
        """Run a schema statement, which Neo4j wants outside any transaction with data."""
        with self._session() as session:
            session.run(statement).consume()

    def read_within(self, statement: str, parameters: Row, limits: Limits, turn: Turn) -> Result:
        """Run as the reader in READ mode; where the server has no readers its planner must say that it only reads."""
        driver, fetch = self._read_driver(), min(limits.rows + 1, FETCH)
        database = self._connection.database
        with opened_session(driver, database, default_access_mode="READ", fetch_size=fetch) as session:
            return ask(session, statement, parameters, limits, turn, self.stop, self._connection.reader is None)

    def stop(self, mark: str) -> None:
        """End the statement that bears ``mark``, on the server."""
        query = load_query("admin", "stop_statement")
        with self._session() as session:
            session.run(query.text, mark=mark).consume()

    def _session(self) -> AbstractContextManager[neo4j.Session]:
        return opened_session(self._driver, self._connection.database)

    def _read_driver(self) -> neo4j.Driver:
        reader = self._connection.reader
        if reader is None:
            return self._driver
        with self._making_reader:
            if self._reader is None:
                try:
                    self._reader = open_driver(self._connection.uri, reader, self._connection.database)
                except StoreUnreachable as error:  # gone since the writer connected: it is looked for again
                    raise error.__cause__ or error from None
            return self._reader

    def close(self) -> None:
        """Close both drivers."""
        self._driver.close()
        if self._reader is not None:
            self._reader.close()


class BoltGraphStore:
    """A graph behind a Bolt server: Neo4j, or the embedded engine of this or another process."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._reconnecting = Door(StoreUnreachable, StoreOwnerSilent)
        self._reading = threading.BoundedSemaphore(READS)
        self._readers = Deadlines(READERS)
        try:
            self._bolt = _Bolt(server.connect())
        except BaseException:
            server.close()
            raise

    @property
    def dialect(self) -> Dialect:
        """The server's kind; it chooses schema files and nothing else."""
        return self._server.dialect

    def read(self, query: Statement, /, **params: object) -> list[Row]:
        """The rows of a query that the program itself wrote."""
        parameters = encode(params)

        def attempt(bolt: _Bolt) -> list[Row]:
            with self._reading:
                return bolt.read(query, parameters)

        return self._persist(attempt)

    def write(self, query: Statement, /, **params: object) -> list[Row]:
        """Run one statement in its own transaction."""
        return self.in_transaction(lambda transaction: transaction.run(query, **params))

    def in_transaction(self, work: Callable[[Transaction], Work]) -> Work:
        """Do ``work`` in one transaction; ``work`` may be called again from the start."""

        def attempt(bolt: _Bolt) -> Work:
            with bolt.transaction() as transaction:
                return work(transaction)

        return self._persist(attempt)

    def _persist(self, attempt: Callable[[_Bolt], Work]) -> Work:
        """Make the attempt; again when another writer was in the way, or the server went before the commit."""
        from neo4j.exceptions import DriverError, Neo4jError

        patience = Patience()
        while True:
            bolt = self._bolt
            try:
                return attempt(bolt)
            except (DriverError, Neo4jError, OSError) as error:
                replaced = bolt is not self._bolt  # by another thread, which closed it under us
                if patience.allows_reconnect(error, replaced=replaced):
                    self._reconnect(bolt, patience)
                elif not patience.allows(error):
                    raise self._told(error) from error

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One transaction for a ``with`` block: whole or, after an error, not at all. It is never retried."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            with self._bolt.transaction() as transaction:
                yield transaction
        except (DriverError, Neo4jError, OSError) as error:
            raise self._told(error) from error

    def _told(self, error: Exception) -> GraphError:
        """The error for the one who asked: what the server's own state explains is not the statement's fault."""
        told = translated(error, self._bolt.uri)
        return (self._server.diagnose() or told) if type(told) is StatementFailed else told

    def read_guarded(
        self,
        statement: str,
        params: Mapping[str, object] | None = None,
        *,
        seconds: float,
        rows: int,
        cell: int = CELL_BYTES,
        size: int = ANSWER_BYTES,
    ) -> Result:
        """The answer to a statement that a user typed: it may only read, for ``seconds``, up to ``rows`` rows.

        A cell has at most about ``cell`` bytes, all of them together ``size``; the answer says which limits it met.
        """
        checked = check_read_only(statement)
        parameters = encode(params or {})
        limits = Limits(seconds, rows, cell, size)
        return self._persist(
            lambda bolt: self._readers.run(
                lambda turn: bolt.read_within(checked, parameters, limits, turn), seconds, bolt.stop
            )
        )

    def apply_schema(self, until: Stage = Stage.SEARCH) -> None:
        """Take the steps of ``cypher/schema`` that the graph has not taken, up to a stage, and record them in it.

        A step that was cut off is taken again. Raises a :class:`graph.errors.StoreError` where the graph has taken
        a step that is not at hand, or reads otherwise now.
        """
        recorded = self.read(load_query("load", "migrations"))
        for step in outstanding(recorded, migrations(self.dialect), until):
            for statement in step.statements:
                self._apply(step.path, statement)
            self.write(load_query("load", "record_migration"), number=step.number, name=step.name, digest=step.digest)

    def _apply(self, path: Path, statement: str) -> None:
        if path.suffix == ".sql":
            self._persist(lambda _: self._server.administer(statement))
        else:
            self._persist(lambda bolt: bolt.run_alone(statement))

    def examine(self) -> list[str]:
        """What is damaged in the data, a sentence each; reads all of it."""
        return self._persist(lambda _: self._server.examine())

    def close(self) -> None:
        """Leave the store; the embedded engine is stopped by the process that started it."""
        self._bolt.close()
        self._server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reconnect(self, lost: _Bolt, patience: Patience) -> None:
        """Replace a connection that was lost, unless another thread has done so already."""
        from neo4j.exceptions import DriverError

        with self._reconnecting.entered(wanted=lambda: self._bolt is lost):
            while self._bolt is lost:
                try:
                    self._bolt = _Bolt(self._server.connect())
                except (StoreUnreachable, StoreOwnerSilent):
                    if not patience.allows_waiting():
                        raise
                else:
                    with suppress(DriverError, OSError):  # its server is gone
                        lost.close()


class Neo4jServer:
    """A Neo4j that somebody else runs."""

    dialect = Dialect.NEO4J

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def connect(self) -> Connection:
        """Where the server is; the driver looks for it again by itself."""
        return self._connection

    def administer(self, statement: str) -> None:
        """Neo4j has no language beside Cypher."""
        raise NotImplementedError(statement)

    def diagnose(self) -> StoreError | None:
        """A Neo4j says itself what is the matter with it."""
        return None

    def examine(self) -> list[str]:
        """Only ``neo4j-admin database check`` looks, and the server has to be stopped for it."""
        return []

    def close(self) -> None:
        """Nothing to stop: the server is not ours."""


def open_store(
    target: str | Path,
    *,
    user: str = "neo4j",
    password: str = "",
    database: str | None = None,
) -> BoltGraphStore:
    """The store at ``target``: ``bolt://`` or ``neo4j://`` (also ``+s``, ``+ssc``) is Neo4j, anything else a folder.

    ``database`` is the server's database; by default ``neo4j`` there and ``sagsgraf`` in a folder.
    Raises a :class:`graph.errors.StoreError`.
    """
    address = str(target)
    if re.match(r"(bolt|neo4j)(\+s|\+ssc)?://", address):
        return BoltGraphStore(Neo4jServer(Connection(address, database or "neo4j", (user, password))))
    if "://" in address:
        raise StoreTargetUnknown(
            f"The store address '{address}' has an unknown form.", "Give a folder, or bolt://host:7687."
        )
    from graph.embedded import EmbeddedServer

    return BoltGraphStore(EmbeddedServer(Path(address), database or "sagsgraf"))


def _rows(answer: neo4j.Result) -> Iterator[Row]:
    names = answer.keys()
    return (dict(zip(names, map(plain, record.values()), strict=True)) for record in answer)


def _text(query: Statement) -> str:
    return query.text if isinstance(query, Query) else query
