"""Minutes that are missing."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import MissingList
from api.routers.parameters import USUAL, After, Limit, Municipality, Store, problems
from api.routers.resource import ResourceRoute
from api.service import missing as service

router = APIRouter(prefix="/api/missing", tags=["missing"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_missing(
    store: Store, municipality: Municipality = None, limit: Limit = USUAL, after: After = None
) -> MissingList:
    """Meetings that the minutes at hand refer to, quote or plan, and that are not at hand. Most wanted first."""
    return service.find_missing(store, municipality=municipality, limit=limit, after=after)
