from bench.size.loading import Spent, load_by
from bench.size.population import population
from graph.facts import Facts
from graph.store import BoltGraphStore
from graph.writing import Edges, Nodes, united, write_new_edges, write_new_nodes
from tests.stores import LentStore


class TestLoadBy:
    def test_peers_take_turns_until_they_have_enough(self) -> None:
        turns: list[str] = []

        def ours(nodes: Nodes, edges: Edges, spent: Spent) -> None:
            turns.append("ours")

        def peer(nodes: Nodes, edges: Edges, spent: Spent) -> None:
            turns.append("peer")

        meetings = [Facts({"Meeting": [{"id": f"m{number}"}]}, {}) for number in range(60)]
        first, second = load_by([ours, peer], iter(meetings), peers_until=40)
        assert turns == ["ours", "peer", "peer", "ours", "ours"]
        assert (first.nodes, second.nodes) == (60, 40)
        assert (len(first.groups), len(second.groups)) == (3, 2)


def test_a_made_graph_is_in_the_store_as_it_was_made(server: LentStore) -> None:
    store: BoltGraphStore = server.empty()
    store.apply_schema()
    meetings = list(population(2_500))
    nodes, edges = united(meetings)
    with store.transaction() as transaction:
        write_new_nodes(transaction, nodes)
        write_new_edges(transaction, edges)
    (found,) = store.read("MATCH (n) WHERE NOT n:Migration AND NOT n:Turn RETURN count(n) AS nodes")
    (related,) = store.read("MATCH ()-[r]->() RETURN count(r) AS relations")
    assert found["nodes"] == sum(map(len, nodes.values()))
    shared = sum(len({(edge.start, edge.end) for edge in found}) for found in edges.values())
    assert related["relations"] == shared
