"""Neo4j's own parser and semantic checker has nothing to say about any statement of the project.

EXPLAIN plans a statement without running it. What Neo4j would warn of (deprecated, a label, relation or property that
is nowhere) comes as notifications, which the program itself does not ask for. Only a real Neo4j can do this.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cypher import ParameterType, Query, load_query, query_names
from cypher.migrations import migrations
from graph.schema import load_schema
from tests.stores import NEO4J, PASSWORD, SOAK

if TYPE_CHECKING:
    import neo4j

needs_neo4j = pytest.mark.skipif(not NEO4J, reason="needs a Neo4j: make test-neo4j")
VALUES: dict[ParameterType, Any] = {
    ParameterType.STRING: "x",
    ParameterType.INTEGER: 1,
    ParameterType.FLOAT: 1.5,
    ParameterType.BOOLEAN: True,
    ParameterType.DATE: date(2024, 1, 9),
    ParameterType.DATETIME: "2024-01-09T12:00:00+01:00",
    ParameterType.LIST: ["x"],
    ParameterType.MAP: {},
    ParameterType.ROWS: [{"id": "x", "start": "x", "end": "y", "props": {"id": "x"}, "pair": ["x", "y"]}],
}
# Labels that are in a graph for a while only, so that the schema does not speak of them.
PASSING = {"Restoring"}
FOLDERS = ("read", "explore", "load")
STRIDE = 1 if SOAK else 8  # of the relations that may stand in a template


def _filled(query: Query) -> list[str]:
    """A template with the labels or relations that may stand in it."""
    schema, text = load_schema(), query.text
    if "__TYPE__" in text:
        ends = [(type_, start, end) for type_, pairs in schema.relation.items() for start, end in pairs][::STRIDE]
        return [
            text.replace("__TYPE__", type_).replace("__FROM__", start).replace("__TO__", end)
            for type_, start, end in ends
        ]
    labels = [place for place in ("__LABEL__", "__FROM__") if place in text]
    return [text.replace(labels[0], label) for label in sorted(schema.label)] if labels else [text]


STATEMENTS = [
    (f"{folder}/{name}", statement.replace("__NAME__", "id"), load_query(folder, name))
    for folder in FOLDERS
    for name in query_names(folder)
    for statement in _filled(load_query(folder, name))
]


@pytest.fixture(scope="module")
def session() -> Iterator[neo4j.Session]:
    """A session that is told everything, on a server that has seen every name of the schema."""
    from neo4j import GraphDatabase

    with GraphDatabase.driver(NEO4J, auth=("neo4j", PASSWORD)) as driver, driver.session(database="neo4j") as opened:
        schema = load_schema()
        properties = {name for label in schema.label.values() for name in label.properties}
        properties |= {name for relation in schema.relation_properties.values() for name in relation}
        for procedure, names in (
            ("createLabel", {*schema.label, *PASSING}),
            ("createRelationshipType", schema.relation),
            ("createProperty", properties),
        ):
            opened.run(f"UNWIND $names AS name WITH * CALL db.{procedure}(name)", names=sorted(names)).consume()
        yield opened


def told(session: neo4j.Session, statement: str, parameters: dict[str, Any]) -> list[str]:
    """What Neo4j remarks, but for hints on speed that hang on how much is in the graph."""
    summary = session.run(f"EXPLAIN {statement}", parameters).consume()
    return [
        f"{status.gql_status}: {status.status_description}"
        for status in summary.gql_status_objects
        if status.is_notification and status.classification != "PERFORMANCE"
    ]


@needs_neo4j
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_statement_is_good_cypher(session: neo4j.Session, folder: str) -> None:
    remarks = {}
    for name, statement, query in STATEMENTS:
        if name.startswith(folder + "/"):
            parameters = {parameter.name: VALUES[parameter.type] for parameter in query.parameters}
            if found := told(session, statement, parameters):
                remarks[name] = found
    assert remarks == {}


@needs_neo4j
@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n:Person) CALL { WITH n RETURN 1 AS one } RETURN one",
        "MATCH (n:Strange) RETURN n",
        "MATCH (:Person)-[:STRANGELY]->(n) RETURN n",
        "MATCH (n:Person) RETURN n.strangeness",
    ],
)
def test_a_deprecated_form_and_a_strange_name_are_told(session: neo4j.Session, statement: str) -> None:
    assert told(session, statement, {})


@needs_neo4j
def test_the_schema_is_good_cypher(session: neo4j.Session) -> None:
    statements = [statement for step in migrations("neo4j") for statement in step.statements]
    assert [remark for statement in statements for remark in told(session, statement, {})] == []


def test_there_are_statements() -> None:
    assert {name for name, _, _ in STATEMENTS} == {
        f"{folder}/{name}" for folder in FOLDERS for name in query_names(folder)
    }
    assert not [statement for _, statement, _ in STATEMENTS if "__" in statement]
