"""Tables of values as CSV (RFC 4180, UTF-8): lists and maps in a cell are JSON, a missing value is an empty cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

import orjson


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The table with its head."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping | list | tuple):
        return orjson.dumps(value, default=str).decode()
    return str(value)
