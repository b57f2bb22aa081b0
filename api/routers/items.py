"""Points of meetings."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Item, ItemList
from api.routers.codes import PointKind
from api.routers.parameters import ByDate, Dated, Id, Listed, Named, Store, problems
from api.routers.resource import ResourceRoute
from api.service import items as service
from api.service.lists import ByDate as ByDateOrder

router = APIRouter(prefix="/api/items", tags=["items"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_items(
    store: Store,
    listed: Listed,
    dates: Dated,
    naming: Named,
    kind: PointKind = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> ItemList:
    """Points of meetings, newest first."""
    return service.find_items(store, **listed, **dates, **naming, kind=kind, sort=sort)


@router.get("/{id}", responses=problems(404, 410))
def item(store: Store, id: Id) -> Item:  # noqa: A002 - the name of the path parameter
    """One point with its facts, each with its evidence, and its whole text."""
    return service.item(store, id)
