"""A whole graph as one file, which restores to an equal graph on either store.

The file is gzip over lines of JSON: a header ``{"sagsgraf": "backup", "version": 1, …}``; every node ``[label, {…}]``,
by label; every relation ``[type, label, id, label, id, {…}]``, by kind; and at the end how many there were and the
SHA-256 of all lines before, so that a file that was cut or changed is known as such. Dates are ISO text, which
``schema.toml`` makes dates again. What tells of the store itself (the steps of its schema) is no part of the graph.

A file is written beside its place and put there when it is whole.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from cypher import load_query
from graph.errors import BackupNotWritten, BackupUnreadable, StoreDamaged
from graph.facts import Kind
from graph.schema import Layer, load_schema
from graph.store import GraphStore
from graph.writing import statement

FORMAT = 1
TRIES = 3
STEP = 1000  # lines between two reports of progress
NAME = "sagsgraf"
_NODE = b'["n",'

Line: TypeAlias = list[Any]
Progress: TypeAlias = Callable[[int, int], None]
"""Gets how many nodes and relations are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a graph or a backup holds."""

    nodes: int
    relations: int

    @property
    def lines(self) -> int:
        """Both together."""
        return self.nodes + self.relations


@dataclass(frozen=True, slots=True)
class _Pulse:
    """What changes with the graph: how many there are of each kind, and which readings of which documents."""

    nodes: dict[str, int]
    relations: dict[Kind, int]
    readings: str

    @property
    def contents(self) -> Contents:
        return Contents(sum(self.nodes.values()), sum(self.relations.values()))


def write_backup(store: GraphStore, path: Path, version: str, progress: Progress) -> Contents:
    """Write the whole graph to ``path``; ``version`` is the program's.

    The graph may be read meanwhile, also by a server. Where it is changed meanwhile the file is written anew.
    Raises :class:`BackupNotWritten`, or a :class:`graph.errors.StoreError`.
    """
    _refuse_to_overwrite(path)
    pulse = _pulse(store)
    for _ in range(TRIES):
        with _whole(path) as (file, keep):
            contents = _write(store, pulse, file, version, progress)
            before, pulse = pulse, _pulse(store)
            if pulse == before:
                _check_counts(pulse.contents, contents)
                keep()
                return contents
    raise BackupNotWritten(
        "No backup was written: the graph was changed all the while.", "Wait until nothing is read into it any more."
    )


def check_backup(path: Path) -> Contents:
    """How much the backup holds, after reading all of it; :class:`BackupUnreadable` where it is not whole."""
    counts = [0, 0]
    with _opened(path) as file:
        _check_header(path, file.readline())
        total = hashlib.sha256()
        last = b""
        for line in file:
            if last:
                total.update(last)
                counts[not last.startswith(_NODE)] += 1
            last = line
    end = _parsed(path, last) if last else None
    found = {"nodes": counts[0], "relations": counts[1], "sha256": total.hexdigest()}
    if end != found:
        raise _unreadable(path, "is not whole, or was changed")
    return Contents(*counts)


def backup_lines(path: Path) -> Iterator[Line]:
    """The nodes, then the relations, of a backup that was checked."""
    with _opened(path) as file:
        file.readline()
        for line in file:
            parts = orjson.loads(line)
            if isinstance(parts, list):
                yield parts


def _write(store: GraphStore, pulse: _Pulse, file: gzip.GzipFile, version: str, progress: Progress) -> Contents:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    header = {NAME: "backup", "version": FORMAT, "made": made, "by": version, "store": store.dialect}
    file.write(orjson.dumps(header, option=orjson.OPT_APPEND_NEWLINE))
    total = hashlib.sha256()
    counts = [0, 0]
    for number, parts in enumerate(_lines(store, pulse)):
        line = orjson.dumps(parts, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS)
        total.update(line)
        file.write(line)
        counts[parts[0] == "r"] += 1
        if number % STEP == 0:
            progress(number, pulse.contents.lines)
    contents = Contents(*counts)
    progress(contents.lines, contents.lines)
    end = {"nodes": contents.nodes, "relations": contents.relations, "sha256": total.hexdigest()}
    file.write(orjson.dumps(end, option=orjson.OPT_APPEND_NEWLINE))
    return contents


def _lines(store: GraphStore, pulse: _Pulse) -> Iterator[Line]:
    """Every node and relation, kind by kind as they come from the store."""
    for label in sorted(label for label, count in pulse.nodes.items() if count):
        with store.transaction() as transaction:
            for row in transaction.stream(statement("all_nodes", LABEL=label)):
                yield ["n", label, _held(row["props"])]
    for kind in sorted(kind for kind, count in pulse.relations.items() if count):
        with store.transaction() as transaction:
            names = {"TYPE": kind.type, "FROM": kind.start, "TO": kind.end}
            for row in transaction.stream(statement("all_relations", **names)):
                yield ["r", *kind, row["start"], row["end"], _held(row["props"])]


def _held(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def graph_labels() -> list[str]:
    """The labels that are the graph, without what tells of the store."""
    return [name for name, label in load_schema().label.items() if label.layer is not Layer.STORE]


def _kinds() -> list[Kind]:
    return [Kind(type_, start, end) for type_, ends in load_schema().relation.items() for start, end in ends]


def _pulse(store: GraphStore) -> _Pulse:
    labels, kinds = graph_labels(), _kinds()
    readings = store.read(load_query("load", "readings"))
    told = sorted(f"{row['id']} {row['digest']}" for row in readings)
    return _Pulse(
        {label: _count(store, "count_nodes", LABEL=label) for label in labels},
        {kind: _count(store, "count_relations", TYPE=kind.type, FROM=kind.start, TO=kind.end) for kind in kinds},
        hashlib.sha256("\n".join(told).encode()).hexdigest(),
    )


def _count(store: GraphStore, name: str, **names: str) -> int:
    return int(store.read(statement(name, **names))[0]["count"])


def count_graph(store: GraphStore) -> Contents:
    """How much the graph holds."""
    return _pulse(store).contents


def _check_counts(counted: Contents, given: Contents) -> None:
    """An embedded engine whose files are damaged counts nodes that it does not give."""
    if counted != given:
        raise StoreDamaged(
            f"The store is damaged: it counts {counted.nodes} nodes and {counted.relations} relations, and gives"
            f" {given.nodes} and {given.relations}.",
            "Restore an earlier backup into another store, or read the minutes into one again.",
        )


def _refuse_to_overwrite(path: Path) -> None:
    """A backup may be replaced by a newer one; no other file."""
    if path.exists():
        try:
            with _opened(path) as file:
                _check_header(path, file.readline())
        except BackupUnreadable as error:
            raise BackupNotWritten(f"'{path}' is there already and is no backup.", "Name another file.") from error


@contextmanager
def _whole(path: Path) -> Iterator[tuple[gzip.GzipFile, Callable[[], None]]]:
    """A file to write, for its user only; it takes its place when ``keep`` was called and all is on the disk."""
    kept = False

    def keep() -> None:
        nonlocal kept
        kept = True

    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as raw:
            try:
                with gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as file:
                    yield file, keep
                raw.flush()
                os.fsync(raw.fileno())
                if kept:
                    Path(raw.name).replace(path)
            finally:
                with suppress(OSError):
                    Path(raw.name).unlink(missing_ok=True)
    except OSError as error:
        raise BackupNotWritten(
            f"The backup '{path}' cannot be written: {error.strerror or error}.", "Make room, or name another file."
        ) from error


@contextmanager
def _opened(path: Path) -> Iterator[gzip.GzipFile]:
    try:
        with gzip.open(path, "rb") as file:
            yield file
    except gzip.BadGzipFile as error:
        raise _unreadable(path, "is no backup of Sagsgraf") from error
    except (EOFError, zlib.error) as error:
        raise _unreadable(path, "is not whole, or was changed") from error
    except OSError as error:
        raise BackupUnreadable(
            f"The backup '{path}' cannot be opened: {error.strerror or error}.", "Name another file."
        ) from error


def _check_header(path: Path, line: bytes) -> None:
    header = _parsed(path, line)
    if not isinstance(header, dict) or header.get(NAME) != "backup":
        raise _unreadable(path, "is no backup of Sagsgraf")
    if header.get("version") != FORMAT:
        raise BackupUnreadable(
            f"The backup '{path}' has form {header.get('version')}, and this version of Sagsgraf reads form {FORMAT}.",
            f"Restore it with the version that wrote it ({header.get('by')}).",
        )


def _parsed(path: Path, line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise _unreadable(path, "is no backup of Sagsgraf") from error


def _unreadable(path: Path, what: str) -> BackupUnreadable:
    return BackupUnreadable(f"The file '{path}' {what}.", "Nothing was changed; use another backup.")
