"""Near matches: what belongs to the same is weighed first, and no more is read than it takes."""

from typing import Any

import pytest

from api.service import nearness, rows
from api.service.nearness import near_cases, near_ids
from graph.store import GraphStore
from tests.api.sample import COUNCIL, SECOND


@pytest.mark.parametrize(
    ("kind", "asked", "expected", "beginnings"),
    [
        ("decision", f"{SECOND}.decision-7", f"{SECOND}.decision-1", [f"{SECOND}."]),
        ("person", "nordlev.carl-ost", "nordlev.carl-oest", ["nordlev."]),
        ("person", "nordlv.carl-oest", "nordlev.carl-oest", ["nordlv.", ""]),
        ("item", f"{COUNCIL}7", COUNCIL, ["nordlev.byraadet.2024-04-23."]),
        ("law", "lov-om-offentlig-vej", "lov-om-offentlige-veje", [""]),
    ],
)
def test_near_ids_are_of_the_same_where_there_are_such(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch, kind: str, asked: str, expected: str, beginnings: list[str]
) -> None:
    tried: list[object] = []

    def ask(*arguments: Any, **params: Any) -> Any:
        tried.append(params["beginning"])
        return rows.ask(*arguments, **params)

    monkeypatch.setattr(nearness, "ask", ask)
    assert near_ids(store, kind, asked)[0].id == expected
    assert tried == beginnings


def test_an_id_of_many_parts_asks_few_times(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []

    def ask(*_: Any, **params: Any) -> list[Any]:
        tried.append(params["beginning"])
        return []

    monkeypatch.setattr(nearness, "ask", ask)
    assert near_ids(store, "vote", "a." * 200) == ()
    assert len(tried) == nearness.DEEPEST + 1


@pytest.mark.parametrize(
    ("asked", "municipality", "expected", "beginnings"),
    [
        ("24/2211", None, ["24/2210", "24/2210"], ["24-"]),
        ("24-2211", "soeby", ["24/2210"], ["24-"]),
        ("42/2210", None, ["24/2210", "24/2210"], ["42-", ""]),  # a slip in the year
        ("9", "nordlev", [], [""]),
    ],
)
def test_near_numbers_are_of_the_same_year_where_there_are_such(
    store: GraphStore,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    municipality: str | None,
    expected: list[str],
    beginnings: list[str],
) -> None:
    tried: list[object] = []

    def ask(*arguments: Any, **params: Any) -> Any:
        tried.extend([params["beginning"]] if "beginning" in params else [])
        return rows.ask(*arguments, **params)

    monkeypatch.setattr(nearness, "ask", ask)
    assert [one.number for one in near_cases(store, asked, municipality)] == expected
    assert tried == beginnings
