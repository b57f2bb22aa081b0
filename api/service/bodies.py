"""Committees, councils and other bodies."""

from __future__ import annotations

from api.models import Body, BodyList, BodySummary, Rename
from api.service.evidence import name_documents
from api.service.facts import rename_ends
from api.service.identity import find_named, judged, seat
from api.service.lists import ByName, list_ids, named
from api.service.meetings import find_meetings
from api.service.rows import ask, facts_by, shaped
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
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> BodyList:
    """Bodies, in Danish order of their names unless ``sort`` says otherwise."""
    ids, following = list_ids(store, "body_ids", sort, limit=limit, after=after, **named(municipality, q))
    return BodyList(bodies=shaped(store, "bodies", ids, BodySummary), next=following)


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
