"""Meetings and the documents that tell of them."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Evidence, Fact, Named, Page, Shape
from api.models.conflicts import Correction
from api.models.items import ItemSummary


class MeetingSummary(Shape):
    """A meeting in one line."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget.2024-04-09"])
    date: dt.date | None = None
    start_time: str | None = Field(None, examples=["16:00"])
    place: str | None = None
    status: str = Field(description="held, planned or other", examples=["held"])
    document: str | None = Field(None, description="The sha256 of the file that leads: lines and pages are its.")
    body: Named
    municipality: Named
    item_count: int


class Attendee(Fact):
    """A person on the list of a meeting."""

    id: str
    name: str
    status: str = Field(examples=["present"])
    kind: str | None = Field(None, examples=["member"])
    party_surface: str | None = Field(None, description="The party as printed.")
    rank: str | None = None
    substitute_for: str | None = None
    person: Named | None = None


class DocumentSummary(Shape):
    """A source file in one line."""

    id: str = Field(description="The sha256 of the file.")
    name: str
    kind: str | None = None
    status: str | None = Field(None, description="read, or unparsed: its text is kept and nothing is guessed")
    media: str | None = None
    page_count: int | None = None
    source_url: str | None = None


class Document(DocumentSummary):
    """A source file."""

    size: int | None = None
    retrieved: dt.date | None = None
    extractor: str | None = None
    layout: str | None = Field(None, description="The family of layout that it was read by.", examples=["punkt"])
    layout_confidence: float | None = Field(
        None, description="0 to 1: the share of points that their surroundings bear out."
    )
    warnings: tuple[str, ...] = ()
    text: str | None = Field(None, description="Only of an unparsed document.")
    meetings: tuple[MeetingSummary, ...] = ()


class DocumentList(Page):
    """A page of source files in Danish order of their names."""

    documents: tuple[DocumentSummary, ...]


class MeetingMention(Fact):
    """A point that tells of a meeting, how, and where."""

    item: ItemSummary
    source: str = Field(description="reference, decision (printed here) or step (of the procedure).", examples=["step"])
    id: str = Field(description="The id of the reference, decision or step.")


class Meeting(MeetingSummary):
    """A meeting with its points, its attendance and its documents."""

    term: str | None = None
    items: tuple[ItemSummary, ...] = ()
    attendance: tuple[Attendee, ...] = ()
    documents: tuple[DocumentSummary, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    told_by: tuple[MeetingMention, ...] = Field(
        (), description="Of a meeting without minutes at hand: what tells of it, at most twenty."
    )
    corrections: tuple[Correction, ...] = Field((), description="What people have corrected in it.")


class MeetingList(Page):
    """A page of meetings, newest first."""

    meetings: tuple[MeetingSummary, ...]
