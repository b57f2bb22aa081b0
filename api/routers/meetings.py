"""Meetings."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Meeting, MeetingList
from api.routers.codes import MeetingStatus
from api.routers.parameters import ByDate, Dated, Id, Municipality, Paged, PersonId, Store, problems
from api.routers.resource import ResourceRoute
from api.service import meetings as service
from api.service.lists import ByDate as ByDateOrder

router = APIRouter(prefix="/api/meetings", tags=["meetings"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_meetings(
    store: Store,
    page: Paged,
    dates: Dated,
    municipality: Municipality = None,
    status: MeetingStatus = None,
    person: PersonId = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> MeetingList:
    """Meetings, newest first. With a person those where that person was present."""
    return service.find_meetings(
        store, **page, **dates, municipality=municipality, status=status, person=person, sort=sort
    )


@router.get("/{id}", responses=problems(404, 410))
def meeting(store: Store, id: Id) -> Meeting:  # noqa: A002 - the name of the path parameter
    """One meeting with its points, its attendance and its documents."""
    return service.meeting(store, id)
