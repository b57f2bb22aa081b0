"""From the rows of a query to the shapes of an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from api.models import Fact
from api.paging import Place, encode_place
from cypher import load_query
from graph.store import GraphStore
from graph.values import Row

FactShape = TypeVar("FactShape", bound=Fact)
Thing = TypeVar("Thing")


def ask(store: GraphStore, query: str, /, **params: object) -> list[Row]:
    """The rows of one query of ``cypher/read``."""
    return store.read(load_query("read", query), **params)


def facts_by(
    key: str, rows: Iterable[Row], shape: type[FactShape], add: Callable[[Row], dict[str, Any]] | None = None
) -> dict[str, list[FactShape]]:
    """Facts (``fact`` and ``evidence`` of each row) gathered by the id under ``key``; ``add`` gives further fields."""
    gathered: dict[str, list[FactShape]] = defaultdict(list)
    for row in rows:
        more = add(row) if add else {}
        gathered[row[key]].append(shape.model_validate({**row["fact"], "evidence": row["evidence"], **more}))
    return gathered


def in_order(ids: Sequence[str], things: Iterable[Thing], key: Callable[[Thing], str]) -> tuple[Thing, ...]:
    """The things in the order of ``ids``; ids without a thing are left out."""
    by_id = {key(thing): thing for thing in things}
    return tuple(by_id[id_] for id_ in dict.fromkeys(ids) if id_ in by_id)


def place_params(place: Place | None) -> dict[str, object]:
    """The parameters by which a list query begins after ``place``."""
    return {"first": place is None, "key": place.key if place else "", "id": place.id if place else ""}


def cut_page(rows: list[Row], limit: int) -> tuple[list[Row], str | None]:
    """The first ``limit`` of ``limit + 1`` rows with ``id`` and ``key``, and the word for what follows them."""
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1]
    return rows[:limit], encode_place(Place(last["key"], last["id"]))


def words_of(text: str | None) -> list[str]:
    """The words of a query in lower case, at most eight."""
    return (text or "").lower().split()[:8]
