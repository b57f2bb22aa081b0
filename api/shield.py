"""What stands around every answer: the host that may be asked for, and the headers that keep a browser careful."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.addresses import host_of
from api.answers import answer_problem
from api.errors import AddressTooLong, ApiError, HostRefused

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
LONGEST = 8000  # bytes of path and query
_HEAD_ONLY = "sagsgraf.head_only"  # in the scope of a request that was HEAD
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def is_head_only(request: Request) -> bool:
    """Whether nothing of the answer but its head is wanted: a body that takes long need not be made."""
    return _HEAD_ONLY in request.scope


class Shield:
    """Refuses foreign hosts and endless addresses, sets the security headers on all answers, answers HEAD as GET."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        head_only = scope["method"] == "HEAD"

        async def send_shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            elif head_only:
                message = {**message, "body": b""}
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            asked = {**scope, "method": "GET", _HEAD_ONLY: True} if head_only else scope
            await self._app(asked, receive, send_shielded)
        else:
            await answer_problem(Request(scope), refusal)(scope, receive, send_shielded)

    def _refusal(self, scope: Scope) -> ApiError | None:
        asked = host_of(Headers(scope=scope).get("host", ""))
        if not {"*", asked} & set(self._hosts):
            return HostRefused(
                f"This server does not answer to the name '{asked}'.", "Add it to SAGSGRAF_ALLOWED_HOSTS."
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST:
            return AddressTooLong(LONGEST)
        return None
