"""Organisations: partners, agencies, associations, companies."""

from __future__ import annotations

from api.models import Organisation, OrganisationList, OrganisationSummary, Rename
from api.paging import decode_place
from api.service.evidence import name_documents
from api.service.facts import rename_ends
from api.service.identity import find_named, judged
from api.service.items import item_summaries
from api.service.rows import ask, cut_page, facts_by, in_order, place_params, words_of
from graph.store import GraphStore

LIMIT = 50
POINTS = 100
RENAMES = 50


def find_organisations(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    limit: int = LIMIT,
    after: str | None = None,
) -> OrganisationList:
    """Organisations, in Danish order of their names."""
    place = place_params(decode_place(after))
    rows = ask(store, "organisation_ids", municipality=municipality or "", words=words_of(q), limit=limit + 1, **place)
    rows, following = cut_page(rows, limit)
    ids = [row["id"] for row in rows]
    shapes = [OrganisationSummary.model_validate(row) for row in ask(store, "organisations", ids=ids)] if ids else []
    return OrganisationList(organisations=in_order(ids, shapes, lambda shape: shape.id), next=following)


def organisation(store: GraphStore, id_: str) -> Organisation:
    """One organisation with its names, its members and the points that name it."""
    row = find_named(store, "organisation", id_)
    id_ = row["id"]
    (relations,) = ask(store, "organisation_relations", id=id_)
    renames = facts_by("organisation", ask(store, "organisation_renames", id=id_, limit=RENAMES), Rename, rename_ends)
    points = [row["id"] for row in ask(store, "organisation_items", id=id_, limit=POINTS)]
    answer = Organisation.model_validate(
        {
            **row,
            **relations,
            **judged(store, "organisation", id_),
            "renames": renames.get(id_, ()),
            "items": item_summaries(store, points),
        }
    )
    return name_documents(store, [answer])[0]
