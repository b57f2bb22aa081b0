"""What the pages of filtered lists have in common: the forms of their choices, and how they are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from api.keeper import StoreKeeper
from api.models import Named
from api.pages import render
from api.pages.scopes import PARAMETER
from api.paging import LONGEST
from api.service import municipalities
from graph.store import GraphStore

Scope: TypeAlias = Annotated[str, Query(max_length=300)]
After: TypeAlias = Annotated[str | None, Query(max_length=LONGEST)]
Day: TypeAlias = Annotated[dt.date | Literal[""], Query()]


async def choose_scope(request: Request) -> None:
    """Note the municipality that the reader has chosen, for the page and its links. The store is asked only then."""
    chosen = request.query_params.get(PARAMETER, "")
    request.state.scope = await run_in_threadpool(_scope, request.app.state.keeper, chosen[:300]) if chosen else None


def _scope(keeper: StoreKeeper, chosen: str) -> Named | None:
    found = municipalities.municipality_names(keeper.store(), chosen)
    return found[0] if found else None


def render_filtered(
    request: Request, store: GraphStore, template: str, chosen: Mapping[str, str], after: str | None, **context: Any
) -> Response:
    """A page of a list by what its reader has `chosen` (parameter and value; empty: all), from `after` on."""
    query = urlencode({name: value for name, value in chosen.items() if value})
    scopes = municipalities.municipality_names(store)
    return render(request, template, scopes=scopes, chosen=chosen, after=after, query=query, **context)
