"""The embedded engine: ArcadeDB in this process with its Bolt server on loopback, or joined in another process.

The folder, all of it private to its user:

* ``README.txt``   says what the folder is;
* ``owner.lock``   locked (``flock``) by the process that runs the engine, as long as it lives;
* ``server.json``  where that process answers, and the passwords of this run (mode 0600);
* ``engine.json``  which engine wrote the files, and how long they are (``graph/storage.py``);
* ``engine/``      what ArcadeDB keeps: ``databases/``, ``config/``, ``log/``, ``backups/``.

The lock decides who owns the folder, not the file: a ``server.json`` left behind by a killed owner is overwritten by
the next one. Passwords are made anew at each start; nobody types them.
"""

from __future__ import annotations

import atexit
import base64
import errno
import fcntl
import hashlib
import http.client
import json
import os
import secrets
import shutil
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Any

from graph.bolt import open_driver
from graph.errors import (
    StatementFailed,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreNotWritable,
    StoreOwnerSilent,
    StoreStartFailed,
    StoreUnreachable,
)
from graph.storage import ANEW, Storage
from graph.store import Connection, Dialect

HOST = "127.0.0.1"
WRITER = "root"
READER = "reader"
WAIT_SECONDS = 15.0
ANSWER_SECONDS = 5.0
COMMAND_SECONDS = 60
STRAY_SECONDS = 600
EXAMINE_SECONDS = 3600
INDEX_SECONDS = 3600  # full text over all points is made after a load
SAID = 300  # characters of what the engine says
LISTEN_TRIES = 5
TAKEN = "Unable to listen"
"""What the engine says where somebody has its port."""
ROOM = 64_000_000
"""Bytes: with less room than that on its disk, a failure of the engine is told as a full disk. It says no reason."""
README = """\
The graph of Sagsgraf, kept by the embedded engine (ArcadeDB).
Copy or move this folder only while no Sagsgraf process runs. Delete it to begin anew; the minutes are read again.
engine/databases holds the data, engine/log what the engine said. Nothing in here is meant to be edited.
"""

# What CHECK DATABASE counts or lists where something is wrong.
_DAMAGES = (
    "corruptedRecords",
    "corruptedIndexes",
    "orphanedChunks",
    "invalidLinks",
    "missingReferenceBack",
    "totalErrors",
)

_MEMORY = "-XX:InitialCollectionPolicy=BySpaceAndTime -Xmn256m"
"""How the engine makes room in its memory. By itself it does so at every 48 MB, and each time moves all that an open
transaction holds: a fifth of its CPU time when a large graph is loaded. With this it takes 100 to 250 MB more."""

_DATABASE_SETTINGS = {
    # For loading as well, so it is long. A user's statement is stopped by its mark (graph/asking.py); this one ends it
    # where the process that asked was killed.
    "arcadedb.command.timeout": STRAY_SECONDS * 1000,
    # The log is flushed at every commit, so that a power cut loses no committed document.
    "arcadedb.txWalFlush": 1,
    # A list may not fill the memory of this process.
    "arcadedb.queryMaxRangeSize": 1_000_000,
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
}


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Where the owner of a folder answers: what ``server.json`` holds."""

    pid: int
    bolt: int
    http: int
    writer_password: str
    reader_password: str

    def command(self, database: str, statement: str, seconds: float = COMMAND_SECONDS) -> list[dict[str, Any]]:
        """What a statement of ArcadeDB's SQL answers.

        OSError when the owner is not there (any more): it is worth another try with the next owner.
        """
        token = base64.b64encode(f"{WRITER}:{self.writer_password}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
        body = json.dumps({"language": "sql", "command": statement})
        client = http.client.HTTPConnection(HOST, self.http, timeout=seconds)
        try:
            client.request("POST", f"/api/v1/command/{database}", body, headers)
            answer = client.getresponse()
            said = answer.read().decode("utf-8", "replace")
        except TimeoutError as error:
            raise StoreUnreachable(
                f"The engine did not answer '{statement}' within {seconds:g} seconds.", "Run the same again."
            ) from error
        except http.client.HTTPException as error:
            raise ConnectionResetError(str(error)) from error
        finally:
            client.close()
        if answer.status != http.HTTPStatus.OK:
            raise StatementFailed(f"The engine refused '{statement}': {said}.", "Correct the schema file.")
        rows: list[dict[str, Any]] = json.loads(said)["result"]
        return rows

    def connection(self, database: str) -> Connection:
        """The same for a driver."""
        return Connection(
            uri=f"bolt://{HOST}:{self.bolt}",
            database=database,
            writer=(WRITER, self.writer_password),
            reader=(READER, self.reader_password),
        )


class EmbeddedServer:
    """The engine of one folder: started here, or joined where another process runs it."""

    dialect = Dialect.ARCADEDB

    def __init__(self, folder: Path, database: str, wait: float = WAIT_SECONDS) -> None:
        self._folder = folder.expanduser().resolve()
        self._database = database
        self._wait = wait
        self._engine: Engine | None = None
        self._address: Address | None = None

    def connect(self) -> Connection:
        """Own the folder if nobody does, else join its owner; called again when the owner went away."""
        if self._engine is None:
            lock = _open_lock(self._folder)
            try:
                self._address = self._own_or_join(lock)
            finally:
                if self._engine is None:
                    lock.close()
        assert self._address is not None  # noqa: S101 - set together with the engine
        return self._address.connection(self._database)

    def _own_or_join(self, lock: IO[bytes]) -> Address:
        give_up = time.monotonic() + self._wait
        while not _locked(lock):
            address = _read_address(self._folder)
            if address is not None and self._answers(address):
                return address
            if time.monotonic() > give_up:
                raise _silent(self._folder, address)
            time.sleep(0.1)
        self._engine = Engine(self._folder, self._database, lock)
        atexit.register(self.close)
        return self._engine.address

    def _answers(self, address: Address) -> bool:
        connection = address.connection(self._database)
        with suppress(StoreError):
            open_driver(connection.uri, connection.writer, connection.database, ANSWER_SECONDS).close()
            return True
        return False

    def administer(self, statement: str) -> None:
        """Run a statement of ArcadeDB's SQL, over HTTP: the owner and those who joined do it alike."""
        assert self._address is not None  # noqa: S101 - a store connects before it does anything
        self._address.command(self._database, statement, INDEX_SECONDS)

    def diagnose(self) -> StoreError | None:
        """A full disk: the engine says no more of it than that a commit failed."""
        return _full(self._folder) if shutil.disk_usage(self._folder).free < ROOM else None

    def examine(self) -> list[str]:
        """What the engine finds damaged in its records and indexes."""
        assert self._address is not None  # noqa: S101 - a store connects before it does anything
        found = self._address.command(self._database, "CHECK DATABASE", EXAMINE_SECONDS)
        return [f"{name}: {row[name]}" for row in found for name in _DAMAGES if row.get(name)]

    def close(self) -> None:
        """Stop the engine if it is ours."""
        atexit.unregister(self.close)
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.stop()


class Engine:
    """A running ArcadeDB that this process owns, with the lock that says so."""

    def __init__(self, folder: Path, database: str, lock: IO[bytes]) -> None:
        self._folder = folder
        self._lock = lock
        self._pid = os.getpid()
        os.register_at_fork(after_in_child=lock.close)  # else the lock would outlive us in a forked worker
        self.address = Address(
            pid=self._pid,
            bolt=0,  # as long as it does not listen
            http=0,
            writer_password=secrets.token_urlsafe(24),
            reader_password=secrets.token_urlsafe(24),
        )
        self._storage = Storage(folder, database)
        held = self._storage.holds_data
        try:
            self._storage.check(_engine_version(folder / "engine"))
            _write_folder(folder, self.address)
            self._storage.begin(_engine_version(folder / "engine"))
            self._server = self._start(folder / "engine", database)
            _write_private(folder / "server.json", json.dumps(asdict(self.address)))
        except OSError as error:
            raise _not_writable(folder, error) from error
        except StoreError:
            raise
        except Exception as error:
            raise _not_started(folder, error, held) from error

    def _start(self, root: Path, database: str, tries: int = LISTEN_TRIES) -> Any:
        """A running server; on other ports where somebody took one between our look at it and the engine's use."""
        bolt, http_port = _free_ports(2)
        self.address = replace(self.address, bolt=bolt, http=http_port)
        try:
            return _start(root, self.address, database)
        except Exception as error:
            if TAKEN not in str(error) or tries == 1:
                raise
        return self._start(root, database, tries - 1)

    def stop(self) -> None:
        """Stop the engine and give the folder free; in a forked child there is nothing to stop."""
        if os.getpid() != self._pid:
            return
        (self._folder / "server.json").unlink(missing_ok=True)
        self._server.stop()
        with suppress(OSError):  # a full disk: the next start then knows no sizes
            self._storage.end()
        self._lock.close()


def _engine_version(root: Path) -> str:
    with _engine_environment(root / "log"):
        import arcadedb

        return str(arcadedb.ENGINE_VERSION)


def _not_started(folder: Path, error: Exception, held: bool) -> StoreError:
    said = " ".join(str(error).split()).rstrip(".")[:SAID]
    if shutil.disk_usage(folder).free < ROOM:
        return _full(folder)
    if held and TAKEN not in str(error):
        return StoreDamaged(f"The engine cannot open what the store folder '{folder}' holds: {said}.", ANEW)
    return StoreStartFailed(
        f"The embedded engine did not start in '{folder}': {said}.",
        f"Read {folder / 'engine' / 'log'}, or delete the folder and read the minutes again.",
    )


def _start(root: Path, address: Address, database: str) -> Any:
    """A running server with its database open.

    The mode is ``development``: ``production`` would put "Check the server log" in the place of every message, also of
    a syntax error that the user must see. What ``production`` adds in safety stands in ``_DATABASE_SETTINGS``.
    """
    with _engine_environment(root / "log"):
        import arcadedb

        server = arcadedb.create_server(
            str(root),
            config={
                "mode": "development",
                "host": HOST,
                "http_port": address.http,
                "bolt_port": address.bolt,
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            },
        )
        server.start()
    try:
        is_new = not (root / "databases" / database).is_dir()
        opened = server.create_database(database) if is_new else server.get_database(database)
        for name, value in _DATABASE_SETTINGS.items():
            opened.command("sql", f"ALTER DATABASE `{name}` {value}")
    except BaseException:
        server.stop()
        raise
    return server


@contextmanager
def _engine_environment(log: Path) -> Iterator[None]:
    """What the engine reads from the environment, once in a process; children need not inherit that."""
    ours = {"ARCADEDB_LOG_DIR": str(log), "ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_NATIVE_ISOLATE_ARGS": _MEMORY}
    added = {name: value for name, value in ours.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)


def _write_folder(folder: Path, address: Address) -> None:
    """Everything that the engine reads at its start: users, their groups, and a word to whoever opens the folder."""
    config = folder / "engine" / "config"
    config.mkdir(parents=True, exist_ok=True)
    (folder / "server.json").unlink(missing_ok=True)
    (folder / "README.txt").write_text(README, "utf-8")
    users = (
        {"name": WRITER, "databases": {"*": ["admin"]}, "password": _hashed(address.writer_password)},
        {"name": READER, "databases": {"*": ["readonly"]}, "password": _hashed(address.reader_password)},
    )
    _write_private(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))
    _write_private(config / "server-groups.json", json.dumps(_groups(), indent=2))


def _groups() -> dict[str, Any]:
    records = ("createRecord", "readRecord", "updateRecord", "deleteRecord")
    everything = ("updateSecurity", "updateSchema", "updateDatabaseSettings")
    groups = {
        "admin": _group(everything, records),
        "readonly": _group((), ("readRecord",)),
        "*": _group((), ()),
    }
    return {"databases": {"*": {"groups": groups}}, "version": 2}


def _group(database: Sequence[str], records: Sequence[str]) -> dict[str, Any]:
    return {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": list(database),
        "types": {"*": {"access": list(records)}},
    }


def _hashed(password: str) -> str:
    """The password as ArcadeDB keeps it. Few rounds do: it is 24 random bytes, not something that could be guessed."""
    rounds, salt = 1000, base64.b64encode(secrets.token_bytes(32)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds, 32)
    return f"PBKDF2WithHmacSHA256${rounds}${salt}${base64.b64encode(digest).decode()}"


def _write_private(path: Path, text: str) -> None:
    """Write a file that only this user may read, whole or not at all."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)


def _open_lock(folder: Path) -> IO[bytes]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return (folder / "owner.lock").open("ab")
    except OSError as error:
        raise _not_writable(folder, error) from error


def _full(folder: Path) -> StoreFull:
    return StoreFull(
        f"There is no room left for the store on the disk of '{folder}'.",
        "Make room there and run the same again: what was stored is whole.",
    )


def _not_writable(folder: Path, error: OSError) -> StoreError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(folder)
    return StoreNotWritable(
        f"The store folder '{folder}' cannot be written: {error.strerror or error}.",
        "Choose another folder with --store or SAGSGRAF_STORE, or give yourself the right to write there.",
    )


def _locked(lock: IO[bytes]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read_address(folder: Path) -> Address | None:
    """What the owner wrote; None while it is still starting (or is stopping)."""
    with suppress(OSError, ValueError, TypeError):
        return Address(**json.loads((folder / "server.json").read_text("utf-8")))
    return None


def _silent(folder: Path, address: Address | None) -> StoreOwnerSilent:
    who = "another process" if address is None else f"process {address.pid}"
    return StoreOwnerSilent(
        f"The store folder '{folder}' is owned by {who}, which does not answer.",
        "Wait until it has finished, or end it, and try again.",
    )


def _free_ports(count: int) -> list[int]:
    """Different ports that nobody listens on."""
    with ExitStack() as open_sockets:
        listeners = [open_sockets.enter_context(socket.socket()) for _ in range(count)]
        for listener in listeners:
            listener.bind((HOST, 0))
        return [int(listener.getsockname()[1]) for listener in listeners]
