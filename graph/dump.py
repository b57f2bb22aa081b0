"""The whole graph as text, one node or relation a line, sorted: two graphs are the same where their dumps are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from graph.schema import Layer, Row, load_schema
from graph.store import GraphStore
from graph.writing import statement


def dump(store: GraphStore) -> Iterator[bytes]:
    """Lines of JSON, each ended by a newline: nodes by label and id, then relations by type, ends and properties.

    Packed facts are given by their hash. Nothing in the graph tells when it was made; what tells of the store itself
    (its steps of the schema) is no part of the graph.
    """
    schema = load_schema()
    for label in sorted(name for name, each in schema.label.items() if each.layer is not Layer.STORE):
        rows = store.read(statement("all_nodes", LABEL=label))
        yield from sorted(_line([label, row["id"], _properties(row["props"])]) for row in rows)
    for type_, ends in sorted(schema.relation.items()):
        for start, end in sorted(ends):
            rows = store.read(statement("all_relations", TYPE=type_, FROM=start, TO=end))
            yield from sorted(
                _line([type_, start, row["start"], end, row["end"], _properties(row["props"])]) for row in rows
            )


def _properties(row: Row) -> Row:
    packed = {"facts": _digest(row["facts"])} if "facts" in row else {}
    return {name: value for name, value in (row | packed).items() if value is not None}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _line(parts: list[Any]) -> bytes:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)
    return text.encode() + b"\n"
