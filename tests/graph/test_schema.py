from __future__ import annotations

import re
from datetime import datetime

import pytest

from cypher import FOLDER
from graph.errors import SchemaBroken
from graph.schema import load_schema
from graph.writing import statement

SCHEMA = load_schema()


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"id": "x", "colour": "blue"},
        {"id": "x", "name": 3},
        {"id": "x", "aliases": "one"},
        {"id": "x", "aliases": [1]},
    ],
)
def test_a_node_that_breaks_the_schema_is_refused(row):
    with pytest.raises(SchemaBroken):
        SCHEMA.check_node("Body", row)


def test_a_time_is_no_date():
    with pytest.raises(SchemaBroken):
        SCHEMA.check_node("Meeting", {"id": "x", "date": datetime(2024, 1, 9, 15, 0)})


def test_a_relation_between_other_labels_is_refused():
    with pytest.raises(SchemaBroken):
        SCHEMA.check_relation("HELD", "Person", "Meeting", {})


def test_every_label_has_its_key():
    text = "\n".join(path.read_text("utf-8") for path in sorted((FOLDER / "schema").glob("*.cypher")))
    assert sorted(re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE", text)) == sorted(SCHEMA.label)


def test_no_relation_shares_a_name_with_a_label():
    assert not SCHEMA.label.keys() & SCHEMA.relation.keys()


def test_only_names_of_the_schema_go_into_a_template():
    assert "MERGE (n:Body {id: row.id})" in statement("node", LABEL="Body")
    with pytest.raises(SchemaBroken):
        statement("node", LABEL="Body) DETACH DELETE (n")
