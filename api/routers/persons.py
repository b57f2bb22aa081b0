"""Persons."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import AbsenceList, BallotList, MembershipList, Person, PersonList
from api.routers.codes import AbsenceStatus, VoteOption
from api.routers.parameters import (
    BodyId,
    ByDate,
    ByName,
    Dated,
    Id,
    Listed,
    Paged,
    PartyId,
    Store,
    Words,
    problems,
)
from api.routers.resource import ResourceRoute
from api.service import persons as service
from api.service.lists import ByDate as ByDateOrder
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/persons", tags=["persons"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_persons(
    store: Store, listed: Listed, body: BodyId = None, party: PartyId = None, sort: ByName = ByNameOrder.NAME
) -> PersonList:
    """Persons in public office, in Danish order of their names. `count` sorts by their ballots."""
    return service.find_persons(store, **listed, body=body, party=party, sort=sort)


@router.get("/{id}", responses=problems(404))
def person(store: Store, id: Id) -> Person:  # noqa: A002 - the name of the path parameter
    """One person: how they voted, how often they were there, which points name them."""
    return service.person(store, id)


@router.get("/{id}/votes", responses=problems(404))
def person_votes(
    store: Store,
    id: Id,  # noqa: A002 - the name of the path parameter
    page: Paged,
    dates: Dated,
    q: Words = None,
    option: VoteOption = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> BallotList:
    """How one person voted, each ballot with its point and its evidence. Only what is printed by name."""
    return service.find_ballots(store, id, **page, **dates, q=q, option=option, sort=sort)


@router.get("/{id}/memberships", responses=problems(404))
def person_memberships(store: Store, id: Id) -> MembershipList:  # noqa: A002 - the name of the path parameter
    """In which bodies one person sits, as far as lists of held meetings show it."""
    return service.memberships(store, id)


@router.get("/{id}/absences", responses=problems(404))
def person_absences(
    store: Store,
    id: Id,  # noqa: A002 - the name of the path parameter
    page: Paged,
    dates: Dated,
    status: AbsenceStatus = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> AbsenceList:
    """From which meetings and points one person was absent, or disqualified."""
    return service.find_absences(store, id, **page, **dates, status=status, sort=sort)
