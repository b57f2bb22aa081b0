"""The model of the graph."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Shape


class SchemaProperty(Shape):
    """A property of a label or relation."""

    name: str = Field(examples=["date"])
    type: str = Field(description="string, integer, float, boolean, date, strings or integers.", examples=["date"])
    text: str = Field(description="What it holds.", examples=["The day"])


class SchemaLabel(Shape):
    """A label and its properties."""

    name: str = Field(examples=["Meeting"])
    text: str = Field(examples=["One meeting of one body on one day"])
    text_da: str = Field(examples=["Møde"])
    layer: str = Field(
        description="document: replaced with the document that tells it; derived: computed from all documents of a "
        "municipality; trace: kept of documents beyond what they say; store: about the store itself."
    )
    properties: tuple[SchemaProperty, ...]


class SchemaEnds(Shape):
    """What a relation joins."""

    start: str = Field(examples=["Meeting"])
    end: str = Field(examples=["AgendaItem"])


class SchemaRelation(Shape):
    """A type of relation, what it joins and its properties."""

    type: str = Field(examples=["HAS_ITEM"])
    text: str = Field(description="What it says, from start to end.", examples=["has this point on its agenda"])
    text_da: str = Field(examples=["har punktet"])
    ends: tuple[SchemaEnds, ...]
    properties: tuple[SchemaProperty, ...]


class GraphSchema(Shape):
    """Every label and relation that the graph may hold."""

    labels: tuple[SchemaLabel, ...]
    relations: tuple[SchemaRelation, ...]
