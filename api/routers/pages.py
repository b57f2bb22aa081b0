"""The pages of things: server-rendered, readable without JavaScript."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.pages import render
from api.pages.words import path_of
from api.routers.graph import Depth, Most, Node
from api.routers.parameters import Id, Store
from api.service import (
    bodies,
    cases,
    documents,
    items,
    laws,
    meetings,
    municipalities,
    neighbourhood,
    organisations,
    persons,
    search,
    statistics,
)

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

FRONT = 8
Line: TypeAlias = Annotated[str | None, Query(max_length=20, pattern=r"^\d{1,7}(-\d{1,7})?$")]
Scope: TypeAlias = Annotated[str, Query(max_length=100)]


@router.get("/")
def show_front(request: Request, store: Store) -> Response:
    """Search, the latest meetings, the municipalities, the cases with most movement."""
    return render(
        request,
        "front.html",
        figures=statistics.figures(store),
        meetings=meetings.find_meetings(store, limit=FRONT).meetings,
        municipalities=municipalities.municipalities(store),
        cases=cases.moved_cases(store, limit=FRONT),
    )


@router.get("/sager/{id}")
def show_case(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A case and its way through meetings. The id of any of its points leads to it."""
    case = cases.case_history(store, id)
    if case.id != id:
        return RedirectResponse(path_of("case", case.id), 307)
    return render(request, "case.html", case=case)


@router.get("/sagsnumre/{id}")
def show_case_number(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A case number: what it is, and the points that carry it."""
    return render(request, "case_number.html", number=cases.container(store, id))


@router.get("/moeder/{id}")
def show_meeting(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A meeting with its points and those who were there."""
    return render(request, "meeting.html", meeting=meetings.meeting(store, id))


@router.get("/punkter/{id}")
def show_item(request: Request, store: Store, id: Id, linje: Line = None) -> Response:  # noqa: A002
    """A point with its facts and its whole text; ``linje`` marks a line, or lines from-to."""
    return render(request, "item.html", item=items.item(store, id), marked=_lines(linje))


def _lines(text: str | None) -> range:
    numbers = [int(number) for number in re.findall(r"\d+", text or "")]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


@router.get("/personer/{id}")
def show_person(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A person in public office."""
    return render(request, "person.html", person=persons.person(store, id))


@router.get("/udvalg/{id}")
def show_body(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A committee, council or other body."""
    return render(request, "body.html", body=bodies.body(store, id))


@router.get("/organisationer/{id}")
def show_organisation(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """An organisation."""
    return render(request, "organisation.html", organisation=organisations.organisation(store, id))


@router.get("/love/{id}")
def show_law(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A law."""
    return render(request, "law.html", law=laws.law(store, id))


@router.get("/kommuner/{id}")
def show_municipality(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A municipality."""
    return render(request, "municipality.html", municipality=municipalities.municipality(store, id))


@router.get("/dokumenter/{id}")
def show_document(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A source file."""
    return render(request, "document.html", document=documents.document(store, id))


@router.get("/soeg")
def show_search(
    request: Request, store: Store, q: Annotated[str, Query(max_length=200)] = "", kommune: Scope = ""
) -> Response:
    """What a search found. A number of exactly one case leads straight to it."""
    answer = search.search(store, q, municipality=kommune or None)
    if len(answer.cases) == 1 and not answer.containers:
        return RedirectResponse(path_of("case", answer.cases[0].id), 303)
    if len(answer.containers) == 1 and not answer.cases:
        return RedirectResponse(path_of("number", answer.containers[0].id), 303)
    scopes = municipalities.municipalities(store)
    return render(request, "search.html", answer=answer, municipality=kommune, scopes=scopes)


@router.get("/graf")
def show_graph(
    request: Request,
    store: Store,
    node: Node,
    depth: Depth = neighbourhood.DEPTH,
    limit: Most = neighbourhood.LIMIT,
) -> Response:
    """The neighbourhood of a node: a drawing, and the same as a list."""
    drawing = neighbourhood.neighbourhood(store, node, depth=depth, limit=limit)
    groups = [(kind, [each for each in drawing.nodes if each.kind == kind]) for kind in neighbourhood.KINDS]
    return render(
        request,
        "graph.html",
        drawing=drawing,
        groups=[(kind, each) for kind, each in groups if each],
        names={each.key: each for each in drawing.nodes},
        limit=limit,
        depths=range(1, neighbourhood.MOST_DEPTH + 1),
    )


@router.get("/api/docs")
def show_api(request: Request) -> Response:
    """The description of the API, with everything it needs from this server."""
    return render(request, "api.html")


@router.get("/api")
def show_api_front() -> Response:
    """Leads to the description."""
    return RedirectResponse("/api/docs", 307)
