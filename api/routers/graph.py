"""The neighbourhood of a node, for drawing."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query

from api.models import Drawing
from api.routers.parameters import Store, problems
from api.service import neighbourhood as service

router = APIRouter(prefix="/api/graph", tags=["graph"])

Node: TypeAlias = Annotated[
    str,
    Query(
        min_length=1,
        max_length=520,
        description="A kind and an id, 'case:…', 'item:…', 'person:…'; or an id alone.",
        examples=["case:nordlev.teknik-og-miljoeudvalget.2024-03-05.2"],
    ),
]
Depth: TypeAlias = Annotated[int, Query(ge=1, le=service.MOST_DEPTH, description="Steps from the node.", examples=[2])]
Most: TypeAlias = Annotated[int, Query(ge=1, le=service.MOST, description="At most so many nodes.", examples=[80])]


@router.get("", responses=problems(404))
def neighbourhood(store: Store, node: Node, depth: Depth = service.DEPTH, limit: Most = service.LIMIT) -> Drawing:
    """What lies around a node. Where it is more than the limit, those best connected are kept, and it says so."""
    return service.neighbourhood(store, node, depth=depth, limit=limit)
