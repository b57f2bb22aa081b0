"""Lists link to their next page."""

import re
from urllib.parse import unquote

import pytest

from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.test_routers import LISTS


@pytest.mark.parametrize(("path", "key"), LISTS)
def test_links_lead_through_the_whole_list(client: TestClient, path: str, key: str) -> None:
    whole = client.get(f"{path}?limit=200")
    assert "link" not in whole.headers
    address, found = f"http://localhost:8000{path}?limit=1", []
    while address:
        answer = client.get(address)
        found += answer.json()[key]
        link = re.fullmatch(r'<(http://localhost:8000/api/[^>]+)>; rel="next"', answer.headers.get("link", ""))
        assert (link is None) == (answer.json()["next"] is None)
        address = link[1] if link else ""
    assert found == whole.json()[key]


def test_a_link_keeps_the_filters_and_names_the_public_address(store: GraphStore) -> None:
    app = create_app(Settings(base_url="https://nordlev.example/sagsgraf"), store)
    answer = TestClient(app, "http://localhost").get("/api/persons?municipality=nordlev&q=ø&limit=1&after=")
    link = answer.headers["link"]
    assert unquote(link).startswith(
        "<https://nordlev.example/sagsgraf/api/persons?municipality=nordlev&q=ø&limit=1&after="
    )
    assert link.count("after=") == 1


def test_what_is_no_list_has_no_link(client: TestClient) -> None:
    for path in ("/api/cases/x", "/api/bodies/nordlev.byraadet", "/api/cases?after=x", "/api/cases?number=24/2210"):
        assert "link" not in client.get(path).headers
