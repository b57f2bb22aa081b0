"""Search, figures, health."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from api.models.base import Named, Shape
from api.models.cases import CaseSummary, Container


class Snippet(Shape):
    """A piece of text around a hit, in parts: every second part is the hit itself."""

    parts: tuple[str, ...] = Field(examples=[["Forslag om ", "cykelsti", " langs Åvej"]])


class Hit(Shape):
    """Something found."""

    kind: str = Field(examples=["item"])
    id: str
    name: str
    date: dt.date | None = None
    number: str | None = None
    municipality: Named | None = None
    body: Named | None = None
    snippet: Snippet | None = None


class SearchAnswer(Shape):
    """What a search found: case numbers first, then names, then points."""

    q: str
    cases: tuple[CaseSummary, ...] = Field((), description="Where q is a case number.")
    containers: tuple[Container, ...] = ()
    names: tuple[Hit, ...] = ()
    items: tuple[Hit, ...] = ()
    limit: int = Field(description="At most so many of each kind are listed.")
    more: bool = Field(False, description="There are more points than are listed.")


class Figures(Shape):
    """The figures that readers ask for first."""

    meetings_held: int
    items: int
    cases: int
    case_numbers: int = Field(description="Numbers that points carry, not those only mentioned.")
    containers: int
    votes: int = Field(description="Votes taken; one that other minutes quote counts once.")
    ballots: int = Field(description="Printed ballots of persons and of parties as blocks; each counts once.")
    first_date: dt.date | None = None
    last_date: dt.date | None = None


class Statistics(Figures):
    """How much the graph holds."""

    labels: dict[str, int] = Field(examples=[{"AgendaItem": 59, "Meeting": 5}])


class Health(Shape):
    """Whether the server and its graph answer."""

    status: str = Field(examples=["ok"])
    version: str
    store: str = Field(examples=["arcadedb"])


class ProblemType(Shape):
    """What a type of problem means."""

    type: str = Field(examples=["/api/problems/not-found"])
    status: int = Field(examples=[404])
    title: str
    text: str


class ProblemTypeList(Shape):
    """Every type of problem."""

    types: tuple[ProblemType, ...]
