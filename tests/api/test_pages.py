"""Every page: reachable, escaped, from this server alone, fit for screen readers in what can be seen from here."""

import itertools
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from pydantic import ValidationError

from api.app import create_app
from api.models.cases import MOST_POINTS
from api.pages.rendering import STATIC
from api.settings import Settings
from graph.ids import party_id
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.sample import CASE, CONTAINER, COUNCIL, HOSTILE, NOTES, SECOND

LATER = "nordlev.teknik-og-miljoeudvalget.2024-05-07.1"
ITEM = "nordlev.teknik-og-miljoeudvalget.2024-04-09.3"
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "rect"}


class Page(HTMLParser):
    """What a page holds, and whether its tags are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("details", "div", "ul", "section") and "p" in self.open:
            self.faults.append(f"<{tag}> stands in a <p>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag, tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, *names: str) -> list[str]:
        return [value for _, attributes in self.tags for name in names if (value := attributes.get(name))]

    def count(self, tag: str) -> int:
        return sum(1 for name, _ in self.tags if name == tag)


def kind_of(address: str) -> str:
    """One page of each kind stands for all that are English or asked with a question; the others each for itself."""
    if "?" in address or address.startswith("/en"):
        return re.sub(r"[^/?]+\.[^/?]+|[0-9a-f]{64}|=[^&]*", "*", address)
    return address


@pytest.fixture(scope="module")
def pages(client: TestClient, page_headers: dict[str, str]) -> dict[str, str]:
    """Every page that can be reached by links from the front, and some that cannot, by address."""
    begin = ["/", "/soeg?q=cykel", "/soeg?q=%3Cscript%3E", "/nothing", "/sager/x", f"/dokumenter/{NOTES}",
             f"/punkter/{SECOND}?linje=63", "/sager?q=%22%3E%3Cscript%3E", "/soeg?q=24/2210"]  # fmt: skip
    named = frozenset(begin)
    found: dict[str, str] = {}
    kinds: set[str] = set()
    while begin:
        address = begin.pop()
        if address in found or (kind_of(address) in kinds and address not in named):
            continue
        kinds.add(kind_of(address))
        answer = client.get(address, headers=page_headers)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        found[address] = answer.text
        for link in Page(answer.text).values("href", "action"):
            target = urlsplit(urljoin(address, link))
            where = target.path + (f"?{target.query}" if target.query else "")
            if not target.netloc and not target.path.startswith("/static/"):
                begin.append(where)
    return found


def test_all_kinds_of_pages_are_reached(pages: dict[str, str]) -> None:
    kinds = {address.split("?")[0].split("/")[1] for address in pages}
    assert kinds >= {"", "sager", "sagsnumre", "moeder", "punkter", "personer", "udvalg", "organisationer", "love",
                     "kommuner", "dokumenter", "soeg", "graf", "api", "opfoelgninger", "mangler",
                     "modstrid", "partier", "planer", "emner", "paragraffer", "daekning"}  # fmt: skip
    assert len(pages) > 50


def test_nothing_hostile_is_markup(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        scripts = [attributes for tag, attributes in Page(text).tags if tag == "script"]
        assert all((script.get("src") or "").startswith("/static/") for script in scripts), address
        assert "alert('" not in text, address
    assert "&lt;script&gt;alert(&#39;æ&#39;)&lt;/script&gt; &amp; &#34;hegn&#34;" in pages[f"/punkter/{ITEM}"]


def test_no_page_names_another_host(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        named = [
            one for tag, one in Page(text).tags if tag == "link" and ("hreflang" in one or one["rel"] == "canonical")
        ]
        canonical = [one["href"] for one in named]
        assert all(str(one).startswith("http://localhost:8000/") for one in canonical), address
        for value in Page(text).values("src", "href", "action", "data-source", "poster", "srcset"):
            if value in canonical:
                continue
            assert not re.match(r"(https?:)?//|javascript:|data:", value, re.IGNORECASE), (address, value)


def test_own_static_files_name_no_other_host() -> None:
    for path in sorted(STATIC.glob("*.*")):
        found = re.findall(r"https?://[^\s\"')]+", path.read_text("utf-8"))
        assert set(found) <= {"http://www.w3.org/2000/svg"}, path
        assert "@import" not in path.read_text("utf-8")


def test_nothing_is_inline(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        page = Page(text)
        assert not page.count("style"), address
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name == "style" or name.startswith("on")], (address, tag)


def test_pages_are_built_for_all_readers(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        page = Page(text)
        assert page.faults == [], address
        assert page.count("h1") == 1, address
        assert ("html", {"lang": "en" if address.startswith("/en") else "da"}) in page.tags
        assert page.count("nav") >= 1
        if not address.endswith("/api/docs"):  # the description brings its own
            assert page.count("main") == 1, address
        ids = page.values("id")
        assert len(ids) == len(set(ids)), address
        labelled = set(page.values("for"))
        for tag, attributes in page.tags:
            if tag in ("input", "select") and attributes.get("type") != "hidden":
                assert attributes.get("id") in labelled, (address, attributes)


def test_headings_leave_out_no_level(pages: dict[str, str]) -> None:
    for address, text in pages.items():
        levels = [int(tag[1]) for tag, _ in Page(text).tags if re.fullmatch("h[1-6]", tag)]
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, (address, levels)


def test_every_link_leads_somewhere(client: TestClient, pages: dict[str, str]) -> None:
    links = {
        urljoin(address, link).split("#")[0] for address, text in pages.items() for link in Page(text).values("href")
    }
    without = {f"{language}{path}" for language in ("", "/en") for path in ("/nothing", "/sager/x", "/graf")}
    for link in sorted({kind_of(link): link for link in links - without}.values()):
        status = client.get(link).status_code
        assert status == 200, link


def text_of(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def test_case_page_tells_the_whole_way(client: TestClient) -> None:
    text = text_of(client, f"/sager/{CASE}")
    text = text[text.index("Sagens gang") :]
    order = ["5. marts 2024", "at stien anlægges", "Udsat.", "9. april 2024", "Indstillingen blev godkendt.",
             "Indstillingen fulgt",
             "At stien anlægges i år", "Bo Ærø", "Carl Øst", "Det er for dyrt.", "Indbragt for Byrådet",
             "23. april 2024", "Gengivet fra Teknik- og Miljøudvalget", "hele partiet, ingen navne",
             "Stemmeforklaring: Venstre", "Stien er trafiksikker.",
             "Andre sager, der hænger sammen", "Evaluering af cykelsti"]  # fmt: skip
    at = 0
    for part in order:
        at = text.index(part, at)
    assert text.count("Hvorfor hører punktet til sagen?") == 3
    assert "Samme sagsnummer" in text
    assert "s. 2, l. 66" in text


def test_case_page_tells_of_money_and_of_what_became_of_promises(client: TestClient) -> None:
    text = text_of(client, f"/sager/{CASE}")
    assert "Beløb 1.410.000 kr." in text
    assert re.search(
        r"vender tilbage[^.]*\. .*?(Opfyldt|Åben|Kan ikke ses|Over tiden) .*?Pr\. \d+\. \w+ 20\d\d\.", text
    )
    assert "DKK 1,410,000" in client.get(f"/en/sager/{CASE}").text


def test_evidence_leads_to_its_line(client: TestClient) -> None:
    page = client.get(f"/sager/{CASE}").text
    assert f'href="/punkter/{SECOND}?linje=66#l66"' in page
    marked = client.get(f"/punkter/{SECOND}?linje=63").text
    assert 'id="l63"' in marked
    assert re.search(r'is-marked" id="l63"', marked)
    assert not re.search(r'is-marked" id="l62"', marked)


def test_a_case_too_large_for_its_page_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Sagen er større, end siden viser"
    assert said not in client.get(f"/sager/{CASE}").text
    monkeypatch.setattr("api.service.cases.MOST_POINTS", 1)
    assert f"{said}: de ældste {MOST_POINTS} punkter" in client.get(f"/sager/{CASE}").text
    assert client.get(f"/api/cases/{CASE}").json()["complete"] is False


def test_alias_leads_to_its_case(client: TestClient) -> None:
    answer = client.get(f"/sager/{COUNCIL}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/sager/{CASE}")


def test_number_in_the_search_box_leads_to_the_case(client: TestClient) -> None:
    answer = client.get("/soeg?q=24 / 2210&kommune=nordlev", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sager/{CASE}")
    answer = client.get("/soeg?q=24/100", follow_redirects=False)
    assert answer.headers["location"] == f"/sagsnumre/{CONTAINER}"


def test_a_reader_can_report_an_error_where_an_address_is_set(client: TestClient, store: GraphStore) -> None:
    assert "Meld en fejl" not in client.get(f"/sager/{CASE}").text
    app = create_app(Settings(report_url="mailto:fejl@nordlev.example?body={url}"), store)
    page = Page(TestClient(app, "http://localhost:8000").get(f"/en/sager/{CASE}").text)
    links = [link for link in page.values("href") if link.startswith("mailto:")]
    root = "mailto:fejl@nordlev.example?body=http%3A%2F%2Flocalhost%3A8000%2Fen%2Fdokumenter%2F"
    assert links
    assert all(link.startswith(root) and "fakta%3D" in link for link in links)
    for wrong in ("javascript:{url}", "https://fejl.example/", "https://a b/{url}"):
        with pytest.raises(ValidationError):
            Settings(report_url=wrong)


def test_plans_parties_and_sections_have_pages(client: TestClient) -> None:
    assert "Åvej" in text_of(client, "/planer/nordlev.lokalplan-4-21")
    assert "Lokalplan 4.21" in text_of(client, "/planer?kommune=nordlev&q=åvej")
    assert "Der er intet at vise." in text_of(client, "/planer?kommune=soeby")
    assert 'href="/paragraffer/lov-om-offentlige-veje.p15-2"' in client.get("/love/lov-om-offentlige-veje").text
    assert "Punkter, der nævner paragraffen" in text_of(client, "/paragraffer/lov-om-offentlige-veje.p15-2")
    assert "Nordlev Kommune · V" in text_of(client, f"/partier/{party_id('nordlev', 'Venstre')}")


def test_topics_have_pages_with_their_levels_and_where_they_are_printed(client: TestClient) -> None:
    shown = client.get("/emner/kle-05-01-06").text
    assert {'href="/emner/kle-05"', 'href="/emner/kle-05-01"'} <= set(re.findall(r'href="/emner/[^"]+"', shown))
    text = text_of(client, "/emner/kle-05-01-06")
    assert "Emnesystematik" in text
    assert "Emnets navn står ikke i referaterne" in text
    assert "Evaluering af cykelsti" in text
    assert "s. 3, l. 101" in text
    assert 'href="/emner/kle-05-01-06"' in client.get("/emner/kle-05-01").text
    assert "1 sag · 1 punkt" in text_of(client, "/emner/kle-05")
    assert "its name is not in the minutes" in text_of(client, "/en/emner?q=05.01").lower()
    assert "05.01.06" in text_of(client, "/emner?kommune=nordlev&q=05")
    assert "Der er intet at vise." in text_of(client, "/emner?kommune=soeby")
    for address in (f"/sager/{LATER}", f"/punkter/{LATER}"):
        assert 'href="/emner/kle-05-01-06?kommune=nordlev"' in client.get(address).text


def test_coverage_tells_what_was_read_and_what_not(client: TestClient) -> None:
    text = text_of(client, "/daekning")
    assert re.search(r"Nordlev Kommune \d+ ", text)
    assert "Ikke læst som referat" in text


def test_container_page_says_what_it_is(client: TestClient) -> None:
    text = text_of(client, f"/sagsnumre/{CONTAINER}")
    assert "24/100 er et samlenummer, ikke en sag." in text
    assert "4 af 5 punkter er faste punkter" in text
    assert "Køb af areal" in text


def test_error_page_has_near_matches(client: TestClient, page_headers: dict[str, Any]) -> None:
    answer = client.get("/sager/24-2211", headers=page_headers)
    assert answer.status_code == 404
    assert "Mente du" in answer.text
    assert f'href="/sager/{CASE}"' in answer.text


def test_search_marks_hits_and_keeps_the_question(client: TestClient) -> None:
    page = client.get('/soeg?q="><b>åvej').text
    assert 'value="&#34;&gt;&lt;b&gt;åvej"' in page
    assert "<mark>" in client.get("/soeg?q=åvej").text


def test_graph_page_lists_what_it_draws(client: TestClient) -> None:
    page = client.get(f"/graf?node=case:{CASE}").text
    drawn = client.get(f"/api/graph?node=case:{CASE}").json()
    assert page.count("data-key=") == len(drawn["nodes"])
    assert "stemte imod ved" in page


def test_unparsed_document_shows_its_text(client: TestClient) -> None:
    assert "uden punkter &lt;b&gt;" in client.get(f"/dokumenter/{NOTES}").text


def test_hostile_title_is_shown_whole(client: TestClient) -> None:
    assert HOSTILE in client.get(f"/api/items/{ITEM}").json()["title"]


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        ("personer", "nordlev.carl-oest"), ("udvalg", "nordlev.teknik-og-miljoeudvalget"),
        ("organisationer", "cykelforum"), ("love", "lov-om-offentlige-veje"),
    ],
)  # fmt: skip
def test_a_merged_id_leads_to_the_page(client: TestClient, kind: str, id_: str) -> None:
    answer = client.get(f"/{kind}/{id_}-b", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/{kind}/{id_}")
    assert f"{id_} i daglig tale" in client.get(f"/{kind}/{id_}").text


def test_person_page_says_who_it_may_be_and_where_it_sits(client: TestClient) -> None:
    text = text_of(client, "/personer/nordlev.aase-holm")
    assert "Måske samme som Åse Holm Lind" in text
    assert "Teknik- og Miljøudvalget set 5. marts 2024 til 9. april 2024 · 2 møder · formand" in text


def test_body_page_tells_of_members_and_names(client: TestClient) -> None:
    text = text_of(client, "/udvalg/nordlev.teknik-og-miljoeudvalget")
    assert "Miljøudvalget bliver til Teknik- og Miljøudvalget (lagt sammen) · 20. marts 2024" in text
    assert "Carl Øst stedfortræder · set" in text
    assert "6. februar 2024" in text


def test_a_meeting_that_is_only_told_of_has_a_page(client: TestClient) -> None:
    text = text_of(client, "/moeder/nordlev.teknik-og-miljoeudvalget.2024-02-06")
    assert "Omtalt, referat ikke læst" in text
    assert "dets eget er ikke læst" in text


def test_parties_in_votes_lead_to_their_pages(client: TestClient) -> None:
    links = {link for link in Page(client.get(f"/sager/{CASE}").text).values("href") if link.startswith("/partier/")}
    assert links
    for link in links:
        assert client.get(link).status_code == 200, link


def test_conflicts_are_shown_with_both_sides(client: TestClient) -> None:
    text = text_of(client, "/modstrid")
    for words in ("Stemmetal og navne Afstemning 1, for »3«", "»2: Åse Holm, Bo Ærø«", "»10. april 2024«",
                  "Beslutningen gengivet anderledes udfald »Godkendt«", "punktet, der henvises til"):  # fmt: skip
        assert words in text
    assert "Der er intet at vise." in text_of(client, "/modstrid?slags=tally-names&til=2020-01-01")
    assert client.get("/modstrid?fra=x").status_code == 422
    assert "Står på to måder" in text_of(client, f"/punkter/{SECOND}")
    assert "Stemmetal og navne" in text_of(client, f"/sager/{CASE}")


def test_corrections_are_shown(client: TestClient) -> None:
    text = text_of(client, f"/punkter/{SECOND}")
    assert "»deferred« → »approved« Rettet af Ida Bro, 21. november 2026. Læst forkert." in text
    assert "Oplysningen er taget ud." in text


@pytest.mark.parametrize("address", [f"/punkter/{SECOND}", f"/sager/{CASE}"])
def test_a_corrected_fact_says_so_where_it_stands(client: TestClient, address: str) -> None:
    shown = client.get(address).text
    (mark,) = re.finditer('<span class="corrected">rettet af en person</span>', shown)
    decision = shown.rindex('<section class="part decision', 0, mark.start())
    assert "</section>" not in shown[decision : mark.start()]
    assert client.get(f"/en{address}").text.count('<span class="corrected">corrected by a person</span>') == 1
