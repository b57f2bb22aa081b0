"""Parties."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Party, PartyList
from api.routers.parameters import ByName, Id, Listed, Store, problems
from api.routers.resource import ResourceRoute
from api.service import parties as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/parties", tags=["parties"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_parties(store: Store, listed: Listed, sort: ByName = ByNameOrder.NAME) -> PartyList:
    """Parties' groups in municipalities, in Danish order. `count` sorts by the ballots printed for them."""
    return service.find_parties(store, **listed, sort=sort)


@router.get("/{id}", responses=problems(404))
def party(store: Store, id: Id) -> Party:  # noqa: A002 - the name of the path parameter
    """One party: who was seen for it, and which points name it. Its votes are at /api/votes?party=…."""
    return service.party(store, id)
