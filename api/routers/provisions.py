"""Provisions: sections (§) of laws."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import ProvisionList, ProvisionPoints
from api.routers.parameters import ByName, Id, LawId, Listed, Municipality, Store, problems
from api.routers.resource import ResourceRoute
from api.service import provisions as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/provisions", tags=["laws"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_provisions(
    store: Store,
    listed: Listed,
    law: LawId = None,
    section: Annotated[
        str | None, Query(max_length=20, description="Only this section, with or without its sign.", examples=["15"])
    ] = None,
    sort: ByName = ByNameOrder.NAME,
) -> ProvisionList:
    """Sections (§) of laws that points name, by law in Danish order."""
    return service.find_provisions(store, **listed, law=law, section=section, sort=sort)


@router.get("/{id}", responses=problems(404))
def provision(store: Store, id: Id, municipality: Municipality = None) -> ProvisionPoints:  # noqa: A002
    """One section of a law with the points that name it."""
    return service.provision(store, id, municipality)
