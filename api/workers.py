"""Who works out the answers: few threads, since Python runs one at a time and more only get in each other's way.

Measured with twenty readers a second on two cores: with anyio's 40 threads a case's history took a second, with three
a twentieth of it. What waits on a statement that a reader typed has threads of its own: it keeps nobody waiting.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import ParamSpec, TypeVar

import anyio
from anyio.to_thread import current_default_thread_limiter, run_sync

from graph.store import READERS

WORKERS = 3
_waiting = anyio.CapacityLimiter(2 * READERS)  # as many again are told that too many run

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def hire() -> None:
    """Set how many threads work; in the event loop of the server, before the first request."""
    current_default_thread_limiter().total_tokens = WORKERS


def unhurried(work: Callable[Given, Answer]) -> Callable[Given, Coroutine[None, None, Answer]]:
    """An endpoint that waits on the statement of a reader."""

    @wraps(work)
    async def endpoint(*args: Given.args, **more: Given.kwargs) -> Answer:
        return await run_sync(partial(work, *args, **more), limiter=_waiting)

    return endpoint
