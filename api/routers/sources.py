"""Where facts stand in their sources, and the pages of the source files as pictures."""

from __future__ import annotations

import hashlib
import re
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.models import Source
from api.routers.parameters import Id, Store, problems
from api.service import sources as service
from api.service.originals import LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH, Originals

router = APIRouter(tags=["sources"])


def _originals(request: Request) -> Originals:
    originals: Originals = request.app.state.originals
    return originals


Files: TypeAlias = Annotated[Originals, Depends(_originals)]
Number: TypeAlias = Annotated[int, Path(ge=1, le=100_000, description="From 1.", examples=[2])]
Highlight: TypeAlias = Annotated[
    str | None,
    Query(
        pattern=r"^\d{1,9}-\d{1,9}$",
        description="What is to be marked: 'start-end' as evidence gives them, offsets in the document's text.",
        examples=["2312-2348"],
    ),
]
Width: TypeAlias = Annotated[
    int, Query(ge=LEAST_WIDTH, le=MOST_WIDTH, description="The picture's width in pixels.", examples=[USUAL_WIDTH])
]


class Png(Response):
    """A picture."""

    media_type = "image/png"


@router.get("/api/evidence/{id}", responses=problems(404, 410))
def evidence(store: Store, originals: Files, id: Id) -> Source:  # noqa: A002 - the name of the path parameter
    """The place of a fact in its source, and what rests on it. The id is that of evidence or of a mention.

    Where the file is not at hand any more, `sight` says so, and the lines are what the graph holds of them.
    """
    return service.source(store, originals, id)


@router.get("/api/documents/{id}/pages/{page}.png", response_class=Png, responses=problems(404, 410))
def page_picture(
    request: Request,
    store: Store,
    originals: Files,
    id: Id,  # noqa: A002 - the name of the path parameter
    page: Number,
    highlight: Highlight = None,
    width: Width = USUAL_WIDTH,
) -> Png:
    """A page of a PDF as PNG, with a place marked. What was masked at reading is painted over.

    The file is shown only while it lies unchanged where it was read (404 `page-unshown` else).
    """
    span = [int(number) for number in re.findall(r"\d+", highlight or "")]
    content = service.picture(store, originals, id, page, highlight=(span[0], span[1]) if span else None, width=width)
    tag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}  # kept by a browser, and asked for again: it may be taken out
    if tag in request.headers.get("if-none-match", ""):
        return Png(status_code=304, headers=headers)
    return Png(content, headers=headers)
