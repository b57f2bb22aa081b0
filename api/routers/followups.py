"""Follow-ups as of a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import FollowUpList
from api.routers.parameters import USUAL, After, BodyId, Day, Limit, Municipality, Store, problems
from api.routers.resource import ResourceRoute
from api.service import followups as service
from graph.threads.ledger import Status

router = APIRouter(prefix="/api/followups", tags=["followups"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_follow_ups(
    store: Store,
    municipality: Municipality = None,
    body: BodyId = None,
    status: Annotated[Status | None, Query(description="Only with this status.", examples=["overdue"])] = None,
    as_of: Annotated[
        Day | None,
        Query(
            description="As of this day; of the newest minutes of each municipality without it.",
            examples=["2024-05-07"],
        ),
    ] = None,
    limit: Limit = USUAL,
    after: After = None,
) -> FollowUpList:
    """What was asked for, promised, planned or put off, and what became of it until a day. Newest first."""
    return service.find_follow_ups(
        store, municipality=municipality, body=body, status=status, as_of=as_of, limit=limit, after=after
    )
