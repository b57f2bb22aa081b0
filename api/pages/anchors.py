"""Each place of evidence has one anchor on a page, so that its source can lead back to the fact."""

from __future__ import annotations

from contextvars import ContextVar

_used: ContextVar[set[str] | None] = ContextVar("anchors", default=None)


def begin_page() -> None:
    """A page begins: none of its anchors is used."""
    _used.set(set())


def anchor(id_: str | None) -> str:
    """The anchor of a piece of evidence, `f-` and its id; empty where the page has it already: an id stands once."""
    used = _used.get()
    if id_ is None or used is None or id_ in used:
        return ""
    used.add(id_)
    return f"f-{id_}"
