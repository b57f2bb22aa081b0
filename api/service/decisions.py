"""Decisions and votes, each with the point where it stands. What other minutes quote counts once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from api.errors import NotFound
from api.models import Decision, DecisionList, DecisionMade, VoteList, VoteTaken
from api.service.evidence import name_documents
from api.service.facts import decisions_of
from api.service.identity import id_now
from api.service.items import item_summaries
from api.service.lists import ByDate, dated, list_rows, named, naming
from api.service.nearness import near_ids
from api.service.rows import ask, in_order
from graph.store import GraphStore

LIMIT = 50


def find_decisions(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    q: str | None = None,
    person: str | None = None,
    organisation: str | None = None,
    law: str | None = None,
    outcome: str | None = None,
    relation: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> DecisionList:
    """Decisions, newest first unless ``sort`` says otherwise."""
    rows, following = list_rows(
        store,
        "decision_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        **dated(store, body, since, until),
        **naming(store, person, organisation, law, outcome),
        relation=relation or "",
    )
    found = _decisions(store, [row["item"] for row in rows])
    return DecisionList(decisions=in_order([row["id"] for row in rows], found), next=following)


def decision(store: GraphStore, id_: str) -> DecisionMade:
    """One decision with its votes; NotFound with near matches."""
    rows = ask(store, "decision_item", id=id_)
    for one in _decisions(store, [row["item"] for row in rows]):
        if one.id == id_:
            return one
    raise NotFound("decision", id_, near_ids(store, "decision", id_))


def find_votes(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    q: str | None = None,
    result: str | None = None,
    person: str | None = None,
    party: str | None = None,
    option: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> VoteList:
    """Votes, newest first unless ``sort`` says otherwise; ``option`` is how ``person`` or ``party`` voted there."""
    rows, following = list_rows(
        store,
        "vote_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        **dated(store, body, since, until),
        result=result or "",
        person=id_now(store, "person", person),
        party=party or "",
        option=option or "",
    )
    found = _votes(_decisions(store, [row["item"] for row in rows]))
    return VoteList(votes=in_order([row["id"] for row in rows], found), next=following)


def vote(store: GraphStore, id_: str) -> VoteTaken:
    """One vote with its ballots; NotFound with near matches."""
    rows = ask(store, "vote_item", id=id_)
    for one in _votes(_decisions(store, [row["item"] for row in rows])):
        if one.id == id_:
            return one
    raise NotFound("vote", id_, near_ids(store, "vote", id_))


def _decisions(store: GraphStore, items: Sequence[str]) -> tuple[DecisionMade, ...]:
    """All decisions of some points."""
    ids = sorted(set(items))
    if not ids:
        return ()
    summaries = {one.id: one for one in item_summaries(store, ids)}
    found: Mapping[str, Sequence[Decision]] = decisions_of(store, ids)
    shapes = [
        DecisionMade(**dict(one), item=summaries[item])
        for item in ids
        if item in summaries
        for one in found.get(item, ())
    ]
    return name_documents(store, shapes)


def _votes(decisions: Sequence[DecisionMade]) -> tuple[VoteTaken, ...]:
    return tuple(
        VoteTaken(**dict(one), decision=made.id, date=made.date or made.item.date, body=made.body, item=made.item)
        for made in decisions
        for one in made.votes
    )
