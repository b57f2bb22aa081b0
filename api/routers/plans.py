"""Plans under the planning act."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Plan, PlanList
from api.routers.parameters import ByName, Id, Listed, Store, problems
from api.routers.resource import ResourceRoute
from api.service import plans as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/plans", tags=["plans"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_plans(store: Store, listed: Listed, sort: ByName = ByNameOrder.NAME) -> PlanList:
    """Plans that points name, in Danish order of their names. `q` looks in the area too; `count` sorts by points."""
    return service.find_plans(store, **listed, sort=sort)


@router.get("/{id}", responses=problems(404))
def plan(store: Store, id: Id) -> Plan:  # noqa: A002 - the name of the path parameter
    """One plan with its area as printed and the points that name it."""
    return service.plan(store, id)
