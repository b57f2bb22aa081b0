"""What lacks what it belongs to is told; a sound graph has nothing of that."""

from __future__ import annotations

import pytest

from graph.orphans import find_orphans
from graph.store import BoltGraphStore
from tests.stores import LentStore, load_examples

TORN = {
    "MERGE (r:Record {id: 'd#1'})": "1 readings without document (d#1)",
    "MERGE (m:Meeting {id: 'm', status: 'held'})": "1 meetings without document (m)",
    "MERGE (e:Evidence {id: 'e1'}) MERGE (f:Evidence {id: 'e2'})": "2 places of evidence without document (e1)",
    "MERGE (i:AgendaItem {id: 'i'}) MERGE (l:Link {id: 'l'}) MERGE (i)-[:HAS_LINK]->(l)": (
        "1 links that lack one of their ends (l)"
    ),
    "MERGE (m:Meeting {id: 'm', status: 'referenced'}) MERGE (l:Link {id: 'l'}) MERGE (l)-[:LINKS_TO]->(m)": (
        "1 links that lack one of their ends (l)"
    ),
}


def test_the_examples_are_whole(server: LentStore) -> None:
    assert find_orphans(server.holding("examples", load_examples)) == []


@pytest.mark.parametrize(("statement", "said"), TORN.items(), ids=range(len(TORN)))
def test_what_is_torn_is_told(store: BoltGraphStore, statement: str, said: str) -> None:
    store.write(statement)
    assert list(map(str, find_orphans(store))) == [said]
