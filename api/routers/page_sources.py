"""The pages on which a reader sees where a fact stands: the page of a PDF, or the lines of another source."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.addresses import root_of
from api.models import Source
from api.pages import render
from api.pages.words import source_path
from api.routers.parameters import Id, Store
from api.routers.sources import Files
from api.service import sources as service

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Number: TypeAlias = Annotated[int, Path(ge=1, le=10_000_000)]
FactId: TypeAlias = Annotated[str | None, Query(max_length=500)]


@router.get("/dokumenter/{id}/side/{number}")
def show_page(
    request: Request,
    store: Store,
    originals: Files,
    id: Id,  # noqa: A002 - the name of the path parameter
    number: Number,
    fakta: FactId = None,
) -> Response:
    """A page as it is printed beside its text, with the place of a fact marked."""
    if fakta:
        return _of_fact(request, service.source(store, originals, fakta), (id, number))
    return _answer(request, service.source_page(store, originals, id, number))


@router.get("/dokumenter/{id}/linje/{number}")
def show_lines(
    request: Request,
    store: Store,
    originals: Files,
    id: Id,  # noqa: A002 - the name of the path parameter
    number: Number,
    fakta: FactId = None,
) -> Response:
    """The lines around one of a source without pages, with the place of a fact marked."""
    if fakta:
        return _of_fact(request, service.source(store, originals, fakta), (id, number))
    return _answer(request, service.source_lines(store, originals, id, number))


def _of_fact(request: Request, source: Source, asked: tuple[str, int]) -> Response:
    """The fact's place; another address leads to its own."""
    evidence = source.evidence
    if evidence and asked != (evidence.document, evidence.line if evidence.page is None else evidence.page):
        return RedirectResponse(root_of(request) + source_path(evidence), 307)
    return _answer(request, source)


def _answer(request: Request, source: Source) -> Response:
    return render(request, "source.html", source=source)
