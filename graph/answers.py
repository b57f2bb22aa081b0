"""What a user-typed statement answers: rows as a table, nodes and relations as a graph, within limits.

Rows are taken as they come. A cell that is too large is cut before it is copied or written, rows beyond a limit
are never asked for, and the answer says which limits it met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph.values import DEPTH, Row, plain, plain_head

if TYPE_CHECKING:
    import neo4j

CUT = "…"
"""Stands at the end of a text that was cut, and in the place of a value that is nested too deeply."""

_SCALAR_BYTES = 8
_EDGE_BYTES = 2


class Limit(StrEnum):
    """What an answer may reach the end of."""

    TIME = "time"
    ROWS = "rows"
    BYTES = "bytes"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a statement may take: seconds, rows, and about how many bytes (as UTF-8) in a cell and in all."""

    seconds: float
    rows: int
    cell: int
    size: int


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A node that an answer holds, wherever in a row. ``key`` is its own in this answer and means nothing outside."""

    key: str
    labels: tuple[str, ...]
    properties: Row


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation that an answer holds, between two of its nodes (by their keys)."""

    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a user-typed statement. What stands in it is right, also where a limit left some of it out.

    ArcadeDB names the columns only when there is a row: without rows ``columns`` may be empty.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    limits_hit: tuple[Limit, ...] = ()
    nodes: tuple[FoundNode, ...] = ()
    relations: tuple[FoundRelation, ...] = ()
    loose: int = 0
    """Relations in the answer that have an end outside it."""

    @property
    def truncated(self) -> bool:
        """Whether there are rows that it does not hold."""
        return any(limit is not Limit.CELL for limit in self.limits_hit)


@dataclass(slots=True)
class Gathering:
    """An answer while its rows come in."""

    limits: Limits
    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    hit: set[Limit] = field(default_factory=set)
    _size: int = 0
    _nodes: dict[str, FoundNode] = field(default_factory=dict)
    _relations: dict[str, tuple[str, list[str]]] = field(default_factory=dict)

    def take(self, values: Iterable[Any]) -> bool:
        """Take a row; False when a limit leaves no place for it."""
        if len(self.rows) == self.limits.rows:
            self.hit.add(Limit.ROWS)
            return False
        values = list(values)
        cells = [trim(value, self.limits.cell) for value in values]
        size = sum(cell.size for cell in cells)
        if self._size + size > self.limits.size:
            self.hit.add(Limit.BYTES)
            return False
        if any(cell.cut for cell in cells):
            self.hit.add(Limit.CELL)
        self._size += size
        self.rows.append(tuple(cell.value for cell in cells))
        for value in values:
            self._meet(value)
        return True

    def _meet(self, value: Any, depth: int = DEPTH) -> None:
        """Know the nodes and relations of a value, as deep as it is shown; one that comes again is the same."""
        from neo4j import graph

        if isinstance(value, graph.Node):
            if value.element_id not in self._nodes:
                properties = _trim_properties(value, self.limits.cell).value
                key = f"n{len(self._nodes) + 1}"
                self._nodes[value.element_id] = FoundNode(key, tuple(sorted(value.labels)), properties)
        elif isinstance(value, graph.Relationship):
            ends = [node.element_id for node in value.nodes if node is not None]
            self._relations.setdefault(value.element_id, (value.type, ends))
        elif isinstance(value, graph.Path):
            for part in (*value.nodes, *value.relationships):
                self._meet(part)
        elif isinstance(value, dict | list) and depth:
            for part in value.values() if isinstance(value, dict) else value:
                self._meet(part, depth - 1)

    def result(self) -> Result:
        """The answer as it stands."""
        relations = [
            FoundRelation(type_, *(self._nodes[end].key for end in ends))
            for type_, ends in self._relations.values()
            if len(ends) == 2 and self._nodes.keys() >= set(ends)
        ]
        return Result(
            columns=self.columns,
            rows=tuple(self.rows),
            limits_hit=tuple(limit for limit in Limit if limit in self.hit),
            nodes=tuple(self._nodes.values()),
            relations=tuple(relations),
            loose=len(self._relations) - len(relations),
        )


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A plain value and about how many bytes it has; ``cut`` where some of it was left out."""

    value: Any
    size: int
    cut: bool


def trim(value: Any, room: int, depth: int = DEPTH) -> Trimmed:
    """A value of the driver as :func:`graph.values.plain` gives it, cut to about ``room`` bytes before it is copied.

    A text that is cut ends in :data:`CUT`; a list has its first parts. Of a map, or the properties of a node, no value
    takes more than half of the room, so that a long text leaves place for the others. Of lists and maps within each
    other ``depth`` are shown; what is deeper could neither be copied nor written.
    """
    from neo4j import graph

    if isinstance(value, str):
        return _trim_text(value, room)
    if isinstance(value, bytes | bytearray):
        return Trimmed(bytes(value[:room]), min(len(value), room), len(value) > room)
    if isinstance(value, list | tuple | dict) and depth == 0:
        return Trimmed(CUT, _SCALAR_BYTES, cut=True)
    if isinstance(value, list | tuple):
        return _trim_list(value, room, depth - 1)
    if isinstance(value, graph.Path):
        nodes, relations = (_trim_list(parts, room // 2, depth) for parts in (value.nodes, value.relationships))
        shown = {"kind": "path", "nodes": nodes.value, "relationships": relations.value}
        return Trimmed(shown, nodes.size + relations.size, nodes.cut or relations.cut)
    if isinstance(value, graph.Node | graph.Relationship):
        properties = _trim_properties(value, room)
        return Trimmed({**plain_head(value), "properties": properties.value}, properties.size, properties.cut)
    if isinstance(value, dict):
        return _trim_map(value.items(), room, depth - 1)
    shown = plain(value)
    return Trimmed(shown, len(str(shown)) if isinstance(shown, str | int | float) else _SCALAR_BYTES, cut=False)


def _trim_text(value: str, room: int) -> Trimmed:
    if len(value) <= room and (size := len(value.encode(errors="replace"))) <= room:
        return Trimmed(value, size + _EDGE_BYTES, cut=False)
    kept = value[:room].encode(errors="replace")[:room].decode(errors="ignore")
    return Trimmed(kept + CUT, room + _EDGE_BYTES, cut=True)


def _trim_list(parts: Iterable[Any], room: int, depth: int) -> Trimmed:
    kept: list[Any] = []
    size, cut = _EDGE_BYTES, False
    for part in parts:
        if size >= room:
            return Trimmed(kept, size, cut=True)
        found = trim(part, room - size, depth)
        kept.append(found.value)
        size += found.size
        cut |= found.cut
    return Trimmed(kept, size, cut)


def _trim_map(pairs: Iterable[tuple[str, Any]], room: int, depth: int) -> Trimmed:
    kept: dict[str, Any] = {}
    size, cut = _EDGE_BYTES, False
    for key, part in pairs:
        if size + len(key) >= room:
            return Trimmed(kept, size, cut=True)
        found = trim(part, min(room - size - len(key), room // 2), depth)
        kept[key] = found.value
        size += len(key) + found.size
        cut |= found.cut
    return Trimmed(kept, size, cut)


def _trim_properties(entity: neo4j.graph.Entity, room: int) -> Trimmed:
    """Properties have no order of their own: sorted by name."""
    return _trim_map(((key, entity[key]) for key in sorted(entity.keys())), room, DEPTH)
