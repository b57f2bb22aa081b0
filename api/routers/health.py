"""Whether the server and its graph answer, and how much the graph holds."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Health, Statistics
from api.routers.parameters import Store, problems
from api.service import statistics as service
from api.version import VERSION

router = APIRouter(tags=["health"])


@router.get("/health", responses=problems())
def health(store: Store) -> Health:
    """Whether the server and its graph answer."""
    store.read("RETURN 1 AS one")
    return Health(status="ok", version=VERSION, store=store.dialect.value)


@router.get("/api/statistics", responses=problems())
def statistics(store: Store) -> Statistics:
    """How much the graph holds."""
    return service.statistics(store)
