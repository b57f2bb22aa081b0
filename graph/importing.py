"""The graph as the CSV files that ``neo4j-admin database import`` takes: the quickest way into an empty Neo4j.

A folder holds one file for each label and each kind of relation, with a header that names and types its columns,
``import.args``, which names them all, and ``finish.cypher``, to be run after the import. The form is that of the Neo4j
Operations Manual 5, "Import": text stands in quotes, a property that is not there is nothing between two commas, lists
are divided by a control character that no text holds. CSV cannot tell a list without parts from none, so the names of
such lists stand in a column of their own, which ``finish.cypher`` removes; it also makes keys and indexes. What tells
of the store itself (which steps of the schema it has taken) is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from cypher.migrations import migrations
from graph.contents import Contents, WholeGraph, read_whole
from graph.errors import ImportFolderTaken
from graph.facts import Edge, Kind
from graph.schema import PropertyType, Row, load_schema
from graph.store import Dialect, GraphStore

ARGUMENTS = "import.args"
FINISH = "finish.cypher"
SEPARATOR = "\x1f"  # between the parts of a list
EMPTY = "emptyLists"  # the column that names the lists without parts
OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--id-type=string")
MEBIBYTE = 2**20
_TYPES: Mapping[PropertyType, str] = {
    PropertyType.STRING: "string",
    PropertyType.INTEGER: "long",
    PropertyType.FLOAT: "double",
    PropertyType.BOOLEAN: "boolean",
    PropertyType.DATE: "date",
    PropertyType.STRINGS: "string[]",
    PropertyType.INTEGERS: "long[]",
}


@dataclass
class ImportFolder:
    """Such a folder, written bit by bit; whole when the ``with`` block is left, and empty again after an error."""

    folder: Path
    longest: int = 0  # bytes of a line
    _files: dict[str, IO[str]] = field(default_factory=dict)
    _arguments: list[str] = field(default_factory=list)
    _empty: dict[str, set[str]] = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            taken = any(self.folder.iterdir())
        except OSError as error:
            raise ImportFolderTaken(
                f"The folder '{self.folder}' cannot be used: {error.strerror}.", "Name another."
            ) from error
        if taken:
            raise ImportFolderTaken(f"The folder '{self.folder}' is not empty.", "Name one that is, or a new one.")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()
        if error:
            for name in self._files:
                (self.folder / name).unlink()
        else:
            buffer = max(
                4, 2 + 2 * self.longest // MEBIBYTE
            )  # holds the longest value; 4 is what the tool takes itself
            arguments = [*OPTIONS, f"--read-buffer-size={buffer}m", *sorted(self._arguments)]
            (self.folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", "utf-8")
            (self.folder / FINISH).write_text("".join(f"{line};\n" for line in self._finish()), "utf-8")

    def _finish(self) -> Iterator[str]:
        for step in migrations(Dialect.NEO4J):
            yield from step.statements
        for pattern, names in sorted(self._empty.items()):
            for name in sorted(names):
                yield f"MATCH {pattern} WHERE '{name}' IN n.{EMPTY} SET n.{name} = []"
            yield f"MATCH {pattern} REMOVE n.{EMPTY}"

    def add_nodes(self, label: str, rows: Iterable[Row]) -> None:
        """More nodes of a label."""
        types = load_schema().label[label].properties
        columns = [f"id:ID({label})", *(f"{name}:{_TYPES[type_]}" for name, type_ in types.items() if name != "id")]
        names = ["id", *(name for name in types if name != "id")]
        for row in rows:
            file = self._file(f"{label}.csv", [*columns, f"{EMPTY}:string[]"], f"--nodes={label}")
            empty = self._without_parts(f"(n:{label})", row)
            line = ",".join([*(_cell(row.get(name)) for name in names), empty])
            self.longest = max(self.longest, len(line.encode()))
            file.write(line + "\n")

    def add_relations(self, kind: Kind, edges: Iterable[Edge]) -> None:
        """More relations of a kind."""
        types = load_schema().relation_properties.get(kind.type, {})
        ends = (f":START_ID({kind.start})", f":END_ID({kind.end})")
        columns = [*ends, *(f"{name}:{_TYPES[type_]}" for name, type_ in types.items()), f"{EMPTY}:string[]"]
        for start, end, props in edges:
            file = self._file(f"{'-'.join(kind)}.csv", columns, f"--relationships={kind.type}")
            empty = self._without_parts(f"()-[n:{kind.type}]->()", props)
            cells = [_cell(start), _cell(end), *(_cell(props.get(name)) for name in types), empty]
            file.write(",".join(cells) + "\n")

    def _without_parts(self, pattern: str, row: Row) -> str:
        """The cell that names the lists without parts, of what the pattern finds."""
        empty = [name for name, value in row.items() if value == []]
        if empty:
            self._empty.setdefault(pattern, set()).update(empty)
        return _cell(empty or None)

    def _file(self, name: str, columns: Iterable[str], argument: str) -> IO[str]:
        if name not in self._files:
            file = (self.folder / name).open("w", encoding="utf-8", newline="")
            self._files[name] = self._open.enter_context(file)
            self._arguments.append(f"{argument}={name}")
            file.write(",".join(columns) + "\n")
        return self._files[name]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return _cell(SEPARATOR.join(map(str, value)))
    return repr(value)


def write_import_files(store: GraphStore, folder: Path) -> Contents:
    """Write the graph of a store, as it is at one moment, into an empty or new folder.

    Raises :class:`ImportFolderTaken` for another, or a :class:`graph.errors.StoreError`.
    """
    return read_whole(store, partial(_write, folder=folder))


def _write(graph: WholeGraph, folder: Path) -> Contents:
    with ImportFolder(folder) as files:
        for label, rows in graph.nodes():
            files.add_nodes(label, rows)
        for kind, edges in graph.relations():
            files.add_relations(kind, edges)
    return graph.contents
