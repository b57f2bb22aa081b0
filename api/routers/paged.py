"""Lists that go on: the answer links to its next page (RFC 8288), for clients that follow links and read no fields."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import quote, urlencode

import orjson
from fastapi import Request, Response
from fastapi.routing import APIRoute

from api.addresses import path_in, public_root


class PagedRoute(APIRoute):
    """A route whose answer has a ``next``, or another; the link has the filters that were asked with."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with the link set."""
        answer = super().get_route_handler()

        async def linked(request: Request) -> Response:
            response = await answer(request)
            following = orjson.loads(response.body).get("next") if response.status_code == 200 else None
            if following:
                response.headers["Link"] = f'<{_address(request, following)}>; rel="next"'
            return response

        return linked if self.path.count("/") == 2 else answer  # /api/cases, not what lies below


def _address(request: Request, following: str) -> str:
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{public_root(request)}{quote(path_in(request))}?{urlencode([*asked, ('after', following)])}"
