"""Committees, councils and other bodies."""

from __future__ import annotations

from api.models import Body, BodyList, BodySummary, Rename
from api.paging import decode_place
from api.service.evidence import name_documents
from api.service.facts import rename_ends
from api.service.identity import find_named, judged, seat
from api.service.meetings import find_meetings
from api.service.rows import ask, cut_page, facts_by, in_order, place_params, words_of
from graph.store import GraphStore

LIMIT = 50
MEETINGS = 100
RENAMES = 50
MEMBERS = 500
MISSING = 100


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
    """One body with its names, its members over time, its terms and its latest meetings."""
    row = find_named(store, "body", id_)
    id_ = row["id"]
    renames = facts_by("body", ask(store, "body_renames", id=id_, limit=RENAMES), Rename, rename_ends)
    answer = Body.model_validate(
        {
            **row,
            **judged(store, "body", id_),
            "renames": renames.get(id_, ()),
            "members": [seat(one) for one in ask(store, "body_members", id=id_, limit=MEMBERS)],
            "missing": ask(store, "body_missing", id=id_, limit=MISSING),
            "meetings": find_meetings(store, body=id_, limit=MEETINGS).meetings,
        }
    )
    return name_documents(store, [answer])[0]
