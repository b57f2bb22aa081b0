"""Organisations."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Organisation, OrganisationList
from api.routers.paged import PagedRoute
from api.routers.parameters import Id, Listed, Store, problems
from api.service import organisations as service

router = APIRouter(prefix="/api/organisations", tags=["organisations"], route_class=PagedRoute)


@router.get("", responses=problems())
def list_organisations(store: Store, listed: Listed) -> OrganisationList:
    """Organisations that points name, in Danish order of their names."""
    return service.find_organisations(store, **listed)


@router.get("/{id}", responses=problems(404))
def organisation(store: Store, id: Id) -> Organisation:  # noqa: A002 - the name of the path parameter
    """One organisation with its names, its members and the points that name it."""
    return service.organisation(store, id)
