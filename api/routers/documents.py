"""Source files."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.models import Document, DocumentList
from api.routers.codes import DocumentStatus
from api.routers.parameters import ByName, Id, Listed, Store, problems
from api.routers.resource import ResourceRoute
from api.service import documents as service
from api.service.lists import ByName as ByNameOrder

router = APIRouter(prefix="/api/documents", tags=["documents"], route_class=ResourceRoute)


@router.get("", responses=problems())
def list_documents(
    store: Store,
    listed: Listed,
    status: DocumentStatus = None,
    warned: Annotated[bool, Query(description="Only those that were read with a warning.", examples=[True])] = False,
    sort: ByName = ByNameOrder.NAME,
) -> DocumentList:
    """Source files, in Danish order of their names. `count` sorts by the meetings that they tell of."""
    return service.find_documents(store, **listed, status=status, warned=warned, sort=sort)


@router.get("/{id}", responses=problems(404, 410))
def document(store: Store, id: Id) -> Document:  # noqa: A002 - the name of the path parameter
    """One source file by its sha256: where it came from, what was read, which meetings it tells of."""
    return service.document(store, id)
