"""Cases: threads of points about one matter."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from api.models.base import Fact, Named, Page, Shape
from api.models.items import ItemFacts, ItemSummary

MOST_POINTS = 200  # of a case or a container, that one answer tells of
MOST_RELATED = 50  # ways to other cases
_COMPLETE = (
    f"False where there are more points ({MOST_POINTS}) or ways to related cases ({MOST_RELATED}) than are told."
)


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
    items: tuple[ItemSummary, ...] = Field(description=f"Its points, newest first; at most {MOST_POINTS} are listed.")
    cases: tuple[CaseSummary, ...] = Field((), description="The cases that its points belong to.")


class CaseList(Page):
    """A page of cases, latest movement first. A number that is a container is listed apart."""

    cases: tuple[CaseSummary, ...]
    containers: tuple[Container, ...] = ()


class Put(Shape):
    """The link that put a point into its case, and the point that it hangs on by it."""

    type: str = Field(description="alone: nothing joins it to another.", examples=["same_number"])
    rule: str = Field(examples=["same_number"])
    confidence: float = Field(ge=0, le=1)
    detail: str | None = Field(None, description="What both points share.", examples=["24/2210"])
    surface: str | None = Field(None, description="The words that state it.")
    other: str | None = Field(None, description="The id of the other point.")


class CasePoint(ItemFacts):
    """A point as a part of its case, with all its facts, and why it belongs there."""

    put: Put


class EventKind(StrEnum):
    """What happened; in the order in which things happen at one meeting."""

    INTRODUCED = "introduced"
    DELIVERED = "delivered"  # what was asked for or promised
    NOTED = "noted"
    RECOMMENDED = "recommended"
    POSTPONED = "postponed"
    SENT_ON = "sent_on"
    DECIDED = "decided"
    BROUGHT_BEFORE = "brought_before"  # another body, by a member's right
    RENAMED = "renamed"  # an organisation
    PLANNED = "planned"  # a step of which nothing shows that it was taken


class CaseEvent(Fact):
    """One thing that happened to a case."""

    id: str = Field(description="The id of the fact.")
    kind: EventKind
    date: str | None = Field(None, description="ISO date, or a part of one.", examples=["2024-04-09"])
    body: Named
    text: str
    item: str = Field(description="The point whose minutes tell of it.")
    decision: str | None = None
    outcomes: tuple[str, ...] = ()
    votes: tuple[str, ...] = Field((), description="The ids of the votes taken then.")
    quoted: bool = Field(False, description="Told by another body's minutes alone.")
    gap: str | None = Field(None, description="Why nothing shows that a planned step was taken.")
    put: Put = Field(description="Why the point belongs to the case.")


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
    from_date: dt.date | None = None
    to_date: dt.date | None = None


class Case(CaseSummary):
    """A case with its points."""

    aliases: tuple[str, ...] = Field(description="The ids of its points: each leads to this case.")
    items: tuple[ItemSummary, ...]
    related: tuple[RelatedCase, ...] = ()
    complete: bool = Field(True, description=_COMPLETE)


class CaseHistory(CaseSummary):
    """How a case travelled through meetings, oldest first, each fact with its evidence."""

    as_of: dt.date | None = Field(None, description="Only what meetings until this day tell.")
    aliases: tuple[str, ...]
    events: tuple[CaseEvent, ...]
    points: tuple[CasePoint, ...] = Field(description="The points that the events come from, with all their facts.")
    related: tuple[RelatedCase, ...] = ()
    complete: bool = Field(True, description=_COMPLETE)
