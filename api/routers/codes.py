"""Codes by which lists and searches are narrowed, each a closed set: what it does not hold is answered 422.

Where the graph or the records have an enum it is the set; the others are written out here, and compared by a test.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from fastapi import Query

from extract.mentions import MentionKind
from extract.records import BallotOption, ItemKind, RelationToRecommendation
from extract.records import Outcome as DecisionOutcome
from graph.threads.links import LinkStatus, LinkType

ConflictCode: TypeAlias = Literal[
    "tally-names",
    "absent-voted",
    "absence-source",
    "decision-twice",
    "meeting-dates",
    "decision-retold",
    "reference-target",
]
FoundCode: TypeAlias = Literal[
    "case", "person", "body", "party", "organisation", "law", "provision", "plan", "topic", "municipality", "item"
]
OrganisationCode: TypeAlias = Literal[
    "municipality",
    "region",
    "municipal_unit",
    "state_agency",
    "ministry",
    "government",
    "parliament",
    "international",
    "council",
    "association",
    "company",
    "collaboration",
    "union",
    "institution",
    "education",
    "fund",
    "housing",
    "organisation",
]

VoteOption: TypeAlias = Annotated[BallotOption | None, Query(description="How was voted.", examples=["against"])]
Outcome: TypeAlias = Annotated[
    DecisionOutcome | None, Query(description="Only with this outcome of a decision.", examples=["approved"])
]
Relation: TypeAlias = Annotated[
    RelationToRecommendation | None,
    Query(description="Only those that stand so to the recommendation.", examples=["as_recommended"]),
]
PointKind: TypeAlias = Annotated[ItemKind | None, Query(description="Only this kind of point.", examples=["decision"])]
MentionedKind: TypeAlias = Annotated[
    MentionKind | None, Query(description="Only this kind of mention.", examples=["organisation"])
]
FoundKind: TypeAlias = Annotated[FoundCode | None, Query(description="Only this kind.", examples=["item"])]
ConflictingKind: TypeAlias = Annotated[
    ConflictCode | None, Query(description="Only this kind, as the conflicts name it.", examples=["tally-names"])
]
OrganisationType: TypeAlias = Annotated[
    OrganisationCode | None, Query(alias="type", description="Only of this type.", examples=["association"])
]
LinkedType: TypeAlias = Annotated[
    LinkType | None, Query(alias="type", description="Only this type.", examples=["stated_reference"])
]
LinkedStatus: TypeAlias = Annotated[
    LinkStatus | None, Query(alias="status", description="Only with this status.", examples=["accepted"])
]
MeetingStatus: TypeAlias = Annotated[
    Literal["held", "planned", "other"] | None,
    Query(alias="status", description="Only such meetings; other: no minutes, but points.", examples=["held"]),
]
AbsenceStatus: TypeAlias = Annotated[
    Literal["absent", "disqualified", "left", "arrived"] | None,
    Query(alias="status", description="Only with this status.", examples=["absent"]),
]
DocumentStatus: TypeAlias = Annotated[
    Literal["read", "unparsed"] | None,
    Query(alias="status", description="Only those that were read, or were not.", examples=["read"]),
]
