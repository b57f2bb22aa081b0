"""The whole graph as text, one node or relation a line, sorted: two graphs are the same where their dumps are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from graph.schema import Layer, Row, load_schema
from graph.store import GraphStore
from graph.writing import statement

TOLD = (Layer.DOCUMENT, Layer.DERIVED)  # what documents tell, and what follows from it


def dump(store: GraphStore, layers: Collection[Layer] = TOLD) -> Iterator[bytes]:
    """Lines of JSON, each ended by a newline: nodes by label and id, then relations by type, ends and properties.

    Packed facts are given by their hash. What the documents tell does not say when it was made, or where. What does
    (the trace of files that came and went) is left out unless asked for, and so is what tells of the store itself.
    """
    schema = load_schema()
    labels = {name for name, label in schema.label.items() if label.layer in layers}
    for label in sorted(labels):
        rows = store.read(statement("all_nodes", LABEL=label))
        yield from sorted(_line([label, row["id"], _properties(row["props"])]) for row in rows)
    for type_, ends in sorted(schema.relation.items()):
        for start, end in sorted(ends):
            if not {start, end} <= labels:
                continue
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
