"""The whole graph as text, one node or relation a line, sorted: two graphs are the same where their dumps are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from graph.contents import kinds_between, labels_of, nodes, relations
from graph.schema import Layer, Row
from graph.store import GraphStore

TOLD = (Layer.DOCUMENT, Layer.DERIVED)  # what documents tell, and what follows from it


def dump(store: GraphStore, layers: Collection[Layer] = TOLD) -> Iterator[bytes]:
    """Lines of JSON, each ended by a newline: nodes by label and id, then relations by type, ends and properties.

    Packed facts are given by their hash. What the documents tell does not say when it was made, or where. What does
    (the trace of files that came and went) is left out unless asked for, and so is what tells of the store itself.
    """
    labels = labels_of(layers)
    for label in labels:
        yield from sorted(_line([label, row["id"], _told(row)]) for row in nodes(store, label))
    for kind in kinds_between(labels):
        yield from sorted(
            _line([kind.type, kind.start, start, kind.end, end, props]) for start, end, props in relations(store, kind)
        )


def _told(row: Row) -> Row:
    return row | {"facts": _digest(row["facts"])} if "facts" in row else row


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _line(parts: list[Any]) -> bytes:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat)
    return text.encode() + b"\n"
