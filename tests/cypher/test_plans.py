"""What a page asks for one thing begins at an index on Neo4j, so that its time does not grow with the graph.

ArcadeDB gives no plan over Bolt; there `python -m bench stores` measures the same questions at several sizes.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from cypher import Parameter, ParameterType, load_query, query_names
from graph.bolt import open_driver
from graph.store import BoltGraphStore
from tests.stores import NEO4J, PASSWORD, LentStore

OF_ONE_THING = ("ballots_of", "case_items", "case_of", "case_related", "case_way", "evidence_beside", "item_", "items",
                "neighbours", "node_names", "partner_points", "person_ballots")  # fmt: skip
THROUGH_ALL = ("AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "DirectedRelationshipTypeScan",
               "UndirectedRelationshipTypeScan")  # fmt: skip
LISTS = ("item_ids",)  # go through all points, page by page, and mean to
VALUES: dict[ParameterType, Any] = {
    ParameterType.INTEGER: 5,
    ParameterType.BOOLEAN: True,
    ParameterType.LIST: ["nordlev"],
    ParameterType.ROWS: [{"id": "nordlev", "label": "Case"}],
}


def steps(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from steps(child)


def given(parameter: Parameter) -> Any:
    return VALUES.get(parameter.type, "nordlev")


@pytest.mark.skipif(not NEO4J, reason="needs a Neo4j: make test-neo4j")
@pytest.mark.parametrize(
    "name", [name for name in query_names("read") if name.startswith(OF_ONE_THING) and name not in LISTS]
)
def test_begins_at_an_index(name: str, server: LentStore) -> None:
    store: BoltGraphStore = server.empty()
    if store.dialect != "neo4j":
        pytest.skip("the engine tells no plan")
    store.apply_schema()
    query = load_query("read", name)
    values = {parameter.name: given(parameter) for parameter in query.parameters}
    with open_driver(NEO4J, ("neo4j", PASSWORD), "neo4j") as driver, driver.session() as session:
        plan = session.run("EXPLAIN " + query.text, values).consume().plan
    assert plan is not None
    assert [step for step in steps(plan) if step in THROUGH_ALL] == []
