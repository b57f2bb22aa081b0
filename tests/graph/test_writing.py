import datetime as dt

import pytest

from graph.errors import SchemaBroken
from graph.facts import Edge, Facts, Kind
from graph.schema import Row
from graph.store import BoltGraphStore
from graph.writing import write_edges, write_meetings

MEETING: Row = {"id": "nordlev.byraadet.2025-01-14", "date": dt.date(2025, 1, 14), "status": "held"}
BODY: Row = {"id": "nordlev.byraadet", "name": "Byrådet", "aliases": ["Nordlev Byråd"]}
MEMBER = Kind("MEMBER_OF", "Person", "Body")


def written(store: BoltGraphStore, facts: Facts) -> None:
    store.in_transaction(lambda transaction: write_meetings(transaction, [facts]))


class TestWriteMeetings:
    def test_writes_what_a_row_has_and_nothing_else(self, store: BoltGraphStore) -> None:
        store.apply_schema()
        written(store, Facts({"Meeting": [MEETING], "Body": [BODY]}, {}))
        (row,) = store.read("MATCH (n:Meeting) RETURN properties(n) AS found, size(keys(n)) AS keys")
        assert row == {"found": MEETING, "keys": 3}

    def test_writes_relations_with_and_without_properties(self, store: BoltGraphStore) -> None:
        store.apply_schema()
        person: Row = {"id": "nordlev.asta-oe", "name": "Asta Ø"}
        member = Edge(person["id"], BODY["id"], {"kind": "member", "meetings": 2, "ranks": ["2025-01-14 formand"]})
        held = Edge(BODY["id"], MEETING["id"], {})
        nodes: dict[str, list[Row]] = {"Meeting": [MEETING], "Body": [BODY], "Person": [person]}
        written(store, Facts(nodes, {MEMBER: [member], Kind("HELD", "Body", "Meeting"): [held]}))
        rows = store.read("MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS found ORDER BY type")
        assert rows == [{"type": "HELD", "found": {}}, {"type": "MEMBER_OF", "found": member.props}]

    def test_refuses_a_property_that_the_schema_does_not_name(self, store: BoltGraphStore) -> None:
        with pytest.raises(SchemaBroken, match="'weather'"):
            written(store, Facts({"Meeting": [MEETING | {"weather": "regn"}]}, {}))


class TestWriteEdges:
    def test_refuses_a_property_that_the_schema_does_not_name(self, store: BoltGraphStore) -> None:
        edge = Edge("nordlev.asta-oe", BODY["id"], {"mood": "glad"})
        with pytest.raises(SchemaBroken, match="'mood'"):
            store.in_transaction(lambda transaction: write_edges(transaction, MEMBER, [edge]))
