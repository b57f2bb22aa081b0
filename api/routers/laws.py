"""Laws."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Law, LawList
from api.routers.paged import PagedRoute
from api.routers.parameters import Id, Listed, Store, problems
from api.service import laws as service

router = APIRouter(prefix="/api/laws", tags=["laws"], route_class=PagedRoute)


@router.get("", responses=problems())
def list_laws(store: Store, listed: Listed) -> LawList:
    """Laws that points name, in Danish order of their titles."""
    return service.find_laws(store, **listed)


@router.get("/{id}", responses=problems(404))
def law(store: Store, id: Id) -> Law:  # noqa: A002 - the name of the path parameter
    """One law with the sections that are named, and the points that name it."""
    return service.law(store, id)
