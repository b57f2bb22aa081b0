"""Persons in public office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.models import (
    AbsenceFrom,
    AbsenceList,
    BallotCast,
    BallotList,
    Membership,
    MembershipList,
    Person,
    PersonList,
    PersonSummary,
    Span,
)
from api.service.evidence import name_documents
from api.service.identity import find_named, ids_of_body, judged, seat, span
from api.service.items import item_summaries
from api.service.lists import ByDate, ByName, dated, list_ids, named
from api.service.meetings import meeting_summaries
from api.service.rows import ask, in_order, shaped, words_of
from graph.memberships import party_on, periods
from graph.store import GraphStore
from graph.values import Row

LIMIT = 50
POINTS = 100
BALLOTS = 500
SEATS = 200


def find_persons(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    body: str | None = None,
    party: str | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> PersonList:
    """Persons, in Danish order of their names unless ``sort`` says otherwise."""
    ids, following = list_ids(
        store,
        "person_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        bodies=ids_of_body(store, body),
        party=party or "",
    )
    return PersonList(persons=shaped(store, "persons", ids, PersonSummary), next=following)


def person(store: GraphStore, id_: str) -> Person:
    """One person: where they sit, how they voted, how often they were there, which points name them."""
    row = find_named(store, "person", id_)
    id_ = row["id"]
    (attendance,) = ask(store, "person_attendance", id=id_)
    points = [row["id"] for row in ask(store, "person_items", id=id_, limit=POINTS)]
    answer = Person.model_validate(
        {
            **row,
            **judged(store, "person", id_),
            "parties": attendance["parties"],
            "party_spans": _party_spans(store, id_),
            "memberships": [seat(one) for one in ask(store, "person_memberships", id=id_, limit=SEATS)],
            "meetings_present": attendance["present"],
            "meetings_absent": attendance["absent"],
            "ballots": _ballots(store, ask(store, "person_ballots", id=id_, limit=BALLOTS)),
            "items": item_summaries(store, points),
        }
    )
    return name_documents(store, [answer])[0]


def _party_spans(store: GraphStore, id_: str) -> list[Span]:
    rows = ask(store, "person_parties", id=id_)
    seen = ((row["date"], party_on(row["party"], row["date"])) for row in rows)
    return [span(period) for period in periods((day, party) for day, party in seen if party)]


def find_ballots(
    store: GraphStore,
    id_: str,
    *,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    q: str | None = None,
    option: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> BallotList:
    """How a person voted; a vote that other minutes quote counts once."""
    id_ = find_named(store, "person", id_)["id"]
    ids, following = list_ids(
        store,
        "ballot_ids",
        sort,
        limit=limit,
        after=after,
        **dated(store, body, since, until),
        of=id_,
        words=words_of(q),
        option=option or "",
    )
    rows = {row["fact"]["id"]: row for row in (ask(store, "ballots", ids=ids) if ids else [])}
    found = name_documents(store, _ballots(store, [rows[one] for one in ids if one in rows]))
    return BallotList(ballots=found, next=following)


def memberships(store: GraphStore, id_: str) -> MembershipList:
    """In which bodies a person sits, from when to when."""
    id_ = find_named(store, "person", id_)["id"]
    rows = ask(store, "person_memberships", id=id_, limit=SEATS)
    return MembershipList(memberships=tuple(Membership.model_validate(seat(row)) for row in rows))


def find_absences(
    store: GraphStore,
    id_: str,
    *,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    status: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> AbsenceList:
    """From which meetings and points a person was absent, or disqualified."""
    id_ = find_named(store, "person", id_)["id"]
    asked = {**dated(store, body, since, until), "of": id_, "status": status or ""}
    ids, following = list_ids(store, "absence_ids", sort, limit=limit, after=after, **asked)
    rows = ask(store, "absences", ids=ids) if ids else []
    meetings = {one.id: one for one in meeting_summaries(store, sorted({row["meeting"] for row in rows}))}
    items = {one.id: one for one in item_summaries(store, sorted({row["item"] for row in rows if row["item"]}))}
    shapes = [
        AbsenceFrom.model_validate(
            {
                **row["fact"],
                "evidence": row["evidence"],
                "person": row["person"],
                "meeting": meetings[row["meeting"]],
                "item": items.get(row["item"]),
            }
        )
        for row in rows
        if row["meeting"] in meetings
    ]
    return AbsenceList(absences=name_documents(store, in_order(ids, shapes)), next=following)


def _ballots(store: GraphStore, rows: Sequence[Row]) -> list[BallotCast]:
    items = {summary.id: summary for summary in item_summaries(store, sorted({row["item"] for row in rows}))}
    return [
        BallotCast.model_validate(
            {
                **row,
                "item": items[row["item"]],
                "ballot": {**row["fact"], "person": row["person"], "evidence": row["evidence"]},
            }
        )
        for row in rows
        if row["item"] in items
    ]
