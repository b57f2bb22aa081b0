"""Provisions: the sections (§) of laws that points name."""

from __future__ import annotations

from api.errors import NotFound
from api.models import ProvisionList, ProvisionPoints, ProvisionSummary
from api.service.identity import id_now
from api.service.items import item_summaries
from api.service.lists import ByName, list_ids, named
from api.service.nearness import near_ids
from api.service.rows import ask, shaped
from graph.store import GraphStore

LIMIT = 50
POINTS = 100


def find_provisions(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    law: str | None = None,
    section: str | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> ProvisionList:
    """Provisions, by law and section unless ``sort`` says otherwise; ``section`` with or without its sign."""
    ids, following = list_ids(
        store,
        "provision_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        law=id_now(store, "law", law),
        section=(section or "").replace("§", "").strip(),
    )
    return ProvisionList(
        provisions=shaped(store, "provisions", ids, ProvisionSummary, municipality=municipality or ""), next=following
    )


def provision(store: GraphStore, id_: str, municipality: str | None = None) -> ProvisionPoints:
    """One provision with the points that name it, all or those of a municipality; NotFound with near matches."""
    within = {"municipality": municipality or ""}
    rows = ask(store, "provisions", ids=[id_], **within)
    if not rows:
        raise NotFound("provision", id_, near_ids(store, "provision", id_))
    points = [point["id"] for point in ask(store, "provision_items", id=id_, **within, limit=POINTS)]
    return ProvisionPoints.model_validate({**rows[0], "items": item_summaries(store, points)})
