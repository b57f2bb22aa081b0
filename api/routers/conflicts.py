"""Conflicts."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import ConflictList
from api.routers.codes import ConflictingKind
from api.routers.parameters import ByDate, Dated, Municipality, Paged, Store, problems
from api.routers.resource import ResourceRoute
from api.service import conflicts as service
from api.service.lists import ByDate as ByDateOrder

router = APIRouter(prefix="/api/conflicts", tags=["conflicts"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_conflicts(
    store: Store,
    page: Paged,
    dates: Dated,
    kind: ConflictingKind = None,
    municipality: Municipality = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> ConflictList:
    """Where minutes contradict themselves or each other, newest first. Both statements stand, neither is preferred."""
    return service.find_conflicts(store, **page, **dates, kind=kind, municipality=municipality, sort=sort)
