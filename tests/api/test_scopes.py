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
        ("/spoergsmaal?kommune=soeby", "soeby", "/spoergsmaal"),
        ("/cypher?kommune=soeby", "soeby", "/cypher"),
        ("/graf?partner=cykelforum&kommune=soeby", "soeby", "/graf?partner=cykelforum"),
    ],
)
def test_a_scope_is_kept_and_can_be_left(client: TestClient, address: str, kept: str, left: str) -> None:
    page = Page(client.get(address).text)
    links = [str(attributes["href"]) for tag, attributes in page.tags if tag == "a" and attributes.get("href")]
    root = "/en" if address.startswith("/en") else ""
    for path in ("/", "/sager", "/moeder", "/organisationer", "/love", "/opfoelgninger", "/spoergsmaal", "/cypher"):
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


def test_a_question_is_asked_about_the_municipality_that_is_kept(client: TestClient) -> None:
    def chosen(asked: str) -> set[str | None]:
        page = Page(client.get(f"/spoergsmaal/open_promises{asked}").text)
        return {one.get("value") for tag, one in page.tags if tag == "option" and "selected" in one}

    assert chosen("?kommune=soeby") == {"soeby"}
    assert chosen("?kommune=soeby&municipality=nordlev") == {"nordlev"}
    assert chosen("?kommune=soeby&municipality=") == set()


def test_a_drawing_keeps_to_the_municipality_with_all_its_forms(client: TestClient) -> None:
    page = Page(client.get("/graf?partner=cykelforum&kommune=soeby").text)
    (data,) = [link for link in page.values("href") if link.endswith("format=json")]
    assert [node["key"] for node in client.get(data).json()["nodes"]] == ["organisation:cykelforum"]
    assert [one["data-key"] for _, one in page.tags if one.get("data-key")] == ["organisation:cykelforum"]
