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
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from graph.contents import Contents, WholeGraph, read_whole
from graph.errors import BackupNotWritten, BackupUnreadable
from graph.store import Dialect, GraphStore

FORMAT = 1
STEP = 1000  # lines between two reports of progress
NAME = "sagsgraf"
_NODE = b'["n",'

Line: TypeAlias = list[Any]
Progress: TypeAlias = Callable[[int, int], None]
"""Gets how many nodes and relations are done, and of how many."""


def write_backup(store: GraphStore, path: Path, version: str, progress: Progress) -> Contents:
    """Write the whole graph, as it is at one moment, to ``path``; ``version`` is the program's.

    The graph may be read meanwhile, also by a server. Where it is changed meanwhile the file is written anew.
    Raises :class:`BackupNotWritten`, or a :class:`graph.errors.StoreError`.
    """
    _refuse_to_overwrite(path)

    def write(graph: WholeGraph) -> Contents:
        with _whole(path) as file:
            return _write(graph, store.dialect, file, version, progress)

    return read_whole(store, write)


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


def _write(graph: WholeGraph, dialect: Dialect, file: gzip.GzipFile, version: str, progress: Progress) -> Contents:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    header = {NAME: "backup", "version": FORMAT, "made": made, "by": version, "store": dialect}
    file.write(orjson.dumps(header, option=orjson.OPT_APPEND_NEWLINE))
    total = hashlib.sha256()
    contents = graph.contents
    for number, parts in enumerate(_lines(graph)):
        line = orjson.dumps(parts, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS)
        total.update(line)
        file.write(line)
        if number % STEP == 0:
            progress(number, contents.both)
    progress(contents.both, contents.both)
    end = {"nodes": contents.nodes, "relations": contents.relations, "sha256": total.hexdigest()}
    file.write(orjson.dumps(end, option=orjson.OPT_APPEND_NEWLINE))
    return contents


def _lines(graph: WholeGraph) -> Iterator[Line]:
    for label, rows in graph.nodes():
        yield from (["n", label, row] for row in rows)
    for kind, edges in graph.relations():
        yield from (["r", *kind, *edge] for edge in edges)


def _refuse_to_overwrite(path: Path) -> None:
    """A backup may be replaced by a newer one; no other file."""
    if path.exists():
        try:
            with _opened(path) as file:
                _check_header(path, file.readline())
        except BackupUnreadable as error:
            raise BackupNotWritten(f"'{path}' is there already and is no backup.", "Name another file.") from error


@contextmanager
def _whole(path: Path) -> Iterator[gzip.GzipFile]:
    """A file to write, for its user only; it takes its place when all of it is on the disk."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as raw:
            try:
                with gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as file:
                    yield file
                raw.flush()
                os.fsync(raw.fileno())
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
