"""What the command line prints: results on stdout, progress and warnings on stderr."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from extract.document import Problem, Severity
from extract.errors import SagsgrafError

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def write_json(value: object) -> None:
    """One JSON value on stdout, in UTF-8, indented."""
    sys.stdout.buffer.write(orjson.dumps(value, default=_plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()


def _plain(value: object) -> object:
    from decimal import Decimal
    from pathlib import Path

    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Decimal | Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def write_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], title: str | None = None) -> None:
    """A table on stdout; where it is piped, tab-separated lines that a program can read."""
    if not out.is_terminal:
        print(*columns, sep="\t")  # noqa: T201
        for row in rows:
            print(*(_cell(value) for value in row), sep="\t")  # noqa: T201
        return
    table = Table(*columns, title=title, title_justify="left")
    for row in rows:
        table.add_row(*(escape(_cell(value)) for value in row))
    out.print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, Mapping | list | tuple):
        return orjson.dumps(value, default=_plain).decode()
    return " ".join(str(value).split())


def complain(problem: SagsgrafError | str) -> None:
    """A problem on stderr: one sentence, and the cure."""
    if isinstance(problem, str):
        err.print(escape(problem), style="red")
        return
    err.print(f"[red]{escape(problem.message)}[/red] {escape(problem.cure)} [dim]({problem.code})[/dim]")


def report_problem(name: str, problem: Problem) -> None:
    """A file's problem on stderr."""
    refused = problem.severity is Severity.REFUSED
    label = "[red]refused[/red]" if refused else "[yellow]warning[/yellow]"
    place = f", line {problem.line}" if problem.line else ""
    err.print(
        f"{label}  {escape(name)}{place}: {escape(problem.message)} {escape(problem.cure)} [dim]({problem.code})[/dim]"
    )
