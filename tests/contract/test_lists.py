"""Each list holds what looking at every node would give, whatever it is asked by, in every order and page by page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from api.service import lists
from api.service.cases import CaseOrder
from api.service.lists import ByDate, list_rows
from graph.store import GraphStore
from tests.listing import EVERYTHING, Listing

ALL, PAGE, PAGES = 10_000, 7, 3


@pytest.fixture(scope="module")
def listing(reference: GraphStore) -> Listing:
    """The slow truth."""
    return Listing(reference)


@pytest.mark.parametrize("query", EVERYTHING)
def test_a_list_holds_what_is_there(
    store: GraphStore, listing: Listing, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "STRETCHES", (1, 3))
    orders = list(CaseOrder if query == "case_ids" else ByDate)
    found = 0
    for number, asked in enumerate(listing.questions(query, 20)):
        sort = orders[number % len(orders)]
        rows, _ = list_rows(store, query, sort, limit=ALL, after=None, **asked)
        expected = listing.ids(query, asked)
        assert {row["id"]: row["key"] if expected.get(row["id"]) is not None else None for row in rows} == expected, (
            asked
        )
        places = [(row["key"], row["id"]) for row in rows]
        assert places == sorted(sorted(places, key=lambda one: one[1]), key=lambda one: one[0], reverse=sort[0] == "-")
        assert _pages(store, query, sort, asked) == [row["id"] for row in rows][: PAGE * PAGES]
        found += bool(rows)
    assert found > 15


def _pages(store: GraphStore, query: str, sort: Any, asked: Mapping[str, Any]) -> list[str]:
    """The first pages of a list, one after the other."""
    found, after = [], None
    for _ in range(PAGES):
        rows, after = list_rows(store, query, sort, limit=PAGE, after=after, **asked)
        found += [row["id"] for row in rows]
        if after is None:
            break
    return found
