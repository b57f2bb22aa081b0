"""Links and cases as JSON values, one at a time, for measuring and for other programs.

Their form is that of the JSON Schemas in ``api/schemas``. The order is that of the ids: the same graph gives the same
lines. The graph is read in pages, so that an export of any size needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files

from api.service.rows import ask
from graph.store import GraphStore
from graph.values import Row

PAGE = 500


class Export(StrEnum):
    """What can be exported as JSON lines."""

    LINKS = "links"
    CASES = "cases"


def export_lines(store: GraphStore, export: Export) -> Iterator[Row]:
    """The values of an export, each one line."""
    return _links(store) if export is Export.LINKS else _cases(store)


def read_schema(export: Export) -> str:
    """The JSON Schema of one line of an export."""
    return (files("api") / "schemas" / f"{export}.schema.json").read_text("utf-8")


def _links(store: GraphStore) -> Iterator[Row]:
    for rows in _pages(store, "export_links"):
        yield from map(_link, rows)


def _cases(store: GraphStore) -> Iterator[Row]:
    for rows in _pages(store, "export_cases"):
        ids = [row["id"] for row in rows]
        points = _by_case(ask(store, "export_case_points", ids=ids))
        related = _by_case(ask(store, "export_case_relations", ids=ids))
        for row in rows:
            yield {**row, "points": [_point(one) for one in points[row["id"]]], "related": related.get(row["id"], [])}


def _pages(store: GraphStore, query: str) -> Iterator[list[Row]]:
    after = ""
    while rows := ask(store, query, after=after, limit=PAGE):
        yield rows
        after = rows[-1]["id"]


def _by_case(rows: list[Row]) -> dict[str, list[Row]]:
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(row.pop("case"), []).append(row)
    return gathered


def _link(row: Row) -> Row:
    start = ("document", "sha256", "municipality", "body", "date", "item")
    end = {name: row[f"to_{name}"] for name in ("municipality", "body", "date", "item")}
    return {
        "from": {name: row[name] for name in start},
        "to": {**end, "in_corpus": row["in_corpus"]},
        **{name: row[name] for name in ("type", "rule", "confidence", "status")},
        "evidence": {"line": row["line"], "quote": row["quote"]},
    }


def _point(row: Row) -> Row:
    reason = ("type", "rule", "confidence", "detail", "quote", "other")
    facts = {name: value for name, value in row.items() if name not in reason}
    return {**facts, "why": {name: row[name] for name in reason}}
