"""Follow-ups as of a day, and the minutes that are missing."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Fact, Named, Page, Shape
from api.models.items import ItemSummary
from api.models.meetings import MeetingMention


class NeededMinutes(Shape):
    """Minutes that would tell what became of a follow-up."""

    body: Named
    first: dt.date = Field(description="The first day of the gap.")
    last: dt.date
    meetings: tuple[str, ...] = Field(
        (), description="Ids of meetings in it that other minutes tell of.", examples=[["nordlev.byraadet.2024-04-23"]]
    )


class FollowUpState(Fact):
    """What was asked for, promised, planned or put off, and what became of it until a day."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget.2024-03-05.2.followup-1"])
    kind: str = Field(examples=["administration_promise"])
    text: str = Field(examples=["Forvaltningen vender tilbage i april."])
    item: ItemSummary = Field(description="The point that says so.")
    by: Named | None = Field(None, description="The body whose meeting is to bring it, where that can be told.")
    due: str | None = Field(None, description="As printed: ISO date or partial.", examples=["2024-04", "2024-spring"])
    due_first: dt.date | None = Field(None, description="The first day that the due time can mean.")
    due_last: dt.date | None = Field(None, description="The last; also of a time counted in words (om et halvt år).")
    as_of: dt.date = Field(description="The day of this status: nothing later is known.")
    status: str = Field(
        description="open, due, overdue, delivered, postponed_again, passed (a deadline or event whose day is past), "
        "unknown (minutes that would tell are missing, or do not tell for sure).",
        examples=["delivered"],
    )
    reason: str = Field(examples=["brought"], description="Why the status is what it is, as a code.")
    delivered_by: ItemSummary | None = Field(None, description="The point that brings it, or takes it up.")
    decision: str | None = Field(None, description="The id of a quoted decision that shows it.")
    rule: str | None = Field(None, description="The rule of the link to that point.", examples=["stated_request"])
    confidence: float | None = Field(None, ge=0, le=1)
    detail: str | None = Field(None, description="What both points share, or what the later one says.")
    possible: tuple[ItemSummary, ...] = Field((), description="Points that may bring it, at most ten.")
    needed: tuple[NeededMinutes, ...] = ()


class FollowUpList(Page):
    """A page of follow-ups, newest first, one municipality after the other."""

    follow_ups: tuple[FollowUpState, ...]


class MissingMeeting(Shape):
    """A meeting whose minutes are not at hand, though others tell of it."""

    id: str = Field(examples=["nordlev.byraadet.2024-05-28"])
    body: Named
    municipality: Named
    date: dt.date
    expected: bool = Field(description="Only planned, and after the newest minutes at hand.")
    agenda: bool = Field(False, description="Its agenda is at hand, so only the minutes are missing.")
    matters: int = Field(description="How many different cases, or points in none, tell of it.")
    item_count: int = Field(description="How many points tell of it.")
    cases: tuple[Named, ...] = Field((), description="At most ten.")
    mentions: tuple[MeetingMention, ...] = Field((), description="At most twenty.")


class MissingList(Page):
    """A page of missing minutes, those that most hangs on first, one municipality after the other."""

    missing: tuple[MissingMeeting, ...]
