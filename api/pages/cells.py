"""The cells of a Cypher answer as text: nodes by their names with the kind and id of their page, paths as arrows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import orjson

from api.models.cypher import name_of
from api.pages.tables import KINDS, Part

_ARROW = " → "


def cell_of(value: Any) -> tuple[Part, ...]:
    """A cell has as many parts as its list has members."""
    return tuple(map(_part, value)) if isinstance(value, list) else (_part(value),)


def _part(value: Any) -> Part:
    match value:
        case {"kind": "node", "labels": list(labels), "properties": dict(properties)}:
            kind = next((KINDS[label] for label in labels if label in KINDS), "")
            return Part(f"({_label(labels)} {name_of(properties)})", kind, str(properties.get("id", "")))
        case {"kind": "relationship", "type": type_}:
            return Part(f"[:{type_}]")
        case {"kind": "path", "nodes": list(nodes), "relationships": list()}:
            return Part(_ARROW.join(_part(node).text for node in nodes))
    return Part(_text(value))


def _label(labels: list[str]) -> str:
    return "".join(f":{label}" for label in labels)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return orjson.dumps(value, default=str).decode()
