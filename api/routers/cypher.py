"""Cypher that a reader types. Only where it is open, and never in the name of another site's page."""

from __future__ import annotations

import json
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Request
from pydantic import ValidationError

from api.addresses import place_of
from api.errors import MEDIA_TYPE, BodyTooLarge, CypherClosed, MediaRefused, RequestInvalid, SiteRefused
from api.models import CypherAnswer, CypherQuestion, FieldError, Problem
from api.routers.parameters import Store, problems
from api.service import cypher as service
from api.settings import Settings

router = APIRouter(prefix="/api/cypher", tags=["cypher"])

MOST_BYTES = 200_000


def is_foreign(request: Request) -> bool:
    """Whether a page of another site asks in the reader's name; another port of this machine is another site.

    Browsers say so in ``Sec-Fetch-Site`` and ``Origin``, which a page cannot set; programs send neither.
    """
    site = request.headers.get("sec-fetch-site", "none")
    origin = request.headers.get("origin")
    if site not in ("same-origin", "none"):
        return True
    settings: Settings = request.app.state.settings
    own = {request.headers.get("host", "").lower(), place_of(settings.base_url)}
    return origin is not None and (place_of(origin) or origin) not in own


def check_open(request: Request) -> None:
    """Raise :class:`CypherClosed` where readers may not ask in Cypher."""
    settings: Settings = request.app.state.settings
    if not settings.cypher_open:
        raise CypherClosed()


async def _question(request: Request) -> CypherQuestion:
    """The question in the body, read no further than it may be long."""
    check_open(request)
    if is_foreign(request):
        raise SiteRefused()
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise MediaRefused()
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise BodyTooLarge(MOST_BYTES)
    try:
        return CypherQuestion.model_validate(read_json(bytes(body)))
    except ValidationError as error:
        raise RequestInvalid(
            [FieldError(field=".".join(("body", *map(str, one["loc"]))), message=one["msg"]) for one in error.errors()]
        ) from error
    except ValueError as error:
        raise RequestInvalid([FieldError(field="body", message=f"It is no JSON: {error}")]) from error


def read_json(text: bytes | str) -> Any:
    """The value of a JSON text, whole numbers of any size unchanged; ValueError when it is none."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it has too many brackets within each other") from None


Question: TypeAlias = Annotated[CypherQuestion, Depends(_question)]


def _problems() -> dict[int | str, dict[str, Any]]:
    texts = {
        403: "It does more than read; or it is not open here; or another site asks.",
        413: "The body is too large.",
        415: "The body is not JSON.",
        422: "The statement or a parameter is wrong, or it took longer than its limit.",
        503: "Too many statements run already, or the graph does not answer.",
    }
    content = {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}}
    told = problems()
    told.update({status: {"description": text, "content": content} for status, text in texts.items()})
    return told


@router.post(
    "",
    responses=_problems(),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": CypherQuestion.model_json_schema()}},
        }
    },
)
def cypher(store: Store, question: Question) -> CypherAnswer:
    """Ask in Cypher of your own. It may only read; what it answers is bounded in time, rows and bytes, and says so."""
    return service.ask_cypher(store, question)
