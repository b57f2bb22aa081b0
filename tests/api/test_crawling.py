"""What search engines and previews are told."""

import re
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from api.app import create_app
from api.service import sitemap
from api.settings import Settings
from graph.errors import StoreUnreachable
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.sample import CASE, COUNCIL
from tests.api.test_app import FailingStore
from tests.api.test_pages import Page

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(client: TestClient, path: str) -> list[tuple[str, str | None]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/xml"
    made = fromstring(answer.content)  # noqa: S314 - our own
    return [(one.findtext(f"{SPACE}loc") or "", one.findtext(f"{SPACE}lastmod")) for one in made]


def test_every_page_of_the_sitemap_is_there_once_and_as_it_calls_itself(client: TestClient) -> None:
    parts = [address for address, _ in listed(client, "/sitemap.xml")]
    pages = [one for part in parts for one in listed(client, part)]
    addresses = [address for address, _ in pages]
    assert len(addresses) == len(set(addresses)) > 20
    for address in addresses:
        answer = client.get(address, follow_redirects=False)
        assert answer.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in answer.text
    days = dict(pages)
    assert days[f"http://localhost:8000/sager/{CASE}"] == "2024-04-23"
    assert days[f"http://localhost:8000/punkter/{COUNCIL}"] == "2024-04-23"
    assert days["http://localhost:8000/kommuner/nordlev"] is None


def test_only_members_of_bodies_are_listed(client: TestClient) -> None:
    persons = {
        address.rsplit("/", 1)[1] for address, _ in listed(client, "/sitemap-names-1.xml") if "/personer/" in address
    }
    assert persons == {"nordlev.aase-holm", "nordlev.carl-oest"}


def test_minutes_that_are_missing_are_not_listed(client: TestClient) -> None:
    assert not [one for one, _ in listed(client, "/sitemap-meetings-1.xml") if one.endswith("2024-02-06")]


def test_parts_together_are_the_whole(store: GraphStore) -> None:
    whole = {name: sitemap.part(store, name, 1) for name in sitemap.PARTS}
    parts: dict[str, tuple[Any, ...]] = dict.fromkeys(sitemap.PARTS, ())
    for name, number in sitemap.parts(store, size=2):
        found = sitemap.part(store, name, number, size=2)
        assert 0 < len(found) <= 2
        parts[name] += found
    assert parts == whole


@pytest.mark.parametrize("part", ["cases-2", "cases-0", "cases-x", "nothing-1", "cases-1234567", "lists-1", "-1"])
def test_there_is_no_other_part(client: TestClient, part: str) -> None:
    assert client.get(f"/sitemap-{part}.xml").status_code in (404, 422)


def test_no_part_may_be_larger_than_the_protocol_allows() -> None:
    assert sitemap.SIZE < 50_000


def test_a_sitemap_that_is_known_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/sitemap-cases-1.xml").headers["etag"]
    assert client.get("/sitemap-cases-1.xml", headers={"If-None-Match": tag}).status_code == 304


def test_addresses_are_the_public_ones(store: GraphStore) -> None:
    app = create_app(Settings(base_url="https://nordlev.example/sagsgraf"), store)
    client = TestClient(app, "http://localhost")
    for path in ("/sitemap.xml", "/sitemap-lists.xml", "/sitemap-cases-1.xml"):
        assert all(address.startswith("https://nordlev.example/sagsgraf/") for address, _ in listed(client, path))
    robots = client.get("/robots.txt").text
    assert "Disallow: /sagsgraf/soeg\n" in robots
    assert robots.endswith("\nSitemap: https://nordlev.example/sagsgraf/sitemap.xml\n")
    page = client.get(f"/sager/{CASE}").text
    assert f'<link rel="canonical" href="https://nordlev.example/sagsgraf/sager/{CASE}">' in page


def test_robots_are_answered_without_a_store() -> None:
    app = create_app(Settings(), FailingStore(StoreUnreachable("away", "")))  # type: ignore[arg-type]
    answer = TestClient(app, "http://localhost").get("/robots.txt")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")


def told(client: TestClient, path: str) -> dict[str, str]:
    tags = [attributes for tag, attributes in Page(client.get(path).text).tags if tag == "meta"]
    return {str(one.get("property") or one.get("name")): str(one.get("content")) for one in tags}


def test_a_preview_tells_title_and_what_it_is(client: TestClient) -> None:
    tags = told(client, f"/sager/{CASE}")
    assert tags["og:title"] == "Cykelsti langs Åvej"
    assert tags["og:description"] == "Nordlev Kommune · 24/2210 · 3 punkter · 5. marts 2024 – 23. april 2024"
    assert tags["description"] == tags["og:description"]
    assert (tags["og:type"], tags["og:url"]) == ("article", f"http://localhost:8000/sager/{CASE}")
    assert told(client, "/")["og:type"] == "website"


def test_what_is_hostile_is_quoted_in_a_preview(client: TestClient) -> None:
    path = "/sager/nordlev.teknik-og-miljoeudvalget.2024-04-09.3"
    assert told(client, path)["og:title"] == "<script>alert('æ')</script> & \"hegn\""


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (f"/sager/{CASE}?utm_source=x", f"/sager/{CASE}"),
        (f"/punkter/{CASE}?linje=20", f"/punkter/{CASE}"),
        ("/sager", "/sager"),
        ("/sager?kommune=nordlev", None),
        ("/soeg?q=x", None),
        (f"/graf?node=case:{CASE}", None),
        ("/nothing", None),
        ("/sager/x", None),
    ],
)
def test_a_page_is_known_under_one_address_or_not_to_be_kept(client: TestClient, path: str, known: str | None) -> None:
    page = client.get(path).text
    found = re.findall('<link rel="canonical" href="([^"]*)">', page)
    assert found == ([f"http://localhost:8000{known}"] if known else [])
    assert ('<meta name="robots" content="noindex">' in page) == (known is None)
