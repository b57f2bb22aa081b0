"""What all answers are made of: evidence, names, pages of a list, problems."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A frozen answer. What the graph holds beyond the declared fields is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Named(Shape):
    """A thing by its id and its name."""

    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget"])
    name: str = Field(examples=["Teknik- og Miljøudvalget"])


class Evidence(Shape):
    """Where a fact stands, and the rule that read it there."""

    id: str | None = Field(None, description="The evidence's own id in the graph.")
    document: str = Field(description="The file's sha256.", examples=["9f2c…"])
    document_name: str | None = Field(None, description="The file's name.", examples=["2024-04-09-referat.pdf"])
    page: int | None = Field(None, description="From 1; none where the source has no pages (text, JSON).")
    line: int = Field(description="From 1, in the document.", examples=[67])
    start: int = Field(description="Offset of the first character in the document's text.")
    end: int = Field(description="Offset after the last character.")
    quote: str = Field(description="What is printed there.", examples=["Imod stemte: Carl Øst (B)"])
    rule: str = Field(description="The rule that found it.", examples=["vote.option"])
    confidence: float = Field(ge=0, le=1, examples=[0.95])
    pointer: str | None = Field(None, description="RFC 6901, where the source is JSON.")
    field: str | None = Field(None, description="Which fact of the thing this proves.", examples=["text"])


class Fact(Shape):
    """Something that a document states."""

    evidence: tuple[Evidence, ...] = Field(
        (), description="Where it stands; first in the document that leads its meeting, then in the others, by line."
    )
    corrected: tuple[str, ...] = Field(
        (), description="The fields in which a person has corrected it; what was read stays in the evidence."
    )


class Table(Shape):
    """An answer whose first field is rows of one shape; it may be asked for as CSV."""


class Page(Table):
    """One page of a list."""

    next: str | None = Field(None, description="Give this as 'after' for the following page; null on the last.")


class Near(Shape):
    """Something that looks like what was asked for."""

    kind: str = Field(examples=["case"])
    id: str = Field(examples=["nordlev.teknik-og-miljoeudvalget.2024-03-05.2"])
    name: str = Field(examples=["Cykelsti langs Åvej"])
    number: str | None = Field(None, examples=["24/2210"])
    score: float = Field(ge=0, le=100, description="Likeness of the two spellings, 100 is the same.")


class FieldError(Shape):
    """A parameter that is unknown or has the wrong form."""

    field: str = Field(examples=["query.limit"])
    message: str = Field(examples=["Input should be less than or equal to 200"])


class Problem(Shape):
    """Problem details (RFC 9457)."""

    type: str = Field(examples=["/api/problems/not-found"])
    title: str = Field(examples=["No such thing"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["There is no case '24/2211'. These look like it. Search: /api/search?q=…"])
    instance: str = Field(examples=["/api/cases"])
    near: tuple[Near, ...] | None = Field(
        None, description="With 404: what looks like what was asked for; with 410: what took its place."
    )
    request_id: str | None = Field(None, description="The request's id, as in X-Request-ID and in the server's log.")
    reason: str | None = Field(None, description="With a refused statement: the rule that it breaks.")
    errors: tuple[FieldError, ...] | None = Field(None, description="With 422: each parameter that is wrong.")
