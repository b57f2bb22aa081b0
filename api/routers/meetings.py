"""Meetings."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Meeting, MeetingList
from api.routers.paged import PagedRoute
from api.routers.parameters import After, BodyId, Id, Limit, Municipality, Store, problems
from api.service import meetings as service

router = APIRouter(prefix="/api/meetings", tags=["meetings"], route_class=PagedRoute)


@router.get("", responses=problems())
def list_meetings(
    store: Store,
    municipality: Municipality = None,
    body: BodyId = None,
    limit: Limit = service.LIMIT,
    after: After = None,
) -> MeetingList:
    """Meetings, newest first."""
    return service.find_meetings(store, municipality=municipality, body=body, limit=limit, after=after)


@router.get("/{id}", responses=problems(404, 410))
def meeting(store: Store, id: Id) -> Meeting:  # noqa: A002 - the name of the path parameter
    """One meeting with its points, its attendance and its documents."""
    return service.meeting(store, id)
