"""What each address of the API answers."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.api.client import TestClient
from tests.api.sample import CASE, CONTAINER, COUNCIL, HOSTILE, MINUTES, NOTES, SECOND

BODY = "nordlev.teknik-og-miljoeudvalget"


def get(client: TestClient, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    return answer.json()


@pytest.mark.parametrize("number", ["24/2210", "24-2210", "24 / 2210", " 24/2210 "])
def test_case_by_number_in_any_spelling(client: TestClient, number: str) -> None:
    found = get(client, f"/api/cases?number={quote(number)}&municipality=nordlev")
    assert [case["id"] for case in found["cases"]] == [CASE]
    assert found["containers"] == []


def test_number_of_two_municipalities_gives_both_cases(client: TestClient) -> None:
    found = get(client, "/api/cases?number=24/2210")
    assert [case["municipality"]["id"] for case in found["cases"]] == ["nordlev", "soeby"]


def test_container_is_answered_as_container_with_its_points(client: TestClient) -> None:
    found = get(client, "/api/cases?number=24/100")
    assert found["cases"] == []
    (container,) = found["containers"]
    assert container["container"] is True
    assert container["item_count"] == len(container["items"]) == 3
    assert next(item["title"] for item in container["items"]) == "Godkendelse af dagsorden"
    assert container == get(client, f"/api/case-numbers/{CONTAINER}")


def test_unknown_number_comes_with_near_matches(client: TestClient) -> None:
    answer = client.get("/api/cases?number=24/2211")
    assert answer.status_code == 404
    assert [near["number"] for near in answer.json()["near"]] == ["24/2210", "24/2210"]


def test_unknown_id_comes_with_near_matches(client: TestClient) -> None:
    for path in (f"/api/cases/{CASE}9", f"/api/items/{SECOND}9", "/api/persons/nordlev.carl-ost"):
        near = client.get(path).json()["near"]
        assert near[0]["score"] > 90


def test_any_point_of_a_case_leads_to_it(client: TestClient) -> None:
    for id_ in (CASE, SECOND, COUNCIL):
        assert get(client, f"/api/cases/{id_}")["id"] == CASE
        assert [event["date"] for event in get(client, f"/api/cases/{id_}/history")["points"]] == [
            "2024-03-05", "2024-04-09", "2024-04-23",
        ]  # fmt: skip


def test_every_fact_of_a_history_has_evidence(client: TestClient) -> None:
    history = get(client, f"/api/cases/{CASE}/history")
    facts = ("sections", "recommendations", "procedure", "decisions", "absences", "attachments", "laws", "mentioned",
             "follow_ups", "references", "renames")  # fmt: skip
    seen = 0
    for event in history["events"]:
        assert event["evidence"]
    for point in history["points"]:
        assert point["evidence"]
        assert point["put"]["rule"] == "same_number"
        for fact in (fact for name in facts for fact in point[name]):
            seen += 1
            assert fact["evidence"][0]["document"] == MINUTES
            assert fact["evidence"][0]["document_name"] == "referat-æøå.pdf"
            assert fact["evidence"][0]["line"] > 0
    assert seen > 10


def test_votes_are_as_printed_and_blocks_stay_blocks(client: TestClient) -> None:
    points = get(client, f"/api/cases/{CASE}/history")["points"]
    (vote,) = points[1]["decisions"][0]["votes"]
    assert [(ballot["option"], ballot["name"], ballot["party_surface"]) for ballot in vote["ballots"]] == [
        ("against", "Carl Øst", "R"), ("for", "Bo Ærø", "Å"), ("for", "Åse Holm", "V"),
    ]  # fmt: skip
    assert vote["mover"]["name"] == "Åse Holm"
    assert vote["explanations"][0]["persons"] == ["Carl Øst"]
    assert vote["referral"]["to"] == "Byrådet"
    (vote,) = points[2]["decisions"][1]["votes"]
    assert (vote["explanations"][0]["persons"], vote["explanations"][0]["parties"]) == ([], ["Venstre"])
    (block,) = vote["ballots"]
    assert (block["block"], block["name"], block["person"], block["party"]) == (True, None, None, "Venstre")


def test_decisions_of_other_bodies_are_quoted(client: TestClient) -> None:
    quoted, own = get(client, f"/api/items/{COUNCIL}")["decisions"]
    assert (quoted["own"], quoted["body"]["name"]) == (False, "Teknik- og Miljøudvalget")
    assert (own["own"], own["body"]["name"]) == (True, "Byrådet")


def test_decision_beside_its_recommendation(client: TestClient) -> None:
    (decision,) = get(client, f"/api/items/{SECOND}")["decisions"]
    assert (decision["relation_to_recommendation"], decision["relation_by_recommendation"]) == ("as_recommended", [])


def test_absence_from_the_meeting_and_at_the_point(client: TestClient) -> None:
    absences = get(client, f"/api/items/{SECOND}")["absences"]
    assert [(each["name"], each["status"], each["scope"]) for each in absences] == [
        ("Zita Lund", "absent", "meeting"), ("Aage Dam", "disqualified", "item"),
    ]  # fmt: skip


def test_references_relate_but_do_not_join(client: TestClient) -> None:
    case = get(client, f"/api/cases/{CASE}")
    (related,) = case["related"]
    assert (related["direction"], related["case"]["title"]) == ("from", "Evaluering af cykelsti")
    assert related["from_item"] not in case["aliases"]
    (back,) = get(client, f"/api/cases/{related['case']['id']}")["related"]
    assert (back["direction"], back["case"]["id"]) == ("to", CASE)


def test_item_has_its_lines_and_what_refers_to_it(client: TestClient) -> None:
    item = get(client, f"/api/items/{SECOND}")
    assert [line["number"] for line in item["lines"]] == [60, 61, 62, 63, 64]
    assert item["lines"][3]["text"] == "Vejloven § 15, stk. 2."
    assert [each["title"] for each in item["referred_by"]] == ["Evaluering af cykelsti"]
    assert {law["law"]["id"] for law in item["laws"]} == {"lov-om-offentlige-veje"}


def test_meeting_has_points_and_attendance(client: TestClient) -> None:
    meeting = get(client, f"/api/meetings/{BODY}.2024-04-09")
    assert [item["number"] for item in meeting["items"]] == ["1", "2", "3", "4"]
    assert meeting["items"][2]["title"] == HOSTILE
    assert {each["name"]: each["status"] for each in meeting["attendance"]}["Zita Lund"] == "absent"
    assert meeting["documents"][0]["name"] == "referat-æøå.pdf"


def test_person_has_ballots_with_their_point(client: TestClient) -> None:
    person = get(client, "/api/persons/nordlev.carl-oest")
    (cast,) = person["ballots"]
    assert (cast["ballot"]["option"], cast["item"]["id"]) == ("against", SECOND)
    assert (person["meetings_present"], person["meetings_absent"]) == (2, 0)


def test_organisation_has_its_names(client: TestClient) -> None:
    (rename,) = get(client, "/api/organisations/cykelforum")["renames"]
    assert (rename["old"], rename["new"], rename["date"]) == ("Cykelrådet Nord", "Cykelforum", "2024-05")
    assert rename["evidence"]


def test_law_has_its_sections(client: TestClient) -> None:
    law = get(client, "/api/laws/lov-om-offentlige-veje")
    assert [provision["name"] for provision in law["provisions"]] == ["§ 15, stk. 2"]
    assert [item["id"] for item in law["items"]] == [SECOND]


def test_municipality_body_document_statistics(client: TestClient) -> None:
    assert [each["name"] for each in get(client, "/api/municipalities")["municipalities"]] == [
        "Nordlev Kommune", "Søby Kommune",
    ]  # fmt: skip
    assert get(client, "/api/municipalities/nordlev")["case_count"] == 4
    assert get(client, f"/api/bodies/{BODY}")["meeting_count"] == 3
    assert get(client, f"/api/documents/{NOTES}")["status"] == "unparsed"
    figures = get(client, "/api/statistics")
    assert (figures["meetings_held"], figures["items"], figures["cases"], figures["containers"]) == (5, 9, 5, 1)


def test_search_finds_names_points_and_numbers(client: TestClient) -> None:
    found = get(client, "/api/search?q=CYKELSTI åvej")
    assert [hit["id"] for hit in found["names"]] == [CASE]
    assert found["items"][0]["snippet"]["parts"][1].lower() == "cykelsti"
    assert [case["id"] for case in get(client, "/api/search?q=24/2210&municipality=nordlev")["cases"]] == [CASE]
    assert get(client, "/api/search?q=24/100")["containers"][0]["id"] == CONTAINER
    assert get(client, "/api/search?q=Ærø")["names"][0]["kind"] == "person"


def test_graph_draws_the_neighbourhood(client: TestClient) -> None:
    drawing = get(client, f"/api/graph?node=case:{CASE}")
    keys = {node["key"] for node in drawing["nodes"]}
    assert {f"case:{CASE}", f"item:{SECOND}", "person:nordlev.carl-oest", "party:nordlev.venstre"} <= keys
    assert all({link["source"], link["target"]} <= keys for link in drawing["links"])
    types = {(link["source"], link["type"]) for link in drawing["links"]}
    assert ("person:nordlev.carl-oest", "VOTED_AGAINST") in types
    assert (drawing["truncated"], drawing["known"]) == (False, len(keys))


def test_graph_says_when_it_is_cut(client: TestClient) -> None:
    drawing = get(client, f"/api/graph?node={CASE}&limit=5")
    assert (len(drawing["nodes"]), drawing["truncated"]) == (5, True)
    assert drawing["known"] > 5
    assert drawing == get(client, f"/api/graph?node={CASE}&limit=5")


def test_a_topic_has_its_levels_cases_and_points(client: TestClient) -> None:
    topic = get(client, "/api/topics/kle-05-01")
    assert (topic["number"], topic["level"], topic["case_count"], topic["item_count"]) == ("05.01", "group", 1, 1)
    assert [one["number"] for one in topic["above"]] == ["05"]
    assert [(one["number"], one["item_count"]) for one in topic["below"]] == [("05.01.06", 1)]
    assert [one["title"] for one in topic["cases"]] == ["Evaluering af cykelsti"]
    (point,) = topic["items"]
    (place,) = point["evidence"]
    assert (point["item"]["title"], place["quote"], place["line"]) == ("Evaluering af cykelsti", "05.01.06", 101)
    history = get(client, f"/api/cases/{point['item']['id']}/history")
    assert history["points"][0]["topics"] == [{"id": "kle-05-01-06", "number": "05.01.06"}]


LISTS = [
    ("/api/cases", "cases"), ("/api/meetings", "meetings"), ("/api/items", "items"), ("/api/persons", "persons"),
    ("/api/bodies", "bodies"), ("/api/organisations", "organisations"), ("/api/laws", "laws"),
    ("/api/followups", "follow_ups"), ("/api/missing", "missing"), ("/api/conflicts", "conflicts"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "key"), LISTS)
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_concatenate_to_the_whole(client: TestClient, path: str, key: str, limit: int) -> None:
    whole = get(client, f"{path}?limit=200")
    assert whole["next"] is None
    parts: list[Any] = []
    after = ""
    while True:
        page = get(client, f"{path}?limit={limit}{after}")
        assert len(page[key]) <= limit
        parts += page[key]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert parts == whole[key]
    assert parts


def test_names_stand_in_danish_order(client: TestClient) -> None:
    names = [person["name"] for person in get(client, "/api/persons")["persons"]]
    assert names == ["Bo Ærø", "Carl Øst", "Zita Lund", "Aage Dam", "Åse Holm", "Åse Holm Lind"]


@pytest.mark.parametrize(("path", "key"), LISTS)
def test_lists_keep_to_a_municipality(client: TestClient, path: str, key: str) -> None:
    ids = [each["id"] for each in get(client, f"{path}?municipality=soeby")[key]]
    assert all(id_.startswith("soeby.") for id_ in ids)


def test_health(client: TestClient) -> None:
    assert get(client, "/health")["store"] == "arcadedb"


def test_a_history_as_of_a_day_knows_nothing_later(client: TestClient) -> None:
    history = get(client, f"/api/cases/{CASE}/history?as_of=2024-04-10")
    assert [point["date"] for point in history["points"]] == ["2024-03-05", "2024-04-09"]
    assert max(event["date"] for event in history["events"] if event["kind"] != "planned") <= "2024-04-10"
    assert (history["last_date"], history["item_count"]) == ("2024-04-09", 2)
    assert client.get(f"/api/cases/{CASE}/history?as_of=2001-01-01").status_code == 404


def test_events_are_in_order_and_name_their_point(client: TestClient) -> None:
    history = get(client, f"/api/cases/{CASE}/history")
    assert history["events"][0]["kind"] == "introduced"
    days = [event["date"] for event in history["events"]]
    assert days == sorted(days)
    assert {event["item"] for event in history["events"]} <= {point["id"] for point in history["points"]}
    assert "brought_before" in {event["kind"] for event in history["events"]}


NAMED = [
    ("/api/persons", "nordlev.carl-oest"), ("/api/bodies", BODY), ("/api/organisations", "cykelforum"),
    ("/api/laws", "lov-om-offentlige-veje"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "id_"), NAMED)
def test_a_merged_id_gives_what_it_was_merged_into(client: TestClient, path: str, id_: str) -> None:
    found = get(client, f"{path}/{id_}-b")
    assert found == get(client, f"{path}/{id_}")
    assert (found["id"], found["merged"], found["aliases"]) == (id_, [f"{id_}-b"], [f"{id_} i daglig tale"])
    (judgement,) = found["judgements"]
    assert (judgement["verdict"], judgement["author"], judgement["other"]) == ("same", "Ida Bro", None)


def test_an_unsure_judgement_names_the_other(client: TestClient) -> None:
    (judgement,) = get(client, "/api/persons/nordlev.aase-holm")["judgements"]
    assert (judgement["verdict"], judgement["other"]["name"]) == ("unsure", "Åse Holm Lind")


def test_a_person_sits_in_bodies(client: TestClient) -> None:
    person = get(client, "/api/persons/nordlev.aase-holm")
    (seat,) = person["memberships"]
    assert (seat["body"]["id"], seat["kind"], seat["first"], seat["last"]) == (
        BODY,
        "member",
        "2024-03-05",
        "2024-04-09",
    )
    assert seat["ranks"] == [{"value": "formand", "first": "2024-03-05", "last": "2024-04-09"}]
    assert [span["value"] for span in seat["parties"]] == ["Venstre", "Cykellisten"]
    assert [span["value"] for span in person["party_spans"]] == ["Venstre"]


def test_a_body_has_its_members_renames_and_missing_minutes(client: TestClient) -> None:
    body = get(client, f"/api/bodies/{BODY}")
    assert [(each["person"]["name"], each["kind"]) for each in body["members"]] == [
        ("Åse Holm", "member"), ("Carl Øst", "substitute"),
    ]  # fmt: skip
    (rename,) = body["renames"]
    assert (rename["old_body"]["name"], rename["kind"], rename["date"]) == (
        "Miljøudvalget",
        "merged_body",
        "2024-03-20",
    )
    assert rename["evidence"]
    assert [each["date"] for each in body["missing"]] == ["2024-02-06"]
    assert get(client, "/api/bodies/nordlev.miljoeudvalget")["renames"] == [rename]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("kind=tally-names", ["tally-names"]),
        ("body=nordlev.byraadet", ["decision-retold", "reference-target"]),
        ("until=2024-04-10", ["meeting-dates", "tally-names"]),
        ("since=2024-04-20&kind=decision-retold", ["decision-retold"]),
        ("kind=absence-source", []),
    ],
)
def test_conflicts_are_chosen_by(client: TestClient, query: str, kinds: list[str]) -> None:
    found = get(client, f"/api/conflicts?municipality=nordlev&{query}")["conflicts"]
    assert [each["kind"] for each in found] == kinds


def test_both_statements_of_a_conflict_have_evidence(client: TestClient) -> None:
    (conflict,) = get(client, "/api/conflicts?kind=tally-names")["conflicts"]
    assert [conflict[side]["text"] for side in ("statement_a", "statement_b")] == ["3", "2: Åse Holm, Bo Ærø"]
    assert [conflict[side]["evidence"][0]["line"] for side in ("statement_a", "statement_b")] == [66, 67]
    assert conflict["item"]["id"] == SECOND
    assert conflict["id"] in {each["id"] for each in get(client, f"/api/items/{SECOND}")["conflicts"]}


def test_corrections_stand_with_point_and_meeting(client: TestClient) -> None:
    applied, taken_out = get(client, f"/api/items/{SECOND}")["corrections"]
    assert (applied["read"], applied["value"], applied["by"]) == ("deferred", "approved", "Ida Bro")
    assert taken_out["value"] is None
    assert len(get(client, f"/api/meetings/{BODY}.2024-04-09")["corrections"]) == 2


@pytest.mark.parametrize(
    ("path", "key"), [("/api/meetings", "meetings"), ("/api/items", "items"), ("/api/conflicts", "conflicts")]
)
def test_a_body_may_be_asked_for_by_a_merged_id(client: TestClient, path: str, key: str) -> None:
    found = get(client, f"{path}?body={BODY}")[key]
    assert found
    assert found == get(client, f"{path}?body={BODY}-b")[key]
    assert get(client, f"{path}?body=nordlev.intet")[key] == []
