"""The pages of what is still to come: follow-ups as of a day, and minutes that are missing."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.routers.page_filters import After, Day, Scope, render_filtered
from api.routers.parameters import Store
from api.service import followups, missing
from graph.threads.ledger import Status

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/opfoelgninger")
def list_follow_ups(
    request: Request,
    store: Store,
    kommune: Scope = "",
    udvalg: Scope = "",
    status: Annotated[Status | Literal[""], Query()] = "",
    pr: Day = "",
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
    return render_filtered(request, store, "followups.html", chosen, efter, found=found, statuses=list(Status))


@router.get("/mangler")
def list_missing(request: Request, store: Store, kommune: Scope = "", efter: After = None) -> Response:
    """Missing minutes, most wanted first."""
    found = missing.find_missing(store, municipality=kommune or None, after=efter)
    return render_filtered(request, store, "missing.html", {"kommune": kommune}, efter, found=found)
