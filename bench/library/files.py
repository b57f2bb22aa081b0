"""The files that are made of the library's answers; a test compares each with what lies there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from api.models import GraphSchema, QueryAnswer, QueryList, Shape
from api.service.queries import ask_query, describe_query, library
from api.service.schema import graph_schema
from bench.library.drawings import draw_case, draw_neighbourhood, draw_partners
from cypher import Query
from cypher.binding import bind
from cypher.catalogue import Answer, catalogue, examples
from graph.store import GraphStore

HOUSE = Path(__file__).resolve().parents[2]
DOCS, EXAMPLES = HOUSE / "docs", HOUSE / "api" / "examples"
ROWS = 2  # of an example of the API

Answers = Mapping[str, Sequence[QueryAnswer]]


def files(store: GraphStore) -> dict[Path, str]:
    """Every file by its path, from a store that holds the example minutes and nothing else."""
    answers = {query.name: ask_examples(store, query) for query in library()}
    shown = {name: [Answer(one.columns, one.rows) for one in each] for name, each in answers.items()}
    made = {DOCS / "queries.md": catalogue(shown)}
    made |= {DOCS / "drawings" / f"{name}.svg": text for name, text in drawings(answers).items()}
    made[EXAMPLES / "list_queries.json"] = _example(QueryList(queries=(describe_query(library()[0]),)))
    model = graph_schema()
    made[EXAMPLES / "graph_schema.json"] = _example(GraphSchema(labels=model.labels[:1], relations=model.relations[:1]))
    for name, each in answers.items():
        first = each[0].model_copy(update={"rows": each[0].rows[:ROWS]})
        made[EXAMPLES / f"query_{name}.json"] = _example(first)
    return made


def ask_examples(store: GraphStore, query: Query) -> list[QueryAnswer]:
    """The answers to the examples that a query shows, in order."""
    pairs = [dict(pair.split("=", 1) for pair in each) for each in examples(query)]
    return [ask_query(store, query, bind(query, each)) for each in pairs]


def drawings(answers: Answers) -> dict[str, str]:
    """The answers that are drawn, by name."""
    return {
        "case_bodies": draw_case(_rows(answers["case_bodies"][0])),
        "partners": draw_partners(_rows(answers["partners"][0])),
        "neighbourhood": draw_neighbourhood(_rows(answers["neighbourhood"][0])),
    }


def _rows(answer: QueryAnswer) -> list[dict[str, Any]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _example(shape: Shape) -> str:
    value = {"200": shape.model_dump(mode="json")}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
