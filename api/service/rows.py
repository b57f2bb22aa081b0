"""From the rows of a query to the shapes of an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from api.models import Fact, Shape
from cypher import load_query
from graph.store import GraphStore
from graph.values import Row

FactShape = TypeVar("FactShape", bound=Fact)
Listed = TypeVar("Listed", bound=Shape)
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


def shaped(store: GraphStore, query: str, ids: Sequence[str], shape: type[Listed]) -> tuple[Listed, ...]:
    """What a query tells of things with these ids, each as ``shape``, in the order of ``ids``."""
    found = [shape.model_validate(row) for row in ask(store, query, ids=ids)] if ids else []
    return in_order(ids, found, attrgetter("id"))


def words_of(text: str | None) -> list[str]:
    """The words of a query in lower case, at most eight."""
    return (text or "").lower().split()[:8]
