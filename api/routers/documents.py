"""Source files."""

from __future__ import annotations

from fastapi import APIRouter

from api.models import Document
from api.routers.parameters import Id, Store, problems
from api.service import documents as service

router = APIRouter(prefix="/api/documents", tags=["documents"])


@router.get("/{id}", responses=problems(404, 410))
def document(store: Store, id: Id) -> Document:  # noqa: A002 - the name of the path parameter
    """One source file by its sha256: where it came from, what was read, which meetings it tells of."""
    return service.document(store, id)
