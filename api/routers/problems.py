"""What the types of problem details mean: each leads to a page of its own, as RFC 9457 wishes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from api.errors import KINDS, TYPES, NotFound
from api.models import ProblemType, ProblemTypeList
from api.routers.parameters import problems
from api.routers.resource import ResourceRoute

router = APIRouter(prefix=TYPES.rstrip("/"), tags=["problems"], route_class=ResourceRoute)


@router.get("", responses=problems(store=False))
def list_problem_types() -> ProblemTypeList:
    """Every type of problem that the API answers."""
    return ProblemTypeList(types=tuple(_described(kind.code) for kind in KINDS))


@router.get("/{code}", responses=problems(404, store=False))
def problem_type(
    code: Annotated[
        str, Path(max_length=100, description="The last part of a problem's 'type'.", examples=["not-found"])
    ],
) -> ProblemType:
    """What one type of problem means."""
    return _described(code)


def _described(code: str) -> ProblemType:
    for kind in KINDS:
        if kind.code == code:
            text = " ".join((kind.__doc__ or "").split())
            return ProblemType(type=TYPES + code, status=kind.status, title=kind.title, text=text)
    raise NotFound("type of problem", code, cure=f"Known: {', '.join(kind.code for kind in KINDS)}.")
