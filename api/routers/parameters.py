"""The parameters that the resources share, and the store."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from fastapi import Depends, Path, Query, Request

from api.errors import MEDIA_TYPE, RequestInvalid
from api.keeper import StoreKeeper
from api.models import FieldError, Problem
from graph.store import GraphStore

MOST = 200


def _store(request: Request) -> GraphStore:
    keeper: StoreKeeper = request.app.state.keeper
    return keeper.store()


def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that the address does not know: ignored, a filter with a slip of the pen gives everything."""
    route = request.scope["route"]
    described = request.app.openapi()["paths"][route.path_format]["get"].get("parameters", ())
    known = [parameter["name"] for parameter in described if parameter["in"] == "query"]
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        message = f"Unknown here; known: {', '.join(known)}" if known else "This address takes no parameters"
        raise RequestInvalid([FieldError(field=f"query.{name}"[:120], message=message) for name in unknown[:10]])


Store: TypeAlias = Annotated[GraphStore, Depends(_store)]
Id: TypeAlias = Annotated[str, Path(max_length=500, description="An id as the lists give it.")]
Municipality: TypeAlias = Annotated[
    str | None, Query(max_length=100, description="Only this municipality, by its id.", examples=["nordlev"])
]
BodyId: TypeAlias = Annotated[
    str | None,
    Query(max_length=300, description="Only this body, by its id.", examples=["nordlev.teknik-og-miljoeudvalget"]),
]
Words: TypeAlias = Annotated[
    str | None, Query(max_length=200, description="All of these words are there.", examples=["cykelsti"])
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=MOST, description="At most so many.")]
After: TypeAlias = Annotated[
    str | None, Query(max_length=1000, description="The 'next' of the page before; from the beginning without it.")
]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The errors that a route may answer, for its description; 422 and 503 belong to all."""
    texts = {
        404: "There is no such thing; near matches come along.",
        422: "A parameter is unknown here, or has the wrong form.",
        503: "The graph does not answer.",
    }
    return {
        status: {
            "description": texts[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}},
        }
        for status in sorted({*statuses, 422, 503})
    }
