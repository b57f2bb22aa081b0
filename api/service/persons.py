"""Persons in public office."""

from __future__ import annotations

from collections.abc import Sequence

from api.models import BallotCast, Person, PersonList, PersonSummary, Span
from api.paging import decode_place
from api.service.evidence import name_documents
from api.service.identity import find_named, judged, seat, span
from api.service.items import item_summaries
from api.service.rows import ask, cut_page, in_order, place_params, words_of
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
    limit: int = LIMIT,
    after: str | None = None,
) -> PersonList:
    """Persons, in Danish order of their names."""
    place = place_params(decode_place(after))
    rows = ask(store, "person_ids", municipality=municipality or "", words=words_of(q), limit=limit + 1, **place)
    rows, following = cut_page(rows, limit)
    ids = [row["id"] for row in rows]
    shapes = [PersonSummary.model_validate(row) for row in ask(store, "persons", ids=ids)] if ids else []
    return PersonList(persons=in_order(ids, shapes, lambda shape: shape.id), next=following)


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
