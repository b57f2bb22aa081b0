"""Points of meetings."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Item, ItemList
from api.routers.paged import PagedRoute
from api.routers.parameters import BodyId, Id, Listed, Store, problems
from api.service import items as service

router = APIRouter(prefix="/api/items", tags=["items"], route_class=PagedRoute)


@router.get("", responses=problems())
def list_items(store: Store, listed: Listed, body: BodyId = None) -> ItemList:
    """Points of meetings, newest first."""
    return service.find_items(store, body=body, **listed)


@router.get("/{id}", responses=problems(404, 410))
def item(store: Store, id: Id) -> Item:  # noqa: A002 - the name of the path parameter
    """One point with its facts, each with its evidence, and its whole text."""
    return service.item(store, id)
