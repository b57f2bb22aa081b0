"""The pages of lists: one template, one shape of row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.models import CaseSummary, MeetingSummary
from api.pages import render
from api.pages.texts import load_texts
from api.pages.words import day
from api.routers.parameters import Store
from api.service import bodies, cases, laws, meetings, municipalities, organisations, persons
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Scope: TypeAlias = Annotated[str, Query(max_length=100)]
Words: TypeAlias = Annotated[str, Query(max_length=200)]
After: TypeAlias = Annotated[str | None, Query(max_length=1000)]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: a link and what stands beside it."""

    kind: str
    id: str
    name: str
    about: tuple[str, ...]


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
    return _list(request, store, "case", choice, [_case(case) for case in found.cases], found.next)


@router.get("/moeder")
def list_meetings(request: Request, store: Store, kommune: Scope = "", efter: After = None) -> Response:
    """Meetings, newest first."""
    choice = Choice(kommune, "", efter)
    found = meetings.find_meetings(store, municipality=kommune or None, after=efter)
    return _list(request, store, "meeting", choice, [_meeting(each) for each in found.meetings], found.next)


@router.get("/personer")
def list_persons(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Persons in Danish order."""
    choice = Choice(kommune, q, efter)
    found = persons.find_persons(store, **choice.filters)
    entries = [Entry("person", each.id, each.name, (each.municipality.name,)) for each in found.persons]
    return _list(request, store, "person", choice, entries, found.next)


@router.get("/udvalg")
def list_bodies(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Bodies in Danish order."""
    choice = Choice(kommune, q, efter)
    found = bodies.find_bodies(store, **choice.filters)
    entries = [
        Entry("body", each.id, each.name, (each.municipality.name, _count("meeting", each.meeting_count)))
        for each in found.bodies
    ]
    return _list(request, store, "body", choice, entries, found.next)


@router.get("/organisationer")
def list_organisations(
    request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None
) -> Response:
    """Organisations in Danish order."""
    choice = Choice(kommune, q, efter)
    found = organisations.find_organisations(store, **choice.filters)
    entries = [
        Entry(
            "organisation",
            each.id,
            each.name,
            (load_texts().word("organisation_type", each.type), _count("item", each.item_count)),
        )
        for each in found.organisations
    ]
    return _list(request, store, "organisation", choice, entries, found.next)


@router.get("/love")
def list_laws(request: Request, store: Store, kommune: Scope = "", q: Words = "", efter: After = None) -> Response:
    """Laws in Danish order."""
    choice = Choice(kommune, q, efter)
    found = laws.find_laws(store, **choice.filters)
    entries = [
        Entry("law", each.id, each.title, (", ".join(each.popular_names), _count("item", each.item_count)))
        for each in found.laws
    ]
    return _list(request, store, "law", choice, entries, found.next)


@router.get("/kommuner")
def list_municipalities(request: Request, store: Store) -> Response:
    """Municipalities in Danish order."""
    entries = [
        Entry(
            "municipality", each.id, each.name, (_count("meeting", each.meeting_count), _count("case", each.case_count))
        )
        for each in municipalities.municipalities(store)
    ]
    return _list(request, store, "municipality", Choice("", "", None), entries, None)


def _list(
    request: Request, store: GraphStore, kind: str, choice: Choice, entries: Sequence[Entry], following: str | None
) -> Response:
    scopes = () if kind == "municipality" else municipalities.municipalities(store)
    return render(
        request, "list.html", kind=kind, choice=choice, entries=entries, following=following, scopes=scopes,
        searchable=kind not in ("meeting", "municipality"),
    )  # fmt: skip


def _case(case: CaseSummary) -> Entry:
    numbers = ", ".join(case.numbers)
    about = (numbers, case.municipality.name, _count("item", case.item_count), day(case.last_date))
    return Entry("case", case.id, case.title, about)


def _meeting(meeting: MeetingSummary) -> Entry:
    name = f"{meeting.body.name}, {day(meeting.date)}"
    return Entry("meeting", meeting.id, name, (meeting.municipality.name, _count("item", meeting.item_count)))


def _count(kind: str, number: int) -> str:
    return load_texts().count(kind, number)
