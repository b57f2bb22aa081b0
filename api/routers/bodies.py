"""Bodies."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Body, BodyList
from api.routers.paged import PagedRoute
from api.routers.parameters import Id, Listed, Store, problems
from api.service import bodies as service

router = APIRouter(prefix="/api/bodies", tags=["bodies"], route_class=PagedRoute)


@router.get("", responses=problems())
def list_bodies(store: Store, listed: Listed) -> BodyList:
    """Committees, councils and other bodies, in Danish order of their names."""
    return service.find_bodies(store, **listed)


@router.get("/{id}", responses=problems(404))
def body(store: Store, id: Id) -> Body:  # noqa: A002 - the name of the path parameter
    """One body with its other spellings, its terms and its latest meetings."""
    return service.body(store, id)
