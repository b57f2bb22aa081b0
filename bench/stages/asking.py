"""The history of a case: through the service and over HTTP, beside a bare look-up in Cypher."""

from __future__ import annotations

import gc
import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from bench.racing import percentile, race
from bench.report import Figure, Latency
from bench.stages import Plan
from bench.stages.places import filled_store

if TYPE_CHECKING:
    from graph.store import GraphStore

LOOKUP = "MATCH (c:Case {id: $id}) RETURN c.title AS title"
LARGEST = """
MATCH (c:Case)<-[:PART_OF_CASE]-(i:AgendaItem)
RETURN c.id AS id, count(i) AS points ORDER BY points DESC, id LIMIT 1
"""


def measure(plan: Plan) -> list[Figure | Latency]:
    """Milliseconds an answer: CPU against the look-up, and how long one waits."""
    from api.service.cases import case_history

    with filled_store(plan.times) as (store, _):
        (case,) = store.read(LARGEST)
        id_ = case["id"]
        size = store.read("MATCH (n) RETURN count(n) AS nodes")[0]["nodes"]
        with served(store) as ask:

            def lookup() -> object:
                return store.read(LOOKUP, id=id_)

            def service() -> object:
                return case_history(store, id_)

            def over_http() -> object:
                return ask(f"/api/cases/{id_}/history")

            note = f"a case of {case['points']} points with all facts and their evidence; graph of {size:,} nodes"
            peer = "one indexed look-up in Cypher, same store"
            few = max(5, plan.requests // 10)
            return [
                Figure(
                    "case history, service",
                    "answer",
                    peer,
                    race(_often(service, few), _often(lookup, few), plan.rounds),
                    note,
                ),
                Figure(
                    "case history, HTTP",
                    "answer",
                    "the same through the service layer",
                    race(_often(over_http, few), _often(service, few), plan.rounds),
                    "client and server share this process, so both are counted",
                ),
                _latency("look-up in Cypher", lookup, plan, "p99 5 ms"),
                _latency("case list by number, HTTP", lambda: ask("/api/cases?number=24/3310"), plan, "p99 50 ms"),
                _latency("case history, service", service, plan, "p99 100 ms"),
                _latency("case history, HTTP", over_http, plan, "p99 100 ms"),
            ]


def _often(work: Callable[[], object], times: int) -> Callable[[], int]:
    def repeated() -> int:
        for _ in range(times):
            work()
        return times

    return repeated


def _latency(stage: str, work: Callable[[], object], plan: Plan, goal: str) -> Latency:
    for _ in range(5):
        work()
    waited = []
    for _ in range(plan.requests):
        start = time.perf_counter()
        work()
        waited.append(1000 * (time.perf_counter() - start))
    return Latency(stage, percentile(waited, 0.50), percentile(waited, 0.99), goal)


@contextmanager
def served(store: GraphStore) -> Iterator[Callable[[str], bytes]]:
    """The application on loopback, in a thread of this process; a function that asks it over one connection."""
    import uvicorn

    from api.app import create_app
    from api.settings import Settings

    app = create_app(Settings(), store)
    config = uvicorn.Config(app, port=0, log_level="warning", access_log=False, timeout_keep_alive=600)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("The server did not start.")
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(path: str) -> bytes:
        client.request("GET", path)
        answer: Any = client.getresponse()
        body: bytes = answer.read()
        assert answer.status == 200, (path, answer.status, body[:200])
        return body

    gc.freeze()  # what the benchmark itself holds in memory is no part of a server
    try:
        yield ask
    finally:
        gc.unfreeze()
        client.close()
        server.should_exit = True
        thread.join(10)
