"""What a user-typed statement answers: rows as a table, nodes and relations as a graph, within limits.

Rows are taken as they come. A cell that is too large is cut before it is copied or written, rows beyond a limit
are never asked for, and the answer says which limits it met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graph.values import Row, plain

if TYPE_CHECKING:
    import neo4j

CUT = "…"
"""Stands at the end of a text that was cut."""

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
    _nodes: dict[str, neo4j.graph.Node] = field(default_factory=dict)
    _relations: dict[str, neo4j.graph.Relationship] = field(default_factory=dict)

    def take(self, values: Iterable[Any]) -> bool:
        """Take a row; False when a limit leaves no place for it."""
        if len(self.rows) == self.limits.rows:
            self.hit.add(Limit.ROWS)
            return False
        cells = [trim(value, self.limits.cell) for value in values]
        size = sum(cell.size for cell in cells)
        if self._size + size > self.limits.size:
            self.hit.add(Limit.BYTES)
            return False
        if any(cell.cut for cell in cells):
            self.hit.add(Limit.CELL)
        self._size += size
        for cell in cells:
            self._meet(cell.value)
        self.rows.append(tuple(plain(cell.value) for cell in cells))
        return True

    def _meet(self, value: Any) -> None:
        from neo4j import graph

        if isinstance(value, graph.Node):
            self._nodes[value.element_id] = value
        elif isinstance(value, graph.Relationship):
            self._relations[value.element_id] = value
        elif isinstance(value, graph.Path):
            for part in (*value.nodes, *value.relationships):
                self._meet(part)
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                self._meet(part)

    def result(self) -> Result:
        """The answer as it stands."""
        keys = {element: f"n{number}" for number, element in enumerate(self._nodes, 1)}
        relations = []
        for relation in self._relations.values():
            ends = [keys.get(node.element_id) for node in relation.nodes if node is not None]
            if len(ends) == 2 and ends[0] and ends[1]:
                relations.append(FoundRelation(relation.type, ends[0], ends[1]))
        return Result(
            columns=self.columns,
            rows=tuple(self.rows),
            limits_hit=tuple(limit for limit in Limit if limit in self.hit),
            nodes=tuple(
                FoundNode(keys[element], tuple(sorted(node.labels)), plain(node)["properties"])
                for element, node in self._nodes.items()
            ),
            relations=tuple(relations),
            loose=len(self._relations) - len(relations),
        )


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A value and about how many bytes it has; ``cut`` where some of it was left out."""

    value: Any
    size: int
    cut: bool


def trim(value: Any, room: int) -> Trimmed:
    """``value`` of the driver, cut to about ``room`` bytes; what is cut off is not copied.

    A text ends in :data:`CUT`, a list or a map has its first parts. A node, a relation or a path is kept whole or,
    where it is larger than the room, given as the text of its kind: half a node would look like a whole one.
    """
    if isinstance(value, str):
        return _trim_text(value, room)
    if isinstance(value, bytes | bytearray):
        return Trimmed(bytes(value[:room]), min(len(value), room), len(value) > room)
    if isinstance(value, list | tuple):
        return _trim_parts(value, room, list)
    if type(value) is dict:  # a node is a Mapping too
        return _trim_parts(value.items(), room, dict)
    return _trim_entity(value, room)


def _trim_text(value: str, room: int) -> Trimmed:
    if len(value) <= room and (size := len(value.encode(errors="replace"))) <= room:
        return Trimmed(value, size + _EDGE_BYTES, cut=False)
    kept = value[:room].encode(errors="replace")[:room].decode(errors="ignore")
    return Trimmed(kept + CUT, room + _EDGE_BYTES, cut=True)


def _trim_parts(parts: Iterable[Any], room: int, kind: type[dict[Any, Any]] | type[list[Any]]) -> Trimmed:
    kept: list[Any] = []
    size, cut = _EDGE_BYTES, False
    for part in parts:
        key, value = part if kind is dict else ("", part)
        if size + len(key) >= room:
            return Trimmed(kind(kept), size, cut=True)
        found = trim(value, room - size - len(key))
        kept.append((key, found.value) if kind is dict else found.value)
        size += found.size + len(key)
        if found.cut:
            return Trimmed(kind(kept), size, cut=True)
    return Trimmed(kind(kept), size, cut)


def _trim_entity(value: Any, room: int) -> Trimmed:
    from neo4j import graph

    if isinstance(value, graph.Path):
        parts: Iterable[Any] = (*value.nodes, *value.relationships)
    elif isinstance(value, graph.Node | graph.Relationship):
        parts = [dict(value.items())]
    else:
        return Trimmed(value, len(str(value)) if isinstance(value, int | float | date) else _SCALAR_BYTES, cut=False)
    size = _EDGE_BYTES
    for part in parts:
        found = trim(part, room - size)
        size += found.size
        if found.cut or size > room:
            return Trimmed(f"({type(value).__name__}){CUT}", room, cut=True)
    return Trimmed(value, size, cut=False)
