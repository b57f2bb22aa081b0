"""A part of the graph as it is drawn, whatever it is drawn of."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from api.models.base import Shape


class DrawingKind(StrEnum):
    """What is drawn."""

    NEIGHBOURHOOD = "neighbourhood"
    CASE = "case"
    PATH = "path"
    VOTES = "votes"
    PARTNER = "partner"


class DrawnNode(Shape):
    """A node; its key is kind and id, since a case and its first point share one id."""

    key: str = Field(examples=["case:nordlev.teknik-og-miljoeudvalget.2024-03-05.2"])
    kind: str = Field(examples=["case"])
    id: str
    name: str
    date: dt.date | None = None
    depth: int = Field(description="Steps from what is drawn; of the points of a case, their order in time.")
    degree: int = Field(description="Links in this drawing.")
    opened: str | None = Field(default=None, description="The key of the opened node that brought it.")


class DrawnLink(Shape):
    """A link between two nodes."""

    source: str
    target: str
    type: str = Field(examples=["PART_OF_CASE"])
    count: int | None = Field(
        default=None, description="How many points, or votes in which both voted alike, the link stands for."
    )
    among: int | None = Field(default=None, description="Of how many votes in which both took part.")


class Drawing(Shape):
    """Nodes and the links between them."""

    about: DrawingKind
    name: str = Field(description="What is drawn, as it is called.")
    center: str | None = Field(description="The key of what is drawn; none where it has no place in the drawing.")
    depth: int = Field(description="Steps from the node asked for.")
    nodes: tuple[DrawnNode, ...]
    links: tuple[DrawnLink, ...]
    known: int = Field(description="Nodes met, drawn or left out; with 'open_ended' there are more.")
    truncated: bool = Field(description="More is there than is drawn.")
    open_ended: bool = Field(default=False, description="Not everything was looked through: a hub has too many links.")
