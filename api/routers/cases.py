"""Cases and case numbers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import Case, CaseHistory, CaseList, Container
from api.routers.parameters import Dated, Day, Id, Listed, Named, Store, problems
from api.routers.resource import ResourceRoute
from api.service import cases as service

router = APIRouter(tags=["cases"], route_class=ResourceRoute)


@router.get("/api/cases", responses=problems(404, 410))
def list_cases(
    store: Store,
    listed: Listed,
    dates: Dated,
    naming: Named,
    number: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=100,
            description="A case number in any spelling. One that nothing carries answers 404 with near matches; one "
            "that is a container is answered under 'containers', with its points listed each by itself.",
            examples=["24/2210"],
        ),
    ] = None,
    points: Annotated[int, Query(ge=1, le=10_000, description="Only with at least so many points.", examples=[2])] = 1,
    sort: Annotated[
        service.CaseOrder, Query(description="In which order; count is of points.", examples=["-date"])
    ] = service.CaseOrder.NEWEST,
) -> CaseList:
    """Cases, latest movement first; or those that carry a number."""
    return service.find_cases(store, number=number, **listed, **dates, **naming, points=points, sort=sort)


@router.get("/api/cases/{id}", responses=problems(404, 410))
def case(store: Store, id: Id) -> Case:  # noqa: A002 - the name of the path parameter
    """One case with its points in one line each. The id of any of its points leads here too."""
    return service.case(store, id)


@router.get("/api/cases/{id}/history", responses=problems(404, 410))
def case_history(
    store: Store,
    id: Id,  # noqa: A002 - the name of the path parameter
    as_of: Annotated[
        Day | None, Query(description="Only what meetings until this day tell.", examples=["2024-04-30"])
    ] = None,
) -> CaseHistory:
    """How a case travelled through meetings: its events with their evidence, oldest first, and its points' facts."""
    return service.case_history(store, id, as_of)


@router.get("/api/case-numbers/{id}", responses=problems(404, 410))
def case_number(store: Store, id: Id) -> Container:  # noqa: A002 - the name of the path parameter
    """A case number, whether it is a container, the points that carry it and the cases that these belong to."""
    return service.container(store, id)
