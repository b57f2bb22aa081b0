"""Which entries of the lexicons count: all of them, or all but some that a measurement leaves out.

Leaving out is for measuring alone (issue 4, Show 2): with every entry gone that only one of the gold documents needs,
what is still found is what the grammar finds by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from typing import TypeVar

T = TypeVar("T")

_LEFT_OUT: ContextVar[frozenset[str]] = ContextVar("left_out", default=frozenset())


def left_out() -> frozenset[str]:
    """The names of the entries that do not count now: titles of laws, names of organisations, authorities, parties."""
    return _LEFT_OUT.get()


@contextmanager
def without(names: Collection[str]) -> Iterator[None]:
    """Inside, the lexicons are read as if the entries of these names were not in them. Holds for this thread alone."""
    token = _LEFT_OUT.set(frozenset(names))
    try:
        yield
    finally:
        _LEFT_OUT.reset(token)


def once_per_selection(make: Callable[[], T]) -> Callable[[], T]:
    """Decorator: what the function makes of the lexicons is kept, one answer for each selection of entries."""

    @cache
    def made(_: frozenset[str]) -> T:
        return make()

    @wraps(make)
    def current() -> T:
        return made(left_out())

    return current
