"""Questions to a store of some size, each beside the bare driver's look-up of one node by its id."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.racing import percentile
from bench.size.servers import Running
from bench.size.words import vocabulary
from graph.bolt import open_driver

LOOKUP = "MATCH (n:AgendaItem {id: $id}) RETURN n.title AS title"
FULL_TEXT = (
    "CALL db.index.fulltext.queryNodes('search', $words, {limit: 20}) YIELD node, score RETURN node.id AS id, score"
)
CASES = "MATCH (c:Case {item_count: $points}) RETURN c.id AS id ORDER BY id LIMIT 40"
POINTS = "MATCH (:Case {item_count: $points})<-[:PART_OF_CASE]-(i:AgendaItem) RETURN i.id AS id ORDER BY id LIMIT 60"
VOTERS = (
    "MATCH (p:Person)<-[:CAST_BY]-(b:Ballot) RETURN p.id AS id, count(b) AS ballots ORDER BY ballots DESC, id LIMIT 40"
)
POINTS_OF_A_CASE = 4
MOST_SECONDS = 15.0  # that one question may take in all
FREQUENT, RARE = 5, 3000  # ranks of words


@dataclass(frozen=True, slots=True)
class Waited:
    """How long the answers to one question took, in milliseconds, ours and the peer's beside it."""

    question: str
    ours: Sequence[float]
    peer: Sequence[float]

    @property
    def p50(self) -> float:
        """Half of the answers came within this."""
        return percentile(self.ours, 0.50)

    @property
    def p95(self) -> float:
        """Nineteen of twenty answers came within this."""
        return percentile(self.ours, 0.95)

    @property
    def ratio(self) -> float:
        """How many look-ups of the peer one answer took."""
        return self.p50 / percentile(self.peer, 0.50)


def ask_all(server: Running, requests: int) -> list[Waited]:
    """Every question so many times, with ids that are drawn anew for each graph."""
    from api.service.cases import case_history
    from api.service.neighbourhood import neighbourhood
    from api.service.rows import ask

    store = server.store
    cases = ids_of(server, CASES, points=POINTS_OF_A_CASE)
    points = ids_of(server, POINTS, points=POINTS_OF_A_CASE)
    voters = ids_of(server, VOTERS)
    words = vocabulary()
    questions: Mapping[str, Callable[[int], Any]] = {
        "point look-up": lambda turn: store.read(LOOKUP, id=points[turn % len(points)]),
        "case history (service, some 20 queries)": lambda turn: case_history(store, cases[turn % len(cases)]),
        "points of a case": lambda turn: ask(store, "case_items", id=cases[turn % len(cases)], limit=200),
        "neighbourhood of a point, 2 steps": lambda turn: neighbourhood(store, f"item:{points[turn % len(points)]}"),
        "a person's votes": lambda turn: ask(store, "person_ballots", id=voters[turn % len(voters)], limit=500),
        "full text, a frequent word": lambda turn: store.read(FULL_TEXT, words=words[FREQUENT + turn % 20]),
        "full text, a rare word": lambda turn: store.read(FULL_TEXT, words=words[RARE + turn % 200]),
    }
    driver = open_driver(server.connection.uri, server.connection.writer, server.connection.database)
    with driver, driver.session(database=server.connection.database) as session:

        def peer(turn: int) -> Any:
            return session.execute_read(lambda bolt: list(bolt.run(LOOKUP, id=points[turn % len(points)])))

        return [_waited(name, question, peer, requests) for name, question in questions.items()]


def ids_of(server: Running, query: str, **params: Any) -> list[str]:
    """The ids that a query finds, drawn anew for each graph."""
    found = [row["id"] for row in server.store.read(query, **params)]
    Random(1).shuffle(found)
    assert found, query
    return found


def _waited(name: str, ours: Callable[[int], Any], peer: Callable[[int], Any], requests: int) -> Waited:
    for turn in range(3):
        ours(turn)
        peer(turn)
    given: tuple[list[float], list[float]] = ([], [])
    give_up = time.perf_counter() + MOST_SECONDS
    for turn in range(requests):
        for work, waited in zip((ours, peer), given, strict=True):
            start = time.perf_counter()
            work(turn)
            waited.append(1000 * (time.perf_counter() - start))
        if time.perf_counter() > give_up:
            break
    return Waited(name, *given)
