"""Parties: the group of a party in one municipality."""

from __future__ import annotations

from typing import Any

from api.errors import NotFound
from api.models import Party, PartyList, PartySeat, PartySummary, PartyVoter
from api.service.identity import seat
from api.service.items import item_summaries
from api.service.lists import ByName, list_ids, named
from api.service.nearness import near_ids
from api.service.rows import ask, shaped
from graph.store import GraphStore
from graph.values import Row

LIMIT = 50
POINTS = 100
SEATS = 500
VOTERS = 500


def find_parties(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> PartyList:
    """Parties, in Danish order of their names unless ``sort`` says otherwise."""
    ids, following = list_ids(store, "party_ids", sort, limit=limit, after=after, **named(municipality, q))
    return PartyList(parties=shaped(store, "parties", ids, PartySummary), next=following)


def party(store: GraphStore, id_: str) -> Party:
    """One party with those who were seen for it; its votes are ``find_votes(party=...)``.

    Raises NotFound with near matches.
    """
    rows = ask(store, "parties", ids=[id_])
    if not rows:
        raise NotFound("party", id_, near_ids(store, "party", id_))
    row = rows[0]
    seats = ask(store, "party_seats", municipality=row["municipality"]["id"], party=row["name"], limit=SEATS)
    points = [point["id"] for point in ask(store, "party_items", id=id_, limit=POINTS)]
    return Party.model_validate(
        {
            **row,
            "seats": [_seat(one, row["name"]) for one in seats],
            "voters": [_voter(one) for one in ask(store, "party_voters", id=id_, limit=VOTERS)],
            "items": item_summaries(store, points),
        }
    )


def _seat(row: Row, party: str) -> PartySeat:
    """A seat with the days on which this party was seen in it; who changed party has others besides."""
    found: dict[str, Any] = seat(row)
    return PartySeat.model_validate({**found, "parties": [one for one in found["parties"] if one.value == party]})


def _voter(row: Row) -> PartyVoter:
    return PartyVoter.model_validate({**row, "person": {"id": row["id"], "name": row["name"]}})
