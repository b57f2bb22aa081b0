"""Answers of two servers beside each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from cypher import Query
from graph.dump import dump
from graph.errors import StatementRefused
from graph.guard import check_read_only
from graph.store import GraphStore
from graph.tokens import tokens

Row = dict[str, Any]


def reads(query: Query) -> bool:
    """Whether a query leaves the graph as it is, by the guard's judgement; the places of a template are no code."""
    try:
        check_read_only(query.text)
    except StatementRefused:
        return False
    return True


def keeps_an_order(statement: str) -> bool:
    """Whether the order of the rows belongs to the answer: ORDER BY follows the last RETURN outside of brackets."""
    depth, ordered = 0, False
    for token in tokens(statement):
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if depth == 0 and token.word in ("RETURN", "ORDER"):
            ordered = token.word == "ORDER"
    return ordered


def canonical(statement: str, rows: Sequence[Row]) -> list[str]:
    """Rows as text in which 1 is not 1.0 and a date is no text; sorted where the statement asks for no order."""
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True, default=_typed) for row in rows]
    return lines if keeps_an_order(statement) else sorted(lines)


def _typed(value: object) -> dict[str, str]:
    return {type(value).__name__: str(value)}


def lines_of(store: GraphStore) -> list[str]:
    """The lines of a dump but for the steps of the schema, of which two servers have two forms (`test_forms.py`)."""
    lines = [line.decode() for line in dump(store)]
    return [line for line in lines if json.loads(line)[0] != "Migration"]


def difference(left: Iterable[str], right: Iterable[str]) -> list[str]:
    """The lines that only one of two dumps has."""
    return sorted(set(left) ^ set(right))
