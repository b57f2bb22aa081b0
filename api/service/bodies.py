"""Committees, councils and other bodies."""

from __future__ import annotations

from api.errors import NotFound
from api.models import Body, BodyList, BodySummary
from api.paging import decode_place
from api.service.meetings import find_meetings
from api.service.nearness import near_ids
from api.service.rows import ask, cut_page, in_order, place_params, words_of
from graph.store import GraphStore

LIMIT = 50
MEETINGS = 100


def find_bodies(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    limit: int = LIMIT,
    after: str | None = None,
) -> BodyList:
    """Bodies, in Danish order of their names."""
    place = place_params(decode_place(after))
    rows = ask(store, "body_ids", municipality=municipality or "", words=words_of(q), limit=limit + 1, **place)
    rows, following = cut_page(rows, limit)
    ids = [row["id"] for row in rows]
    shapes = [BodySummary.model_validate(row) for row in ask(store, "bodies", ids=ids)] if ids else []
    return BodyList(bodies=in_order(ids, shapes, lambda shape: shape.id), next=following)


def body(store: GraphStore, id_: str) -> Body:
    """One body with its other spellings, its terms and its latest meetings."""
    rows = ask(store, "bodies", ids=[id_])
    if not rows:
        raise NotFound("body", id_, near_ids(store, "body", id_))
    return Body.model_validate({**rows[0], "meetings": find_meetings(store, body=id_, limit=MEETINGS).meetings})
