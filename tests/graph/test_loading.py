"""The loader: the same graph from the same documents, whatever came first and however often."""

from __future__ import annotations

from datetime import date

from extract.records import ItemKind
from graph.dump import dump
from graph.loading import load
from graph.store import BoltGraphStore
from tests.graph import records as r


def dumped(store: BoltGraphStore) -> bytes:
    return b"".join(dump(store))


def minutes(name: str, day: date, case: str = "24/1", **more):
    page = r.Page(name)
    points = (
        r.item(page, "1", "Godkendelse af dagsorden", case="24/9", kind=ItemKind.AGENDA_APPROVAL),
        r.item(page, "2", "Ny cykelsti", case=case, decisions=(r.decision(page, "Godkendt.", day=day),)),
    )
    return r.meeting(page, day, points, attendees=(r.member(page, "Åse Bæk"),), **more)


def test_loading_twice_changes_nothing(store):
    first = load(store, [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))])
    before = dumped(store)
    again = load(store, [minutes("b", date(2024, 2, 6)), minutes("a", date(2024, 1, 9))])
    assert (first.loaded, again.loaded, again.unchanged) == (2, 0, 2)
    assert dumped(store) == before


def test_container_and_case(store):
    load(store, [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))], group=1)
    [number] = store.read("MATCH (n:CaseNumber {number: '24/9'}) RETURN n.container AS c, n.container_reason AS why")
    assert number == {"c": True, "why": "2 af 2 punkter er mødeformalia"}
    [case] = store.read("MATCH (c:Case) RETURN properties(c) AS c")
    assert case["c"]["aliases"] == [
        "nordlev.kultur-og-fritidsudvalget.2024-01-09.2",
        "nordlev.kultur-og-fritidsudvalget.2024-02-06.2",
    ]
