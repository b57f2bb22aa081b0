"""The municipality that a reader keeps to: links to pages of more than one municipality carry it on.

It is the one that was chosen (``?kommune=``), or the one that the page's thing belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextvars import ContextVar
from urllib.parse import quote

from api.models import Municipality, Named

PARAMETER = "kommune"
_WIDE = re.compile(
    r"/(soeg|sager|moeder|udvalg|personer|partier|planer|opfoelgninger|mangler|modstrid|daekning|graf|cypher)?$"
    r"|/(organisationer|love|paragraffer|emner|spoergsmaal)(/|$)"
)
_kept: ContextVar[Named | None] = ContextVar("scope", default=None)


def keep(scope: Named | None) -> None:
    """A page begins whose reader keeps to a municipality, or to none."""
    _kept.set(scope)


def is_kept(owner: Named) -> bool:
    """Whether it is the municipality that the reader keeps to: then a page need not say it beside each row."""
    scope = _kept.get()
    return scope is not None and scope.id == owner.id


def owner_among(things: Iterable[object]) -> Named | None:
    """The municipality that the thing of a page is, or belongs to."""
    for thing in things:
        if isinstance(thing, Municipality):
            return Named(id=thing.id, name=thing.name)
        owner = getattr(thing, "municipality", None)
        if isinstance(owner, Named):
            return owner
    return None


def scoped(address: str) -> str:
    """An address with the municipality that is kept, where its page is of more than one and does not choose itself."""
    scope = _kept.get()
    path, _, asked = address.partition("?")
    if scope is None or not _WIDE.match(path) or f"{PARAMETER}=" in asked:
        return address
    return f"{address}{'&' if asked else '?'}{PARAMETER}={quote(scope.id, safe='')}"
