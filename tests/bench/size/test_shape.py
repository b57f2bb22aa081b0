import tomllib

from bench.size.shape import as_toml, measured
from graph.facts import Edge, Facts, Kind
from graph.store import BoltGraphStore
from graph.writing import write_meetings
from tests.stores import LentStore

HAS_ITEM = Kind("HAS_ITEM", "Meeting", "AgendaItem")


def test_counts_and_lengths_alone(server: LentStore) -> None:
    store: BoltGraphStore = server.empty()
    points = [{"id": f"p{number}", "title": "Hemmelig sag"} for number in range(3)]
    meetings = [{"id": "m1", "status": "held"}, {"id": "m2"}]
    edges = {HAS_ITEM: [Edge("m1", point["id"], {}) for point in points]}
    facts = Facts({"Meeting": meetings, "AgendaItem": points}, edges)
    store.in_transaction(lambda transaction: write_meetings(transaction, [facts]))
    text = "".join(as_toml(measured(store)))
    assert "Hemmelig" not in text
    plain = tomllib.loads(text)
    assert plain["label"]["AgendaItem"] == {"count": 3, "properties": {"id": [1.0, 2.0], "title": [1.0, 12.0]}}
    assert plain["label"]["Meeting"]["properties"]["status"] == [0.5, 4.0]
    assert plain["relation"]["HAS_ITEM Meeting AgendaItem"] == {
        "count": 3,
        "mean": 1.5,
        "steps": [0] * 10 + [3] * 10,
    }
