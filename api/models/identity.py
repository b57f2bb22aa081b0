"""Who is who, and who sits where: names that mean one thing, and memberships."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Named, Shape


class NameJudgement(Shape):
    """That two names mean the same, or do not, or that nobody knows, by a rule or a person."""

    id: str
    verdict: str = Field(description="same, different or unsure.", examples=["unsure"])
    left: str = Field(description="The id that the one printed name alone would give.", examples=["nordlev.aase-holm"])
    right: str = Field(examples=["nordlev.aase-holm-lind"])
    other: Named | None = Field(None, description="The other thing, where the two are not one.")
    author: str = Field(examples=["rule"])
    rule: str | None = Field(None, examples=["fewer-names"])
    confidence: float | None = Field(None, ge=0, le=1)
    reason: str | None = Field(None, description="A code.", examples=["too-little"])
    detail: str | None = Field(None, examples=["Åse Holm | Åse Holm Lind"])
    status: str | None = Field(None, description="holds, refused, overruled or settled.", examples=["holds"])


class Identity(Shape):
    """Under which names a thing is printed, and what is judged of them."""

    aliases: tuple[str, ...] = Field((), description="Other names and spellings of it.")
    merged: tuple[str, ...] = Field((), description="Ids that the other names would have; each leads here.")
    judgements: tuple[NameJudgement, ...] = Field((), description="On its names, unsure ones too; at most 100.")


class Span(Shape):
    """From when to when something was seen on lists and at votes, without anything else between."""

    value: str = Field(examples=["Venstre"])
    first: dt.date
    last: dt.date


class Seat(Shape):
    """A seat in a body, as far as the lists of held meetings show it. When it was taken or left is not known."""

    kind: str = Field(description="member or substitute.", examples=["member"])
    first: dt.date = Field(description="The first meeting on whose list the person stands so.")
    last: dt.date
    meetings: int = Field(description="On how many lists.")
    ranks: tuple[Span, ...] = ()
    parties: tuple[Span, ...] = ()


class Membership(Seat):
    """In which body a person sits."""

    body: Named


class Member(Seat):
    """Who sits in a body."""

    person: Named
