"""How answers are written: JSON in UTF-8, problems as RFC 9457 or, to browsers, as a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.responses import JSONResponse

from api.errors import MEDIA_TYPE, ApiError
from api.pages import render_problem


class Json(JSONResponse):
    """JSON with Danish letters whole."""

    media_type = "application/json; charset=utf-8"

    def render(self, content: Any) -> bytes:
        """The content as UTF-8."""
        return orjson.dumps(content)


def answer_problem(request: Request, error: ApiError, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that went wrong: a page where a browser asked for one, problem details else."""
    problem = error.problem(request.url.path)
    kept = dict(headers or {})
    if problem.status == 503:
        kept["Retry-After"] = "5"
    if wants_page(request):
        return Response(render_problem(request, error, problem), problem.status, kept, "text/html; charset=utf-8")
    body = problem.model_dump_json(exclude_none=True).encode()
    return Response(body, problem.status, kept, MEDIA_TYPE)


def wants_page(request: Request) -> bool:
    """Whether a person reads the answer: a page's address, and HTML accepted."""
    path = request.url.path
    is_page = not (path == "/health" or path == "/api" or path.startswith("/api/"))
    return (is_page or path == "/api/docs") and "text/html" in request.headers.get("accept", "")
