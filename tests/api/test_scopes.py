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
        ("/love/lov-om-offentlige-veje?kommune=soeby", "soeby", "/love/lov-om-offentlige-veje"),
        (
            "/paragraffer/lov-om-offentlige-veje.p15-2?kommune=soeby",
            "soeby",
            "/paragraffer/lov-om-offentlige-veje.p15-2",
        ),
        ("/emner/kle-05-01?kommune=nordlev", "nordlev", "/emner/kle-05-01"),
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


@pytest.mark.parametrize(
    ("path", "resource"),
    [
        ("/organisationer/cykelforum", "/api/organisations/cykelforum"),
        ("/love/lov-om-offentlige-veje", "/api/laws/lov-om-offentlige-veje"),
        ("/paragraffer/lov-om-offentlige-veje.p15-2", "/api/provisions/lov-om-offentlige-veje.p15-2"),
        ("/emner/kle-05", "/api/topics/kle-05"),
    ],
)
def test_what_municipalities_share_is_told_as_the_one_that_is_kept_has_it(
    client: TestClient, path: str, resource: str
) -> None:
    def shown(scope: str) -> int:
        return client.get(f"{path}{scope}").text.count('href="/punkter/')

    assert shown("?kommune=nordlev") == shown("") > 0
    assert shown("?kommune=soeby") == 0
    assert "Der er intet at vise." in client.get(f"{path}?kommune=soeby").text
    whole, kept, none = (
        client.get(f"{resource}{asked}").json() for asked in ("", "?municipality=nordlev", "?municipality=soeby")
    )
    assert kept == whole
    assert (none["item_count"], none["items"], none.get("provisions", []), none.get("cases", [])) == (0, [], [], [])
    assert whole["item_count"] > 0


def test_what_is_another_municipalitys_own_is_told_whole(client: TestClient) -> None:
    own = next(one for one in client.get("/api/organisations").json()["organisations"] if one["municipality"])
    elsewhere = client.get(f"/organisationer/{own['id']}?kommune=soeby").text
    assert own["municipality"]["id"] == "nordlev"
    assert elsewhere.count('href="/punkter/') == client.get(f"/organisationer/{own['id']}").text.count(
        'href="/punkter/'
    )


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
