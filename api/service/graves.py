"""What is asked for and not here: because it never was, or because its document was taken out."""

from __future__ import annotations

from collections.abc import Sequence

from api.errors import ApiError, Gone, NotFound
from api.models import Near
from api.service.nearness import near_ids
from api.service.rows import ask
from graph.ids import meeting_of
from graph.store import GraphStore


def not_here(store: GraphStore, kind: str, id_: str, near: Sequence[Near] | None = None) -> ApiError:
    """What to raise for a document, meeting, point or case that is not here; ``near`` where it is known already.

    A tombstone keeps the ids of the meetings that only its document told of, so that their addresses, and those of
    their points and cases, say that they are gone. Whether there ever was such a point there is not known any more.
    """
    rows = ask(store, "tombstone", id=id_, meeting=meeting_of(id_))
    if not rows:
        return NotFound(kind, id_, near_ids(store, kind, id_) if near is None else near)
    row = rows[0]
    newer = Near(kind="document", id=row["document"], name=row["name"], score=100.0) if row["document"] else None
    return Gone(kind, id_, row["date"], [newer] if newer else [])
