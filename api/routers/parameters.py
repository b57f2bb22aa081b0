"""The parameters that the resources share, and the store."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, TypeAlias, TypedDict

from fastapi import Depends, Path, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BeforeValidator
from starlette.concurrency import run_in_threadpool

from api.errors import MEDIA_TYPE, RequestInvalid
from api.keeper import StoreKeeper
from api.models import FieldError, Problem
from api.paging import LONGEST
from api.routers.codes import Outcome
from api.service.lists import ByDate as ByDateOrder
from api.service.lists import ByName as ByNameOrder
from graph.store import GraphStore

MOST = 200
USUAL = 50


async def _store(request: Request) -> GraphStore:
    keeper: StoreKeeper = request.app.state.keeper
    store = keeper.opened
    return await run_in_threadpool(keeper.store) if store is None else store


async def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that the address does not know: ignored, a filter with a slip of the pen gives everything."""
    route: APIRoute = request.scope["route"]
    known = list(_query_names(route.dependant))
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        raise refusal(unknown, known)


def refusal(unknown: Sequence[str], known: Sequence[str]) -> RequestInvalid:
    """The answer to parameters that an address does not know; the first ten of them are named."""
    message = f"Unknown here; known: {', '.join(known)}" if known else "This address takes no parameters"
    return RequestInvalid([FieldError(field=f"query.{name}"[:120], message=message) for name in unknown[:10]])


def _query_names(dependant: Dependant) -> Iterator[str]:
    for part in dependant.dependencies:
        yield from _query_names(part)
    for parameter in dependant.query_params:
        yield parameter.alias


def _written_out(value: object) -> object:
    """A day as ISO 8601 writes it; pydantic would take a number for seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise ValueError("a day is written as 2024-04-09")
    return value


Day: TypeAlias = Annotated[dt.date, BeforeValidator(_written_out)]
Store: TypeAlias = Annotated[GraphStore, Depends(_store)]
Id: TypeAlias = Annotated[str, Path(max_length=500, description="An id as the lists give it.")]
Municipality: TypeAlias = Annotated[
    str | None, Query(max_length=100, description="Only this municipality, by its id.", examples=["nordlev"])
]
BodyId: TypeAlias = Annotated[
    str | None,
    Query(max_length=300, description="Only this body, by its id.", examples=["nordlev.teknik-og-miljoeudvalget"]),
]
Words: TypeAlias = Annotated[
    str | None, Query(max_length=200, description="All of these words are there.", examples=["cykelsti"])
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=MOST, description="At most so many.", examples=[20])]
After: TypeAlias = Annotated[
    str | None,
    Query(
        max_length=LONGEST,
        pattern=r"^[A-Za-z0-9_-]*$",
        description="The 'next' of the page before, of the same list in the same order; from the beginning without it.",
    ),
]


Since: TypeAlias = Annotated[
    Day | None, Query(description="Only at meetings from this day on.", examples=["2024-01-01"])
]
Until: TypeAlias = Annotated[Day | None, Query(description="Only at meetings up to this day.", examples=["2024-12-31"])]
PersonId: TypeAlias = Annotated[
    str | None, Query(max_length=300, description="Only with this person, by id.", examples=["nordlev.bo-aeroe"])
]
PartyId: TypeAlias = Annotated[
    str | None, Query(max_length=300, description="Only with this party, by its id.", examples=["nordlev.venstre"])
]
OrganisationId: TypeAlias = Annotated[
    str | None, Query(max_length=300, description="Only with this organisation, by its id.", examples=["cykelforum"])
]
LawId: TypeAlias = Annotated[
    str | None,
    Query(max_length=300, description="Only with this law, by its id.", examples=["lov-om-offentlige-veje"]),
]


class Page(TypedDict):
    """Which part of a list is asked for."""

    limit: int
    after: str | None


class Listing(Page):
    """What a list of named things is asked with, as the services take it."""

    municipality: str | None
    q: str | None


class Dates(TypedDict):
    """What a list of what happened at meetings is asked with besides."""

    body: str | None
    since: dt.date | None
    until: dt.date | None


class Naming(TypedDict):
    """Who and what a point may name."""

    person: str | None
    organisation: str | None
    law: str | None
    outcome: str | None


def _page(limit: Limit = USUAL, after: After = None) -> Page:
    return Page(limit=limit, after=after)


def _listing(municipality: Municipality = None, q: Words = None, limit: Limit = USUAL, after: After = None) -> Listing:
    return Listing(municipality=municipality, q=q, limit=limit, after=after)


def _dates(body: BodyId = None, since: Since = None, until: Until = None) -> Dates:
    return Dates(body=body, since=since, until=until)


def _naming(
    person: PersonId = None, organisation: OrganisationId = None, law: LawId = None, outcome: Outcome = None
) -> Naming:
    return Naming(person=person, organisation=organisation, law=law, outcome=outcome)


Paged: TypeAlias = Annotated[Page, Depends(_page)]
Listed: TypeAlias = Annotated[Listing, Depends(_listing)]
Dated: TypeAlias = Annotated[Dates, Depends(_dates)]
Named: TypeAlias = Annotated[Naming, Depends(_naming)]
ByDate: TypeAlias = Annotated[ByDateOrder, Query(alias="sort", description="In which order.", examples=["-date"])]
ByName: TypeAlias = Annotated[ByNameOrder, Query(alias="sort", description="In which order.", examples=["name"])]


def one_problem(text: str) -> dict[str, Any]:
    """A problem that a route may answer, for its description."""
    return {
        "description": text,
        "content": {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}},
    }


def problems(*statuses: int, store: bool = True) -> dict[int | str, dict[str, Any]]:
    """The errors that a route may answer, for its description.

    422 belongs to all, for what is asked and not known, and 429 where a limit is set; 503 to those that ask the store.
    """
    texts = {
        404: "There is no such thing; near matches come along.",
        410: "It was taken out of the graph; what replaced it comes along.",
        414: "The address is too long.",
        422: "A parameter is unknown here, or has the wrong form.",
        429: "More was asked in a minute than is allowed.",
        503: "The graph does not answer.",
    }
    return {
        status: one_problem(texts[status]) for status in sorted({*statuses, 414, 422, 429, *([503] if store else [])})
    }
