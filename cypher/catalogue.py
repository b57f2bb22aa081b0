"""The library of questions as a page: what ``docs/queries.md`` holds.

``python -m cypher.catalogue > docs/queries.md`` writes it anew; a test compares.
"""

from __future__ import annotations

import re
import sys

from cypher import Parameter, Query, load_query, query_names

LIBRARY = "explore"
INTRODUCTION = """\
# Questions to the graph

Every question below is a file in `cypher/explore/`. `sagsgraf query` lists them, `sagsgraf query NAME key=value …` asks
one, `--json` prints the answer for a program. They run unchanged on both stores, so that each can also be copied into
another Cypher tool and changed there. The examples are about the invented municipalities that `make run` reads.

A column `document` with `page` and `line` says where the fact stands. Dates and letters are compared as stored; names
are found by any part of them, in capitals or not.

This page is made from the headers of the files: `python -m cypher.catalogue > docs/queries.md`.
"""


def catalogue() -> str:
    """The page."""
    queries = [load_query(LIBRARY, name) for name in query_names(LIBRARY)]
    contents = [f"| [`{query.name}`](#{query.name}) | {query.question} |" for query in queries]
    parts = [INTRODUCTION, "\n".join(("| name | question |", "|---|---|", *contents)) + "\n", *map(_chapter, queries)]
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


def _chapter(query: Query) -> str:
    parts = [f"## {query.name}\n\n{query.question}\n*{query.question_da}*\n"]
    if text := remarks(query):
        parts.append(text + "\n")
    if query.parameters:
        parts.append("\n".join(map(_parameter, query.parameters)) + "\n")
    parts.append(f"Answers with: {', '.join(query.columns)}.\n")
    commands = (" ".join(("sagsgraf query", query.name, *map(_quoted, pairs))) for pairs in examples(query))
    parts.append("\n".join(("```sh", *commands, "```")) + "\n")
    return "\n".join(parts)


def _parameter(parameter: Parameter) -> str:
    if parameter.required:
        default = "required"
    else:
        default = f"`{parameter.default}` if left out" if parameter.default else "empty if left out"
    return f"* `{parameter.name}` ({parameter.type}, {default}): {parameter.text}"


def _quoted(pair: str) -> str:
    return f'"{pair}"' if " " in pair else pair


if __name__ == "__main__":
    sys.stdout.write(catalogue())
