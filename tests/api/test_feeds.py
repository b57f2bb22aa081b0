"""Feeds and calendars, as independent readers of both forms read them."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring
from zoneinfo import ZoneInfo

import feedparser
import pytest
import vobject

from api.app import create_app
from api.pages.atom import ATOM, Entry, Feed, write_atom
from api.pages.ical import Appointment, write_calendar
from api.settings import Settings
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.sample import CASE, COUNCIL, HOSTILE, SECOND

BODY = "nordlev.teknik-og-miljoeudvalget"
FEEDS = [
    f"/api/cases/{CASE}/feed", f"/api/bodies/{BODY}/feed", "/api/municipalities/nordlev/feed",
    "/api/organisations/cykelforum/feed", "/api/topics/kle-05-01/feed", "/api/persons/nordlev.carl-oest/feed",
    "/api/search/feed?q=cykelsti",
    "/api/search/feed?q=%22%3E%3Cscript%3E%26%00", "/api/followups/feed?municipality=nordlev",
    f"/api/followups/feed?municipality=nordlev&body={BODY}&status=open",
]  # fmt: skip
CALENDARS = [
    f"/api/bodies/{BODY}/calendar", "/api/municipalities/nordlev/calendar",
    "/api/followups/calendar?municipality=nordlev", "/api/bodies/nordlev.miljoeudvalget/calendar",
]  # fmt: skip


def read(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


def events(client: TestClient, address: str) -> list[Any]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(getattr(vobject.readOne(answer.content.decode()), "vevent_list", []))


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_the_standard_asks_for(client: TestClient, address: str) -> None:
    found = read(client, address)
    made = fromstring(client.get(address).content)  # noqa: S314 - our own
    for one in [made, *made.iter(f"{{{ATOM}}}entry")]:
        for name in ("id", "title", "updated"):
            (element,) = one.findall(f"{{{ATOM}}}{name}")
            assert element.text
        assert one.find(f"{{{ATOM}}}author/{{{ATOM}}}name") is not None
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one.findtext(f"{{{ATOM}}}id") or "")
    assert [link.rel for link in found.feed.links] == ["self", "alternate"]
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids))
    days = [entry.updated for entry in found.entries]
    assert days == sorted(days, reverse=True)
    assert found.feed.updated == (days[0] if days else "1970-01-01T00:00:00Z")


@pytest.mark.parametrize("address", FEEDS)
def test_every_link_of_a_feed_leads_somewhere(client: TestClient, address: str) -> None:
    found = read(client, address)
    for link in [*found.feed.links, *(link for entry in found.entries for link in entry.links)]:
        assert link.href.startswith("http://localhost:8000/")
        assert client.get(link.href).status_code == 200, link.href


def test_a_case_is_told_by_its_points(client: TestClient) -> None:
    found = read(client, f"/api/cases/{CASE}/feed")
    assert found.feed.title == "Sagen Cykelsti langs Åvej"
    assert [(entry.title, entry.updated[:10], entry.author) for entry in found.entries] == [
        ("Anlæg af cykelsti langs Åvej", "2024-04-23", "Byrådet, Nordlev Kommune"),
        ("Cykelsti langs Åvej", "2024-04-09", "Teknik- og Miljøudvalget, Nordlev Kommune"),
        ("Cykelsti langs Åvej", "2024-03-05", "Teknik- og Miljøudvalget, Nordlev Kommune"),
    ]
    assert found.entries[0].summary == "Byrådet, Nordlev Kommune, 23. april 2024, punkt 1. Godkendt."
    assert [tag.term for tag in found.entries[0].tags] == ["approved"]


def test_what_is_followed_speaks_the_language_of_its_address(client: TestClient) -> None:
    found = read(client, f"/en/api/cases/{CASE}/feed")
    assert found.feed.title == "The case Cykelsti langs Åvej"
    assert found.feed.language == "en"
    assert found.entries[0].title == "Agenda item: Anlæg af cykelsti langs Åvej"
    assert found.entries[0].summary == "Byrådet, Nordlev Kommune, 23 April 2024, agenda item 1. Approved."
    assert {urlsplit(one.link).path.split("/")[1] for one in found.entries} == {"en"}
    assert [one.id for one in found.entries] == [one.id for one in read(client, f"/api/cases/{CASE}/feed").entries]
    assert f'href="/en/api/cases/{CASE}/feed"' in client.get(f"/en/sager/{CASE}").text
    assert "Meetings, " in client.get("/en/api/municipalities/nordlev/calendar").text
    assert read(client, f"/en/api/bodies/{BODY}/feed").feed.title.startswith("News from ")
    assert (
        read(client, "/en/api/persons/nordlev.carl-oest/feed").feed.title == "Carl Øst in the minutes, Nordlev Kommune"
    )
    titles = [str(one.summary.value) for one in events(client, f"/en/api/bodies/{BODY}/calendar")]
    assert set(titles) == {"Meeting: Teknik- og Miljøudvalget, Nordlev Kommune"}


def test_any_point_of_a_case_leads_to_its_feed(client: TestClient) -> None:
    assert client.get(f"/api/cases/{COUNCIL}/feed").content == client.get(f"/api/cases/{CASE}/feed").content


def test_a_merged_id_leads_to_the_feed(client: TestClient) -> None:
    assert client.get(f"/api/bodies/{BODY}-b/feed").content == client.get(f"/api/bodies/{BODY}/feed").content


def test_a_point_is_one_entry_in_every_feed_of_things(client: TestClient) -> None:
    def of(address: str) -> str:
        (found,) = [one for one in read(client, address).entries if one.link.endswith(f"/punkter/{SECOND}")]
        return str(found.id)

    told = [of(one) for one in (f"/api/cases/{CASE}/feed", f"/api/bodies/{BODY}/feed", "/api/search/feed?q=cykelsti")]
    assert len(set(told)) == 1
    assert of("/api/persons/nordlev.carl-oest/feed") not in told  # tells more: how he voted


def test_a_person_is_told_by_votes(client: TestClient) -> None:
    (entry,) = read(client, "/api/persons/nordlev.carl-oest/feed").entries
    assert entry.summary.endswith("Stemte: Imod.")


def test_a_topic_is_told_by_the_points_of_the_topics_within_it(client: TestClient) -> None:
    group, subject = (read(client, f"/api/topics/kle-{number}/feed") for number in ("05-01", "05-01-06"))
    assert group.feed.title == "KLE 05.01 i referaterne"
    assert [entry.link for entry in group.entries] == [entry.link for entry in subject.entries] != []
    assert client.get("/api/topics/kle-99/feed").status_code == 404


def test_promises_are_told_with_their_status(client: TestClient) -> None:
    found = read(client, "/api/followups/feed?municipality=nordlev")
    assert [entry.title for entry in found.entries] == [
        "Åben. Udvalget bad om: Evaluering af cykelsti",
        "Kan ikke ses. Forvaltningen lovede: Cykelsti langs Åvej",
    ]
    assert "Frist: april 2024." in found.entries[1].summary
    assert found.feed.links[1].href.endswith("/opfoelgninger?kommune=nordlev")


def test_nobody_without_office_has_a_feed(client: TestClient) -> None:
    answer = client.get("/api/persons/nordlev.aase-holm-lind/feed")  # named, on no list, in no vote
    assert answer.status_code == 404
    assert client.get("/api/persons/nordlev.aase-holm/feed").status_code == 200


def test_no_prose_of_points_is_handed_on(client: TestClient) -> None:
    for address in (*FEEDS, *CALENDARS):
        text = client.get(address).text
        for words in ("Indstillingen blev godkendt", "Der mangler en sti", "for dyrt", "vender tilbage"):
            assert words not in text


@pytest.mark.parametrize("address", FEEDS)
def test_what_is_hostile_stays_text(client: TestClient, address: str) -> None:
    text = client.get(address).text
    assert "<script" not in text
    if f"{BODY}/feed" in address:
        assert HOSTILE in [entry.title_detail.value for entry in feedparser.parse(text, sanitize_html=False).entries]


@pytest.mark.parametrize("address", FEEDS + CALENDARS)
def test_what_is_known_is_not_sent_again(client: TestClient, address: str) -> None:
    first = client.get(address)
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    for known in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        again = client.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(address, headers={"If-None-Match": '"x"'}).content == first.content


def test_a_limit_holds(client: TestClient) -> None:
    assert len(read(client, f"/api/bodies/{BODY}/feed?limit=2").entries) == 2
    assert len(events(client, f"/api/bodies/{BODY}/calendar?limit=2")) == 2
    assert client.get(f"/api/bodies/{BODY}/feed?limit=1000").status_code == 422
    assert client.get("/api/followups/feed").status_code == 422


def test_ids_outlive_the_address(store: GraphStore, client: TestClient) -> None:
    app = create_app(Settings(base_url="https://nordlev.example/sagsgraf"), store)
    moved = feedparser.parse(TestClient(app, "http://localhost").get(f"/api/cases/{CASE}/feed").content)
    here = read(client, f"/api/cases/{CASE}/feed")
    assert [one.id for one in moved.entries] == [one.id for one in here.entries]
    assert moved.feed.id == here.feed.id
    for link in [*moved.feed.links, *(link for entry in moved.entries for link in entry.links)]:
        assert link.href.startswith("https://nordlev.example/sagsgraf/")


def test_pages_tell_readers_of_their_feed(client: TestClient) -> None:
    for page, feeds in (
        (f"/sager/{CASE}", [f"/api/cases/{CASE}/feed"]),
        (f"/udvalg/{BODY}", [f"/api/bodies/{BODY}/feed", f"/api/bodies/{BODY}/calendar"]),
        ("/kommuner/nordlev", ["/api/municipalities/nordlev/feed", "/api/municipalities/nordlev/calendar"]),
        ("/personer/nordlev.carl-oest", ["/api/persons/nordlev.carl-oest/feed"]),
        ("/organisationer/cykelforum", ["/api/organisations/cykelforum/feed"]),
        ("/emner/kle-05-01", ["/api/topics/kle-05-01/feed"]),
        ("/soeg?q=cykelsti&kommune=nordlev", ["/api/search/feed?q=cykelsti&amp;municipality=nordlev"]),
        ("/soeg", []),
        ("/opfoelgninger", []),
        (
            "/opfoelgninger?kommune=nordlev",
            [f"/api/followups/{kind}?municipality=nordlev" for kind in ("feed", "calendar")],
        ),
    ):
        found = re.findall(r'<link rel="alternate" type="(?:application/atom\+xml|text/calendar)"[^>]* href="([^"]*)"',
                           client.get(page).text)  # fmt: skip
        assert found == feeds, page


def test_meetings_stand_at_their_printed_time(client: TestClient) -> None:
    found = {str(one.url.value).rsplit("/", 1)[1]: one for one in events(client, f"/api/bodies/{BODY}/calendar")}
    april = found[f"{BODY}.2024-04-09"]
    assert april.dtstart.value.isoformat() == "2024-04-09T16:00:00+02:00"
    assert april.dtstart.value.utcoffset() == dt.timedelta(hours=2)
    assert (april.summary.value, april.location.value) == (
        "Teknik- og Miljøudvalget, Nordlev Kommune",
        "Mødelokale Å",
    )
    assert len(found) == 3


def test_promises_stand_on_their_last_day(client: TestClient) -> None:
    found = {
        one.summary.value: one.dtstart.value for one in events(client, "/api/followups/calendar?municipality=nordlev")
    }
    assert found["Frist. Forvaltningen lovede: Cykelsti langs Åvej"] == dt.date(2024, 4, 30)


@pytest.mark.parametrize("address", CALENDARS)
def test_a_calendar_has_the_form_of_the_standard(client: TestClient, address: str) -> None:
    body = client.get(address).content
    lines = body.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    text = body.decode()  # no letter is cut in two
    assert all(line.decode() for line in lines[:-1])
    uids = re.findall(r"^UID:(.*)\r$", text, re.MULTILINE)
    assert len(uids) == len(set(uids)) == text.count("BEGIN:VEVENT")
    assert text.count("BEGIN:VTIMEZONE") == ("TZID=Europe/Copenhagen" in text)
    assert all(urlsplit(url).scheme == "http" for url in re.findall(r"^URL:(.*)\r$", text, re.MULTILINE))


def appointment(**given: Any) -> Appointment:
    usual: dict[str, Any] = {
        "id": "meeting x", "day": dt.date(2024, 1, 9), "time": None, "title": "Møde", "text": "", "address": "/x",
        "told": dt.date(2024, 1, 9),
    }  # fmt: skip
    return Appointment(**usual | given)


@pytest.mark.parametrize(
    ("time", "start"),
    [
        ("16:00", "2024-01-09T16:00:00+01:00"), ("9.30", "2024-01-09T09:30:00+01:00"),
        ("16:00:00", "2024-01-09T16:00:00+01:00"), (None, "2024-01-09"), ("kl. 16", "2024-01-09"),
        ("25:00", "2024-01-09"),
    ],
)  # fmt: skip
def test_without_a_clear_time_it_is_a_day(time: str | None, start: str) -> None:
    made = vobject.readOne(write_calendar("æ", [appointment(time=time)], "https://x.example").decode())
    assert made.vevent.dtstart.value.isoformat() == start


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("1985-07-01", 2), ("1995-09-23", 2), ("1995-09-25", 1), ("1996-10-26", 2), ("1996-10-28", 1),
        ("2024-03-30", 1), ("2024-03-31", 2), ("2024-10-26", 2), ("2024-10-27", 1), ("2035-12-01", 1),
    ],
)  # fmt: skip
def test_the_time_is_danish_time(day: str, hours: int) -> None:
    body = write_calendar("x", [appointment(day=dt.date.fromisoformat(day), time="16:00")], "https://x.example")
    start = vobject.readOne(body.decode()).vevent.dtstart.value
    assert start.utcoffset() == dt.timedelta(hours=hours)
    assert start.astimezone(ZoneInfo("Europe/Copenhagen")).strftime("%F %R") == f"{day} 16:00"


def test_texts_come_through_folding_and_escaping() -> None:
    text = "Æblegrød, øl; å\\ på\nto linjer: " + "ærøåÆØÅ🚲" * 30
    body = write_calendar("æ, ø; å", [appointment(title=text, text=text, place="Å, 1. sal")], "https://x.example")
    assert max(map(len, body.split(b"\r\n"))) <= 75
    event = vobject.readOne(body.decode()).vevent
    assert (event.summary.value, event.description.value, event.location.value) == (text, text, "Å, 1. sal")


def test_what_neither_form_can_hold_is_left_out() -> None:
    entry = Entry("x", "a\x00\x0b\ud800b", dt.date(2024, 1, 9), "c\x1b", "/x", "d\ufffe")
    found = feedparser.parse(write_atom(Feed("f", "t\x07", "a", "/f", "/p", [entry]), "https://x.example"))
    assert (found.bozo, found.entries[0].title, found.entries[0].author) == (False, "ab", "c")
    body = write_calendar("x", [appointment(title="a\x00\x0b\rb")], "https://x.example")
    assert vobject.readOne(body.decode()).vevent.summary.value == "a   b"


def test_the_same_appointments_give_the_same_bytes() -> None:
    made = [write_calendar("x", [appointment(time="16:00")], "https://x.example") for _ in range(2)]
    assert made[0] == made[1]
    assert b"DTSTAMP:20240109T000000Z" in made[0]


def test_what_was_taken_out_has_no_feed(store: GraphStore, client: TestClient) -> None:
    with store.transaction() as transaction:
        transaction.run(
            "CREATE (:Tombstone {id: 'c', reason: 'removed', date: date('2026-11-21'), "
            "meetings: ['nordlev.byraadet.2023-01-02']})"
        )
    try:
        answer = client.get("/api/cases/nordlev.byraadet.2023-01-02.1/feed")
        assert (answer.status_code, answer.json()["type"]) == (410, "/api/problems/gone")
    finally:
        with store.transaction() as transaction:
            transaction.run("MATCH (t:Tombstone {id: 'c'}) DETACH DELETE t")
