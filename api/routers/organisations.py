"""Organisations."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import Organisation, OrganisationList, OrganisationTimeline
from api.routers.codes import OrganisationType
from api.routers.parameters import ByName, Id, Listed, Municipality, Store, problems
from api.routers.resource import ResourceRoute
from api.service import organisations as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/organisations", tags=["organisations"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_organisations(
    store: Store,
    listed: Listed,
    type_: OrganisationType = None,
    known: Annotated[
        bool | None, Query(description="Only nationally known ones, or only local ones.", examples=[True])
    ] = None,
    sort: ByName = ByNameOrder.NAME,
) -> OrganisationList:
    """Organisations that points name, in Danish order of their names. `count` sorts by the points that name them."""
    return service.find_organisations(store, **listed, type_=type_, known=known, sort=sort)


@router.get("/{id}", responses=problems(404))
def organisation(store: Store, id: Id, municipality: Municipality = None) -> Organisation:  # noqa: A002
    """One organisation with its names, its changes of name, its members and the points that name it."""
    return service.organisation(store, id, municipality)


@router.get("/{id}/timeline", responses=problems(404))
def organisation_timeline(store: Store, id: Id) -> OrganisationTimeline:  # noqa: A002 - the name of the path parameter
    """What is told of one organisation, oldest first: changes of name, and the places that name it."""
    return service.timeline(store, id)
