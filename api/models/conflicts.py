"""What documents say in two ways, and what people have corrected."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Evidence, Shape


class ConflictStatement(Shape):
    """One of two statements: what it says in a few words, and where."""

    text: str = Field(examples=["3: Åse Holm, Bo Ærø, Carl Øst"])
    evidence: tuple[Evidence, ...] = ()


class ConflictFact(Shape):
    """Two statements that cannot both be true; neither is preferred."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget.2024-04-09.2.conflict-tally-names-1-for"])
    kind: str = Field(
        description="tally-names, absent-voted, absence-source, decision-twice, meeting-dates, decision-retold or "
        "reference-target.",
        examples=["tally-names"],
    )
    subject: str = Field(description="What both are about.", examples=["1 for"])
    status: str | None = Field(None, examples=["open"])
    statement_a: ConflictStatement
    statement_b: ConflictStatement


class Correction(Shape):
    """What a person has corrected in a fact; the document's own words stay with the evidence."""

    id: str
    fact: str = Field(description="The id of the fact.", examples=["nordlev.byraadet.2024-04-23.1.decision-2"])
    field: str = Field(description="Which part of it; 'whole' of a fact that was taken out.", examples=["date"])
    read: str | None = Field(None, description="What was read.", examples=["2024-04-22"])
    value: str | None = Field(None, description="What it is; none where the fact was taken out.")
    by: str | None = None
    date: dt.date | None = None
    why: str | None = None
    status: str | None = Field(None, description="applied, or evidence-gone.", examples=["applied"])
