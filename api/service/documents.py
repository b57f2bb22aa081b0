"""Source files."""

from __future__ import annotations

from api.models import Document
from api.service.graves import not_here
from api.service.meetings import meeting_summaries
from api.service.rows import ask
from graph.store import GraphStore


def document(store: GraphStore, id_: str) -> Document:
    """One source file, and the meetings that it tells of."""
    rows = ask(store, "document", id=id_)
    if not rows:
        raise not_here(store, "document", id_)
    row = rows[0]
    described = {key: value for key, value in row["document"].items() if value is not None}
    return Document.model_validate({**described, "meetings": meeting_summaries(store, row["meetings"])})
