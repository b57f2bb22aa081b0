"""The pages that search engines are told of, in parts. Persons are those who sit in a body; nobody else is listed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from api.service.rows import ask
from graph.store import GraphStore

PARTS = ("cases", "items", "meetings", "names")
SIZE = 40_000  # the protocol allows 50,000 addresses a part


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing that has a page, and the day of the last that is told there."""

    kind: str
    id: str
    date: dt.date | None


def parts(store: GraphStore, size: int = SIZE) -> Iterator[tuple[str, int]]:
    """Name and number (from 1) of each part."""
    (counts,) = ask(store, "sitemap_counts")
    for name in PARTS:
        for number in range(1, -(-counts[name] // size) + 1):
            yield name, number


def part(store: GraphStore, name: str, number: int, size: int = SIZE) -> tuple[Listed, ...]:
    """What one part lists; nothing where there is no such part."""
    if name not in PARTS or number < 1:
        return ()
    rows = ask(store, f"sitemap_{name}", skip=(number - 1) * size, limit=size)
    return tuple(Listed(row["kind"], row["id"], row["date"]) for row in rows)
