"""What points name, how they hang together, and single facts that can be cited."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeAlias

from pydantic import Field

from api.models.base import Evidence, Fact, Named, Page, Table
from api.models.items import ItemSummary

Property: TypeAlias = bool | int | float | dt.date | str | list[str] | list[int] | None


class Thing(Named):
    """A thing by its label in the graph, its id and its name."""

    label: str = Field(description="The label in the graph.", examples=["Organisation"])


class Mention(Fact):
    """A place where a point names something; it is its own evidence."""

    id: str
    kind: str = Field(examples=["organisation"])
    surface: str
    name: str | None = None
    detail: str | None = None
    where: str | None = None
    things: tuple[Thing, ...] = Field((), description="What it means; none where that is not known.")
    item: ItemSummary


class MentionList(Page):
    """A page of mentions, newest first unless ``sort`` says otherwise."""

    mentions: tuple[Mention, ...]


class Link(Fact):
    """A statement that two points belong to one case, or have to do with each other; from the later to the earlier."""

    id: str
    type: str = Field(examples=["same_number"])
    joins: bool
    rule: str
    confidence: float = Field(ge=0, le=1)
    status: str = Field(examples=["accepted"])
    detail: str | None = None
    item_number: str | None = None
    surface: str | None = Field(None, description="The words that state it.", examples=["punkt 2 den 9. april 2024"])
    item: ItemSummary = Field(description="The later point, or the one that states the link.")
    to_item: ItemSummary | None = Field(None, description="The point that it leads to.")
    to_meeting: str | None = Field(None, description="The meeting that it leads to, where its point is not at hand.")


class LinkList(Page):
    """A page of links, newest first unless ``sort`` says otherwise."""

    links: tuple[Link, ...]


class SeenAt(Evidence):
    """Where a fact stands, and the addresses where that is shown."""

    permalink: str = Field(description="The path of this evidence.", examples=["/api/evidence/e12"])
    seen: str = Field(
        description="The path of the page that shows the place in its source.", examples=["/dokumenter/9f2c…/side/2"]
    )


class CitedFact(Fact):
    """One fact by its own id, to be cited: what it says, of what, and where it stands."""

    id: str
    kind: str = Field(description="The label in the graph.", examples=["Decision"])
    properties: dict[str, Property] = Field(
        description="As /api/schema describes them.", examples=[{"text": "Godkendt."}]
    )
    item: ItemSummary | None = Field(None, description="The point that it belongs to.")
    meeting: str | None = Field(None, description="The meeting's id.")
    permalink: str = Field(description="The path of this fact.", examples=["/api/facts/nordlev.byraadet.2024-04-23.1"])
    evidence: tuple[SeenAt, ...] = ()


class OrganisationEventKind(StrEnum):
    """What is told of an organisation."""

    RENAMED = "renamed"
    NAMED = "named"  # a point names it


class OrganisationEvent(Fact):
    """Something that is told of an organisation."""

    id: str = Field(description="The id of the fact.")
    kind: OrganisationEventKind
    date: str | None = Field(None, description="ISO date, or a part of one.", examples=["2024-05"])
    text: str = Field(examples=["Cykelrådet Nord → Cykelforum"])
    item: ItemSummary | None = None


class OrganisationTimeline(Table):
    """What is told of an organisation, oldest first: its changes of name, and the latest 200 places that name it."""

    events: tuple[OrganisationEvent, ...]
