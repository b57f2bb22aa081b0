"""Servers of their own process, so that their memory can be told: the embedded engine, and a real Neo4j."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.embedded import EmbeddedServer
from graph.store import BoltGraphStore, Connection, Neo4jServer

HOME = Path(__file__).resolve().parents[2]
JARS = HOME / "data" / "neo4j"
LAUNCHER = HOME / "tests" / "neo4j" / "Server.java"
HEAP = "-Xmx1g"
START_SECONDS = 900  # a busy machine takes minutes
OWNER = """\
import sys
from graph.store import open_store
with open_store(sys.argv[1]):
    print("ready", flush=True)
    sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs: its store, how a driver reaches it, its process and where it keeps its files."""

    store: BoltGraphStore
    connection: Connection
    process: int
    folder: Path
    files: Path  # where Neo4j may read CSV files

    def memory(self) -> tuple[int, int]:
        """Bytes of memory of the process: now, and at its highest."""
        lines = Path(f"/proc/{self.process}/status").read_text("ascii").splitlines()
        sizes = {line.split()[0]: 1024 * int(line.split()[1]) for line in lines if line.endswith(" kB")}
        return sizes["VmRSS:"], sizes["VmHWM:"]

    def cpu_seconds(self) -> float:
        """CPU time of the process until now."""
        fields = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def size(self) -> int:
        """Bytes of its files, without the log of transactions that Neo4j keeps for a while."""
        paths = (path for path in self.folder.rglob("*") if path.is_file() and "transactions" not in path.parts)
        return sum(path.stat().st_blocks * 512 for path in paths)


@contextmanager
def embedded() -> Iterator[Running]:
    """The embedded engine, owned by another process and joined by this one."""
    with TemporaryDirectory(prefix="sagsgraf-bench-") as name:
        folder = Path(name)
        child = subprocess.Popen(
            [sys.executable, "-c", OWNER, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HOME
        )
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            server = EmbeddedServer(folder, "sagsgraf")
            with BoltGraphStore(server) as store:
                yield Running(store, server.connect(), child.pid, folder / "engine" / "databases", folder)
        finally:
            child.communicate()


def neo4j_missing() -> str | None:
    """Why no Neo4j can be started here; None where one can."""
    if shutil.which("java") is None:
        return "there is no java"
    return None if (JARS / "complete").is_file() else "its jars are not here: `make test-neo4j` fetches them"


@contextmanager
def neo4j() -> Iterator[Running]:
    """A Neo4j from its jars, with authentication on, that may read the CSV files of its own folder."""
    with TemporaryDirectory(prefix="sagsgraf-bench-") as name, socket.socket() as free:
        home, password = Path(name), os.urandom(12).hex()
        files = home / "import"
        files.mkdir()
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        with (home / "log").open("wb") as log:
            command = ["java", HEAP, "-cp", f"{JARS}/*", str(LAUNCHER), name, str(port), password, "csv"]
            child = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait(home / "log", child)
            connection = Connection(f"bolt://127.0.0.1:{port}", "neo4j", ("neo4j", password))
            with BoltGraphStore(Neo4jServer(connection)) as store:
                yield Running(store, connection, child.pid, home / "data" / "databases" / "neo4j", files)
        finally:
            child.terminate()
            child.wait()


def _wait(log: Path, child: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + START_SECONDS
    while "\nready" not in "\n" + log.read_text("utf-8", "replace"):
        if child.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"Neo4j did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
        time.sleep(0.3)
