"""Every page in every language: the catalogues are alike, no page holds a sentence of its own, links stay in it."""

import re
import string
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from api.languages import Language, language_in
from api.pages import rendering, texts
from api.pages.texts import Texts, load_texts
from api.service.queries import library
from cypher.catalogue import examples
from cypher.wording import load_wording
from graph.ids import party_id
from tests.api.client import TestClient
from tests.api.sample import CASE, CONTAINER, COUNCIL, MINUTES, NOTES, SECOND
from tests.api.test_pages import VOID, Page

PAGES = [
    "/", "/sager", f"/sager/{CASE}", f"/sagsnumre/{CONTAINER}", "/moeder", "/moeder/nordlev.byraadet.2024-04-23",
    f"/punkter/{SECOND}", f"/punkter/{COUNCIL}", "/personer", "/personer/nordlev.aase-holm",
    "/personer/nordlev.carl-oest",
    "/udvalg", "/udvalg/nordlev.teknik-og-miljoeudvalget", "/organisationer", "/organisationer/cykelforum", "/love",
    "/love/lov-om-offentlige-veje", "/kommuner", "/kommuner/nordlev", "/opfoelgninger", "/mangler", "/modstrid",
    "/soeg", "/soeg?q=cykel", f"/graf?node=case:{CASE}", "/spoergsmaal/votes?name=Holm",
    f"/dokumenter/{MINUTES}", f"/dokumenter/{NOTES}",
    f"/dokumenter/{MINUTES}/side/2", "/spoergsmaal",
    "/cypher", "/cypher?q=MATCH+(c:Case)+RETURN+1", "/cypher?q=CREATE+(c)", "/api/docs", "/nothing",
    "/sager/24-2211", "/moeder?efter=x", "/modstrid?fra=x", "/?kommune=nordlev", "/partier",
    f"/partier/{party_id('nordlev', 'Venstre')}", "/planer", "/planer/nordlev.lokalplan-4-21", "/emner",
    "/emner/kle-05-01",    "/paragraffer/lov-om-offentlige-veje.p15-2", "/daekning",
]  # fmt: skip
SHOWN = ("aria-label", "placeholder", "title", "alt")
FORMS = {"SVG", "PNG", "GraphML", "GEXF", "JSON", "CSV"}
LETTERS = re.compile(r"[^\W\d_]{2,}")


class Marked(Texts):
    """A catalogue whose every word can be told from what stands in templates, in code or in the graph."""

    def __call__(self, key: str, **values: object) -> str:
        said = super().__call__(key, **values)
        return said if key.startswith("date.month.") else f"⟦{said}⟧"  # a form may cut a month short

    def word(self, group: str, key: str | None) -> str:
        return f"⟦{super().word(group, key)}⟧"

    def count(self, key: str, number: int) -> str:
        return f"⟦{super().count(key, number)}⟧"


class Said(HTMLParser):
    """The text of a page and of the attributes that readers meet, without what is marked as Danish and without code."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        quoted = given.get("lang") == "da" or tag in ("code", "pre", "title", "textarea")
        inside = any(hidden for _, hidden in self.open)
        if tag not in VOID:
            self.open.append((tag, quoted or (inside and given.get("lang") != "en")))
        if not inside and not quoted and tag != "link":
            self.text += [value for name in SHOWN if (value := given.get(name))]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.text.append(data)


def unmarked(text: str) -> list[str]:
    text = re.sub(r"(?<=⟧): .*", "", text)  # the name of a thing, after what is said of it in a label
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = less
    return [word for word in LETTERS.findall(text) if word not in FORMS]


@cache
def asked() -> set[str]:
    """The words of the library of questions, which has its own."""
    themes = {words["en"] for words in load_wording().theme.values()}
    columns = {column.en for column in load_wording().column.values()}
    told = {text for query in library() for text in (query.question, *(one.text for one in query.parameters))}
    shown = {pair.partition("=")[2] for query in library() for pairs in examples(query) for pair in pairs}
    return themes | columns | told | shown


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def load(language: Language = Language.DANISH) -> Texts:
        plain = load_texts(language)
        return Marked(language, {key: plain.raw(key) for key in plain.keys})

    for module in (rendering, texts):
        monkeypatch.setattr(module, "load_texts", load)
    rendering.environment.cache_clear()
    yield
    rendering.environment.cache_clear()


def test_catalogues_hold_the_same_keys_and_values() -> None:
    def needs(language: Language) -> dict[str, set[str]]:
        catalogue = load_texts(language)
        return {
            key: {name for _, name, _, _ in string.Formatter().parse(catalogue.raw(key)) if name}
            for key in catalogue.keys
            if not key.startswith("form.")  # a form takes of a date what its readers write
        }

    assert load_texts(Language.ENGLISH).keys == load_texts(Language.DANISH).keys

    assert needs(Language.ENGLISH) == needs(Language.DANISH)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("address", PAGES)
def test_no_page_holds_a_sentence_of_its_own(client: TestClient, address: str, page_headers: dict[str, str]) -> None:
    page = client.get(f"/en{address}", headers=page_headers).text
    assert '<html lang="en">' in page
    said = (part for part in Said(page).text if part.strip() not in asked())
    assert [word for part in said for word in unmarked(part)] == []


def test_a_language_keeps_its_readers_and_leaves_files_and_data_where_they_are(client: TestClient) -> None:
    for address in PAGES:
        page = Page(client.get(f"/en{address}").text)
        (own,) = [attributes for tag, attributes in page.tags if tag == "a" and attributes.get("hreflang")]
        assert own["href"] == quote(address, safe="/?=&+():"), address
        for tag, attributes in page.tags:
            for value in (attributes.get(name) for name in ("href", "action", "data-address")):
                if value and value.startswith("/") and attributes is not own:
                    one_address = value.startswith(("/static/", "/api/")) and not value.startswith("/api/docs")
                    assert one_address != value.startswith("/en/"), (address, tag, value)
    assert client.get("/en", follow_redirects=False).status_code == 200
    for path in ("/en/api/cases", "/en/static/style.css", "/en/sitemap.xml", "/en/health", "/english", "/en/en/"):
        assert client.get(path).status_code == 404, path


def test_alternates_name_the_same_page_in_each_language(client: TestClient) -> None:
    for prefix in ("", "/en"):
        page = Page(client.get(f"{prefix}/sager/{CASE}").text)
        links = [(one.get("rel"), one.get("hreflang"), one["href"]) for tag, one in page.tags if tag == "link"]
        root = "http://localhost:8000"
        assert ("canonical", None, f"{root}{prefix}/sager/{CASE}") in links
        assert ("alternate", "da", f"{root}/sager/{CASE}") in links
        assert ("alternate", "en", f"{root}/en/sager/{CASE}") in links
    assert 'property="og:locale" content="en_GB"' in client.get("/en/").text


def test_a_redirect_keeps_the_language(client: TestClient) -> None:
    led = client.get(f"/en/sager/{COUNCIL}", follow_redirects=False)
    assert led.headers["location"] == f"/en/sager/{CASE}"
    led = client.get("/en/soeg?q=24/2210&kommune=nordlev", follow_redirects=False)
    assert led.headers["location"] == f"/en/sager/{CASE}"


def test_codes_and_forms_are_in_the_language(client: TestClient) -> None:
    page = client.get(f"/en/sager/{CASE}").text
    for words in ("9 April 2024", "Recommendation followed", "Approved", "the whole party, no names", "95%"):
        assert words in page
    assert '<h1 lang="da">' in page
    assert ' lang="da"' not in client.get(f"/sager/{CASE}").text.replace('<html lang="da">', "")


@pytest.mark.parametrize(
    ("path", "language"),
    [("/en/", "en"), ("/en", "en"), ("/en/sager/x", "en"), ("/en/api/docs", "en"), ("/en/api/cases", "da"),
     ("/en/static/x", "da"), ("/enx", "da"), ("/", "da"), ("/sager/en/", "da")],
)  # fmt: skip
def test_the_language_is_in_the_path(path: str, language: str) -> None:
    assert language_in(path) == language
