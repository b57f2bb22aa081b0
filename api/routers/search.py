"""Search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import SearchAnswer, SuggestAnswer
from api.routers.codes import FoundKind, Outcome
from api.routers.parameters import After, BodyId, Municipality, Since, Store, Until, problems
from api.service import search as service
from api.service import suggesting

router = APIRouter(prefix="/api/search", tags=["search"])


@router.get("", responses=problems())
def search(
    store: Store,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=200,
            description="Words, a case number in any spelling, or a section of a law (§ 23 styrelsesloven).",
            examples=["åvej"],
        ),
    ],
    municipality: Municipality = None,
    kind: FoundKind = None,
    body: BodyId = None,
    since: Since = None,
    until: Until = None,
    outcome: Outcome = None,
    limit: Annotated[
        int, Query(ge=1, le=100, description="At most so many of each kind.", examples=[20])
    ] = service.LIMIT,
    after: After = None,
) -> SearchAnswer:
    """Case numbers, names and points that bear all words of ``q``, with any ending, and as a part of compounds."""
    filters = service.Filters(kind or "", municipality or "", body or "", since, until, outcome or "")
    return service.search(store, q, filters, limit=limit, after=after)


@router.get("/suggest", responses=problems())
def suggest(
    store: Store,
    q: Annotated[str, Query(min_length=1, max_length=200, description="What was typed so far.", examples=["cyk"])],
    municipality: Municipality = None,
    limit: Annotated[int, Query(ge=1, le=20, description="At most so many.", examples=[8])] = suggesting.LIMIT,
) -> SuggestAnswer:
    """Names whose last word begins like what was typed, and case numbers that begin so."""
    return suggesting.suggest(store, q, municipality, limit)
