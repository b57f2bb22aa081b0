"""The library of questions as a page, with the answers that the example minutes give: ``docs/queries.md``.

``python -m bench.library`` asks the questions and writes the page anew; a test compares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher import Parameter, Query, load_query, query_names
from cypher.wording import column_of, load_wording

LIBRARY = "explore"
SHOWN, MORE = 8, 3  # rows of the answer to the first example, and to a further one
WIDEST = 48  # characters of a cell
DRAWN = {
    "case_bodies": "The same case as a drawing; the hollow step is known only because other minutes quote it.",
    "partners": "The whole answer as a drawing; a dot is as large as its points are many.",
    "neighbourhood": "The same answer as a drawing.",
}
INTRODUCTION = f"""\
# Questions to the graph

Every question below is a file in `cypher/explore/`. `sagsgraf query` lists them, `sagsgraf query NAME key=value …` asks
one (`--format table`, `csv` or `json`), `sagsgraf query NAME --explain` tells what it takes and answers. The same over
HTTP: `/api/queries` lists them, `/api/queries/NAME?key=value` asks (`format=csv` for a spreadsheet), and the page
`/spoergsmaal` asks with a form. They run unchanged on both stores, so that each can also be copied into another Cypher
tool and changed there.

The answers are those of the invented municipalities that `make run` reads: at most {SHOWN} rows of a first example and
{MORE} of a further one, long cells cut. A column `document` with `page` and `line` says where the fact stands. Dates
and letters are compared as stored; names are found by any part of them, in capitals or not. Columns with ids are left
out here where another column tells the same: they are in every other form of the answer.

This page is made by `python -m bench.library`, and a test asks every question again and compares.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an example of a query found."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]


def catalogue(answers: Mapping[str, Sequence[Answer]]) -> str:
    """The page; ``answers`` holds, by query, one for each of its examples."""
    queries = [load_query(LIBRARY, name) for name in query_names(LIBRARY)]
    parts = [INTRODUCTION]
    for theme, words in load_wording().theme.items():
        mine = [query for query in queries if query.theme == theme]
        contents = [f"| [`{query.name}`](#{query.name}) | {query.question} |" for query in mine]
        parts.append("\n".join((f"| {words['en']} | |", "|---|---|", *contents)) + "\n")
    for theme in load_wording().theme:
        parts += [_chapter(query, answers[query.name]) for query in queries if query.theme == theme]
    return "\n".join(parts)


def examples(query: Query) -> tuple[tuple[str, ...], ...]:
    """The ``key=value`` texts of each line ``// example: …`` in the query's file; a value may hold spaces."""
    lines = re.findall(r"^// example:(.*)$", query.text, re.MULTILINE)
    return tuple(tuple(re.findall(r"\w+=.*?(?=\s+\w+=|\s*$)", line)) for line in lines)


def remarks(query: Query) -> str:
    """What the file says below its header, beside the examples."""
    header = query.text.partition("//\n")[2]
    comments = (re.match(r"//\s?(.*)", line) for line in header.splitlines())
    return " ".join(found[1] for found in comments if found and not found[1].startswith("example:"))


def _chapter(query: Query, answers: Sequence[Answer]) -> str:
    parts = [f"## {query.name}\n\n{query.question}\n*{query.question_da}*\n"]
    if text := remarks(query):
        parts.append(text + "\n")
    if query.parameters:
        parts.append("\n".join(map(_parameter, query.parameters)) + "\n")
    columns = (f"`{name}` {column_of(query, name).en}" for name in query.columns)
    parts.append(f"Answers with: {'; '.join(columns)}.\n")
    for place, (pairs, answer) in enumerate(zip(examples(query), answers, strict=True)):
        command = " ".join(("sagsgraf query", query.name, *map(_quoted, pairs)))
        parts += [f"```sh\n{command}\n```\n", _table(query, answer, MORE if place else SHOWN)]
    if query.name in DRAWN:
        parts.append(f"{DRAWN[query.name]}\n\n![{query.question}](drawings/{query.name}.svg)\n")
    onward = ", ".join(f"[`{name}`](#{name})" for name in query.next)
    parts.append(f"Where to look next: {onward}.\n")
    return "\n".join(parts)


def _table(query: Query, answer: Answer, most: int) -> str:
    if not answer.rows:
        return "The example minutes have no answer to it.\n"
    kept = [place for place, name in enumerate(query.columns) if not column_of(query, name).on]
    lines = [[query.columns[place] for place in kept], ["---"] * len(kept)]
    lines += [[_cell(row[place]) for place in kept] for row in answer.rows[:most]]
    more = len(answer.rows) - most
    rest = f"\n\n… and {more} more {'row' if more == 1 else 'rows'}." if more > 0 else ""
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + rest + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        value = int(value) if value.is_integer() else value
    if isinstance(value, list | tuple):
        value = "; ".join(map(_plain, value))
    text = " ".join(_plain(value).split())
    text = text if len(text) <= WIDEST else text[: WIDEST - 1].rstrip() + "…"
    return re.sub(r"([|*_<>\[\]`\\])", r"\\\1", text)


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _parameter(parameter: Parameter) -> str:
    if parameter.required:
        default = "required"
    else:
        default = f"`{parameter.default}` if left out" if parameter.default else "empty if left out"
    return f"* `{parameter.name}` ({parameter.type}, {default}): {parameter.text}"


def _quoted(pair: str) -> str:
    return f'"{pair}"' if " " in pair else pair
