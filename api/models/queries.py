"""The library of questions, and the answers to them."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

from pydantic import Field

from api.models.base import Shape

Value: TypeAlias = bool | int | float | dt.date | str | None
Cell: TypeAlias = Value | list[Value] | dict[str, Value]


class QueryParameter(Shape):
    """What a query takes."""

    name: str = Field(examples=["number"])
    type: str = Field(examples=["string"])
    required: bool
    default: Value = Field(None, description="What it is when left out.")
    text: str = Field(examples=["the case number as printed"])


class QueryColumn(Shape):
    """What a query answers with."""

    name: str = Field(examples=["date"])
    text: str = Field(examples=["day of the meeting"])
    ids: str | None = Field(
        None, description="The kind of thing whose id it holds; 'label:x' where column x tells its label."
    )


class QueryDescription(Shape):
    """A question of the library."""

    name: str = Field(examples=["case_history"])
    theme: str = Field(examples=["cases"])
    question: str
    question_da: str
    remarks: str = Field("", description="How to read the answer.")
    parameters: tuple[QueryParameter, ...]
    columns: tuple[QueryColumn, ...]
    examples: tuple[dict[str, str], ...] = Field(description="Parameters that find something in the example minutes.")
    next: tuple[str, ...] = Field((), description="Queries that go on from here.")


class QueryList(Shape):
    """All questions of the library."""

    queries: tuple[QueryDescription, ...]


class QueryAnswer(Shape):
    """The answer to a question."""

    query: str = Field(examples=["case_history"])
    parameters: dict[str, Value] = Field(description="As they were bound, defaults included.")
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = Field(description="A value for each column.")
    truncated: bool = Field(description="Whether there may be more rows than these.")
