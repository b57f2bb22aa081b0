"""A neighbourhood as it is drawn."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Shape


class DrawnNode(Shape):
    """A node; its key is kind and id, since a case and its first point share one id."""

    key: str = Field(examples=["case:nordlev.teknik-og-miljoeudvalget.2024-03-05.2"])
    kind: str = Field(examples=["case"])
    id: str
    name: str
    date: dt.date | None = None
    depth: int = Field(description="Steps from the node asked for.")
    degree: int = Field(description="Links in this drawing.")


class DrawnLink(Shape):
    """A link between two nodes."""

    source: str
    target: str
    type: str = Field(examples=["PART_OF_CASE"])


class Drawing(Shape):
    """The neighbourhood of a node."""

    center: str = Field(description="The key of the node asked for.")
    depth: int
    nodes: tuple[DrawnNode, ...]
    links: tuple[DrawnLink, ...]
    known: int = Field(description="Nodes met within these steps, drawn or left out.")
    truncated: bool = Field(description="More is there than is drawn.")
