"""The page of what was read and what not."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.pages import render
from api.pages.accuracy import Measured, load_accuracy
from api.routers.page_filters import Scope
from api.routers.parameters import Store
from api.service.coverage import coverage

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/daekning")
def show_coverage(request: Request, store: Store, kommune: Scope = "") -> Response:
    """How much was read of each municipality, how many files of each form, and how often the rules are right."""
    found = coverage(store, kommune or None)
    return render(request, "coverage.html", found=found, accuracy=load_accuracy(), measured=Measured)
