"""Two who write in one municipality at once: the graph is as if one had come after the other, and nothing stays due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import pytest

from graph import deriving, replacing, settling, turns
from graph.identity.book import Book
from graph.loading import load
from graph.removing import remove
from graph.settling import settle
from graph.store import BoltGraphStore, Dialect, Transaction
from tests.graph.test_removing import MARK, TODAY, everything, marked, plain, sha, told

FIRST, LATER = date(2024, 1, 9), date(2024, 2, 6)
OLD, OTHER, NEXT = marked("a"), plain("b", FIRST), plain("c", LATER)


class Meanwhile:
    """Another writer who comes while the first is in the midst of a function, between what it reads and writes.

    ArcadeDB lets him end his work, and tells the first of it. On Neo4j he waits, and the first goes on when he asks
    for his turn.
    """

    def __init__(self, store: BoltGraphStore, patched: pytest.MonkeyPatch, work: Callable[[], object]) -> None:
        self._store, self._patched, self._work = store, patched, work
        self._pool = ThreadPoolExecutor(1)
        self._other: Future[object] | None = None
        self._asks = threading.Event()

    def comes_in(self, module: object, name: str, *, in_turn: bool = True) -> None:
        """At the first call of this function, where the first has his turn or has not."""
        first, inside, take = threading.get_ident(), getattr(module, name), turns._take

        def watched(transaction: Transaction, homes: Collection[str]) -> dict[str, int]:
            if homes and threading.get_ident() != first:
                self._asks.set()
            return take(transaction, homes)

        def interrupted(*args: object) -> object:
            if self._other is None:
                self._other = self._pool.submit(self._work)
                self._other.add_done_callback(lambda _: self._asks.set())
                if in_turn and self._store.dialect is Dialect.NEO4J:
                    self._asks.wait()
                else:
                    self._other.exception()
            return inside(*args)

        self._patched.setattr(turns, "_take", watched)
        self._patched.setattr(module, name, interrupted)

    def goes(self) -> None:
        """When the first is done; what went wrong for him is raised."""
        assert self._other is not None, "he never came"
        with self._pool:
            self._other.result()


def clean(store: BoltGraphStore, *records: object) -> list[str]:
    load(store, records)
    lines = told(store)
    store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    return lines


def assert_settled(store: BoltGraphStore, expected: list[str]) -> None:
    assert settling._due(store, Book()) == []
    assert told(store) == expected


def test_a_document_is_removed_while_another_of_its_meeting_is_loaded(store, monkeypatch):
    expected = clean(store, OTHER, NEXT)
    load(store, [OLD, NEXT])
    other = Meanwhile(store, monkeypatch, lambda: remove(store, sha(OLD), day=TODAY))
    other.comes_in(replacing, "_remove")
    load(store, [OTHER])
    other.goes()
    assert_settled(store, expected)
    assert MARK not in everything(store)


def test_a_document_is_loaded_while_another_of_its_meeting_is_removed(store, monkeypatch):
    expected = clean(store, OTHER, NEXT)
    load(store, [OLD, NEXT])
    other = Meanwhile(store, monkeypatch, lambda: load(store, [OTHER]))
    other.comes_in(replacing, "_remove")
    remove(store, sha(OLD), day=TODAY)
    other.goes()
    assert_settled(store, expected)
    assert MARK not in everything(store)


def test_a_document_is_removed_while_its_municipality_is_settled(store, monkeypatch):
    expected = clean(store, NEXT)
    load(store, [OLD, NEXT])
    store.write("MATCH (d:Derivation) SET d.version = null")
    other = Meanwhile(store, monkeypatch, lambda: remove(store, sha(OLD), day=TODAY))
    other.comes_in(deriving, "_remove")
    settle(store)
    other.goes()
    assert_settled(store, expected)
    assert MARK not in everything(store)


@pytest.mark.parametrize("place", [(deriving, "_remove"), (settling, "identify_own")], ids=["cases", "names"])
@pytest.mark.parametrize("new", [OLD, OTHER], ids=["other-names", "same-meeting"])
def test_a_document_is_loaded_while_its_municipality_is_settled(store, monkeypatch, place, new):
    expected = clean(store, new, NEXT)
    load(store, [NEXT])
    store.write("MATCH (d:Derivation) SET d.version = null")
    other = Meanwhile(store, monkeypatch, lambda: load(store, [new]))
    other.comes_in(*place, in_turn=place[0] is deriving)
    settle(store)
    other.goes()
    assert_settled(store, expected)


def test_the_last_document_is_removed_when_names_were_read_and_not_judged(store, monkeypatch):
    load(store, [OLD])
    store.write("MATCH (d:Derivation) SET d.version = null")
    other = Meanwhile(store, monkeypatch, lambda: remove(store, sha(OLD), day=TODAY))
    other.comes_in(settling, "identify_own", in_turn=False)
    settle(store)
    other.goes()
    assert_settled(store, [])
    assert MARK not in everything(store)


def test_the_same_document_is_removed_twice_at_once(store, monkeypatch):
    load(store, [OLD, NEXT])
    other = Meanwhile(store, monkeypatch, lambda: remove(store, sha(OLD), day=TODAY))
    other.comes_in(replacing, "_remove")
    remove(store, sha(OLD), day=TODAY)
    other.goes()
    assert MARK not in everything(store)
    assert settling._due(store, Book()) == []


def test_a_turn_is_taken_in_the_order_of_ids_and_counted(store):
    taken: list[str] = []

    def work(transaction: Transaction, turn: turns.Turn) -> None:
        taken.append(",".join(sorted(turn.homes)))
        turn.need({"soeby", "-"})

    turns.in_turn(store, ["nordlev"], work)
    assert taken == ["nordlev", "-,nordlev,soeby"]
    assert turns.turns_taken(store) == {"-": 1, "nordlev": 1, "soeby": 1}
