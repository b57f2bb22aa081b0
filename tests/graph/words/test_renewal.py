"""The terms of a graph that older rules made, or that has none."""

import pytest

from cypher.migrations import Stage
from graph.store import BoltGraphStore
from graph.turns import turns_taken
from graph.words import renewal
from graph.words.terms import node_terms

POINT = {"id": "x.y.z.1", "title": "Skoler", "text": "Ærø"}
OTHER = {"id": "x.y.z.2", "title": "Skoler"}
PERSON = {"id": "x.bo", "name": "Bo Ærø"}


def test_a_graph_without_terms_gets_them_once_and_is_found(
    store: BoltGraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "BATCH", 1)
    store.apply_schema(Stage.LOADING)
    with store.transaction() as transaction:
        for label, row in (("AgendaItem", POINT), ("AgendaItem", OTHER), ("Person", PERSON)):
            transaction.run(f"CREATE (n:{label} {{id: $row.id}}) SET n = $row", row=row)
    assert renewal.renew_terms(store, lambda: True) == 1
    assert renewal.renew_terms(store) == 3
    assert turns_taken(store).keys() >= {"x"}
    rows = store.read("MATCH (n) WHERE n:AgendaItem OR n:Person RETURN n.terms AS terms ORDER BY n.id")
    assert [row["terms"] for row in rows] == [
        node_terms("Person", PERSON),
        node_terms("AgendaItem", POINT),
        node_terms("AgendaItem", OTHER),
    ]
    assert renewal.renew_terms(store) == 0
    store.apply_schema()
    found = store.read(
        "CALL db.index.fulltext.queryNodes('person_words', 'word_æ*', {limit: 9}) YIELD node RETURN node.id AS id"
    )
    assert found == [{"id": "x.bo"}]
    monkeypatch.setattr(renewal, "terms_version", lambda: "other rules")
    assert renewal.renew_terms(store) == 3
