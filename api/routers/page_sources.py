"""The pages on which a reader sees where a fact stands: the page of a PDF, or the lines of another source."""

from __future__ import annotations

from collections.abc import Callable
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
from api.service.originals import Originals
from graph.store import GraphStore

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Number: TypeAlias = Annotated[int, Path(ge=1, le=10_000_000)]
FactId: TypeAlias = Annotated[str | None, Query(max_length=500)]


def _shown(read: Callable[[GraphStore, Originals, str, int], Source]) -> Callable[..., Response]:
    def show(
        request: Request,
        store: Store,
        originals: Files,
        id: Id,  # noqa: A002 - the name of the path parameter
        number: Number,
        fakta: FactId = None,
    ) -> Response:
        """A part of a source, with the place of a fact marked; another address leads to the fact's own."""
        source = service.source(store, originals, fakta) if fakta else read(store, originals, id, number)
        place = source.evidence
        if fakta and place and (id, number) != (place.document, place.page or place.line):
            return RedirectResponse(root_of(request) + source_path(place), 307)
        return render(request, "source.html", source=source)

    return show


for part, read in {"side": service.source_page, "linje": service.source_lines}.items():
    router.add_api_route(f"/dokumenter/{{id}}/{part}/{{number}}", _shown(read), name=f"show_{part}")
