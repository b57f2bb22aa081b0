"""Laws."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Law, LawList
from api.routers.parameters import After, Id, Limit, Municipality, Store, Words, problems
from api.service import laws as service

router = APIRouter(prefix="/api/laws", tags=["laws"])


@router.get("", responses=problems())
def list_laws(
    store: Store,
    municipality: Municipality = None,
    q: Words = None,
    limit: Limit = service.LIMIT,
    after: After = None,
) -> LawList:
    """Laws that points name, in Danish order of their titles."""
    return service.find_laws(store, municipality=municipality, q=q, limit=limit, after=after)


@router.get("/{id}", responses=problems(404))
def get_law(store: Store, id: Id) -> Law:  # noqa: A002 - the name of the path parameter
    """One law with the sections that are named, and the points that name it."""
    return service.law(store, id)
