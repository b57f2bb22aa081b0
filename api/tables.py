"""Tables of values as CSV (RFC 4180, UTF-8): lists and maps in a cell are JSON, a missing value is an empty cell.

Text that a spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV injection); numbers have none.

A list of the API becomes a table by the shape of its rows: a column for each plain field, two for each thing that has
id and name, and for facts the addresses of their evidence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import StringIO
from types import NoneType
from typing import Any, get_args, get_origin

import orjson

from api.models import Shape

IDS = " "  # between the ids of several things in one cell; no id holds one
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet reckons begins so


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The table with its head."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([_cell(column) for column in columns])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def columns_of(answer: type[Shape]) -> list[str]:
    """The heads of a list's table."""
    _, row = _rows_field(answer)
    return [column for field in _columns(row) for column in field.heads]


def rows_of(answer: type[Shape], values: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The rows of a list's table, from the values of its answer."""
    name, row = _rows_field(answer)
    fields = _columns(row)
    for each in values[name]:
        yield [value for field in fields for value in field.values(each.get(field.name))]


class _Column:
    """What one field of a row becomes: the value, a thing's id and name, or the ids of several things."""

    def __init__(self, name: str, type_: object) -> None:
        self.name = name
        shape, self._many = _inner(type_)
        self._ids = shape is not None and "id" in shape.model_fields
        self.skipped = shape is not None and not self._ids
        titles = [title for title in ("name", "title") if self._ids and title in shape.model_fields]  # type: ignore[union-attr]
        self._parts = [] if self._many or not self._ids else ["id", *titles[:1]]
        self.heads = [f"{name}_{'id' if part == 'id' else 'name'}" for part in self._parts] or [name]

    def values(self, value: Any) -> list[Any]:
        """The cells of one value."""
        if self._parts:
            return [value[part] if value else None for part in self._parts]
        if self._ids:
            return [IDS.join(one["id"] for one in value or () if one["id"])]
        return [value]


@cache
def _columns(row: type[Shape]) -> Sequence[_Column]:
    """The columns of a shape: the id first, the evidence last, for people who look at the table."""
    ordered = sorted(row.model_fields, key=lambda name: (name == "evidence") - (name == "id"))
    found = [_Column(name, row.model_fields[name].annotation) for name in ordered]
    return [column for column in found if not column.skipped]


@cache
def _rows_field(answer: type[Shape]) -> tuple[str, type[Shape]]:
    """The field that holds the rows, and their shape."""
    for name, field in answer.model_fields.items():
        shape, many = _inner(field.annotation)
        if shape is not None and many:
            return name, shape
    raise TypeError(f"{answer.__name__} has no rows")


def _inner(type_: object) -> tuple[type[Shape] | None, bool]:
    """The shape within a type, None where it holds plain values; and whether there are many of it."""
    many = get_origin(type_) is tuple
    for part in (*get_args(type_), type_):
        if isinstance(part, type) and part is not NoneType and issubclass(part, Shape):
            return part, many
    return None, many


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping | list | tuple):
        return orjson.dumps(value, default=str).decode()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return str(value)
