"""Plans under the planning act, and the places that they are for."""

from __future__ import annotations

from api.models.base import Named, Page, Shape
from api.models.items import ItemSummary


class PlanSummary(Shape):
    """A plan, with its area as printed."""

    id: str
    name: str
    kind: str | None = None
    number: str | None = None
    area: str | None = None
    municipality: Named
    item_count: int


class Plan(PlanSummary):
    """A plan with the points that name it, newest first."""

    items: tuple[ItemSummary, ...] = ()


class PlanList(Page):
    """A page of plans in Danish order."""

    plans: tuple[PlanSummary, ...]
