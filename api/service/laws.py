"""Laws, orders and bylaws."""

from __future__ import annotations

from api.models import Law, LawList, LawSummary
from api.service.identity import find_named, judged
from api.service.items import item_summaries
from api.service.lists import ByName, list_ids, named
from api.service.rows import ask, shaped
from graph.store import GraphStore

LIMIT = 50
POINTS = 100
PROVISIONS = 500


def find_laws(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> LawList:
    """Laws, in Danish order of their titles unless ``sort`` says otherwise."""
    ids, following = list_ids(store, "law_ids", sort, limit=limit, after=after, **named(municipality, q))
    return LawList(laws=shaped(store, "laws", ids, LawSummary, municipality=municipality or ""), next=following)


def law(store: GraphStore, id_: str, municipality: str | None = None) -> Law:
    """One law with the sections that are named, and the points that name it, all or those of a municipality."""
    within = {"municipality": municipality or ""}
    row = find_named(store, "law", id_, **within)
    id_ = row["id"]
    points = [row["id"] for row in ask(store, "law_items", id=id_, **within, limit=POINTS)]
    return Law.model_validate(
        {
            **row,
            **judged(store, "law", id_),
            "provisions": ask(store, "law_provisions", id=id_, **within, limit=PROVISIONS),
            "items": item_summaries(store, points),
        }
    )
