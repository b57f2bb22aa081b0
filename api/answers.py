"""How answers are written: JSON in UTF-8, problems as RFC 9457 on the API and as a page elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.responses import JSONResponse

from api.addresses import path_in, site_of
from api.errors import MEDIA_TYPE, ApiError
from api.languages import is_for_people
from api.pages import render_problem


class Json(JSONResponse):
    """JSON with Danish letters whole."""

    media_type = "application/json; charset=utf-8"

    def render(self, content: Any) -> bytes:
        """The content as UTF-8."""
        return orjson.dumps(content)


def answer_problem(request: Request, error: ApiError, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that went wrong: problem details on the API, a page elsewhere."""
    problem = error.problem(request.url.path)
    type_ = site_of(request) + problem.type if problem.type.startswith("/") else problem.type
    problem = problem.model_copy(update={"type": type_, "request_id": request_id(request)})
    kept = dict(headers or {})
    if problem.status == 503:
        kept["Retry-After"] = "5"
    if wants_page(request):
        return Response(render_problem(request, error, problem), problem.status, kept, "text/html; charset=utf-8")
    body = problem.model_dump_json(exclude_none=True).encode()
    return Response(body, problem.status, kept, MEDIA_TYPE)


def answer_kept(request: Request, body: bytes, media_type: str) -> Response:
    """An answer that a client may keep, if it asks each time whether it still holds: 304 where it has this one."""
    tag = hashlib.sha256(body).hexdigest()[:32]
    headers = {"ETag": f'W/"{tag}"', "Cache-Control": "no-cache"}
    known = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if known & {f'"{tag}"', "*"}:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


def request_id(request: Request) -> str | None:
    """The id under which the log tells of this request."""
    state: dict[str, Any] = request.scope.get("state", {})
    return state.get("request_id")


def wants_page(request: Request) -> bool:
    """Whether people read what is at this address."""
    return is_for_people(path_in(request))
