"""A Neo4j of one's own that can be killed and started again on its folder and port (see `tests/neo4j/with-neo4j`)."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
JARS = HOUSE / "data" / "neo4j"
SERVER = HOUSE / "tests" / "neo4j" / "Server.java"
PASSWORD = "kun-til-proever"
HEAP = "512m"


def available() -> bool:
    """Whether Java and the jars of Neo4j are at hand."""
    return shutil.which("java") is not None and (JARS / "complete").exists()


class OwnNeo4j:
    """A server in a folder, on a port of the loopback that was free."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(parents=True)
        with contextlib.closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self._port}"

    @property
    def pid(self) -> int:
        """The process of the JVM."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start it and wait until it answers."""
        log = self._folder / "log"
        log.write_bytes(b"")
        command = ["java", f"-Xmx{HEAP}", "-cp", f"{JARS}/*", str(SERVER), str(self._folder), str(self._port), PASSWORD]
        with log.open("wb") as out:
            self._process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        while not log.read_bytes().startswith(b"ready") and b"\nready" not in log.read_bytes():
            if self._process.poll() is not None:
                raise RuntimeError(f"Neo4j did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.2)

    def is_dead(self) -> bool:
        """Whether it was killed."""
        return self._process is None or self._process.poll() is not None

    def stop(self) -> None:
        """Kill -9: what it was told stands in its logs, or it is no database."""
        if self._process is not None and self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
