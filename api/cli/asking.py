"""`sagsgraf cypher` and `sagsgraf query`: statements that a user types, and the library in cypher/explore."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from api.cli import output
from extract.errors import SettingsError

if TYPE_CHECKING:
    from cypher import Parameter, Query
    from graph.store import GraphStore

LIBRARY = "explore"


def run_statement(
    store: GraphStore, statement: str, pairs: Sequence[str], *, rows: int, seconds: float, as_json: bool
) -> None:
    """Run what the user typed, within its limits, and print the answer."""
    parameters = {name: _json_or_text(value) for name, value in map(_split_pair, pairs)}
    _write_result(store, statement, parameters, rows=rows, seconds=seconds, as_json=as_json)


def run_query(store: GraphStore, name: str, pairs: Sequence[str], *, as_json: bool) -> None:
    """Run a query of the library with typed parameters."""
    from cypher import load_query

    query = load_query(LIBRARY, name.replace("-", "_"))
    _write_result(store, query.text, bind(query, pairs), rows=10_000, seconds=60, as_json=as_json)


def list_queries(*, as_json: bool) -> None:
    """The queries of the library, each with its question and parameters."""
    from cypher import load_query, query_names

    queries = [load_query(LIBRARY, name) for name in query_names(LIBRARY)]
    if as_json:
        output.write_json([_as_json(query) for query in queries])
        return
    rows = [(query.name, query.question, " ".join(map(_usage, query.parameters))) for query in queries]
    output.write_table(("name", "question", "parameters"), rows)


def bind(query: Query, pairs: Sequence[str]) -> dict[str, Any]:
    """The parameters of a query from `key=value` texts and its defaults; wrong ones are refused by name."""
    given = dict(map(_split_pair, pairs))
    known = {parameter.name for parameter in query.parameters}
    if unknown := sorted(given.keys() - known):
        raise SettingsError(
            f"The query '{query.name}' has no parameter '{unknown[0]}'.",
            f"It takes: {', '.join(sorted(known)) or 'none'}.",
        )
    return {parameter.name: _value(query, parameter, given) for parameter in query.parameters}


def _value(query: Query, parameter: Parameter, given: dict[str, str]) -> Any:
    text = given.get(parameter.name, parameter.default)
    if text is None:
        raise SettingsError(
            f"The query '{query.name}' needs '{parameter.name}' ({parameter.text or parameter.type}).",
            f"Give it as {parameter.name}=…",
        )
    if text == "null":
        return None
    try:
        return _TYPES.get(parameter.type, str)(text)
    except ValueError as error:
        raise SettingsError(
            f"'{text}' is no {parameter.type} for '{parameter.name}'.", "Give another value."
        ) from error


def _truth(text: str) -> bool:
    if text.casefold() not in ("true", "false"):
        raise ValueError(text)
    return text.casefold() == "true"


_TYPES: dict[str, Any] = {"integer": int, "float": float, "boolean": _truth, "list": json.loads, "map": json.loads}


def _split_pair(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name:
        raise SettingsError(f"'{pair}' is no parameter.", "Write it as key=value.")
    return name, value


def _json_or_text(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _write_result(
    store: GraphStore, statement: str, parameters: dict[str, Any], *, rows: int, seconds: float, as_json: bool
) -> None:
    result = store.read_guarded(statement, parameters, seconds=seconds, rows=rows)
    if as_json:
        output.write_json(
            {"columns": result.columns, "rows": result.rows, "truncated": result.truncated},
        )
    else:
        output.write_table(result.columns, result.rows)
    if result.truncated:
        output.err.print(f"[yellow]Only the first {rows} rows are shown.[/yellow] Ask for more with --rows.")


def _usage(parameter: Parameter) -> str:
    return f"{parameter.name}=…" if parameter.required else f"[{parameter.name}={parameter.default}]"


def _as_json(query: Query) -> dict[str, Any]:
    parameters = [
        {"name": one.name, "type": one.type, "default": one.default, "text": one.text} for one in query.parameters
    ]
    return {
        "name": query.name,
        "question": query.question,
        "question_da": query.question_da,
        "parameters": parameters,
        "columns": query.columns,
    }
