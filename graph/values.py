"""Values on their way to and from a Bolt server, by the same rules for both servers.

The rules are stricter than either server, so that a graph can move between them unchanged:

* No ``datetime`` reaches the driver. It is sent as ISO text and the query writes ``datetime($at)``: ArcadeDB stores a
  datetime parameter without its offset, and neo4j 6.4 miscounts the offset of ``zoneinfo`` values.
* A list holds one kind of value and no null: ArcadeDB would store what Neo4j refuses.
* What stands under the key ``props`` becomes properties (``SET n += row.props``): no map, no list in a list there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeAlias

from graph.errors import StatementInvalid, ValueRefused

Row: TypeAlias = dict[str, Any]

PROPERTIES_KEY = "props"
DEPTH = 60
"""How many lists and maps may stand within each other. What reads or writes a value calls itself for each of them."""
_INTEGER_LIMIT = 2**63
_SCALARS = (str, int, float, bytes, bytearray)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CURE = "Change the value before it is stored; graph/values.py lists what both servers keep."


def _refuse(where: str, what: str) -> ValueRefused:
    return ValueRefused(f"The value at '{where}' {what}.", _CURE)


def encode(value: object, where: str = "$", depth: int = DEPTH) -> Any:
    """``value`` as the driver may have it; ``where`` names it in the error, ``depth`` is what it may hold."""
    if type(value) is str and value.isascii():
        return value
    if isinstance(value, Enum):
        return encode(value.value, where, depth)
    if isinstance(value, Mapping | list | tuple) and depth == 0:
        raise _refuse(where, f"stands in more than {DEPTH} lists and maps within each other")
    if isinstance(value, Mapping):
        return _encode_map(value, where, depth - 1)
    if isinstance(value, list | tuple):
        return _encode_list(value, where, depth - 1)
    return _encode_scalar(value, where)


def _encode_map(value: Mapping[Any, object], where: str, depth: int) -> dict[str, Any]:
    encoded = {}
    for key, part in value.items():
        if not isinstance(key, str):
            raise _refuse(where, f"has a key that is no text: {key!r}")
        place = f"{where}.{key}"
        if key == PROPERTIES_KEY and isinstance(part, Mapping):
            _check_properties(part, place)
        encoded[key] = encode(part, place, depth)
    return encoded


def _check_properties(properties: Mapping[Any, object], where: str) -> None:
    for key, part in properties.items():
        if isinstance(part, Mapping):
            raise _refuse(f"{where}.{key}", "is a map, which a property cannot be")
        if isinstance(part, list | tuple) and any(isinstance(x, Mapping | list | tuple) for x in part):
            raise _refuse(f"{where}.{key}", "is a list of lists or maps, which a property cannot be")


def _encode_list(value: list[object] | tuple[object, ...], where: str, depth: int) -> list[Any]:
    encoded = [encode(part, f"{where}[{index}]", depth) for index, part in enumerate(value)]
    if any(part is None for part in encoded):
        raise _refuse(where, "is a list that holds null")
    kinds = {type(part).__name__ for part in encoded}
    if len(kinds) > 1:
        raise _refuse(where, f"is a list of mixed kinds ({', '.join(sorted(kinds))})")
    return encoded


def _encode_scalar(value: object, where: str) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise _refuse(where, "holds half a surrogate pair, which is no Unicode text")
        return str(value)
    if isinstance(value, int):
        if not -_INTEGER_LIMIT <= value < _INTEGER_LIMIT:
            raise _refuse(where, "is an integer of more than 64 bits")
        return int(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _refuse(where, "is not a finite number")
        return float(value)
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise _refuse(where, "is a time without an offset from UTC")
        return value.isoformat()
    if isinstance(value, date):
        return value
    raise _refuse(where, f"is of a kind that no graph keeps: {type(value).__name__}")


def plain(value: Any) -> Any:
    """A value from the driver as plain Python: nodes, relationships and paths are dicts without element ids.

    A node is ``{"kind": "node", "labels", "properties"}``; a relationship ``{"kind": "relationship", "type", "start",
    "end", "properties"}`` where start and end are the ``id`` properties of its nodes (None where the answer does not
    hold the node itself); a path ``{"kind": "path", "nodes", "relationships"}``.
    """
    if value is None or isinstance(value, _SCALARS):
        return value  # first: nearly all values are such
    if type(value) is dict:
        return {key: plain(part) for key, part in value.items()}
    if type(value) is list:
        return [plain(part) for part in value]

    from neo4j import graph, spatial
    from neo4j import time as neo4j_time

    if isinstance(value, graph.Node | graph.Relationship):
        return {**plain_head(value), "properties": _plain_properties(value)}
    if isinstance(value, graph.Path):
        return {
            "kind": "path",
            "nodes": [plain(node) for node in value.nodes],
            "relationships": [plain(relationship) for relationship in value.relationships],
        }
    if isinstance(value, neo4j_time.Date | neo4j_time.DateTime | neo4j_time.Time):
        return _plain_time(value)
    if isinstance(value, neo4j_time.Duration):
        return value.iso_format()
    if isinstance(value, spatial.Point):
        return {"kind": "point", "srid": value.srid, "coordinates": list(value)}
    raise cannot_be_shown()  # in a list or a map the driver puts a thing of its own in the place of what it cannot read


def _plain_time(value: Any) -> Any:
    try:
        return value.to_native()
    except ValueError as error:  # the driver knows the year 0, Python does not
        raise cannot_be_shown() from error


def cannot_be_shown() -> StatementInvalid:
    """The error for an answer with a value that Python has not."""
    return StatementInvalid(
        "The answer holds a value that cannot be shown, such as a date outside the years 1 to 9999.",
        "Return it as text: toString(…).",
    )


def _plain_properties(entity: Any) -> Row:
    """Properties have no order of their own; sorted by name, the same graph prints the same."""
    return {key: plain(entity[key]) for key in sorted(entity.keys())}


def plain_head(entity: Any) -> Row:
    """What a node or a relationship is, without its properties."""
    from neo4j import graph

    if isinstance(entity, graph.Node):
        return {"kind": "node", "labels": sorted(entity.labels)}
    ends = [None if node is None else node.get("id") for node in (entity.start_node, entity.end_node)]
    return {"kind": "relationship", "type": entity.type, "start": ends[0], "end": ends[1]}
