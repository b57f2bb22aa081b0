"""Bodies."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Body, BodyList
from api.routers.parameters import ByName, Id, Listed, Store, problems
from api.routers.resource import ResourceRoute
from api.service import bodies as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/bodies", tags=["bodies"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_bodies(store: Store, listed: Listed, sort: ByName = ByNameOrder.NAME) -> BodyList:
    """Committees, councils and other bodies, in Danish order of their names."""
    return service.find_bodies(store, **listed, sort=sort)


@router.get("/{id}", responses=problems(404))
def body(store: Store, id: Id) -> Body:  # noqa: A002 - the name of the path parameter
    """One body with its other spellings, its terms and its latest meetings."""
    return service.body(store, id)
