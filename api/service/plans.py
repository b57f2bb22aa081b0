"""Plans and the places that they are for."""

from __future__ import annotations

from api.errors import NotFound
from api.models import Plan, PlanList, PlanSummary
from api.service.items import item_summaries
from api.service.lists import ByName, list_ids, named
from api.service.nearness import near_ids
from api.service.rows import ask, shaped
from graph.store import GraphStore

LIMIT = 50
POINTS = 100


def find_plans(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> PlanList:
    """Plans, in Danish order of their names unless ``sort`` says otherwise."""
    ids, following = list_ids(store, "plan_ids", sort, limit=limit, after=after, **named(municipality, q))
    return PlanList(plans=shaped(store, "plans", ids, PlanSummary), next=following)


def plan(store: GraphStore, id_: str) -> Plan:
    """One plan with the points that name it; NotFound with near matches."""
    rows = ask(store, "plans", ids=[id_])
    if not rows:
        raise NotFound("plan", id_, near_ids(store, "plan", id_))
    points = [point["id"] for point in ask(store, "plan_items", id=id_, limit=POINTS)]
    return Plan.model_validate({**rows[0], "items": item_summaries(store, points)})
