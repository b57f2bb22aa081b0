"""Whether the server and its graph answer, and how much the graph holds."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from api.metrics import Metrics
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


@router.get("/ready", responses=problems())
def ready(store: Store) -> Health:
    """Whether requests may be sent here: the graph answers from what it holds."""
    service.document_count(store)
    return Health(status="ready", version=VERSION, store=store.dialect.value)


class Exposition(Response):
    """Figures in Prometheus' text form."""

    media_type = CONTENT_TYPE_PLAIN_0_0_4


@router.get("/metrics", responses=problems(store=False), response_class=Exposition)
def metrics(request: Request) -> Exposition:
    """Requests by route, status and time, and whether the store is up, for Prometheus. Answers without a store too."""
    found: Metrics = request.app.state.metrics
    return Exposition(found.exposition())


@router.get("/api/statistics", responses=problems())
def statistics(store: Store) -> Statistics:
    """How much the graph holds."""
    return service.statistics(store)
