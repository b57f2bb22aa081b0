"""The one box, over HTTP."""

from typing import Any
from urllib.parse import quote

import pytest

from api.service import naming
from api.service.box import ask_names
from api.service.search import by_body_now
from api.service.suggesting import suggest
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.sample import CASE, HOSTILE, SECOND

BODY = "nordlev.teknik-og-miljoeudvalget"


def get(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_narrowing_is_kept_in_every_link(client: TestClient) -> None:
    page = client.get("/soeg?q=cykelsti&kommune=nordlev&fra=2020-01-01&udfald=approved").text
    assert 'name="fra" type="date" value="2020-01-01"' in page
    assert '<option value="approved" selected>' in page
    for link in [part.split('"')[0] for part in page.split('href="/soeg?')[1:]]:
        assert "q=cykelsti" in link
        assert "udfald=approved" in link


def test_a_kind_alone_is_shown(client: TestClient) -> None:
    whole = get(client, "/api/search?q=åvej")
    kinds = {one["value"]: one["count"] for one in whole["facets"]["kind"]}
    assert kinds["item"] == whole["total"] > 0
    only = get(client, "/api/search?q=åvej&kind=case")
    assert only["items"] == []
    assert {hit["kind"] for hit in only["names"]} == {"case"}
    assert only["facets"]["kind"] == whole["facets"]["kind"]


def test_dates_and_body_narrow_the_points(client: TestClient) -> None:
    whole = get(client, "/api/search?q=cykelsti&kind=item")
    day = whole["items"][0]["date"]
    assert get(client, f"/api/search?q=cykelsti&since={day}&until={day}")["total"] < whole["total"]
    body = whole["items"][0]["body"]["id"]
    narrowed = get(client, f"/api/search?q=cykelsti&body={body}")
    assert {hit["body"]["id"] for hit in narrowed["items"]} == {body}
    assert len(narrowed["facets"]["body"]) == len(whole["facets"]["body"])


def test_a_merged_body_narrows_as_the_one_it_is_now(client: TestClient) -> None:
    now = get(client, f"/api/search?q=cykelsti&body={BODY}")
    assert now["total"] > 0
    assert get(client, f"/api/search?q=cykelsti&body={BODY}-b")["items"] == now["items"]


def test_points_of_merged_bodies_are_counted_under_the_one_they_are_now() -> None:
    assert by_body_now({f"{BODY}-b": 3, "nordlev.byraadet": 4, BODY: 2, "x.intet": 1}, {f"{BODY}-b": BODY}) == {
        BODY: 5,
        "nordlev.byraadet": 4,
        "x.intet": 1,
    }


def test_a_section_beside_words_of_no_law_is_looked_for_as_words(client: TestClient) -> None:
    assert SECOND in {hit["id"] for hit in get(client, "/api/search?q=§ 15 cykelforum")["items"]}
    of_law = get(client, "/api/search?q=§ 15 vejloven")
    assert {hit["kind"] for hit in of_law["names"]} == {"provision"}
    assert get(client, "/api/search?q=§ 15 ukendtord")["total"] == 0


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("05.01.06", ["kle-05-01-06"]),
        ("KLE 05.01", ["kle-05-01", "kle-05-01-06"]),
        ("kle 05", ["kle-05", "kle-05-01", "kle-05-01-06"]),
        ("05.02", []),
        ("05", []),
        ("24/05.01", []),
    ],
)
def test_a_kle_number_finds_its_topic_and_what_lies_in_it(client: TestClient, q: str, found: list[str]) -> None:
    for path, key in (("/api/search", "names"), ("/api/search/suggest", "suggestions")):
        answer = get(client, f"{path}?q={quote(q)}")
        assert [hit["id"] for hit in answer[key] if hit["kind"] == "topic"] == found
        elsewhere = get(client, f"{path}?q={quote(q)}&municipality=soeby")
        assert [hit for hit in elsewhere[key] if hit["kind"] == "topic"] == []


@pytest.mark.parametrize("path", ["/api/search?q=skole&municipality=", "/soeg?q=skole&kommune="])
@pytest.mark.parametrize("sign", ["%22", "(", "%5C", "*", "æ ", "a OR b"])
def test_a_municipality_of_signs_is_no_question_to_the_index(client: TestClient, path: str, sign: str) -> None:
    assert client.get(path + sign).status_code in (200, 404, 422)


def test_names_of_a_municipality_are_found_however_many_others_there_are(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(naming, "CANDIDATES", 1)
    assert len(naming.find_names(store, ask_names(["holm"]))) == 1
    found = naming.find_names(store, ask_names(["holm"]), "nordlev")
    assert [name.name for name in found if name.kind == "person"] == ["Åse Holm", "Åse Holm Lind"]
    assert naming.find_names(store, ask_names(["holm"]), "soeby") == []
    assert [name.id for name in naming.find_names(store, ask_names(["cykelforum"]), "soeby")] == ["cykelforum"]
    assert {one.id.split(".")[0] for one in suggest(store, "24/22", "soeby").suggestions} == {"soeby"}


def test_no_person_is_a_facet(client: TestClient) -> None:
    facets = get(client, "/api/search?q=Ærø")["facets"]
    assert set(facets) == {"kind", "municipality", "body", "year"}


@pytest.mark.parametrize("path", ["/api/search", "/api/search/suggest", "/soeg"])
def test_overlong_questions_and_strange_places_are_told(client: TestClient, path: str) -> None:
    assert client.get(f"{path}?q={'a' * 201}").status_code == 422
    assert client.get("/api/search?q=a&after=x").status_code == 422
    assert client.get("/soeg?q=a&slags=x").status_code == 422


def test_hostile_text_is_escaped_and_marked(client: TestClient) -> None:
    page = client.get("/soeg", params={"q": HOSTILE}).text
    assert "<script>alert" not in page
    page = client.get("/soeg?q=hegn").text
    assert "<script>alert" not in page


def test_a_short_name_is_found_without_danish_letters(client: TestClient) -> None:
    assert [hit["name"] for hit in get(client, "/api/search?q=aeroe")["names"]] == ["Bo Ærø"]
    assert [one["name"] for one in get(client, "/api/search/suggest?q=aer")["suggestions"]] == ["Bo Ærø"]


def test_suggestions_come_with_their_kind(client: TestClient) -> None:
    found = get(client, "/api/search/suggest?q=cyk")["suggestions"]
    assert ("case", CASE) in {(one["kind"], one["id"]) for one in found}
    assert [one["kind"] for one in get(client, "/api/search/suggest?q=24/22")["suggestions"]][:1] == ["number"]
    assert get(client, "/api/search/suggest?q=c")["suggestions"] == []


def test_the_box_is_an_ordinary_form_with_suggestions_beside_it(client: TestClient) -> None:
    page = client.get("/").text
    assert 'data-suggest="/api/search/suggest"' in page
    assert 'action="/soeg"' in page
