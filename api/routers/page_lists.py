"""The pages of lists: one template, one shape of row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.models import Shape
from api.pages import render
from api.routers.page_filters import After
from api.routers.parameters import Store
from api.service import bodies, cases, laws, meetings, municipalities, organisations, parties, persons, plans, topics
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Scope: TypeAlias = Annotated[str, Query(max_length=100)]
Words: TypeAlias = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader of a list chose."""

    municipality: str
    q: str
    after: str | None

    @property
    def filters(self) -> dict[str, Any]:
        """The same as arguments of a service."""
        return {"municipality": self.municipality or None, "q": self.q or None, "after": self.after}


@router.get("/sager")
def list_cases(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Cases, latest movement first."""
    choice = Choice(kommune, q, efter)
    found = cases.find_cases(store, **choice.filters)
    return _list(request, store, "case", choice, found.cases, found.next)


@router.get("/moeder")
def list_meetings(request: Request, store: Store, kommune: Scope = "", efter: After = None) -> Response:
    """Meetings, newest first."""
    choice = Choice(kommune, "", efter)
    found = meetings.find_meetings(store, municipality=kommune or None, after=efter)
    return _list(request, store, "meeting", choice, found.meetings, found.next)


@router.get("/personer")
def list_persons(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Persons in Danish order."""
    choice = Choice(kommune, q, efter)
    found = persons.find_persons(store, **choice.filters)
    return _list(request, store, "person", choice, found.persons, found.next)


@router.get("/udvalg")
def list_bodies(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Bodies in Danish order."""
    choice = Choice(kommune, q, efter)
    found = bodies.find_bodies(store, **choice.filters)
    return _list(request, store, "body", choice, found.bodies, found.next)


@router.get("/organisationer")
def list_organisations(
    request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None
) -> Response:
    """Organisations in Danish order."""
    choice = Choice(kommune, q, efter)
    found = organisations.find_organisations(store, **choice.filters)
    return _list(request, store, "organisation", choice, found.organisations, found.next)


@router.get("/love")
def list_laws(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Laws in Danish order."""
    choice = Choice(kommune, q, efter)
    found = laws.find_laws(store, **choice.filters)
    return _list(request, store, "law", choice, found.laws, found.next)


@router.get("/partier")
def list_parties(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Parties in Danish order."""
    choice = Choice(kommune, q, efter)
    found = parties.find_parties(store, **choice.filters)
    return _list(request, store, "party", choice, found.parties, found.next)


@router.get("/planer")
def list_plans(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Plans in Danish order."""
    choice = Choice(kommune, q, efter)
    found = plans.find_plans(store, **choice.filters)
    return _list(request, store, "plan", choice, found.plans, found.next)


@router.get("/emner")
def list_topics(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """KLE topics in the order of their numbers."""
    choice = Choice(kommune, q, efter)
    found = topics.find_topics(store, **choice.filters)
    return _list(request, store, "topic", choice, found.topics, found.next)


@router.get("/kommuner")
def list_municipalities(request: Request, store: Store) -> Response:
    """Municipalities in Danish order."""
    return _list(request, store, "municipality", Choice("", "", None), municipalities.municipalities(store), None)


def _list(
    request: Request, store: GraphStore, kind: str, choice: Choice, things: Sequence[Shape], following: str | None
) -> Response:
    scopes = () if kind == "municipality" else municipalities.municipality_names(store)
    return render(
        request, "list.html", kind=kind, choice=choice, things=things, following=following, scopes=scopes,
        searchable=kind not in ("meeting", "municipality"),
    )  # fmt: skip
