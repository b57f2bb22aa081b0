"""`sagsgraf query`: the library of questions in cypher/explore, listed, explained and asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.markup import escape

from api.cli import output
from api.cli.asking import split_pair

if TYPE_CHECKING:
    from cypher import Parameter
    from graph.store import GraphStore


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def list_queries(form: Format) -> None:
    """The queries of the library, each with its question and parameters."""
    from api.service.queries import describe_query, library

    if form is Format.JSON:
        output.write_json([describe_query(query) for query in library()])
        return
    rows = [(query.name, query.question, " ".join(map(_usage, query.parameters))) for query in library()]
    _write(("name", "question", "parameters"), rows, form)


def explain_query(name: str, form: Format) -> None:
    """What a query asks, takes and answers, where to go on, and its text."""
    from api.service.queries import describe_query, find_query

    query = find_query(name)
    told = describe_query(query)
    if form is Format.JSON:
        output.write_json(told)
        return
    output.out.print(f"[bold]{query.name}[/bold]\n{escape(told.question)}\n{escape(told.question_da)}")
    if told.remarks:
        output.out.print(f"\n{escape(told.remarks)}")
    _print_part("Parameters", [f"{_usage(one)}  {one.type}: {one.text}" for one in query.parameters])
    _print_part("Columns", [f"{one.name}: {one.text}" for one in told.columns])
    _print_part("Examples", [_command(query.name, each) for each in told.examples])
    _print_part("Next", list(query.next))
    output.out.print(f"\n{escape(query.text.strip())}")


def run_query(store: GraphStore, name: str, pairs: Sequence[str], form: Format) -> None:
    """Run a query of the library with typed parameters, and print the answer."""
    from api.service.queries import ask_query, find_query
    from cypher.binding import bind

    query = find_query(name)
    answer = ask_query(store, query, bind(query, dict(map(split_pair, pairs))))
    if form is Format.JSON:
        output.write_json(answer)
    else:
        _write(answer.columns, answer.rows, form)
    if answer.truncated:
        shown = f"[yellow]Only the first {len(answer.rows)} rows are shown.[/yellow]"
        output.err.print(f"{shown} There are more: ask with a larger limit.")


def _write(columns: Sequence[str], rows: Sequence[Sequence[object]], form: Format) -> None:
    if form is Format.CSV:
        from api.tables import as_csv

        sys.stdout.buffer.write(as_csv(columns, rows).encode())
        sys.stdout.buffer.flush()
    else:
        output.write_table(columns, [[_whole(value) for value in row] for row in rows])


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _print_part(heading: str, lines: Sequence[str]) -> None:
    if lines:
        output.out.print(f"\n[bold]{heading}[/bold]")
        for line in lines:
            output.out.print(f"  {escape(line)}")


def _command(name: str, pairs: dict[str, str]) -> str:
    given = (f"{key}={value}" for key, value in pairs.items())
    return " ".join(("sagsgraf query", name, *(f'"{pair}"' if " " in pair else pair for pair in given)))


def _usage(parameter: Parameter) -> str:
    return f"{parameter.name}=…" if parameter.required else f"[{parameter.name}={parameter.default}]"
