"""The municipality that a reader keeps to is on every link that leads beyond it, can be seen, and can be left."""

import pytest

from tests.api.client import TestClient
from tests.api.sample import CASE
from tests.api.test_pages import Page


@pytest.mark.parametrize(
    ("address", "kept", "left"),
    [
        ("/sager?kommune=nordlev&q=sti", "nordlev", "/sager?q=sti"),
        ("/opfoelgninger?kommune=soeby", "soeby", "/opfoelgninger"),
        ("/?kommune=nordlev", "nordlev", "/"),
        (f"/sager/{CASE}", "nordlev", "/"),
        (f"/en/sager/{CASE}", "nordlev", "/en/"),
        ("/kommuner/soeby", "soeby", "/"),
        ("/organisationer/cykelforum?kommune=soeby", "soeby", "/organisationer/cykelforum"),
    ],
)
def test_a_scope_is_kept_and_can_be_left(client: TestClient, address: str, kept: str, left: str) -> None:
    page = Page(client.get(address).text)
    links = [str(attributes["href"]) for tag, attributes in page.tags if tag == "a" and attributes.get("href")]
    root = "/en" if address.startswith("/en") else ""
    for path in ("/", "/sager", "/moeder", "/organisationer", "/love", "/opfoelgninger"):
        assert f"{root}{path}?kommune={kept}" in links, path
    assert not [link for link in links if link.startswith(f"{root}/organisationer/") and "kommune=" not in link][1:]
    assert left in links
    assert {"hidden"} <= {one.get("type") for _, one in page.tags if one.get("value") == kept}


@pytest.mark.parametrize("address", ["/", "/sager", "/organisationer/cykelforum", "/sager?kommune=nowhere", "/cypher"])
def test_without_a_scope_nothing_is_kept(client: TestClient, address: str) -> None:
    page = Page(client.get(address).text)
    assert not [link for link in page.values("href") if "kommune=" in link and address not in link]
    assert 'class="scope' not in client.get(address).text


def test_the_front_of_a_municipality_is_its_own(client: TestClient) -> None:
    whole, one = client.get("/").text, client.get("/?kommune=soeby").text
    assert "Byrådet" in whole
    assert "Byrådet" not in one
    assert "Søby Kommune" in one
