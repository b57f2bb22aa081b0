"""Source files."""

from __future__ import annotations

from api.models import Document, DocumentList, DocumentSummary
from api.service.graves import not_here
from api.service.lists import ByName, list_ids, named
from api.service.meetings import meeting_summaries
from api.service.rows import ask, in_order
from graph.store import GraphStore
from graph.values import Row

LIMIT = 50


def find_documents(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    status: str | None = None,
    warned: bool = False,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> DocumentList:
    """Source files, in Danish order of their names unless ``sort`` says otherwise."""
    ids, following = list_ids(
        store,
        "document_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        status=status or "",
        warned=warned,
    )
    rows = ask(store, "documents", ids=ids) if ids else []
    shapes = [DocumentSummary.model_validate(_held(row["document"])) for row in rows]
    return DocumentList(documents=in_order(ids, shapes), next=following)


def document(store: GraphStore, id_: str) -> Document:
    """One source file, and the meetings that it tells of."""
    rows = ask(store, "document", id=id_)
    if not rows:
        raise not_here(store, "document", id_)
    row = rows[0]
    return Document.model_validate({**_held(row["document"]), "meetings": meeting_summaries(store, row["meetings"])})


def _held(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}
