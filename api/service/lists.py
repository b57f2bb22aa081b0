"""Lists: what they are asked with, in which order they come, and where a page of them ends.

The one way from a list's filters to the ids of one page. Each list is a query of ``cypher/read`` (``…_ids``) that gives
``id`` and the sort ``key`` of at most ``limit`` rows after a place; the limit is the query's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from api.paging import Place, decode_place, encode_place
from api.service.identity import id_now, ids_of_body
from api.service.rows import ask, words_of
from cypher import load_query
from graph.store import GraphStore
from graph.values import Row

STRETCHES = (4, 32, 256)
"""Days of meetings that a long list is looked through until a page is full; after them, all there are."""
_THINGS = ("person", "organisation", "law", "party", "thing", "item")
"""Filters that name what a query begins at: what hangs on one thing is asked for at once."""


class ByDate(StrEnum):
    """The order of what happened: by day, then by id."""

    NEWEST = "-date"
    OLDEST = "date"


class ByName(StrEnum):
    """The order of what has a name: Danish, or by how much there is of it."""

    NAME = "name"
    NAME_BACKWARDS = "-name"
    MOST = "-count"
    LEAST = "count"


def list_rows(
    store: GraphStore, query: str, sort: StrEnum, *, limit: int, after: str | None, **filters: object
) -> tuple[list[Row], str | None]:
    """The rows of one page, and the word for what follows it; None on the last.

    Raises :class:`api.errors.CursorInvalid` for an ``after`` that is no place of this list in this order.
    """
    list_ = f"{query} {sort}"
    place = decode_place(after, list_)
    asked = {
        **filters,
        **({"sort": sort.lstrip("-")} if _takes(query, "sort") else {}),
        "backwards": sort.startswith("-"),
        "first": place is None,
        "key": place.key if place else "",
        "id": place.id if place else "",
    }
    rows: list[Row] = []
    for stretch in _stretches(store, query, asked):
        rows = ask(store, query, **asked, **stretch, limit=limit + 1)
        if len(rows) > limit:
            last = rows[limit - 1]
            return rows[:limit], encode_place(Place(last["key"], last["id"], list_))
    return rows, None


def _stretches(store: GraphStore, query: str, asked: Mapping[str, object]) -> Iterator[dict[str, str]]:
    """How far a list is looked through: the lists of what hangs on every point begin with a few days of its order."""
    if not _takes(query, "last"):
        yield {}
        return
    if not any(asked.get(thing) for thing in _THINGS):
        names = [one.name for one in load_query("read", "list_days").parameters if one.name != "limit"]
        days = ask(store, "list_days", **{name: asked[name] for name in names}, limit=2 * STRETCHES[-1])
        yield from ({"last": days[count - 1]["day"]} for count in STRETCHES if 2 * count <= len(days))
    yield {"last": ""}


def _takes(query: str, name: str) -> bool:
    """Whether a list's query knows this parameter."""
    return any(parameter.name == name for parameter in load_query("read", query).parameters)


def list_ids(
    store: GraphStore, query: str, sort: StrEnum, *, limit: int, after: str | None, **filters: object
) -> tuple[list[str], str | None]:
    """The ids of one page, and the word for what follows it."""
    rows, following = list_rows(store, query, sort, limit=limit, after=after, **filters)
    return [row["id"] for row in rows], following


def named(municipality: str | None, q: str | None) -> dict[str, object]:
    """The filters of a list of named things, as its query takes them."""
    return {"municipality": municipality or "", "words": words_of(q)}


def dated(store: GraphStore, body: str | None, since: date | None, until: date | None) -> dict[str, object]:
    """The filters of a list of what happened at meetings, as its query takes them."""
    return {
        "bodies": ids_of_body(store, body),
        "since": since.isoformat() if since else "",
        "until": until.isoformat() if until else "",
    }


def naming(
    store: GraphStore, person: str | None, organisation: str | None, law: str | None, outcome: str | None
) -> dict[str, object]:
    """Who and what a point may name, as a query takes it; an id that another name would have means the same thing."""
    return {
        "person": id_now(store, "person", person),
        "organisation": id_now(store, "organisation", organisation),
        "law": id_now(store, "law", law),
        "outcome": outcome or "",
    }
