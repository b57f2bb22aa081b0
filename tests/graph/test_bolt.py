"""Servers that are too old, full, halted, read-only or away for a while: what is told, and what is tried again."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from neo4j.exceptions import IncompleteCommit, Neo4jError, UnsupportedServerProduct

from graph import bolt, errors, retrying
from graph.answers import Gathering
from graph.asking import FETCH
from graph.bolt import check_agent, translated
from graph.store import BoltGraphStore, Connection, Neo4jServer, _Bolt, open_store


class TestAgent:
    @pytest.mark.parametrize(
        "agent",
        [
            "Neo4j/5.25.1",
            "Neo4j/5.26.30",
            "Neo4j/2025.10.1",
            "Neo4j/6.0.0",
            "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)",
        ],
    )
    def test_that_runs_our_queries(self, agent: str) -> None:
        check_agent(agent)

    @pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Neo4j/5.9.0", "Neo4j/5.24.2", "Memgraph/3", "Neo4j/", ""])
    def test_that_does_not(self, agent: str) -> None:
        with pytest.raises(errors.StoreServerUnsupported, match=agent or "none") as raised:
            check_agent(agent, "bolt://x")
        assert "5.25" in raised.value.cure

    def test_is_asked_when_a_store_is_opened(self, store: BoltGraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bolt, "OLDEST_NEO4J", (9999, 0))
        with pytest.raises(errors.StoreServerUnsupported, match=r"Neo4j/5\."):
            BoltGraphStore(Neo4jServer(store._bolt._connection))


class TestTranslated:
    """Codes and messages as Neo4j 5.26.30 sent them: to a wrong password, with a read-only database, on a full disk."""

    @pytest.mark.parametrize(
        ("code", "message", "expected"),
        [
            ("ClientError.Security.Unauthorized", "The client is unauthorized.", errors.StoreAuthFailed),
            ("ClientError.Security.AuthenticationRateLimit", "too many times in a row.", errors.StoreAuthFailed),
            ("ClientError.Security.CredentialsExpired", "expired.", errors.StoreAuthFailed),
            ("ClientError.Database.DatabaseNotFound", "Database does not exist.", errors.StoreDatabaseMissing),
            ("ClientError.General.WriteOnReadOnlyAccessDatabase", "read-only mode", errors.StoreReadOnly),
            ("ClientError.General.ForbiddenOnReadOnlyDatabase", "read-only", errors.StoreReadOnly),
            ("DatabaseError.Transaction.TransactionLogError", "Could not append.", errors.StoreHalted),
            (
                "DatabaseError.Transaction.TransactionStartFailed",
                "The database has encountered a critical error, and needs to be restarted.",
                errors.StoreHalted,
            ),
            ("ClientError.Transaction.TransactionTimedOut", "", errors.StatementTimedOut),
            ("ClientError.Statement.SyntaxError", "Invalid input", errors.StatementInvalid),
            ("DatabaseError.General.UnknownError", "?", errors.StatementFailed),
        ],
    )
    def test_says_what_it_is_and_what_to_do(self, code: str, message: str, expected: type[errors.GraphError]) -> None:
        told = translated(Neo4jError._hydrate_neo4j(code=f"Neo.{code}", message=message), "bolt://x:7687")
        assert type(told) is expected
        assert told.cure
        assert "\n" not in told.message

    def test_a_commit_of_which_nothing_is_known(self) -> None:
        told = translated(IncompleteCommit("gone"), "bolt://x:7687")
        assert isinstance(told, errors.StoreUnreachable)
        assert "not known" in told.message

    def test_another_product(self) -> None:
        assert isinstance(translated(UnsupportedServerProduct("Memgraph/3")), errors.StoreServerUnsupported)


class Line:
    """A line to a server that can be cut: connections end, and new ones find nobody until it is mended."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._open: list[socket.socket] = []
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = int(listener.getsockname()[1])
        self.mend()

    def mend(self) -> None:
        """Let connections through."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """End all connections, and take no more."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._open += [near, far]
                threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError, ValueError):
            while True:
                for end in select.select([near, far], [], [])[0]:
                    data = end.recv(65536)
                    if not data:
                        return
                    (far if end is near else near).sendall(data)


@pytest.fixture
def line(store: BoltGraphStore) -> Iterator[Line]:
    made = Line(int(store._bolt.uri.rpartition(":")[2]))
    yield made
    made.cut()


@pytest.fixture
def distant(store: BoltGraphStore, line: Line) -> Iterator[BoltGraphStore]:
    """The same graph over a line that can be cut."""
    near = store._bolt._connection
    server = Neo4jServer(Connection(f"bolt://127.0.0.1:{line.port}", near.database, near.writer))
    with BoltGraphStore(server) as made:
        yield made


class TestStatementThatLosesItsServer:
    """It may be the statement that ended the connection; whoever else uses the store keeps it."""

    def test_is_told_and_not_asked_again(
        self, store: BoltGraphStore, line: Line, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        near = store._bolt._connection
        far = Connection(f"bolt://127.0.0.1:{line.port}", near.database, near.writer, near.reader)
        taken = []

        def take(gathering: Gathering, values: object) -> bool:
            taken.append(values)
            line.cut()
            line.mend()
            return True

        with BoltGraphStore(Neo4jServer(far)) as distant:
            before = distant._bolt
            monkeypatch.setattr(Gathering, "take", take)
            with pytest.raises(errors.StatementFailed, match="was lost"):
                distant.read_guarded("UNWIND range(1, 100000) AS i RETURN i", seconds=600, rows=100_000)
            assert len(taken) == FETCH  # of one answer: what was sent already
            assert distant._bolt is before
            monkeypatch.undo()
            assert distant.read_guarded("RETURN 1 AS x", seconds=600, rows=1).rows == ((1,),)

    def test_before_it_began_is_asked_again(self, store: BoltGraphStore, line: Line) -> None:
        near = store._bolt._connection
        far = Connection(f"bolt://127.0.0.1:{line.port}", near.database, near.writer, near.reader)
        with BoltGraphStore(Neo4jServer(far)) as distant:
            for _ in range(2):
                assert distant.read_guarded("RETURN 1 AS x", seconds=600, rows=1).rows == ((1,),)
                line.cut()
                line.mend()


class TestServerThatRestarts:
    def test_is_found_again(self, distant: BoltGraphStore, line: Line) -> None:
        distant.write("CREATE (:Note)")
        line.cut()
        line.mend()
        assert distant.read("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 1}]

    def test_is_waited_for_a_little(self, distant: BoltGraphStore, line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
        """A moment on this clock: it is mended when the store has begun to wait."""
        monkeypatch.setattr(retrying, "AWAY_SECONDS", 600.0)
        monkeypatch.setattr("graph.retrying.time.sleep", lambda _: line.mend() if line._listener.fileno() < 0 else None)
        line.cut()
        distant.write("CREATE (:Note)")
        assert distant.read("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 1}]

    def test_that_stays_away_is_told(
        self, distant: BoltGraphStore, line: Line, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(retrying, "AWAY_SECONDS", 0.1)
        line.cut()
        with pytest.raises(errors.StoreUnreachable, match=str(line.port)) as raised:
            distant.write("CREATE (:Note)")
        assert "run the same again" in raised.value.cure
        line.mend()
        assert distant.read("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 0}]

    def test_goes_in_the_middle_of_a_transaction(self, distant: BoltGraphStore, line: Line) -> None:
        """Nothing of the first attempt is kept; the second stores all of it once."""
        attempts = []

        def work(transaction: object) -> None:
            transaction.run("CREATE (:Note)")  # type: ignore[attr-defined]
            attempts.append(1)
            if len(attempts) == 1:
                line.cut()
                line.mend()
            transaction.run("CREATE (:Note)")  # type: ignore[attr-defined]

        distant.in_transaction(work)
        assert distant.read("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 2}]

    def test_whose_connection_another_thread_replaced(self, distant: BoltGraphStore) -> None:
        attempts = []

        def work(transaction: object) -> None:
            attempts.append(1)
            if len(attempts) == 1:
                before, distant._bolt = distant._bolt, _Bolt(distant._bolt._connection)
                before.close()
            transaction.run("CREATE (:Note)")  # type: ignore[attr-defined]

        distant.in_transaction(work)
        assert distant.read("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 1}]


def test_a_wrong_password(store: BoltGraphStore) -> None:
    near = store._bolt._connection
    with pytest.raises(errors.StoreAuthFailed) as raised:
        open_store(near.uri, user=near.writer[0], password="forkert-forkert", database=near.database)
    assert "SAGSGRAF_STORE_PASSWORD" in raised.value.cure
