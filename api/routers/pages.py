"""The pages of things: server-rendered, readable without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.addresses import root_of
from api.models import FollowUpState, Named, Shape
from api.models.cases import MOST_POINTS, MOST_RELATED
from api.pages import lead_to, render
from api.pages.scopes import owner_among
from api.pages.words import PATHS
from api.routers.parameters import Id, Store
from api.service import (
    bodies,
    cases,
    documents,
    followups,
    items,
    laws,
    meetings,
    municipalities,
    organisations,
    parties,
    persons,
    plans,
    provisions,
    statistics,
    topics,
)
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

FRONT = 8
Line: TypeAlias = Annotated[str | None, Query(max_length=20, pattern=r"^\d{1,7}(-\d{1,7})?$")]
Scope: TypeAlias = Annotated[str, Query(max_length=100)]

Ask: TypeAlias = Callable[[GraphStore, str, str | None], Shape]


def _alone(ask: Callable[[GraphStore, str], Shape]) -> Ask:
    """How a thing is asked for that no two municipalities share."""
    return lambda store, id_, _: ask(store, id_)


# Things whose page is one answer in the template of its kind's name, told as a municipality that is kept has it.
THINGS: Mapping[str, Ask] = {
    "number": _alone(cases.container),
    "meeting": _alone(meetings.meeting),
    "person": _alone(persons.person),
    "body": _alone(bodies.body),
    "organisation": organisations.organisation,
    "law": laws.law,
    "municipality": _alone(municipalities.municipality),
    "party": _alone(parties.party),
    "provision": provisions.provision,
    "plan": _alone(plans.plan),
    "topic": topics.topic,
    "document": _alone(documents.document),
}


def _add_page(kind: str, ask: Ask) -> None:
    def show(request: Request, store: Store, id: Id) -> Response:  # noqa: A002 - the name of the path parameter
        kept: Named | None = request.state.scope
        found = ask(store, id, kept.id if kept else None)
        if kept and owner_among([found]) not in (None, kept):  # it is another municipality's own
            found = ask(store, id, None)
        own: str = getattr(found, "id", id)
        if own != id:  # what has several names has several ids, and one page
            return lead_to(request, kind, own)
        answer: dict[str, Any] = {kind: found}
        return render(request, f"{kind}.html", **answer)

    router.add_api_route(f"/{PATHS[kind]}/{{id}}", show, name=f"show_{kind}")


for each_kind, each_ask in THINGS.items():
    _add_page(each_kind, each_ask)


@router.get("/")
def show_front(request: Request, store: Store, kommune: Scope = "") -> Response:
    """Search, the latest meetings, the cases that moved, what is still promised, the municipalities."""
    chosen = kommune or None
    latest = meetings.find_meetings(store, municipality=chosen, limit=FRONT).meetings
    return render(
        request,
        "front.html",
        figures=statistics.figures(store),
        meetings=latest,
        cases=cases.find_cases(store, municipality=chosen, points=2, limit=FRONT).cases,
        promises=_promises(store, sorted({one.municipality.id for one in latest})),
        municipalities=municipalities.municipalities(store),
    )


def _promises(store: GraphStore, among: Sequence[str]) -> list[FollowUpState]:
    """The newest open promises of these municipalities."""
    found = [state for id_ in among for state in followups.open_promises(store, id_, FRONT)]
    return sorted(found, key=lambda one: (one.item.date or date.min, one.id), reverse=True)[:FRONT]


@router.get("/sager/{id}")
def show_case(request: Request, store: Store, id: Id) -> Response:  # noqa: A002
    """A case and its way through meetings. The id of any of its points leads to it."""
    case = cases.case_history(store, id)
    if case.id != id:
        return lead_to(request, "case", case.id)
    promising = [point.id for point in case.points if point.follow_ups]
    states = followups.states_at(store, case.municipality.id, promising) if promising else {}
    most = {"points": MOST_POINTS, "related": MOST_RELATED}
    return render(request, "case.html", case=case, states=states, most=most)


@router.get("/punkter/{id}")
def show_item(request: Request, store: Store, id: Id, linje: Line = None) -> Response:  # noqa: A002
    """A point with its facts and its whole text; ``linje`` marks a line, or lines from-to."""
    item = items.item(store, id)
    states = followups.states_at(store, item.municipality.id, [id]) if item.follow_ups else {}
    return render(request, "item.html", item=item, states=states, marked=_lines(linje))


def _lines(text: str | None) -> range:
    numbers = [int(number) for number in re.findall(r"\d+", text or "")]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


@router.get("/api/docs")
def show_api(request: Request) -> Response:
    """The description of the API, with everything it needs from this server."""
    return render(request, "api.html")


@router.get("/api")
def show_api_front(request: Request) -> Response:
    """Leads to the description."""
    return RedirectResponse(f"{root_of(request)}/api/docs", 307)
