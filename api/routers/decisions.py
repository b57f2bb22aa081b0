"""Decisions and votes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import DecisionList, DecisionMade, VoteList, VoteTaken
from api.routers.codes import Relation, VoteOption
from api.routers.parameters import (
    ByDate,
    Dated,
    Id,
    Listed,
    Named,
    PartyId,
    PersonId,
    Store,
    problems,
)
from api.routers.resource import ResourceRoute
from api.service import decisions as service
from api.service.lists import ByDate as ByDateOrder

router = APIRouter(tags=["decisions"], route_class=ResourceRoute)


@router.get("/api/decisions", responses=problems())
def list_decisions(
    store: Store,
    listed: Listed,
    dates: Dated,
    naming: Named,
    relation: Relation = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> DecisionList:
    """What bodies decided, newest first. What other minutes quote counts once; a person is one who voted there."""
    return service.find_decisions(store, **listed, **dates, **naming, relation=relation, sort=sort)


@router.get("/api/decisions/{id}", responses=problems(404))
def decision(store: Store, id: Id) -> DecisionMade:  # noqa: A002 - the name of the path parameter
    """One decision with its votes, its point and its evidence."""
    return service.decision(store, id)


@router.get("/api/votes", responses=problems())
def list_votes(
    store: Store,
    listed: Listed,
    dates: Dated,
    person: PersonId = None,
    party: PartyId = None,
    option: VoteOption = None,
    result: Annotated[
        str | None,
        Query(
            max_length=100,
            description="Only with this result: approved, rejected, or what was chosen, as printed.",
            examples=["approved"],
        ),
    ] = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> VoteList:
    """Votes that were taken, newest first, each with the ballots that are printed. A block stays a block."""
    return service.find_votes(
        store, **listed, **dates, person=person, party=party, option=option, result=result, sort=sort
    )


@router.get("/api/votes/{id}", responses=problems(404))
def vote(store: Store, id: Id) -> VoteTaken:  # noqa: A002 - the name of the path parameter
    """One vote with its ballots, its decision and its point."""
    return service.vote(store, id)
