"""The answers of the library as tables for readers: heads, words for codes, links where a column holds ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.models import QueryAnswer
from api.pages.library import head_of
from api.pages.texts import Texts
from api.pages.words import partial_date, short_day
from cypher import Query
from cypher.wording import Column, column_of

PARTIAL = "date"  # the words of a column of dates that may be partial
KINDS: Mapping[str, str] = {  # of a label: what its page is called
    "AgendaItem": "item",
    "Body": "body",
    "Case": "case",
    "CaseNumber": "number",
    "Document": "document",
    "Law": "law",
    "Meeting": "meeting",
    "Municipality": "municipality",
    "Organisation": "organisation",
    "Party": "party",
    "Person": "person",
    "Plan": "plan",
    "Provision": "provision",
    "Topic": "topic",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell: its text, and the kind and id of the thing whose page it leads to, or nothing."""

    text: str
    kind: str = ""
    id: str = ""

    @property
    def size(self) -> int:
        """How many characters it shows."""
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as it is shown; a cell has as many parts as the value has members."""

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]


def table_of(texts: Texts, query: Query, answer: QueryAnswer) -> Table:
    """The answer for the readers of a catalogue; a column of ids that another stands for gives that one its links."""
    columns = {name: column_of(query, name) for name in query.columns}
    standing = {column.on: name for name, column in columns.items() if column.on}
    shown = [name for name, column in columns.items() if not column.on]
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    cells = (tuple(_cell(texts, columns, standing.get(name), name, row) for name in shown) for row in rows)
    return Table(tuple(head_of(texts, columns[name]) for name in shown), tuple(cells))


def _cell(
    texts: Texts, columns: Mapping[str, Column], ids: str | None, name: str, row: Mapping[str, Any]
) -> tuple[Part, ...]:
    value = row[name]
    members = list(value) if isinstance(value, list | tuple) else [] if value is None else [value]
    own = columns[name]
    if own.ids:
        return tuple(Part(str(each), _kind(own, row), str(each)) for each in members)
    if ids and isinstance(row[ids], str):
        return tuple(Part(_words(texts, own, each), _kind(columns[ids], row), row[ids]) for each in members)
    return tuple(Part(_words(texts, own, each)) for each in members)


def _kind(column: Column, row: Mapping[str, Any]) -> str:
    label = column.ids.removeprefix("label:")
    return KINDS.get(row[label], "") if label != column.ids else column.ids


def _words(texts: Texts, column: Column, value: object) -> str:
    if isinstance(value, bool):
        return texts("library.yes") if value else texts("library.no")
    if isinstance(value, dt.date):
        return short_day(texts, value)
    if isinstance(value, float):
        return texts.number(value)
    if column.words == PARTIAL and isinstance(value, str):
        return partial_date(texts, value)
    return texts.word(column.words, KINDS.get(value, value)) if column.words and isinstance(value, str) else str(value)
