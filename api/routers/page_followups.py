"""The pages of what is still to come: follow-ups as of a day, and minutes that are missing."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.pages import render
from api.routers.parameters import Store
from api.service import followups, missing, municipalities
from graph.threads.ledger import Status

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Scope: TypeAlias = Annotated[str, Query(max_length=300)]
After: TypeAlias = Annotated[str | None, Query(max_length=1000)]


@router.get("/opfoelgninger")
def list_follow_ups(
    request: Request,
    store: Store,
    kommune: Scope = "",
    udvalg: Scope = "",
    status: Annotated[Status | Literal[""], Query()] = "",
    pr: Annotated[dt.date | Literal[""], Query()] = "",
    efter: After = None,
) -> Response:
    """Follow-ups, newest first."""
    found = followups.find_follow_ups(
        store,
        municipality=kommune or None,
        body=udvalg or None,
        status=Status(status) if status else None,
        as_of=pr or None,
        after=efter,
    )
    chosen = {"kommune": kommune, "udvalg": udvalg, "status": str(status), "pr": str(pr)}
    return render(
        request,
        "followups.html",
        scopes=municipalities.municipalities(store),
        statuses=list(Status),
        chosen=chosen,
        after=efter,
        query=urlencode({name: value for name, value in chosen.items() if value}),
        found=found,
    )


@router.get("/mangler")
def list_missing(request: Request, store: Store, kommune: Scope = "", efter: After = None) -> Response:
    """Missing minutes, most wanted first."""
    found = missing.find_missing(store, municipality=kommune or None, after=efter)
    scopes = municipalities.municipalities(store)
    query = urlencode({"kommune": kommune} if kommune else {})
    return render(request, "missing.html", scopes=scopes, chosen=kommune, after=efter, query=query, found=found)
