"""Persons."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Person, PersonList
from api.routers.parameters import After, Id, Limit, Municipality, Store, Words, problems
from api.service import persons as service

router = APIRouter(prefix="/api/persons", tags=["persons"])


@router.get("", responses=problems())
def list_persons(
    store: Store,
    municipality: Municipality = None,
    q: Words = None,
    limit: Limit = service.LIMIT,
    after: After = None,
) -> PersonList:
    """Persons in public office, in Danish order of their names."""
    return service.find_persons(store, municipality=municipality, q=q, limit=limit, after=after)


@router.get("/{id}", responses=problems(404))
def get_person(store: Store, id: Id) -> Person:  # noqa: A002 - the name of the path parameter
    """One person: how they voted, how often they were there, which points name them."""
    return service.person(store, id)
