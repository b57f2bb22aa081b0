"""Topics of KL's Emnesystematik (KLE)."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Topic, TopicList
from api.routers.parameters import ByName, Id, Listed, Municipality, Store, problems
from api.routers.resource import ResourceRoute
from api.service import topics as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/topics", tags=["topics"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_topics(store: Store, listed: Listed, sort: ByName = ByNameOrder.NAME) -> TopicList:
    """Topics that case numbers begin with, and their groups. `q` is the number or its beginning; `name` sorts by it."""
    return service.find_topics(store, **listed, sort=sort)


@router.get("/{id}", responses=problems(404))
def topic(store: Store, id: Id, municipality: Municipality = None) -> Topic:  # noqa: A002
    """One topic with those above and below it, its cases, and its points with the place where each prints it."""
    return service.topic(store, id, municipality)
