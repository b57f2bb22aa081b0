"""Search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import SearchAnswer
from api.routers.parameters import Municipality, Store, problems
from api.service import search as service

router = APIRouter(prefix="/api/search", tags=["search"])


@router.get("", responses=problems())
def search(
    store: Store,
    q: Annotated[str, Query(min_length=1, max_length=200, description="Words, or a case number.", examples=["åvej"])],
    municipality: Municipality = None,
    limit: Annotated[
        int, Query(ge=1, le=100, description="At most so many of each kind.", examples=[20])
    ] = service.LIMIT,
) -> SearchAnswer:
    """Case numbers, names and points that bear all words of ``q``."""
    return service.search(store, q, municipality=municipality, limit=limit)
