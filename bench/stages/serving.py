"""The API and the case page at size: what twenty readers wait for, beside a bare FastAPI that runs the same statements.

Store, server, peer and readers are four processes. Ours and the peer reach the store in the same way, by Bolt, and take
turns. The peer is given the statements that our service ran, and returns their rows as they are.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from bench.racing import percentile
from bench.report import Skipped, StoreFigure
from bench.size.asking import CASES, POINTS, POINTS_OF_A_CASE, ids_of
from bench.size.clients import CLIENTS, ask_together, page_weight, serving
from bench.size.loading import by_store, load_by
from bench.size.peer import Recorded, Statements
from bench.size.population import population
from bench.size.servers import HOME, Running, embedded
from bench.size.words import vocabulary
from bench.stages import Plan
from cypher import Query
from cypher.migrations import Stage
from graph.schema import Row
from graph.store import BoltGraphStore, Statement
from graph.values import encode

ASKED = 40  # things of each kind that are asked for
DRAWN, LARGEST = 150, 300  # nodes
RANKS = range(5, 2000)  # of the words that are searched for
TURNS = 2
PAGE_GOAL = "at most 60 kB"
PROGRAM = str(Path(sys.executable).with_name("sagsgraf"))
BROWSER = HOME / "tests" / "browser"


def measure(plan: Plan) -> list[StoreFigure | Skipped]:
    """For the largest size of the plan."""
    with embedded() as server, TemporaryDirectory(prefix="sagsgraf-bench-") as name:
        server.store.apply_schema(Stage.LOADING)
        (spent,) = load_by([by_store(server)], population(max(plan.sizes)), 0)
        server.store.apply_schema()
        questions = _questions(server)
        recorded = Recorded(server.connection, {one.slug: _recorded(server.store, one) for one in questions})
        (Path(name) / "statements").write_bytes(pickle.dumps(recorded))
        with (
            serving(PROGRAM, "--store", str(server.files), "serve", "--port", "0") as ours,
            serving(sys.executable, "-m", "bench.size.peer", f"{name}/statements") as peer,
        ):
            waited = [_waited(spent.nodes, one, ours, peer, plan.seconds) for one in questions]
            page = f"/sager/{quote(ids_of(server, CASES, points=POINTS_OF_A_CASE)[0])}"
            point = quote(ids_of(server, POINTS, points=POINTS_OF_A_CASE)[0])
            drawing = f"{ours}/graf?node=item:{point}&depth=3&limit={LARGEST}"
            shown = [
                _shown(spent.nodes, "case page, first contentful paint", ours + page),
                _shown(spent.nodes, f"drawing of {LARGEST}, until it can be moved", drawing, "#canvas[data-drawn]"),
            ]
            return [*waited, _weight(spent.nodes, ours, page), *shown]


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked over HTTP, and what the service does for it."""

    name: str
    paths: Sequence[str]
    works: Sequence[Callable[[Any], object]]  # of a store
    goal: str

    @property
    def slug(self) -> str:
        """Its name in an address."""
        return self.name.replace(" ", "-")


def _questions(server: Running) -> list[_Question]:
    from api.service.cases import case_history
    from api.service.neighbourhood import neighbourhood
    from api.service.search import search

    cases = ids_of(server, CASES, points=POINTS_OF_A_CASE)[:ASKED]
    points = [f"item:{id_}" for id_ in ids_of(server, POINTS, points=POINTS_OF_A_CASE)[:ASKED]]
    words = vocabulary()[RANKS.start : RANKS.stop : len(RANKS) // ASKED]
    return [
        _Question(
            "case history",
            [f"/api/cases/{quote(id_)}/history" for id_ in cases],
            [partial(case_history, id_=id_) for id_ in cases],
            "p95 under 25 ms, at most 2",
        ),
        _Question(
            "search",
            [f"/api/search?q={quote(word)}" for word in words],
            [partial(search, q=word) for word in words],
            "p95 under 50 ms",
        ),
        _Question(
            f"neighbourhood of {DRAWN}",
            [f"/api/graph?node={quote(node)}&limit={DRAWN}" for node in points],
            [partial(neighbourhood, node=node, limit=DRAWN) for node in points],
            "p95 under 60 ms",
        ),
    ]


class _Listener:
    """A store that notes what is read from it."""

    def __init__(self, store: BoltGraphStore) -> None:
        self._store = store
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def read(self, query: Statement, /, **params: object) -> list[Row]:
        self.heard.append((query.text if isinstance(query, Query) else query, encode(params)))
        return self._store.read(query, **params)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def _recorded(store: BoltGraphStore, question: _Question) -> list[Statements]:
    """The statements of a question; at its second time, since the service keeps some answers in memory."""
    found: list[Statements] = []
    for work in question.works:
        listener = _Listener(store)
        work(listener)
        listener.heard.clear()
        work(listener)
        found.append(list(listener.heard))
    return found


def _waited(nodes: int, question: _Question, ours: str, peer: str, seconds: float) -> StoreFigure:
    """Ours and the peer in turns; the first turn of each is not counted."""
    places = [f"/{question.slug}/{place}" for place in range(len(question.paths))]
    waited: tuple[list[float], list[float]] = ([], [])
    for turn in range(TURNS + 1):
        for address, paths, found in zip((ours, peer), (question.paths, places), waited, strict=True):
            times = ask_together(address, paths, seconds)
            found.extend(times if turn else ())
    (mine, mine_95), (other, other_95) = ((percentile(one, 0.50), percentile(one, 0.95)) for one in waited)
    return StoreFigure(
        "embedded", nodes, f"{question.name}, HTTP, {CLIENTS} readers, p50 / p95", f"{mine:.1f} / {mine_95:.1f} ms",
        f"{other:.1f} / {other_95:.1f} ms", mine_95 / other_95, question.goal,
    )  # fmt: skip


def _weight(nodes: int, address: str, page: str) -> StoreFigure:
    """Bytes as they are sent."""
    alone, whole = (f"{size / 1000:.1f} kB" for size in page_weight(address, page))
    return StoreFigure("embedded", nodes, "case page with style and scripts", whole, f"{alone} alone", None, PAGE_GOAL)


def _shown(nodes: int, what: str, *page: str) -> StoreFigure | Skipped:
    """When a browser shows something of the page, or what a selector names on it."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not (shutil.which("node") and Path(chromium).is_file() and (BROWSER / "node_modules").is_dir()):
        return Skipped(what, "there is no Chromium with playwright-core: tests/browser says how they come")
    command = ["node", str(BROWSER / "paint.mjs"), *page]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    return StoreFigure("embedded", nodes, what, f"{float(found.stdout):.0f} ms")
