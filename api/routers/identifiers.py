"""The identifiers that RDF gives things: they are no documents, but lead to what tells of them (303, W3C Cool URIs)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Request
from fastapi.responses import RedirectResponse

from api.addresses import root_of
from api.errors import NotFound
from api.pages.words import path_of
from api.routers.resource import THINGS
from graph.schema import load_schema

router = APIRouter(include_in_schema=False)

_ADDRESSES: Mapping[str, str] = {label: address for address, label in THINGS.items()}
_PAGES: Mapping[str, str] = {"AgendaItem": "item", "CaseNumber": "case-number"}
# What RDF has and the graph has not: the thing that it is a side of.
_SIDES: Mapping[str, str] = {
    "treatment": "AgendaItem",
    "minutes": "Meeting",
    "minutes-text": "Meeting",
    "evidence-target": "Evidence",
    "evidence-position": "Evidence",
    "evidence-quote": "Evidence",
}


@router.get("/id/{name:path}")
def identified(
    request: Request, name: Annotated[str, Path(max_length=600, description="Kind, a dot, and the thing's id.")]
) -> RedirectResponse:
    """Leads people to the page, programs to the resource."""
    kind, _, id_ = name.partition(".")
    label = _SIDES.get(kind) or "".join(part.capitalize() for part in kind.split("-"))
    if label not in load_schema().label or not id_:
        raise NotFound("identifier", name)
    wants_page = re.match(r"\s*(text/html|application/xhtml)", request.headers.get("accept", ""))
    page = path_of(_PAGES.get(label, label.lower()), id_) if wants_page else ""
    return RedirectResponse(root_of(request) + (page or _resource(label, id_)), 303, {"Vary": "Accept"})


def _resource(label: str, id_: str) -> str:
    address = "/api/evidence/{id}" if label == "Evidence" else _ADDRESSES.get(label, "/api/facts/{id}")
    return address.replace("{id}", quote(id_, safe=""))
