"""The page of what documents say in two ways."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.pages import render
from api.pages.words import CONFLICT_KINDS
from api.routers.parameters import Store
from api.service import conflicts, municipalities

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Scope: TypeAlias = Annotated[str, Query(max_length=300)]
After: TypeAlias = Annotated[str | None, Query(max_length=1000)]
Day: TypeAlias = Annotated[dt.date | Literal[""], Query()]


@router.get("/modstrid")
def list_conflicts(
    request: Request,
    store: Store,
    kommune: Scope = "",
    udvalg: Scope = "",
    slags: Scope = "",
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
    return render(
        request,
        "conflicts.html",
        scopes=municipalities.municipalities(store),
        kinds=CONFLICT_KINDS,
        chosen=chosen,
        after=efter,
        query=urlencode({name: value for name, value in chosen.items() if value}),
        found=found,
    )
