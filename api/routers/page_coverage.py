"""The page of what was read and what not."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.pages import render
from api.routers.page_filters import Scope
from api.routers.parameters import Store
from api.service.coverage import coverage

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/daekning")
def show_coverage(request: Request, store: Store, kommune: Scope = "") -> Response:
    """How much was read of each municipality, and how many files of each form."""
    return render(request, "coverage.html", found=coverage(store, kommune or None))
