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


class FacetValue(Shape):
    """One value by which an answer can be narrowed, and how much of it then is left."""

    value: str = Field(description="As the parameter takes it.", examples=["nordlev"])
    name: str | None = Field(None, description="Of a municipality or body.", examples=["Nordlev Kommune"])
    count: int


class Facets(Shape):
    """How an answer divides; the counts heed all that was chosen but the facet itself."""

    kind: tuple[FacetValue, ...] = ()
    municipality: tuple[FacetValue, ...] = Field((), description="Of the points.")
    body: tuple[FacetValue, ...] = Field((), description="Of the points.")
    year: tuple[FacetValue, ...] = Field((), description="Of the points, newest first.")


class SearchAnswer(Shape):
    """What a search found: case numbers first, then names, then points."""

    q: str
    cases: tuple[CaseSummary, ...] = Field((), description="Where q is a case number.")
    containers: tuple[Container, ...] = ()
    names: tuple[Hit, ...] = Field((), description="Of each kind at most `limit`; `facets.kind` counts them.")
    items: tuple[Hit, ...] = Field((), description="Those with all words in the title first, then the newest.")
    total: int = Field(0, description="How many points there are.")
    complete: bool = Field(True, description="False where only the first 10,000 points are counted.")
    facets: Facets = Facets()
    limit: int = Field(description="At most so many of each kind are listed.")
    next: str | None = Field(None, description="What `after` is set to for the points that follow.")


class Suggestion(Shape):
    """Something whose name begins like what was typed."""

    kind: str = Field(examples=["case"])
    id: str
    name: str
    municipality: Named | None = None


class SuggestAnswer(Shape):
    """What somebody may be about to ask for."""

    q: str
    suggestions: tuple[Suggestion, ...]


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
