"""Cypher that a reader types: asked within limits, answered as a table and as a graph; every fault has its problem."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from api.errors import ApiError, StatementForbidden, StatementsTooMany, StatementTooSlow, StatementWrong, from_graph
from api.models import CypherAnswer, CypherGraph, CypherQuestion, DrawnLink, DrawnNode
from api.models.cypher import name_of
from api.service.drawing import KINDS
from api.service.neighbourhood import MOST
from graph.answers import FoundNode, Result
from graph.errors import (
    ConstraintViolated,
    GraphError,
    StatementBusy,
    StatementFailed,
    StatementInvalid,
    StatementRefused,
    StatementTimedOut,
    ValueRefused,
)
from graph.store import GraphStore

CELL_BYTES = 100_000
ANSWER_BYTES = 5_000_000
_KINDS = {label: kind for kind, label in KINDS.items()}


def ask_cypher(
    store: GraphStore, question: CypherQuestion, *, cell: int = CELL_BYTES, size: int = ANSWER_BYTES
) -> CypherAnswer:
    """The answer; raises an :class:`api.errors.ApiError` that tells what is wrong with the statement."""
    try:
        result = store.read_guarded(
            question.statement,
            question.parameters,
            seconds=question.seconds,
            rows=question.rows,
            cell=cell,
            size=size,
        )
    except GraphError as error:
        raise _problem_of(error) from error
    return CypherAnswer(
        columns=result.columns,
        rows=tuple(tuple(map(_shown, row)) for row in result.rows),
        limits_hit=result.limits_hit,
        graph=_graph(result),
    )


def _problem_of(error: GraphError) -> ApiError:
    """What the reader is told. It is the reader's own statement, so what the server says of it is not kept back."""
    if isinstance(error, StatementRefused):
        return StatementForbidden(error.reason, error.message, error.cure)
    if isinstance(error, StatementTimedOut):
        return StatementTooSlow(error.message, error.cure)
    if isinstance(error, StatementBusy):
        return StatementsTooMany(error.message, error.cure)
    if isinstance(error, StatementInvalid | ConstraintViolated | ValueRefused):
        return StatementWrong(error.message, error.cure)
    if isinstance(error, StatementFailed):
        return StatementWrong(error.message, "Ask in another way, or for less at a time.")
    return from_graph(error)


def _shown(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, bytes | bytearray):
        return value.hex()
    if isinstance(value, dict):
        return {key: _shown(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_shown(part) for part in value]
    return value


def _graph(result: Result) -> CypherGraph:
    drawn = result.nodes[:MOST]
    names = {node.key: f"{_kind(node)}:{node.properties.get('id', node.key)}" for node in drawn}
    within = [one for one in result.relations if {one.source, one.target} <= names.keys()]
    links = sorted({(names[one.source], names[one.target], one.type) for one in within})
    degree = Counter(end for source, target, _ in links for end in (source, target))
    return CypherGraph(
        nodes=tuple(_node(node, names[node.key], degree[names[node.key]]) for node in drawn),
        links=tuple(DrawnLink(source=source, target=target, type=type_) for source, target, type_ in links),
        left_out=len(result.nodes) - len(drawn),
        loose=result.loose,
    )


def _node(node: FoundNode, key: str, degree: int) -> DrawnNode:
    date = node.properties.get("date")
    return DrawnNode(
        key=key,
        kind=_kind(node),
        id=str(node.properties.get("id", "")),
        name=name_of(node.properties),
        date=date if isinstance(date, dt.date) and not isinstance(date, dt.datetime) else None,
        depth=0,
        degree=degree,
    )


def _kind(node: FoundNode) -> str:
    known = [_KINDS[label] for label in node.labels if label in _KINDS]
    return known[0] if known else (node.labels[0] if node.labels else "node")
