"""Readers who ask over HTTP, each once a second, and servers of their own process that they ask."""

from __future__ import annotations

import asyncio
import re
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from itertools import count

import httpx

from bench.size.servers import HOME

CLIENTS = 20
PAUSE = 1.0  # seconds between two requests of a client
TIMEOUT = 30.0
_ADDRESS = re.compile(r"https?://[\d.]+:\d+")


@contextmanager
def serving(*command: str) -> Iterator[str]:
    """A program that serves on a free port and tells its address; that address."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=HOME) as child:
        assert child.stdout is not None
        drain = threading.Thread(target=deque, args=(child.stdout, 0))  # a full pipe would stop it
        try:
            told = (_ADDRESS.search(line) for line in child.stdout)
            address = next((found[0] for found in told if found), None)
            drain.start()
            if address is None:
                raise RuntimeError(f"{command} did not begin to serve")
            yield address
        finally:
            child.terminate()
            drain.join()


def ask_together(address: str, paths: Sequence[str], seconds: float) -> list[float]:
    """How long each answer took, in milliseconds: so many clients, which do not begin in the same moment."""
    return asyncio.run(_ask_together(address, paths, seconds))


async def _ask_together(address: str, paths: Sequence[str], seconds: float) -> list[float]:
    waited: list[float] = []
    turns = count()

    async def client(asker: httpx.AsyncClient, place: int) -> None:
        asked = place * PAUSE / CLIENTS
        while asked < seconds:
            await asyncio.sleep(max(0.0, begun + asked - time.perf_counter()))
            start = time.perf_counter()
            answer = await asker.get(paths[next(turns) % len(paths)])
            waited.append(1000 * (time.perf_counter() - start))
            answer.raise_for_status()
            asked = max(asked + PAUSE, time.perf_counter() - begun)

    # One for all, with a connection for each: to make one takes longer than an answer does.
    async with httpx.AsyncClient(base_url=address, timeout=TIMEOUT) as asker:
        begun = time.perf_counter()
        await asyncio.gather(*(client(asker, place) for place in range(CLIENTS)))
    return waited


def page_weight(address: str, path: str) -> tuple[int, int]:
    """Bytes of a page alone, and with all that it has its reader's browser fetch, as they are sent."""
    with httpx.Client(base_url=address, timeout=TIMEOUT) as client:
        page = client.get(path)
        page.raise_for_status()
        parts = _Parts()
        parts.feed(page.text)
        rest = [client.get(part) for part in sorted(parts.found)]
    return page.num_bytes_downloaded, sum(one.num_bytes_downloaded for one in (page, *rest))


class _Parts(HTMLParser):
    """The addresses of styles, scripts and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "modulepreload"):
            self.found.add(given["href"] or "")
        elif tag in ("script", "img") and given.get("src"):
            self.found.add(given["src"] or "")
