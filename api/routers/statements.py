"""Mentions, links, and single facts at addresses of their own."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query

from api.models import CitedFact, Evidence, LinkList, MentionList, SeenAt
from api.pages.words import source_path
from api.routers.codes import LinkedStatus, LinkedType, MentionedKind
from api.routers.parameters import ByDate, Dated, Id, Listed, Municipality, Paged, Store, problems
from api.routers.resource import ResourceRoute
from api.service import statements as service
from api.service.evidence import name_documents
from api.service.lists import ByDate as ByDateOrder

router = APIRouter(tags=["statements"], route_class=ResourceRoute)

ItemId: TypeAlias = Annotated[
    str | None,
    Query(
        max_length=300, description="Only at this point, by its id.",
        examples=["nordlev.teknik-og-miljoeudvalget.2024-04-09.2"],
    ),
]  # fmt: skip


@router.get("/api/mentions", responses=problems())
def list_mentions(
    store: Store,
    listed: Listed,
    dates: Dated,
    kind: MentionedKind = None,
    thing: Annotated[
        str | None, Query(max_length=300, description="Only what means the thing of this id.", examples=["cykelforum"])
    ] = None,
    item: ItemId = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> MentionList:
    """Where points name something, with the words as printed and what they mean, newest first."""
    return service.find_mentions(store, **listed, **dates, kind=kind, thing=thing, item=item, sort=sort)


@router.get("/api/links", responses=problems())
def list_links(
    store: Store,
    page: Paged,
    dates: Dated,
    municipality: Municipality = None,
    type_: LinkedType = None,
    status: LinkedStatus = None,
    item: ItemId = None,
    sort: ByDate = ByDateOrder.NEWEST,
) -> LinkList:
    """How points hang together: why, how surely, and on which words it rests. Newest first."""
    return service.find_links(
        store, **page, **dates, municipality=municipality, type_=type_, status=status, item=item, sort=sort
    )


@router.get("/api/facts/{id}", responses=problems(404))
def fact(store: Store, id: Id) -> CitedFact:  # noqa: A002 - the name of the path parameter
    """One fact by its id, to be cited: what it says, of which point, and where that stands."""
    row = service.fact_row(store, id)
    seen = tuple(_seen(one) for one in row["evidence"])
    cited = CitedFact(**{**row, "evidence": seen}, id=id, permalink=f"/api/facts/{id}")
    return name_documents(store, [cited])[0]


def _seen(evidence: Evidence) -> SeenAt:
    return SeenAt(**dict(evidence), permalink=f"/api/evidence/{evidence.id}", seen=source_path(evidence))
