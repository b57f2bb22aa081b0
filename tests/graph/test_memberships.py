"""Who sits in which body, as lists of meetings show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.mentions import BodyName
from extract.records import AttendanceStatus, AttendeeKind, DocumentKind
from graph.corpora import read_seats
from graph.loading import load
from graph.memberships import Period, Seat, SeatKind, memberships, party_on, periods
from tests.graph import records as r

COMMITTEE = "nordlev.kultur-og-fritidsudvalget"
JANUARY, MARCH, MAY, JUNE = date(2024, 1, 9), date(2024, 3, 5), date(2024, 5, 7), date(2024, 6, 4)


def seat(day: date, kind: SeatKind = SeatKind.MEMBER, **more) -> Seat:
    return Seat(day, f"{COMMITTEE}.{day}", "nordlev.ida-bro", COMMITTEE, kind, **more)


def test_a_membership_is_seen_from_the_first_to_the_last_list():
    (found,) = memberships([seat(MAY), seat(JANUARY, rank="Formand"), seat(MARCH, rank="formand")])
    assert (found.first, found.last, found.meetings) == (JANUARY, MAY, 3)
    assert found.ranks == (Period(JANUARY, MARCH, "formand"),)


def test_substitutes_stand_apart():
    found = memberships([seat(JANUARY, SeatKind.SUBSTITUTE), seat(MARCH), seat(MAY)])
    assert [(one.kind, one.first, one.meetings) for one in found] == [("member", MARCH, 2), ("substitute", JANUARY, 1)]


def test_a_change_of_party_has_its_dates():
    days = [(JANUARY, "(V)"), (MARCH, "Venstre"), (MAY, "Cykellisten"), (JUNE, "Cykellisten")]
    (found,) = memberships([seat(day, party=party) for day, party in days])
    assert found.parties == (Period(JANUARY, MARCH, "Venstre"), Period(MAY, JUNE, "Cykellisten"))


@pytest.mark.parametrize(("printed", "name"), [("(V)", "Venstre"), ("L", "L"), (None, None), (" () ", None)])
def test_letters_that_are_known_nationally_are_a_party(printed, name):
    assert party_on(printed, MARCH) == name


def test_a_day_with_two_values_tells_nothing():
    assert periods([(JANUARY, "a"), (MARCH, "a"), (MARCH, "b"), (MAY, "b")]) == (
        Period(JANUARY, JANUARY, "a"),
        Period(MAY, MAY, "b"),
    )


def test_a_period_is_read_as_it_was_written():
    period = Period(JANUARY, MARCH, "1. næstformand")
    assert Period.read(str(period)) == period


def attendee(page: r.Page, name: str, kind: AttendeeKind, status: AttendanceStatus = AttendanceStatus.PRESENT, **more):
    return replace(r.member(page, name, status), kind=kind, **more)


def held(name: str, day: date, body: BodyName = r.COMMITTEE, kind: DocumentKind = DocumentKind.MINUTES):
    page = r.Page(name)
    people = (
        attendee(page, "Ida Bro", AttendeeKind.MEMBER, party_surface="V"),
        attendee(page, "Pil Ås", AttendeeKind.MEMBER, AttendanceStatus.ABSENT),
        attendee(page, "Bo Æble", AttendeeKind.SUBSTITUTE, substitute_for="Pil Ås"),
        attendee(page, "Ulf Vang", AttendeeKind.SUBSTITUTE, AttendanceStatus.ABSENT),
        attendee(page, "Liv Sand", AttendeeKind.OFFICIAL),
        attendee(page, "Per Gæst", AttendeeKind.GUEST),
    )
    return r.meeting(page, day, (), body=body, kind=kind, attendees=people)


JOINT = BodyName("Fællesmøde mellem Byrådet og Ældrerådet", "Fællesmøde mellem Byrådet og Ældrerådet")


def test_members_and_substitutes_of_held_meetings_sit_in_a_body(store):
    plan = held("c", MAY, kind=DocumentKind.AGENDA)
    load(store, [held("a", JANUARY), held("b", MARCH), plan, held("d", JUNE, JOINT)])
    rows = store.read(
        "MATCH (p:Person)-[m:MEMBER_OF]->(b:Body) RETURN p.name AS name, b.id AS body, m.kind AS kind, "
        "m.first AS first, m.last AS last, m.meetings AS meetings, m.parties AS parties ORDER BY name"
    )
    seen = {"body": COMMITTEE, "first": JANUARY, "last": MARCH, "meetings": 2}
    assert rows == [
        {"name": "Bo Æble", "kind": "substitute", "parties": [], **seen},
        {"name": "Ida Bro", "kind": "member", "parties": ["2024-01-09/2024-03-05 Venstre"], **seen},
        {"name": "Pil Ås", "kind": "member", "parties": [], **seen},
    ]
    assert len(read_seats(store, "nordlev")) == 6


def test_memberships_are_computed_anew(store):
    load(store, [held("a", JANUARY)])
    load(store, [held("b", MARCH)])
    (one,) = store.read(
        "MATCH (:Person {name: 'Ida Bro'})-[m:MEMBER_OF]->() RETURN m.last AS last, m.meetings AS meetings"
    )
    assert one == {"last": MARCH, "meetings": 2}
