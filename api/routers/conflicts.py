"""Conflicts."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query

from api.models import ConflictList
from api.routers.parameters import ByDate, Dated, Municipality, Paged, Store, problems
from api.routers.resource import ResourceRoute
from api.service import conflicts as service
from api.service.lists import ByDate as ByDateOrder

router = APIRouter(prefix="/api/conflicts", tags=["conflicts"], route_class=ResourceRoute)

Kind: TypeAlias = Annotated[
    str | None,
    Query(max_length=100, description="Only this kind, as the conflicts name it.", examples=["tally-names"]),
]


@router.get("", responses=problems())
def list_conflicts(
    store: Store,
    page: Paged,
    dates: Dated,
    kind: Kind = None,
    municipality: Municipality = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> ConflictList:
    """Where minutes contradict themselves or each other, newest first. Both statements stand, neither is preferred."""
    return service.find_conflicts(store, **page, **dates, kind=kind, municipality=municipality, sort=sort)
