"""`sagsgraf serve`: prints the address and serves until Ctrl-C."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

from api.cli import output
from extract.errors import SagsgrafError, SettingsError

if TYPE_CHECKING:
    from api.settings import Settings


class AddressUnusable(SagsgrafError):
    """The server cannot listen where it was told to."""

    code = "address-unusable"


def serve_forever(settings: Settings, *, host: str | None, port: int | None) -> None:
    """Serve pages and API on one socket, bound before the heavy imports so that a port in use is told at once."""
    settings = settings.model_copy(update={"host": host or settings.host})
    address = (settings.host, settings.port if port is None else port)
    listener = _bind(address)
    shown = f"http://{_shown_host(address[0])}:{listener.getsockname()[1]}{settings.prefix}"
    output.err.print("Opening the graph ...")

    import uvicorn

    from api.app import create_app
    from api.journal import begin_journal
    from api.service.store import served_store

    class Server(uvicorn.Server):
        """Tells the address when it answers, not before."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                output.out.print(f"Sagsgraf is at {shown}  (Ctrl-C stops it)")

    begin_journal(settings.log_format)
    with served_store(settings) as store:
        app = create_app(settings, store)
        config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
        with suppress(KeyboardInterrupt):  # how it is meant to end
            Server(config).run(sockets=[listener])


def _bind(address: tuple[str, int]) -> socket.socket:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    # Named as TCP: asyncio sends at once only on such; else a packet waits 40 ms for the reader's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except OverflowError as error:
        raise SettingsError(f"{address[1]} is no port.", "Use one from 0 to 65535.") from error
    except OSError as error:
        listener.close()
        raise AddressUnusable(
            f"Cannot listen on {address[0]} port {address[1]}: {error.strerror}.",
            "Stop what uses it, or take another with --port (0 takes a free one).",
        ) from error
    return listener


def _shown_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
