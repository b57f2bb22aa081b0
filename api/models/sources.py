"""Where a fact stands in its source: the page or the lines around it, and what rests on it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from api.models.base import Evidence, Shape
from api.models.items import ItemSummary
from api.models.meetings import DocumentSummary


class Sight(StrEnum):
    """How much of a source can be shown."""

    WHOLE = "whole"  # the file is here and reads as it did
    UNPLACED = "unplaced"  # the file is here, but where the fact stands on the page is not known for certain
    HIDDEN = "hidden"  # the file is here, but this page cannot be shown as it is printed
    MISSING = "missing"  # no file lies any more where it was read
    CHANGED = "changed"  # another file lies there now
    ELSEWHERE = "elsewhere"  # it was read on another machine, or from a place that was not kept
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"  # it can no longer be opened


class SourceBox(Shape):
    """A place on a page, in points from the upper left corner of the page as it is shown."""

    x0: float = Field(examples=[64.8])
    top: float = Field(examples=[102.5])
    x1: float = Field(examples=[231.0])
    bottom: float = Field(examples=[115.4])


class SourcePart(Shape):
    """A piece of a line."""

    text: str
    marked: bool = Field(False, description="Whether the fact stands here.")


class SourceLine(Shape):
    """A line as printed; CPR numbers are masked."""

    number: int | None = Field(None, description="From 1, in the document.")
    parts: tuple[SourcePart, ...]
    pointer: str | None = Field(None, description="RFC 6901, where the source is JSON.")

    @property
    def marked(self) -> bool:
        """Whether the fact stands in it."""
        return any(part.marked for part in self.parts)


class SourceFact(Shape):
    """What rests on a place."""

    kind: str = Field(description="The label in the graph.", examples=["Decision"])
    id: str
    field: str | None = Field(None, description="Which fact of the thing this proves.", examples=["text"])
    item: ItemSummary | None = None
    leads: bool = Field(False, description="Whether the point shows this document's lines.")
    meeting: str | None = Field(None, description="The meeting's id.")


class SourcePage(Shape):
    """A page of a PDF as it is shown."""

    number: int = Field(description="From 1.")
    width: float = Field(description="In points.", examples=[595.3])
    height: float = Field(description="In points.", examples=[841.9])
    picture: str | None = Field(
        None, description="The path of the page as PNG, without the place marked; none where it cannot be shown."
    )
    boxes: tuple[SourceBox, ...] = Field((), description="Where the fact stands.")


class Source(Shape):
    """A place in a source file: the lines around a fact, the page where the source has pages, what rests on it."""

    id: str | None = Field(None, description="The id of the evidence.")
    sight: Sight = Field(description="Whether the file itself is shown; else only what the graph holds of it.")
    document: DocumentSummary
    evidence: Evidence | None = None
    page: SourcePage | None = None
    lines: tuple[SourceLine, ...] = ()
    facts: tuple[SourceFact, ...] = ()
