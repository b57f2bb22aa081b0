"""Municipalities."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Municipality, MunicipalityList
from api.routers.parameters import Id, Store, problems
from api.routers.resource import ResourceRoute
from api.service import municipalities as service

router = APIRouter(prefix="/api/municipalities", tags=["municipalities"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_municipalities(store: Store) -> MunicipalityList:
    """All municipalities, in Danish order."""
    return MunicipalityList(municipalities=service.municipalities(store))


@router.get("/{id}", responses=problems(404))
def municipality(store: Store, id: Id) -> Municipality:  # noqa: A002 - the name of the path parameter
    """One municipality with its bodies and what happened last."""
    return service.municipality(store, id)
