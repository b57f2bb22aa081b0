"""What is kept until somebody writes."""

from collections.abc import Callable
from typing import Any

import pytest

from api.service.coverage import coverage
from api.service.kept import Kept
from api.service.statistics import figures, statistics
from cypher import Query
from graph.store import GraphStore
from graph.turns import in_turn


@pytest.mark.parametrize(
    ("municipality", "turns", "times"),
    [
        ([], [], 1),
        ([], ["soeby"], 2),
        ([], ["soeby", "nordlev"], 3),
        (["nordlev"], ["soeby"], 1),
        (["nordlev"], ["soeby", "nordlev"], 2),
        (["nordlev"], [None], 2),  # the turn of what all share
    ],
)
def test_it_is_worked_out_again_where_something_changed(
    store: GraphStore, municipality: list[str], turns: list[str | None], times: int
) -> None:
    asked: list[tuple[str, ...]] = []

    def work(_: GraphStore, *homes: str) -> int:
        asked.append(homes)
        return len(asked)

    kept = Kept(work)
    assert [kept(store, *municipality) for _ in "ab"] == [1, 1]
    for home in turns:
        in_turn(store, [home] if home else [], lambda *_: None)
        kept(store, *municipality)
    assert kept(store, *municipality) == len(asked) == times
    assert kept(store, "soeby") == times + 1


@pytest.mark.parametrize("count", [figures, statistics, coverage])
def test_a_count_is_read_once_and_again_after_a_turn(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch, count: Callable[[GraphStore], Any]
) -> None:
    told = count(store)
    asked: list[str] = []
    ordinary = store.read

    def read(query: Query, **params: object) -> Any:
        asked.append(query.name)
        return ordinary(query, **params)

    monkeypatch.setattr(store, "read", read)
    assert count(store) == told
    assert set(asked) == {"turns"}
    in_turn(store, ["nordlev"], lambda *_: None)
    assert count(store) == told
    assert len(set(asked)) > 1


def test_coverage_of_one_municipality_is_a_part_of_all(store: GraphStore) -> None:
    assert [one.id for one in coverage(store).municipalities] == ["nordlev", "soeby"]
    assert coverage(store, "soeby").municipalities == coverage(store).municipalities[1:]
    assert coverage(store, "nowhere").municipalities == ()
    assert coverage(store, "nowhere").files == coverage(store).files
