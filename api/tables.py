"""Tables of values as CSV (RFC 4180, UTF-8): lists and maps in a cell are JSON, a missing value is an empty cell.

Text that a spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV injection); numbers have none.

A list of the API becomes a table by the shape of its rows: a column for each plain field, two for each thing that has
id and name, those of a fact within a row, and for evidence its ids and where the first of it stands: document, page,
line, quote, rule.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import StringIO
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin

import orjson

from api.models import Evidence, Fact, Shape

IDS = " "  # between the ids of several things in one cell; no id holds one
_PLACE = ("document", "document_name", "page", "line", "quote", "rule")  # of the first piece of evidence
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
    return [column.head for column in _columns(row)]


def rows_of(answer: type[Shape], values: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The rows of a list's table, from the values of its answer."""
    name, row = _rows_field(answer)
    columns = _columns(row)
    for each in values[name]:
        yield [column.read(each) for column in columns]


_Read: TypeAlias = Callable[[Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, and its cell of a row."""

    head: str
    read: _Read


@cache
def _columns(row: type[Shape]) -> Sequence[_Column]:
    """The columns of a shape: the id first, evidence and what was corrected last, for people who look at the table."""
    ordered = sorted(row.model_fields, key=lambda name: (name in Fact.model_fields) - (name == "id"))
    return [column for name in ordered for column in _of_field(name, row.model_fields[name].annotation)]


def _of_field(name: str, type_: object) -> Iterator[_Column]:
    """What one field of a row becomes."""
    shape, many = _inner(type_)
    if shape is None:
        yield _Column(name, _value(name))
    elif many and issubclass(shape, Evidence):
        yield _ids_column(name)
        for part in _PLACE:
            yield _Column(f"{name}_{part}", _first(name, part))
    elif many and "id" in shape.model_fields:
        yield _ids_column(name)
    elif not many:
        for head, column in _of_one(shape):
            yield _Column(f"{name}_{head}", _within(name, column))


def _of_one(shape: type[Shape]) -> Iterator[tuple[str, _Column]]:
    """What one thing within a row becomes: its id and name, or all that a fact, or what has no id, says."""
    if issubclass(shape, Fact) or "id" not in shape.model_fields:
        yield from ((column.head, column) for column in _columns(shape))
        return
    yield "id", _Column("id", _value("id"))
    for title in [title for title in ("name", "title") if title in shape.model_fields][:1]:
        yield "name", _Column(title, _value(title))


def _value(name: str) -> _Read:
    return lambda row: row.get(name)


def _within(name: str, column: _Column) -> _Read:
    return lambda row: column.read(row[name]) if row.get(name) else None


def _first(name: str, part: str) -> _Read:
    return lambda row: row[name][0].get(part) if row.get(name) else None


def _ids_column(name: str) -> _Column:
    return _Column(name, lambda row: IDS.join(one["id"] for one in row.get(name) or () if one["id"]))


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
