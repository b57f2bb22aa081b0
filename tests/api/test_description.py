"""The description of the API: every operation named, told in a line and shown by an example that holds."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from api import models
from api.app import create_app
from api.description import EXAMPLES, LABELS
from api.errors import MEDIA_TYPE
from api.models import Problem
from api.settings import Settings
from graph.schema import load_schema
from tests.api.client import TestClient

DESCRIPTION: dict[str, Any] = create_app(Settings()).openapi()
OPERATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    operation["operationId"]: (path, operation)
    for path, methods in DESCRIPTION["paths"].items()
    for operation in methods.values()
}
INVENTED = {"Nordlev Kommune", "Søby Kommune", "Klitborg Kommune", "Vesterskov Kommune", "Hedelund Kommune"}
JSON = "application/json; charset=utf-8"
TEXTS = {
    name
    for name, (_, operation) in OPERATIONS.items()
    if all(media["schema"] == {"type": "string"} for media in operation["responses"]["200"]["content"].values())
}


def holds(shape: type[BaseModel], example: Any) -> bool:
    """Whether the example is an answer of this shape, and names no field that the shape has not."""
    read = TypeAdapter(shape).validate_python(example)
    return bool(read.model_dump(mode="json", exclude_unset=True) == example)


def shape_of(operation: dict[str, Any]) -> type[BaseModel]:
    reference: str = operation["responses"]["200"]["content"][JSON]["schema"]["$ref"]
    shape: type[BaseModel] = getattr(models, reference.rsplit("/", 1)[1])
    return shape


def problems_of(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for status, response in operation["responses"].items():
        if status not in ("200", "304"):
            yield status, response["content"][MEDIA_TYPE]["example"]


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_operation_has_a_plain_name_and_one_line(name: str) -> None:
    _, operation = OPERATIONS[name]
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name)
    assert operation["summary"]
    assert "\n" not in operation["summary"]
    assert operation["summary"].casefold() != name.replace("_", " ")


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_example_of_a_text_is_one(name: str) -> None:
    ((media, content),) = OPERATIONS[name][1]["responses"]["200"]["content"].items()
    assert isinstance(content["example"], str)
    assert "json" not in media


@pytest.mark.parametrize("name", sorted(set(OPERATIONS) - TEXTS))
def test_example_is_an_answer(name: str) -> None:
    _, operation = OPERATIONS[name]
    assert holds(shape_of(operation), operation["responses"]["200"]["content"][JSON]["example"])


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_examples_of_problems_are_problems(name: str) -> None:
    path, operation = OPERATIONS[name]
    for status, example in problems_of(operation):
        assert holds(Problem, example)
        assert str(example["status"]) == status
        assert re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), example["instance"])


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_every_parameter_is_told_and_shown(name: str) -> None:
    for parameter in OPERATIONS[name][1].get("parameters", ()):
        assert parameter["description"], parameter
        assert parameter.get("example") or parameter["schema"].get("examples"), parameter


def test_names_are_of_one_operation_each() -> None:
    assert len(OPERATIONS) == sum(len(methods) for methods in DESCRIPTION["paths"].values())
    assert {path.stem for path in EXAMPLES.iterdir()} == set(OPERATIONS)


def test_examples_tell_of_the_invented_municipality_only() -> None:
    for path in EXAMPLES.iterdir():
        text = path.read_text("utf-8")
        assert set(re.findall(r"\w+ Kommune\b", text)) <= INVENTED
        assert json.loads(text)["200"]


def test_only_what_asks_the_store_may_be_without_it() -> None:
    spared = {name for name, (_, operation) in OPERATIONS.items() if "503" not in operation["responses"]}
    assert spared == {"graph_schema", "list_problem_types", "list_queries", "problem_type", "metrics"}


def test_the_schema_is_that_of_the_graph(client: TestClient) -> None:
    found = client.get("/api/schema").json()
    schema = load_schema()
    assert [one["name"] for one in found["labels"]] == list(schema.label)
    assert {one["type"]: [(end["start"], end["end"]) for end in one["ends"]] for one in found["relations"]} == {
        name: list(ends) for name, ends in schema.relation.items()
    }
    assert all(one["text"] for part in ("labels", "relations") for each in found[part] for one in each["properties"])


FORMS: dict[str, set[str]] = {
    "string": {"string"},
    "integer": {"integer"},
    "float": {"number"},
    "boolean": {"boolean"},
    "date": {"string:date"},
    "strings": {"array:string"},
    "integers": {"array:integer"},
}
OTHERWISE = {  # what an answer gives in another form than the graph, for its readers
    "Body.terms": "its terms of office; in the graph the words by which it is found",
    "Case.municipality": "with its name",
    "Organisation.municipality": "with its name",
    "Conflict.statement_a": "with its evidence",
    "Conflict.statement_b": "with its evidence",
    "Correction.date": "as a date",
}


def forms(field: dict[str, Any]) -> set[str]:
    """The forms that a field may have, without null."""
    parts = field.get("anyOf", [field])
    found = {
        ":".join(filter(None, (part.get("type"), part.get("format") or part.get("items", {}).get("type"))))
        for part in parts
    }
    return found - {"null"}


def test_fields_that_are_properties_of_the_graph_have_their_type_and_say_what_they_hold() -> None:
    schema, compared = load_schema(), 0
    for name, shape in DESCRIPTION["components"]["schemas"].items():
        label = LABELS.get(name, name)
        known = schema.label[label].properties if label in schema.label else {}
        for field in known.keys() & shape.get("properties", {}).keys():
            form = shape["properties"][field]
            if f"{name}.{field}" not in OTHERWISE:
                assert forms(form) <= FORMS[known[field]], (name, field, form)
                assert form["description"]
                compared += 1
    assert compared > 100
