"""The page of what documents say in two ways."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.pages.words import CONFLICT_KINDS
from api.routers.codes import ConflictCode
from api.routers.page_filters import After, Day, Scope, render_filtered
from api.routers.parameters import Store
from api.service import conflicts

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/modstrid")
def list_conflicts(
    request: Request,
    store: Store,
    kommune: Scope = "",
    udvalg: Scope = "",
    slags: Annotated[Literal[ConflictCode, ""], Query()] = "",
    fra: Day = "",
    til: Day = "",
    efter: After = None,
) -> Response:
    """Conflicts, newest first."""
    found = conflicts.find_conflicts(
        store,
        kind=slags or None,
        municipality=kommune or None,
        body=udvalg or None,
        since=fra or None,
        until=til or None,
        after=efter,
    )
    chosen = {"kommune": kommune, "udvalg": udvalg, "slags": slags, "fra": str(fra), "til": str(til)}
    return render_filtered(request, store, "conflicts.html", chosen, efter, found=found, kinds=CONFLICT_KINDS)
