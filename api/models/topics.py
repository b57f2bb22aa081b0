"""Topics of KL's Emnesystematik (KLE), which some municipalities begin their case numbers with."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Fact, Page
from api.models.cases import CaseSummary
from api.models.items import ItemSummary, TopicOnItem


class TopicSummary(TopicOnItem):
    """A topic, with how much there is of it and of the topics within it."""

    level: str = Field(description="main_group (05), group (05.01) or subject (05.01.06).", examples=["subject"])
    item_count: int
    case_count: int


class TopicPoint(Fact):
    """A point with the topic; the evidence is where its case number prints it."""

    item: ItemSummary


class Topic(TopicSummary):
    """A topic with those that it lies in and those within it, its cases and its points."""

    above: tuple[TopicOnItem, ...] = Field((), description="The main group and the group that it lies in.")
    below: tuple[TopicSummary, ...] = Field((), description="The groups or subjects within it.")
    cases: tuple[CaseSummary, ...] = Field((), description="Latest first, at most 100.")
    items: tuple[TopicPoint, ...] = Field((), description="Newest first, at most 100.")


class TopicList(Page):
    """A page of topics by their numbers."""

    topics: tuple[TopicSummary, ...]
