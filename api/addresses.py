"""Where this is served: the path prefix behind a proxy, the language after it, and the absolute addresses for others.

A proxy may hand on the whole path or take the prefix off; inside, every request has the whole path and its
``root_path``, as ASGI wishes. What a client says of itself (its Host header) never becomes an absolute address, unless
it names this very machine.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from api.languages import Language, language_in
from api.settings import LOOPBACK, Settings

_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - what a server may be told to listen on, and no reader can ask


class Addressed:
    """Gives each request what a reader's address has before its path: the site's prefix, and that of a language."""

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app = app
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        root = (scope.get("root_path") or self._prefix).rstrip("/")
        if scope["type"] == "http":
            path = _whole(root, scope["path"])
            language = language_in(path[len(root) :])
            root += language.path
            scope.setdefault("state", {})["language"] = language
            # In place: who answers a failure, further out, is to know it too.
            scope.update(root_path=root, path=_whole(root, path))
        await self._app(scope, receive, send)


def _whole(root: str, path: str) -> str:
    """A path with the prefix before it, which a proxy may have taken off."""
    if path == root:
        return f"{root}/"
    return path if path.startswith(f"{root}/") else root + path


def language_of(request: HTTPConnection) -> Language:
    """The language in which this request is answered, where people read the answer."""
    state: dict[str, Language] = request.scope.get("state", {})
    return state.get("language", Language.DANISH)


def root_of(request: HTTPConnection) -> str:
    """What this request has before its path: the site's prefix and the language's; empty at the top in Danish."""
    scope = request.scope
    root: str = scope.get("app_root_path", scope.get("root_path", ""))
    return root.rstrip("/")


def site_of(request: HTTPConnection) -> str:
    """The path prefix under which this is served, in whatever language; empty at the top."""
    return root_of(request).removesuffix(language_of(request).path)


def path_in(request: HTTPConnection) -> str:
    """The path that was asked for, without what stands before it."""
    path: str = request.scope["path"]
    root = root_of(request)
    return path[len(root) :] if root and path.startswith(f"{root}/") else path


def public_root(request: HTTPConnection) -> str:
    """The absolute address before every path: as set; of this machine where nothing is set."""
    settings: Settings = request.app.state.settings
    if settings.public_url:
        return settings.public_url
    return f"{request.url.scheme}://{_own_host(request, settings)}{site_of(request)}"


def host_of(header: str) -> str:
    """The name in a Host header, without port and brackets, in lower case; empty where it is none."""
    return (_split(f"//{header}").hostname or "").lower()


def place_of(address: str) -> str:
    """The name and port in an address, in lower case; empty where it is none."""
    return _split(address).netloc.lower()


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # such as a bracket that is not closed
        return urlsplit("")


def _own_host(request: HTTPConnection, settings: Settings) -> str:
    asked = request.headers.get("host", "")
    host = host_of(asked)
    if host in LOOPBACK:
        try:
            port = urlsplit(f"//{asked}").port
        except ValueError:
            port = None
        return _joined(host, port)
    return _joined("localhost" if settings.host in _EVERYWHERE else settings.host, settings.port)


def _joined(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if port in (None, 80) else f"{name}:{port}"
