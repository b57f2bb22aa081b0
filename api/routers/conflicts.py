"""Conflicts."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query

from api.models import ConflictList
from api.routers.paged import PagedRoute
from api.routers.parameters import USUAL, After, BodyId, Limit, Municipality, Store, problems
from api.service import conflicts as service

router = APIRouter(prefix="/api/conflicts", tags=["conflicts"], route_class=PagedRoute)

Kind: TypeAlias = Annotated[
    str | None,
    Query(max_length=100, description="Only this kind, as the conflicts name it.", examples=["tally-names"]),
]
Since: TypeAlias = Annotated[
    dt.date | None, Query(description="Only at meetings from this day on.", examples=["2024-01-01"])
]
Until: TypeAlias = Annotated[
    dt.date | None, Query(description="Only at meetings up to this day.", examples=["2024-12-31"])
]


@router.get("", responses=problems())
def list_conflicts(
    store: Store,
    kind: Kind = None,
    municipality: Municipality = None,
    body: BodyId = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = USUAL,
    after: After = None,
) -> ConflictList:
    """Where minutes contradict themselves or each other, newest first. Both statements stand, neither is preferred."""
    return service.find_conflicts(
        store, kind=kind, municipality=municipality, body=body, since=since, until=until, limit=limit, after=after
    )
