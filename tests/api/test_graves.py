"""What was taken out of the graph answers that it is gone, on the API and on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from graph.store import GraphStore
from graph.tombstones import Reason, Tombstone, forget_tombstones, lead_on
from graph.writing import write_nodes
from tests.api.client import TestClient
from tests.api.sample import MINUTES

REMOVED, REPLACED, FIRST = "c" * 64, "d" * 64, "e" * 64
MEETING = "nordlev.byraadet.1999-01-05"
DAY = date(2026, 11, 21)


@pytest.fixture
def graves(store: GraphStore) -> Iterator[None]:
    """One document removed; one replaced by another, and that by one which is here."""
    stones = [
        Tombstone(REMOVED, Reason.REMOVED, DAY, "Ida Bro har bedt om det", meetings=(MEETING,)),
        Tombstone(FIRST, Reason.SUPERSEDED, DAY, replaced_by=REPLACED),
        Tombstone(REPLACED, Reason.SUPERSEDED, DAY, replaced_by=MINUTES),
    ]
    with store.transaction() as transaction:
        write_nodes(transaction, "Tombstone", [stone.row() for stone in stones])
        lead_on(transaction, [MINUTES, REPLACED])
    yield
    with store.transaction() as transaction:
        forget_tombstones(transaction, [REMOVED, REPLACED, FIRST])


@pytest.mark.parametrize(
    "path",
    [
        f"/api/documents/{REMOVED}",
        f"/api/meetings/{MEETING}",
        f"/api/items/{MEETING}.3",
        f"/api/cases/{MEETING}.3",
        f"/api/cases/{MEETING}.3/history",
    ],
)
@pytest.mark.usefixtures("graves")
def test_what_was_removed_is_gone(client: TestClient, path: str) -> None:
    answer = client.get(path)
    problem = answer.json()
    assert (answer.status_code, problem["type"], problem["status"]) == (410, "/api/problems/gone", 410)
    assert "removed on 2026-11-21" in problem["detail"]
    assert "near" not in problem
    assert "Ida" not in answer.text  # why it was removed is not for all


@pytest.mark.parametrize("id_", [REPLACED, FIRST])
@pytest.mark.usefixtures("graves")
def test_what_was_replaced_leads_to_what_replaced_it(client: TestClient, id_: str) -> None:
    answer = client.get(f"/api/documents/{id_}")
    assert answer.status_code == 410
    assert [near["id"] for near in answer.json()["near"]] == [MINUTES]


@pytest.mark.usefixtures("graves")
def test_the_page_says_so_too(client: TestClient, page_headers: dict[str, str]) -> None:
    answer = client.get(f"/dokumenter/{REPLACED}", headers=page_headers)
    assert answer.status_code == 410
    assert "Taget ud" in answer.text
    assert MINUTES in answer.text


@pytest.mark.usefixtures("graves")
def test_what_never_was_is_not_gone(client: TestClient) -> None:
    assert client.get(f"/api/documents/{'f' * 64}").status_code == 404
    assert client.get("/api/meetings/nordlev.byraadet.1999-01-06").status_code == 404


@pytest.mark.usefixtures("graves")
def test_a_tombstone_is_found_by_no_search_and_in_no_list(client: TestClient) -> None:
    for path in ("/api/search?q=nordlev", "/api/meetings?limit=200", "/api/cases?limit=200"):
        assert MEETING not in client.get(path).text
