"""The OpenAPI description, beyond what the routes say themselves: examples, short summaries, the shape of problems.

The examples stand in ``api/examples``, one file an operation, an answer under each status, and under ``parameters``
what the answer does not give. They tell of the invented
Nordlev Kommune, and lead to one another: the example of ``id`` is that of the answer.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from fastapi import FastAPI

from api import models
from api.drawings import write_drawing
from api.errors import AddressTooLong, ApiError, FormRefused, Gone, RateExceeded, StoreUnavailable
from api.forms import MEDIA, Form
from api.models import Problem, QueryAnswer
from api.routers.parameters import refusal
from api.shield import LONGEST
from api.tables import as_csv, columns_of, rows_of
from graph.schema import load_schema

EXAMPLES = Path(__file__).resolve().parent / "examples"
DESCRIPTION = """\
Sagsgraf reads the minutes of Danish municipal committees: cases, decisions, votes, people, laws, partners.

Every fact carries its evidence: document, page, line, quote, the rule that read it, and a confidence.
Nothing is invented: a vote by block stays a block, what is unknown is left out.
Errors are problem details (RFC 9457). Lists go on with `after`, the `next` of the page before.
"""
LABELS = {"Item": "AgendaItem"}  # shapes that are called otherwise than their label
# Parameters whose example is a field of the operation's own example.
_FIELDS = {"id": "id", "after": "next"}
# What a thing is in RDF, in short: the whole would take a page of its own.
_RDF: dict[str, Any] = {
    MEDIA[Form.TURTLE]: "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
    '<http://localhost:8000/id/person.nordlev.carl-oest> a foaf:Person ; foaf:name "Carl Øst" .\n',
    MEDIA[Form.JSON_LD]: [
        {
            "@id": "http://localhost:8000/id/person.nordlev.carl-oest",
            "@type": ["http://xmlns.com/foaf/0.1/Person"],
            "http://xmlns.com/foaf/0.1/name": [{"@value": "Carl Øst"}],
        }
    ],
}


@cache
def examples_of(operation: str) -> dict[str, Any]:
    """The example answers of an operation, by status."""
    found: dict[str, Any] = orjson.loads((EXAMPLES / f"{operation}.json").read_bytes())
    return found


def describe(app: FastAPI) -> None:
    """Let the description hold the shape of problems, which every route refers to, and the examples."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            description = make()
            _add_problem(description)
            _add_meanings(description)
            for path, methods in description["paths"].items():
                for operation in methods.values():
                    _add_examples(path, operation)
        return app.openapi_schema or make()

    app.openapi = openapi  # type: ignore[method-assign]


def _add_problem(description: dict[str, Any]) -> None:
    shapes = description.setdefault("components", {}).setdefault("schemas", {})
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    shapes.update(problem.pop("$defs", {}))
    shapes[Problem.__name__] = problem
    for unused in ("HTTPValidationError", "ValidationError"):
        shapes.pop(unused, None)


def _add_meanings(description: dict[str, Any]) -> None:
    """Say of each field that is a property of the graph what the schema of the graph says of it."""
    schema = load_schema()
    for name, shape in description["components"]["schemas"].items():
        label = LABELS.get(name, name)
        known = schema.label[label].properties if label in schema.label else {}
        for field, form in shape.get("properties", {}).items():
            if field in known and "description" not in form and "$ref" not in str(form):
                form["description"] = schema.meaning(label, field) + "."


def _add_examples(path: str, operation: dict[str, Any]) -> None:
    operation["summary"] = operation["description"].split(". ")[0].rstrip(".")
    examples = examples_of(operation["operationId"])
    answer = examples["200"] if isinstance(examples["200"], dict) else {}
    given = {name: answer[field] for name, field in _FIELDS.items() if field in answer} | examples.get("parameters", {})
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in given:
            parameter["example"] = given[parameter["name"]]
            path = path.replace(f"{{{parameter['name']}}}", str(parameter["example"]))
    for status, response in operation["responses"].items():
        if "content" not in response:
            continue  # 304
        example = examples[status] if status in examples else _problem(status, path, operation)
        for type_, media in response["content"].items():
            media["example"] = _in_form(type_, response["content"], example)


def _in_form(type_: str, content: dict[str, Any], example: Any) -> Any:
    """The example as it is in one of the forms of an answer."""
    if type_ in _RDF and not (isinstance(example, dict) and "@context" in example):
        return _RDF[type_]
    if type_ in (MEDIA[Form.GRAPHML], MEDIA[Form.GEXF]):
        return write_drawing(example, Form.GRAPHML if type_ == MEDIA[Form.GRAPHML] else Form.GEXF).decode()
    if type_ == MEDIA[Form.CSV] and isinstance(example, dict):
        (name,) = [
            one["schema"]["$ref"].rsplit("/", 1)[1] for one in content.values() if "$ref" in one.get("schema", {})
        ]
        if name == QueryAnswer.__name__:
            return as_csv(example["columns"], example["rows"])
        shape = getattr(models, name)
        return as_csv(columns_of(shape), rows_of(shape, example))
    return example


def _problem(status: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
    """What every operation may answer alike; what only some answer stands in their own file."""
    known = [parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"]
    _, _, things, id_, *_ = [*path.split("/"), "", ""]
    problems: dict[str, ApiError] = {
        "406": FormRefused(["application/json"]),
        "410": Gone(things.removesuffix("s"), id_, date(2026, 11, 21)),
        "414": AddressTooLong(LONGEST),
        "422": refusal(["nosuch"], known),
        "429": RateExceeded(12),
        "503": StoreUnavailable("The graph cannot be reached just now.", "Try again in a moment."),
    }
    return problems[status].problem(path).model_dump(mode="json", exclude_none=True)
