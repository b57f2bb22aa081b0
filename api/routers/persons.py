"""Persons."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Person, PersonList
from api.routers.paged import PagedRoute
from api.routers.parameters import Id, Listed, Store, problems
from api.service import persons as service

router = APIRouter(prefix="/api/persons", tags=["persons"], route_class=PagedRoute)


@router.get("", responses=problems())
def list_persons(store: Store, listed: Listed) -> PersonList:
    """Persons in public office, in Danish order of their names."""
    return service.find_persons(store, **listed)


@router.get("/{id}", responses=problems(404))
def person(store: Store, id: Id) -> Person:  # noqa: A002 - the name of the path parameter
    """One person: how they voted, how often they were there, which points name them."""
    return service.person(store, id)
