"""What is noted of every request: an id that the answer, the log and a problem share, its route, status and time."""

from __future__ import annotations

import re
import uuid
from time import perf_counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.journal import ACCESS, REQUEST
from api.metrics import Metrics

HEADER = "X-Request-ID"
UNMATCHED = "none"
_WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Watch:
    """Stands around everything: what is refused further in is noted as well."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id_ = _id_of(Headers(scope=scope).get(HEADER, ""))
        state = scope.setdefault("state", {})
        state["request_id"] = id_
        status = 500  # what the framework answers outside of here, where nothing was

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        began = perf_counter()
        token = REQUEST.set(id_)
        try:
            await self._app(scope, receive, send_marked)
        finally:
            self._note(scope["method"], state.get("route", UNMATCHED), status, perf_counter() - began)
            REQUEST.reset(token)

    def _note(self, method: str, route: str, status: int, seconds: float) -> None:
        self._metrics.note(method, route, status, seconds)
        told = {"method": method, "route": route, "status": status, "milliseconds": round(seconds * 1000, 1)}
        ACCESS.info("request", extra=told)


class Routed:
    """Stands next to the router, and leaves the template of the route for :class:`Watch`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        try:
            await self._app(scope, receive, send)
        finally:
            if scope["type"] == "http":
                scope["state"]["route"] = _route_of(scope)


def _route_of(scope: Scope) -> str:
    """The template of the route that answered, or the path where others are mounted."""
    route = getattr(scope.get("route"), "path", None)
    mounted: str = scope.get("root_path", "").removeprefix(scope.get("app_root_path", scope.get("root_path", "")))
    return route or mounted or UNMATCHED


def _id_of(given: str) -> str:
    """The id that a proxy gave, where it is well-formed; else a new one."""
    return given if _WELL_FORMED.fullmatch(given) else uuid.uuid4().hex
