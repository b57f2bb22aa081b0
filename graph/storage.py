"""Whether the files of an embedded store are whole, and written by an engine that this one can follow.

The engine itself opens almost anything: a database whose file of points is missing it opens as one without points, and
a file that a newer engine wrote it reads as if it were its own (both measured, ArcadeDB 26.2 to 26.10). So the owner
of a folder keeps ``engine.json`` in it: the newest engine that wrote there and, from a stop that was meant to the next
start, the size of every file. What a killed owner left has no sizes; then the engine's own log puts things right, and
only what its schema names has to be there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

from graph.errors import StoreDamaged, StoreEngineUnknown

Version: TypeAlias = tuple[int, ...]

OLDEST_ENGINE = "26.2.1"
"""The oldest ArcadeDB whose files were read and completed by today's (26.10.2) without loss."""

ANEW = (
    "Nothing was deleted. Restore a backup into another folder (sagsgraf --store FOLDER restore FILE), or read the"
    " minutes into one again."
)


@dataclass(frozen=True, slots=True)
class State:
    """What ``engine.json`` holds: the newest engine that wrote here; after a stop that was meant, the files' sizes."""

    engine: str
    files: Mapping[str, int] | None = None


class Storage:
    """The data files of one store folder."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder = folder
        self._data = folder / "engine" / "databases" / database
        self._file = folder / "engine.json"

    @property
    def holds_data(self) -> bool:
        """Whether a database is there at all."""
        return self._data.is_dir()

    def check(self, engine: str) -> None:
        """Raise :class:`StoreEngineUnknown` or :class:`StoreDamaged` where this engine must not open the files."""
        state = self._state()
        schema = self._schema()
        writers = {text for text in (state and state.engine, schema and schema.get("dbmsVersion")) if text}
        for writer in writers:
            self._check_engine(str(writer), engine)
        if state and state.files is not None:
            for name, size in sorted(state.files.items()):
                self._check_file(name, size)
            if state.files and schema is None:
                raise self._damaged("its schema cannot be read")
        for bucket in _buckets(schema or {}):
            if not any(self._data.glob(f"{bucket}.*.bucket")):
                raise self._damaged(f"the file {bucket} is missing")

    def begin(self, engine: str) -> None:
        """Note, before the engine starts, that it writes here from now on."""
        state = self._state()
        writer = max(engine, state.engine if state else engine, key=_version)
        self._write(State(writer))

    def end(self) -> None:
        """Note, after the engine has stopped, what it left."""
        state = self._state()
        if state and self.holds_data:
            sizes = {path.name: path.stat().st_size for path in sorted(self._data.iterdir()) if path.is_file()}
            self._write(State(state.engine, sizes))

    def _check_engine(self, writer: str, engine: str) -> None:
        if _version(OLDEST_ENGINE) <= _version(writer) <= _version(engine):
            return
        raise StoreEngineUnknown(
            f"The store folder '{self._folder}' was written by engine {writer}, and this is {engine}.",
            "Make a backup with the Sagsgraf that wrote it (sagsgraf backup FILE) and restore it into another folder"
            " with this one, or read the minutes into one again.",
        )

    def _check_file(self, name: str, size: int) -> None:
        path = self._data / name
        if not path.is_file():
            raise self._damaged(f"the file {name} is missing")
        if path.stat().st_size != size:
            raise self._damaged(f"the file {name} has {path.stat().st_size} bytes instead of {size}")

    def _damaged(self, what: str) -> StoreDamaged:
        return StoreDamaged(f"The store folder '{self._folder}' is damaged: {what}.", ANEW)

    def _state(self) -> State | None:
        found = _json(self._file)
        return State(str(found["engine"]), found.get("files")) if found and "engine" in found else None

    def _schema(self) -> dict[str, Any] | None:
        """What the engine says of its own files; None where it is missing or cut (it keeps an earlier one itself)."""
        return _json(self._data / "schema.json")

    def _write(self, state: State) -> None:
        new = self._file.with_name("engine.json.new")
        new.write_text(json.dumps(asdict(state), indent=1), "utf-8")
        new.replace(self._file)


def _buckets(schema: Mapping[str, Any]) -> Iterator[str]:
    for type_ in schema.get("types", {}).values():
        yield from type_.get("buckets", ())


def _json(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _version(text: str) -> Version:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])
