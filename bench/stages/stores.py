"""Both stores at size: how quickly a graph like that of real minutes is loaded, how large it gets, how it answers."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import TypeAlias

from bench.report import Skipped, StoreFigure
from bench.size.asking import Waited, ask_all
from bench.size.loading import Spent, Way, by_csv, by_driver, by_store, load_by
from bench.size.population import population
from bench.size.servers import Running, embedded, neo4j, neo4j_missing
from bench.stages import Plan
from cypher.migrations import Stage
from graph.store import Dialect

PEERS_UNTIL = 100_000  # nodes that are also loaded by the peers
MEGABYTE = 1_000_000
LOAD_GOAL = 15_000
CSV_GOAL = 2.0
GROWTH_GOAL = 3.0
HISTORY = "case history (service, some 20 queries)"
Found: TypeAlias = list[StoreFigure | Skipped]


def measure(plan: Plan) -> Found:
    """For each store and each size of the plan."""
    missing = neo4j_missing() if "Neo4j" in plan.stores else None
    found: Found = [Skipped("stores, Neo4j", missing)] if missing else []
    for name in plan.stores if missing is None else ("embedded",):
        histories: dict[int, float] = {}
        for size in plan.sizes:
            figures, waited = _measure_store(name, size, plan.requests)
            found += figures
            print(*figures, sep="\n", file=sys.stderr, flush=True)  # a run at size takes long
            histories[size] = next(one.p50 for one in waited if one.question == HISTORY)
        small, large = min(histories), max(histories)
        if small < large:
            growth = histories[large] / histories[small]
            what = f"case history, {large:,} beside {small:,} nodes"
            found.append(
                StoreFigure(name, large, what, f"{histories[large]:.1f} ms", f"{histories[small]:.1f} ms", growth,
                            f"at most {GROWTH_GOAL:g}")
            )  # fmt: skip
    return found


def _start(name: str) -> AbstractContextManager[Running]:
    return embedded() if name == "embedded" else neo4j()


def _measure_store(name: str, size: int, requests: int) -> tuple[list[StoreFigure], list[Waited]]:
    with ExitStack() as others, _start(name) as server:
        server.store.apply_schema(Stage.LOADING)
        ways: dict[str, Way] = {"ours": by_store(server), "bare driver": by_driver(_prepared(others, name))}
        if name == "Neo4j":
            ways["LOAD CSV"] = by_csv(_prepared(others, name))
        spent = dict(zip(ways, load_by(list(ways.values()), population(size), PEERS_UNTIL), strict=True))
        others.close()
        start = time.perf_counter()
        server.store.apply_schema()
        _await_indexes(server)
        full_text = time.perf_counter() - start
        now, highest = server.memory()
        figures = [*_loading(name, spent), *_sizes(name, spent["ours"].nodes, server, (full_text, now, highest))]
        waited = ask_all(server, requests)
        return [*figures, *_waiting(name, spent["ours"].nodes, waited)], waited


def _prepared(others: ExitStack, name: str) -> Running:
    peer = others.enter_context(_start(name))
    peer.store.apply_schema(Stage.LOADING)
    return peer


def _await_indexes(server: Running) -> None:
    """Neo4j fills an index after it has said that it is there."""
    if server.store.dialect is Dialect.NEO4J:
        server.store.read("CALL db.awaitIndexes(600)")


def _loading(name: str, spent: dict[str, Spent]) -> Iterator[StoreFigure]:
    ours = spent["ours"]
    goal = f"at least {LOAD_GOAL:,}" if name == "embedded" else ""
    size = ours.nodes
    rows = size + ours.relations
    yield StoreFigure(name, size, "nodes a second", f"{size / ours.node_seconds:,.0f}", "", None, goal)
    yield StoreFigure(name, size, "relations a second", f"{ours.relations / ours.relation_seconds:,.0f}")
    busy = f"{size / ours.node_cpu:,.0f}, {ours.relations / ours.relation_cpu:,.0f}"
    yield StoreFigure(name, size, "nodes, relations a CPU second (client and server)", busy)
    ends = f"{_pace(ours, 0):.3f} s, {_pace(ours, -1):.3f} s"
    yield StoreFigure(name, size, "1,000 rows in the first and in the last tenth", ends)
    yield StoreFigure(name, size, "seconds for all", f"{ours.seconds:,.1f} s", f"{rows:,} rows")
    for peer, one in spent.items():
        if peer == "ours":
            continue
        mine = sum(ours.groups[: len(one.groups)])
        goal = f"at most {CSV_GOAL:g}" if peer == "LOAD CSV" else ""
        what = f"loading {one.nodes:,} nodes, {one.relations:,} relations, beside {peer}"
        yield StoreFigure(name, size, what, f"{mine:.1f} s", f"{one.seconds:.1f} s", mine / one.seconds, goal)


def _pace(spent: Spent, end: int) -> float:
    """Seconds for 1,000 rows in the first (0) or last (-1) tenth of the groups, which are of one size."""
    tenth = max(1, len(spent.groups) // 10)
    part = spent.groups[:tenth] if end == 0 else spent.groups[-tenth:]
    return 1000 * sum(part) / len(part) * len(spent.groups) / (spent.nodes + spent.relations)


def _sizes(name: str, size: int, server: Running, rest: tuple[float, int, int]) -> Iterator[StoreFigure]:
    full_text, now, highest = rest
    yield StoreFigure(name, size, "full text and what else comes after the load", f"{full_text:.1f} s")
    yield StoreFigure(name, size, "memory of the server, and at its highest", f"{now / MEGABYTE:,.0f} MB",
                      f"{highest / MEGABYTE:,.0f} MB")  # fmt: skip
    yield StoreFigure(name, size, "files", f"{server.size() / MEGABYTE:,.0f} MB")


def _waiting(name: str, size: int, waited: list[Waited]) -> Iterator[StoreFigure]:
    for one in waited:
        value = f"{one.p50:.1f} / {one.p95:.1f} ms"
        peer = f"{one.p50 / one.ratio:.2f} ms"
        yield StoreFigure(name, size, one.question, value, peer, one.ratio)
