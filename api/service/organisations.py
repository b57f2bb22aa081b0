"""Organisations: partners, agencies, associations, companies."""

from __future__ import annotations

from api.models import (
    Organisation,
    OrganisationEvent,
    OrganisationEventKind,
    OrganisationList,
    OrganisationSummary,
    OrganisationTimeline,
    Rename,
)
from api.service.evidence import name_documents
from api.service.facts import rename_ends
from api.service.identity import find_named, judged
from api.service.items import item_summaries
from api.service.lists import ByDate, ByName, list_ids, named
from api.service.rows import ask, facts_by, shaped
from api.service.statements import find_mentions
from graph.store import GraphStore

LIMIT = 50
POINTS = 100
RENAMES = 50
MENTIONS = 200


def find_organisations(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    type_: str | None = None,
    known: bool | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> OrganisationList:
    """Organisations, in Danish order of their names unless ``sort`` says otherwise."""
    ids, following = list_ids(
        store,
        "organisation_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        type=type_ or "",
        known="" if known is None else str(known).lower(),
    )
    found = shaped(store, "organisations", ids, OrganisationSummary, municipality=municipality or "")
    return OrganisationList(organisations=found, next=following)


def organisation(store: GraphStore, id_: str, municipality: str | None = None) -> Organisation:
    """One organisation with its names, its members and the points that name it, all or those of a municipality."""
    within = {"municipality": municipality or ""}
    row = find_named(store, "organisation", id_, **within)
    id_ = row["id"]
    (relations,) = ask(store, "organisation_relations", id=id_)
    renames = facts_by("organisation", ask(store, "organisation_renames", id=id_, limit=RENAMES), Rename, rename_ends)
    points = [row["id"] for row in ask(store, "organisation_items", id=id_, **within, limit=POINTS)]
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


def timeline(store: GraphStore, id_: str) -> OrganisationTimeline:
    """What is told of an organisation, oldest first."""
    id_ = find_named(store, "organisation", id_, municipality="")["id"]
    rows = ask(store, "organisation_renames", id=id_, limit=RENAMES)
    renames = facts_by("organisation", rows, Rename, rename_ends).get(id_, [])
    events = [
        OrganisationEvent(
            id=one.id, kind=OrganisationEventKind.RENAMED, date=one.date, text=f"{one.old} → {one.new}",
            evidence=one.evidence,
        )
        for one in renames
    ]  # fmt: skip
    events += [
        OrganisationEvent(
            id=one.id, kind=OrganisationEventKind.NAMED, date=str(one.item.date) if one.item.date else None,
            text=one.surface, item=one.item, evidence=one.evidence,
        )
        for one in find_mentions(store, thing=id_, sort=ByDate.OLDEST, limit=MENTIONS).mentions
    ]  # fmt: skip
    ordered = sorted(events, key=lambda one: (one.date or "9999", one.kind, one.id))
    return OrganisationTimeline(events=name_documents(store, ordered))
