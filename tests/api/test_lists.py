"""Lists: what they are chosen by, in which order they come, and where they go on."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, get_args

import pytest

from api.app import create_app
from api.pages.texts import load_texts
from api.pages.words import CONFLICT_KINDS
from api.routers.codes import ConflictCode, FoundCode, OrganisationCode
from api.service import lists, organisations
from api.service.bodies import find_bodies
from api.service.laws import find_laws
from api.service.lists import ByDate, ByName, list_rows
from api.service.parties import find_parties, party
from api.service.persons import find_persons
from api.service.plans import find_plans
from api.service.provisions import find_provisions
from api.service.search import KINDS
from api.service.topics import find_topics
from api.settings import Settings
from cypher import load_query
from graph.store import GraphStore, open_store
from tests.api.client import TestClient
from tests.api.sample import CASE, COUNCIL, SECOND, Sample, build
from tests.listing import EVERYTHING, Listing

BODY = "nordlev.teknik-og-miljoeudvalget"
CARL, BO, ZITA = "nordlev.carl-oest", "nordlev.bo-aeroe", "nordlev.zita-lund"
VOTE = f"{SECOND}.decision-1.vote-1"
BLOCK = f"{COUNCIL}.decision-2.vote-1"
FIRST_DECISION, LAST_DECISION = f"{CASE}.decision-1", f"{COUNCIL}.decision-2"


def ids(client: TestClient, path: str) -> list[Any]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    rows = next(value for value in answer.json().values() if isinstance(value, list))
    return [row["ballot"]["id"] if "ballot" in row else row["id"] for row in rows]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/api/cases?municipality=nordlev&body=nordlev.byraadet", [CASE]),
        ("/api/cases?municipality=nordlev&organisation=cykelforum", [CASE]),
        ("/api/cases?person=nordlev.carl-oest", [CASE]),
        ("/api/cases?person=nordlev.carl-oest-b", [CASE]),  # the id that another name of his would have
        ("/api/cases?law=lov-om-offentlige-veje", [CASE]),
        ("/api/cases?outcome=deferred", [CASE]),
        ("/api/cases?outcome=withdrawn", []),
        ("/api/items?outcome=recommended", [SECOND]),  # the council's minutes only quote the committee
        ("/api/items?outcome=approved", [COUNCIL, SECOND]),
        ("/api/cases?since=2024-05-01", [f"{BODY}.2024-05-07.1"]),
        ("/api/cases?until=2024-03-11", [CASE]),
        ("/api/cases?points=2", [CASE]),
        ("/api/items?since=2024-04-20&until=2024-04-30", [COUNCIL]),
        (f"/api/items?person={CARL}", [SECOND]),
        (f"/api/items?person={BO}", [SECOND]),
        ("/api/items?kind=closed", [f"{BODY}.2024-04-09.4"]),
        (f"/api/meetings?person={ZITA}", []),
        (f"/api/meetings?body={BODY}&until=2024-03-31", [f"{BODY}.2024-03-05"]),
        ("/api/meetings?status=planned", []),
        ("/api/decisions?outcome=deferred", [FIRST_DECISION]),
        ("/api/decisions?body=nordlev.byraadet", [LAST_DECISION]),
        ("/api/decisions?relation=as_recommended", [f"{SECOND}.decision-1"]),
        ("/api/decisions?organisation=cykelforum", [f"{SECOND}.decision-1"]),
        ("/api/decisions?q=UDSAT", [FIRST_DECISION]),
        ("/api/votes?sort=date", [VOTE, BLOCK]),
        (f"/api/votes?person={CARL}&option=against", [VOTE]),
        (f"/api/votes?person={CARL}&option=for", []),
        ("/api/votes?party=nordlev.venstre", [BLOCK, VOTE]),
        ("/api/votes?party=nordlev.radikale&option=against", [VOTE]),
        ("/api/votes?body=nordlev.byraadet", [BLOCK]),
        ("/api/votes?result=rejected", []),
        (f"/api/persons/{CARL}/votes", [f"{VOTE}.against-Carl Øst"]),
        (f"/api/persons/{CARL}/votes?option=for", []),
        (f"/api/persons/{CARL}/votes?until=2024-01-01", []),
        (f"/api/persons/{ZITA}/absences?since=2024-04-01", [f"{BODY}.2024-04-09.attendance-{ZITA}"]),
        ("/api/persons/nordlev.aage-dam/absences?status=disqualified", [f"{SECOND}.absence-aage-dam"]),
        ("/api/persons?party=nordlev.radikale", [CARL]),
        (f"/api/persons?body={BODY}&q=carl", [CARL]),
        ("/api/organisations?known=false&type=association", ["nordlev.cykelraadet-nord"]),
        ("/api/provisions?section=§ 15", ["lov-om-offentlige-veje.p15-2"]),
        ("/api/provisions?law=lov-om-alt", []),
        ("/api/parties?q=venstre", ["nordlev.venstre"]),
        ("/api/plans?municipality=nordlev&q=åvej", ["nordlev.lokalplan-4-21"]),
        ("/api/plans?municipality=soeby", []),
        ("/api/topics", ["kle-05", "kle-05-01", "kle-05-01-06"]),
        ("/api/topics?sort=-name&limit=1", ["kle-05-01-06"]),
        ("/api/topics?municipality=nordlev&q=05.01.0", ["kle-05-01-06"]),
        ("/api/topics?q=KLE 05.01", ["kle-05-01", "kle-05-01-06"]),
        ("/api/topics?q=5.01", []),
        ("/api/topics?municipality=soeby", []),
        ("/api/mentions?thing=cykelforum", [f"{SECOND}.mention-organisation-cykelforum"]),
        (f"/api/mentions?item={COUNCIL}", []),
        (f"/api/links?item={SECOND}", [f"{BODY}.2024-05-07.1.link-1", f"{SECOND}.link-same_number"]),
        (f"/api/items?person={CARL}-b&law=lov-om-offentlige-veje-b&organisation=cykelforum-b", [SECOND]),
        (f"/api/decisions?person={CARL}-b&law=lov-om-offentlige-veje-b", [f"{SECOND}.decision-1"]),
        (f"/api/votes?person={CARL}-b&party=nordlev.venstre", [VOTE]),
        ("/api/links?type=stated_reference", [f"{BODY}.2024-05-07.1.link-1"]),
        (f"/api/links?item={COUNCIL}", [f"{COUNCIL}.link-same_number"]),
        ("/api/documents?warned=true", ["b" * 64]),
        ("/api/documents?municipality=nordlev", ["a" * 64]),
    ],
)
def test_a_list_is_chosen_by(client: TestClient, path: str, expected: list[str]) -> None:
    assert ids(client, path) == expected


@pytest.mark.parametrize(
    ("path", "field", "allowed"),
    [
        ("/api/cases?outcome=nothing", "outcome", "approved"),
        ("/api/items?kind=nothing", "kind", "any-other-business"),
        ("/api/meetings?status=referenced", "status", "planned"),
        ("/api/decisions?relation=nothing", "relation", "none_printed"),
        ("/api/votes?option=absent", "option", "abstain"),
        (f"/api/persons/{CARL}/votes?option=nothing", "option", "against"),
        (f"/api/persons/{CARL}/absences?status=present", "status", "disqualified"),
        ("/api/organisations?type=nothing", "type", "association"),
        ("/api/mentions?kind=nothing", "kind", "office"),
        ("/api/links?type=nothing", "type", "stated_reference"),
        ("/api/links?status=nothing", "status", "refused"),
        ("/api/conflicts?kind=nothing", "kind", "reference-target"),
        ("/api/documents?status=nothing", "status", "unparsed"),
        ("/api/search?q=vej&kind=nothing", "kind", "provision"),
        ("/api/search?q=vej&outcome=nothing", "outcome", "withdrawn"),
    ],
)
def test_a_code_that_is_none_is_refused_with_those_that_are(
    client: TestClient, path: str, field: str, allowed: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["field"] == f"query.{field}"
    assert f"'{allowed}'" in error["message"]


def test_codes_without_an_enum_are_those_that_are_made_and_worded() -> None:
    assert get_args(ConflictCode) == CONFLICT_KINDS
    assert get_args(FoundCode) == KINDS
    worded = {key.split(".")[1] for key in load_texts().keys if key.startswith("organisation_type.")}
    assert set(get_args(OrganisationCode)) == worded


@pytest.mark.parametrize("path", ["/modstrid?slags=intet", "/soeg?q=vej&slags=intet", "/soeg?q=vej&udfald=intet"])
def test_a_page_refuses_them_too(client: TestClient, page_headers: dict[str, str], path: str) -> None:
    assert client.get(path, headers=page_headers).status_code == 422


@pytest.mark.parametrize("path", ["/api/items", "/api/cases", "/api/decisions", "/api/search"])
def test_every_word_is_heeded_however_many_there_are(client: TestClient, path: str) -> None:
    def found(q: str) -> Any:
        answer = client.get(path, params={"q": q}).json()
        return answer.get("items") or answer.get("cases") or answer.get("decisions")

    assert found(" ".join(["vej"] * 12))
    assert not found("vej ve v e j åvej å langs ve intet")


ORDERS = [
    ("/api/cases", ("-date", "date", "name", "-name", "count", "-count")),
    ("/api/items", ("-date", "date")),
    ("/api/meetings", ("-date", "date")),
    ("/api/decisions", ("-date", "date")),
    ("/api/persons", ("name", "-name", "count", "-count")),
    ("/api/bodies", ("name", "-count")),
    ("/api/organisations", ("-name", "count")),
    ("/api/mentions", ("-date",)),
    ("/api/conflicts", ("date",)),
    ("/api/documents", ("name", "-count")),
]


@pytest.mark.parametrize(("path", "sort"), [(path, sort) for path, sorts in ORDERS for sort in sorts])
def test_the_pages_of_a_list_are_the_whole_in_its_order(client: TestClient, path: str, sort: str) -> None:
    whole, found, after = ids(client, f"{path}?sort={sort}"), [], ""
    assert len(whole) > 1
    while True:
        page = f"{path}?sort={sort}&limit=1&after={after}"
        found += ids(client, page)
        after = client.get(page).json()["next"]
        if not after:
            break
    assert found == whole


def test_orders_are_those_that_they_say(client: TestClient) -> None:
    names = [one["name"] for one in client.get("/api/persons?sort=name").json()["persons"]]
    assert names == ["Bo Ærø", "Carl Øst", "Zita Lund", "Aage Dam", "Åse Holm", "Åse Holm Lind"]
    assert [one["name"] for one in client.get("/api/persons?sort=-name").json()["persons"]] == names[::-1]
    days = [one["date"] for one in client.get("/api/items?sort=date").json()["items"]]
    assert days == sorted(days)
    assert client.get("/api/cases?sort=-count&limit=1").json()["cases"][0]["item_count"] == 3


def test_a_place_of_another_list_or_order_is_none(client: TestClient) -> None:
    after = client.get("/api/items?limit=1").json()["next"]
    assert client.get(f"/api/items?after={after}").status_code == 200
    for path in (f"/api/cases?after={after}", f"/api/items?sort=date&after={after}"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["type"]) == (422, "/api/problems/cursor-invalid")


@pytest.mark.parametrize("day", ["0", "1712620800", "2024-4-9", "2024-02-30", "９９９９-01-01"])
def test_a_day_is_written_out(client: TestClient, day: str) -> None:
    answer = client.get("/api/items", params={"since": day})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "query.since")


@pytest.mark.parametrize(
    "path", [f"/api/decisions/{SECOND}.decision-7", "/api/votes/x", "/api/parties/nordlev.venstr",
             "/api/plans/nordlev.lokalplan-4-2", "/api/provisions/lov-om-offentlige-veje.p15-3",
             "/api/topics/kle-05-01-07"],
)  # fmt: skip
def test_what_is_not_there_has_near_matches(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "/api/problems/not-found")
    assert "near" in answer.json() or path.endswith("/x")


def test_a_vote_has_its_decision_and_ballots_with_evidence(client: TestClient) -> None:
    vote = client.get(f"/api/votes/{VOTE}").json()
    assert (vote["decision"], vote["date"], vote["body"]["id"]) == (f"{SECOND}.decision-1", "2024-04-09", BODY)
    assert len(vote["ballots"]) == 3
    assert all(ballot["evidence"][0]["document_name"] == "referat-æøå.pdf" for ballot in vote["ballots"])


def test_a_party_has_who_was_seen_for_it(client: TestClient) -> None:
    party = client.get("/api/parties/nordlev.venstre").json()
    assert [(one["person"]["name"], one["ballots"]) for one in party["voters"]] == [("Åse Holm", 1)]
    assert {span["value"] for seat in party["seats"] for span in seat["parties"]} == {"Venstre"}


def test_a_fact_can_be_cited(client: TestClient) -> None:
    fact = client.get(f"/api/facts/{SECOND}.decision-1").json()
    assert (fact["kind"], fact["item"]["id"], fact["meeting"]) == ("Decision", SECOND, f"{BODY}.2024-04-09")
    assert fact["properties"]["text"] == "Indstillingen blev godkendt."
    (place,) = fact["evidence"]
    assert (place["line"], place["quote"]) == (65, "Indstillingen blev godkendt.")
    assert client.get(place["permalink"]).json()["evidence"]["quote"] == place["quote"]
    assert client.get(place["seen"]).status_code == 200
    assert client.get(fact["permalink"]).json() == fact
    point = client.get(f"/api/facts/{SECOND}").json()["properties"]
    assert "title" in point
    assert "terms" not in point


def test_an_organisation_is_told_oldest_first(client: TestClient) -> None:
    events = client.get("/api/organisations/cykelforum/timeline").json()["events"]
    assert [(one["kind"], one["date"]) for one in events] == [("named", "2024-04-09"), ("renamed", "2024-05")]
    assert all(one["evidence"] for one in events)


def test_an_endless_address_is_414(client: TestClient) -> None:
    answer = client.get("/api/items?q=" + "a" * 9000)
    assert (answer.status_code, answer.json()["type"]) == (414, "/api/problems/address-too-long")


def _undated(sample: Sample) -> None:
    """Minutes without a day, and a decision without one at a point that has it."""
    meeting = sample.node("Meeting", f"{BODY}.udateret-c0ffee", status="held")
    sample.link("Body", BODY, "HELD", "Meeting", meeting)
    point = sample.node("AgendaItem", f"{meeting}.1", number="1", ordinal=1, title="Uden dag", kind="decision")
    sample.link("Meeting", meeting, "HAS_ITEM", "AgendaItem", point)
    sample.mention(point, "Plan", "nordlev.lokalplan-4-21", "Lokalplan 4.21", 130)
    for item in (point, f"{BODY}.2024-05-07.1"):
        made = sample.node("Decision", f"{item}.decision-9", ordinal=9, text="Ja.", outcomes=["approved"], own=True)
        sample.link("AgendaItem", item, "HAS_DECISION", "Decision", made)
        sample.link("Decision", made, "MADE_BY", "Body", BODY)
        link = sample.node("Link", f"{item}.link-9", type="series", joins=False, rule="test", confidence=0.9,
                           status="possible", municipality="nordlev")  # fmt: skip
        sample.link("AgendaItem", item, "HAS_LINK", "Link", link)
        sample.link("Link", link, "LINKS_TO", "AgendaItem", item)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The sample with a party whose name ends as another's, a quoted vote, a section and organisation named twice."""
    sample = build()
    sample.mention(COUNCIL, "Organisation", "cykelforum", "Cykelforum", 92)
    sample.mention(COUNCIL, "Provision", "lov-om-offentlige-veje.p15-2", "§ 15, stk. 2", 92)
    sample.link("Person", BO, "MEMBER_OF", "Body", BODY, kind="member", first=date(2024, 3, 5), last=date(2024, 4, 9),
                meetings=2, parties=["2024-03-05/2024-04-09 Radikale Venstre"])  # fmt: skip
    sample.node("Party", "nordlev.radikale-venstre", name="Radikale Venstre")
    _undated(sample)
    for last in "abc":
        sample.node("Organisation", f"nordlev.{last}", name="Øå" * 3000 + last, type="association", known=False)
    (vote,) = [row for row in sample.nodes["Decision"] if row["id"] == f"{SECOND}.decision-1"]
    vote["props"]["repeated"] = True
    opened = open_store(tmp_path_factory.mktemp("crowded") / "store")
    opened.apply_schema()
    sample.write(opened)
    yield opened
    opened.close()


@pytest.mark.parametrize("query", EVERYTHING)
@pytest.mark.parametrize("sort", ByDate)
def test_what_has_no_day_stands_where_the_order_ends(
    crowded: GraphStore, query: str, sort: ByDate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "STRETCHES", (1, 2))
    listing = Listing(crowded)
    asked = listing.nothing(query)
    rows, _ = list_rows(crowded, query, sort, limit=100, after=None, **asked)
    assert {row["id"] for row in rows} == listing.ids(query, asked).keys()
    found: list[str] = []
    after: str | None = ""
    while after is not None:
        page, after = list_rows(crowded, query, sort, limit=1, after=after, **asked)
        found += [row["id"] for row in page]
    assert found == [row["id"] for row in rows]
    assert found[0 if sort is ByDate.OLDEST else -1].startswith(f"{BODY}.udateret") or query in ("case_ids", "vote_ids")


@pytest.mark.parametrize(
    ("name", "members"), [("venstre", ["nordlev.aase-holm", CARL]), ("radikale-venstre", [BO]), ("radikale", [])]
)
def test_a_seat_is_of_the_party_of_exactly_that_name(crowded: GraphStore, name: str, members: list[str]) -> None:
    seats = party(crowded, f"nordlev.{name}").seats
    assert sorted(one.person.id for one in seats if one.person) == sorted(members)
    assert all(one.parties for one in seats)


def test_ballots_count_once_as_a_block_too_and_not_where_they_are_quoted(
    store: GraphStore, crowded: GraphStore
) -> None:
    assert {one.name: one.ballot_count for one in find_parties(store).parties}["Venstre"] == 2
    assert [(one.name, one.ballot_count) for one in find_parties(crowded, sort=ByName.MOST).parties] == [
        ("Venstre", 1), ("Ådalslisten", 0), ("Radikale", 0), ("Radikale Venstre", 0),
    ]  # fmt: skip
    assert [one.id for one in find_persons(store, party="nordlev.radikale").persons] == [CARL]
    assert find_persons(crowded, party="nordlev.radikale").persons == ()
    chosen = {"municipality": "", "words": [], "bodies": [], "party": ""}
    for asked, most in ((store, "00000001"), (crowded, "00000000")):
        rows, _ = list_rows(asked, "person_ids", ByName.MOST, limit=1, after=None, **chosen)
        assert rows[0]["key"] == most


def test_a_place_after_an_endless_name_is_taken(crowded: GraphStore) -> None:
    whole = [one.id for one in organisations.find_organisations(crowded).organisations]
    app = create_app(Settings(), crowded)
    found: list[Any] = []
    after: str | None = ""
    with TestClient(app, base_url="http://localhost:8000") as asking:
        while after is not None:
            page = asking.get(f"/api/organisations?limit=1&after={after}")
            assert page.status_code == 200
            found += [one["id"] for one in page.json()["organisations"]]
            after = page.json()["next"]
    assert found == whole
    assert len(found) > 3


@pytest.mark.parametrize(
    ("query", "find", "count"),
    [
        ("law_ids", lambda store: find_laws(store).laws, "item_count"),
        ("provision_ids", lambda store: find_provisions(store).provisions, "item_count"),
        ("organisation_ids", lambda store: organisations.find_organisations(store).organisations, "item_count"),
        ("plan_ids", lambda store: find_plans(store).plans, "item_count"),
        ("topic_ids", lambda store: find_topics(store).topics, "item_count"),
        ("party_ids", lambda store: find_parties(store).parties, "ballot_count"),
        ("body_ids", lambda store: find_bodies(store).bodies, "meeting_count"),
    ],
)
def test_a_list_is_ordered_by_the_count_that_it_shows(
    crowded: GraphStore, query: str, find: Callable[[GraphStore], Sequence[Any]], count: str
) -> None:
    everything = {"municipality": "", "words": [], "law": "", "section": "", "type": "", "known": "",
                  "number": ""}  # fmt: skip
    asked = {one.name: everything[one.name] for one in load_query("read", query).parameters if one.name in everything}
    rows, _ = list_rows(crowded, query, ByName.MOST, limit=50, after=None, **asked)
    assert {row["id"]: int(row["key"]) for row in rows} == {one.id: getattr(one, count) for one in find(crowded)}


def test_an_organisation_named_often_is_told_from_its_beginning(
    crowded: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organisations, "MENTIONS", 1)
    events = organisations.timeline(crowded, "cykelforum").events
    assert [one.item.id for one in events if one.item] == [SECOND]
