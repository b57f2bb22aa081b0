"""The model of the graph, for those who ask it in Cypher."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import GraphSchema
from api.routers.parameters import problems
from api.routers.resource import ResourceRoute
from api.service import schema as service

router = APIRouter(prefix="/api/schema", tags=["graph"], route_class=ResourceRoute)


@router.get("", responses=problems(store=False))
def graph_schema() -> GraphSchema:
    """Every label, relation and property that the graph may hold, and what it means."""
    return service.graph_schema()
