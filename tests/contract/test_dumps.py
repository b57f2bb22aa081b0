"""The graph is the same on every server, byte for byte, whatever was loaded in whatever order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from api.service.ingestion import find_sources
from cypher import load_query, query_names
from extract.harvest import harvest
from extract.records import MeetingRecord
from graph.dump import dump
from graph.identity.book import Book
from graph.loading import load
from graph.settling import settle
from graph.store import GraphStore, Transaction, open_store
from tests.contract.comparing import difference, lines_of, reads
from tests.contract.corpus import fill
from tests.shared import SHARED, needs_shared
from tests.stores import NEO4J, SOAK, LentStore

needs_neo4j = pytest.mark.skipif(not NEO4J, reason="compares two servers: make test-neo4j")
needs_soak = pytest.mark.skipif(not SOAK, reason="takes half an hour: make soak")


@cache
def real_records(folder: Path) -> Sequence[MeetingRecord]:
    """What real minutes say; read once for all servers."""
    return tuple(record for reading in harvest(find_sources([folder])) for record in reading.records)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[GraphStore], object]], list[str]]:
    """The dump of a graph that an embedded store of its own was filled with; each made once."""
    dumps: dict[str, list[str]] = {}

    def dumped(name: str, fill: Callable[[GraphStore], object]) -> list[str]:
        if name not in dumps:
            with open_store(tmp_path_factory.mktemp(name)) as store:
                fill(store)
                dumps[name] = lines_of(store)
        return dumps[name]

    return dumped


@needs_shared
@needs_neo4j
def test_a_municipality(server: LentStore, other: Callable[..., list[str]]) -> None:
    """Meetings of Haderslev here (all of them: make soak), read in the other order there."""
    records = real_records(SHARED / "minutes" / "haderslev")[: None if SOAK else 2]
    held = lines_of(server.holding("haderslev", lambda store: load(store, records)))
    assert difference(held, other("haderslev", lambda store: load(store, _backwards(records), group=3))) == []


@needs_shared
@needs_soak
def test_all_real_minutes(server: LentStore, other: Callable[..., list[str]]) -> None:
    records = real_records(SHARED / "minutes")
    held = lines_of(server.holding("all", lambda store: load(store, records)))
    assert difference(held, other("all", lambda store: load(store, _backwards(records), group=7))) == []


def _backwards(records: Sequence[MeetingRecord]) -> list[MeetingRecord]:
    documents: dict[str, list[MeetingRecord]] = {}
    for record in records:
        documents.setdefault(record.provenance.sha256, []).append(record)
    return [record for part in reversed(documents.values()) for record in part]


# Statements that write and that this corpus has no use for, each with what runs it.
RUN_ELSEWHERE = {
    "begin_restore": "tests of backup and restore",
    "clear_some": "tests of backup and restore",
    "end_restore": "tests of backup and restore",
    "conflict_evidence": "tests of minutes that tell of each other's decisions",
    "forget_derivation": "tests of a municipality that is taken out",
    "set_terms": "tests of a graph with terms of older rules, or without",
    "remove_tombstones": "tests of a document that comes back",
}


def test_every_statement_of_the_loader_that_writes_is_run(server: LentStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal dumps say something of those statements only that were run on the way to them."""
    questions = {load_query("load", name).question: name for name in query_names("load")}
    patterns = {re.compile(re.sub("__[A-Z]+__", r"\\w+", re.escape(text))): name for text, name in questions.items()}
    ran: set[str] = set()

    def seen(method: Callable[..., Any]) -> Callable[..., Any]:
        def run(self: Transaction, query: Any, /, *args: Any, **params: Any) -> Any:
            question = getattr(query, "text", query).partition("\n")[0].removeprefix("// question: ")
            ran.update(name for pattern, name in patterns.items() if pattern.match(question))
            return method(self, query, *args, **params)

        return run

    for name in ("run", "run_many"):
        monkeypatch.setattr(Transaction, name, seen(getattr(Transaction, name)))
    store = server.empty()
    fill(store, ())
    list(dump(store))
    settle(store, Book())
    writing = {query.name for query in map(partial(load_query, "load"), query_names("load")) if not reads(query)}
    assert sorted(writing - ran) == sorted(RUN_ELSEWHERE)
