"""Cases: threads of points about one matter."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Named, Page, Shape
from api.models.items import ItemFacts, ItemSummary


class CaseSummary(Shape):
    """A case in one line."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget.2024-03-05.2"])
    title: str = Field(examples=["Cykelsti langs Åvej"])
    numbers: tuple[str, ...] = Field((), examples=[["24/2210"]])
    first_date: dt.date | None = None
    last_date: dt.date | None = None
    item_count: int = Field(examples=[3])
    municipality: Named


class Container(Shape):
    """A case number that is no case: it holds points of many matters, listed here each by itself."""

    id: str = Field(examples=["nordlev.24-100"])
    number: str = Field(examples=["24/100"])
    container: bool
    reason: str | None = Field(None, description="Why it is taken for a container.")
    municipality: Named
    item_count: int
    items: tuple[ItemSummary, ...] = Field(description="Its points, newest first; at most 200 are listed.")
    cases: tuple[CaseSummary, ...] = Field((), description="The cases that its points belong to.")


class CaseList(Page):
    """A page of cases, latest movement first. A number that is a container is listed apart."""

    cases: tuple[CaseSummary, ...]
    containers: tuple[Container, ...] = ()


class HistoryEvent(ItemFacts):
    """A point as a step of its case, and why it belongs there."""

    rule: str = Field(description="Why it belongs to the case.", examples=["same_number"])
    confidence: float = Field(ge=0, le=1)


class RelatedCase(Shape):
    """A case one step away, and the link that leads there. Never part of this one."""

    case: CaseSummary
    type: str = Field(description="What kind of link it is.", examples=["stated_reference"])
    rule: str = Field(description="How the link was found.", examples=["date_and_number"])
    confidence: float = Field(ge=0, le=1)
    status: str = Field(description="accepted or possible", examples=["accepted"])
    direction: str = Field(description="to: this case refers to it; from: it refers to this case", examples=["to"])
    surface: str | None = Field(None, description="The words that state it.", examples=["punkt 2 den 9. april 2024"])
    detail: str | None = Field(
        None, description="What both share, where no words state it.", examples=["borgerundersøgelse"]
    )
    from_item: str = Field(description="The later point, or the one that states the link.")
    to_item: str = Field(description="The point that the link leads to.")


class Case(CaseSummary):
    """A case with its points."""

    aliases: tuple[str, ...] = Field(description="The ids of its points: each leads to this case.")
    items: tuple[ItemSummary, ...]
    related: tuple[RelatedCase, ...] = ()


class CaseHistory(CaseSummary):
    """How a case travelled through meetings, oldest point first, each fact with its evidence."""

    aliases: tuple[str, ...]
    events: tuple[HistoryEvent, ...]
    related: tuple[RelatedCase, ...] = ()
