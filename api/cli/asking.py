"""`sagsgraf cypher`: statements that a user types."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from api.cli import output
from extract.errors import SettingsError

if TYPE_CHECKING:
    from graph.store import GraphStore

_MET = {  # by graph.answers.Limit
    "time": "After {seconds:g} seconds these rows had come; there may be more. Give it longer with --seconds.",
    "rows": "Only the first {rows} rows are shown. Ask for more with --rows.",
    "bytes": "The answer grew too large: only its first rows are shown. Ask for fewer properties.",
    "cell": "Long cells are cut; they end in …",
}


def run_statement(
    store: GraphStore, statement: str, pairs: Sequence[str], *, rows: int, seconds: float, as_json: bool
) -> None:
    """Run what the user typed, within its limits, and print the answer."""
    parameters = {name: _json_or_text(value) for name, value in map(split_pair, pairs)}
    _write_result(store, statement, parameters, rows=rows, seconds=seconds, as_json=as_json)


def split_pair(pair: str) -> tuple[str, str]:
    """The name and the value of `key=value`."""
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
        output.write_json({"columns": result.columns, "rows": result.rows, "limits_hit": result.limits_hit})
    else:
        output.write_table(result.columns, result.rows)
    for limit in result.limits_hit:
        output.err.print(f"[yellow]{_MET[limit].format(rows=rows, seconds=seconds)}[/yellow]")
