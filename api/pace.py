"""How much one address may ask in a minute, where a limit is set."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from time import monotonic

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.addresses import path_in
from api.answers import answer_problem
from api.errors import RateExceeded

CLIENTS = 20_000
SPARED = ("/health", "/ready", "/metrics", "/static")


class Buckets:
    """A bucket of requests for each client, filled evenly; the clients that asked longest ago are forgotten."""

    def __init__(self, per_minute: int, now: Callable[[], float] = monotonic, clients: int = CLIENTS) -> None:
        self._most = float(per_minute)
        self._now = now
        self._clients = clients
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> int:
        """Take one request of a client: 0, or the seconds until the next one is there."""
        now = self._now()
        left, seen = self._left.pop(client, (self._most, now))
        left = min(self._most, left + (now - seen) * self._most / 60)
        allowed = left >= 1
        self._left[client] = (left - allowed, now)
        if len(self._left) > self._clients:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - left) * 60 / self._most))


class Pace:
    """Refuses requests over the limit."""

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        self._app = app
        self._buckets = Buckets(per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] == "http" and f"/{path_in(Request(scope)).split('/')[1]}" not in SPARED:
            seconds = self._buckets.take(_client(scope))
            if seconds:
                refused = answer_problem(Request(scope), RateExceeded(seconds), {"Retry-After": str(seconds)})
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _client(scope: Scope) -> str:
    """Whom a request is counted for: an IPv4 address, or the network of an IPv6 address."""
    host = str((scope.get("client") or ("",))[0])
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return host if address.version == 4 else str(ip_network((address, 64), strict=False))
