"""Cypher that a reader types, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.models.base import Shape
from api.models.graph import DrawnLink, DrawnNode
from graph.answers import Limit

MOST_ROWS = 10_000
MOST_SECONDS = 30.0
_NAMES = ("name", "title", "number", "surface", "text", "quote")  # the first that a node has names it
_LONGEST_NAME = 200


class CypherQuestion(BaseModel):
    """A statement that only reads, its parameters and its limits."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    statement: str = Field(
        min_length=1,
        max_length=20_000,
        examples=["MATCH (c:Case) WHERE c.title CONTAINS $word RETURN c.title AS sag LIMIT 20"],
    )
    parameters: dict[str, Any] = Field(
        default_factory=dict, description="By their names, without the dollar sign.", examples=[{"word": "cykelsti"}]
    )
    rows: int = Field(1000, ge=1, le=MOST_ROWS, description="At most so many rows.")
    seconds: float = Field(10.0, ge=0.1, le=MOST_SECONDS, description="At most so long.")


class CypherGraph(Shape):
    """The nodes and relations in an answer, for drawing."""

    nodes: tuple[DrawnNode, ...]
    links: tuple[DrawnLink, ...]
    left_out: int = Field(description="Nodes beyond those that are drawn.")
    loose: int = Field(description="Relations whose nodes are not both in the answer.")


class CypherAnswer(Shape):
    """The answer to a reader's Cypher. What stands in it is right, also where a limit left some of it out."""

    columns: tuple[str, ...] = Field(examples=[["sag"]])
    rows: tuple[tuple[Any, ...], ...] = Field(
        description="Nodes are {kind: node, labels, properties}, relations {kind: relationship, type, start, end, "
        "properties}, paths {kind: path, nodes, relationships}."
    )
    limits_hit: tuple[Limit, ...] = Field(
        description="Limits that it met: time, rows, bytes (of the whole answer), cell (of one; it ends in …)."
    )
    graph: CypherGraph


def name_of(properties: Mapping[str, Any]) -> str:
    """What a node is called: its name, title or number, else its text or id."""
    found = next((str(properties[each]) for each in _NAMES if properties.get(each)), str(properties.get("id", "")))
    return found if len(found) <= _LONGEST_NAME else found[: _LONGEST_NAME - 1] + "…"
