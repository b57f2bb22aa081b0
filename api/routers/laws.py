"""Laws."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Law, LawList
from api.routers.parameters import ByName, Id, Listed, Municipality, Store, problems
from api.routers.resource import ResourceRoute
from api.service import laws as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/laws", tags=["laws"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_laws(store: Store, listed: Listed, sort: ByName = ByNameOrder.NAME) -> LawList:
    """Laws that points name, in Danish order of their titles."""
    return service.find_laws(store, **listed, sort=sort)


@router.get("/{id}", responses=problems(404))
def law(store: Store, id: Id, municipality: Municipality = None) -> Law:  # noqa: A002
    """One law with the sections that are named, and the points that name it."""
    return service.law(store, id, municipality)
