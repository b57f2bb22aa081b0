"""From the rows of a query to the shapes of an answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, Self, TypeVar

from api.models import Fact
from cypher import load_query
from graph.store import GraphStore
from graph.values import Row


class _Shape(Protocol):
    """A shape of a thing with an id."""

    @property
    def id(self) -> str: ...

    @classmethod
    def model_validate(cls, obj: object) -> Self: ...


FactShape = TypeVar("FactShape", bound=Fact)
Listed = TypeVar("Listed", bound=_Shape)


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


def in_order(ids: Sequence[str], shapes: Iterable[Listed]) -> tuple[Listed, ...]:
    """The shapes in the order of ``ids``; ids without a shape are left out."""
    by_id = {shape.id: shape for shape in shapes}
    return tuple(by_id[id_] for id_ in dict.fromkeys(ids) if id_ in by_id)


def shaped(
    store: GraphStore, query: str, ids: Sequence[str], shape: type[Listed], **filters: object
) -> tuple[Listed, ...]:
    """What a query tells of things with these ids, each as ``shape``, in the order of ``ids``."""
    found = [shape.model_validate(row) for row in ask(store, query, ids=list(ids), **filters)] if ids else []
    return in_order(ids, found)


def words_of(text: str | None) -> list[str]:
    """The words of a query in lower case, each once."""
    return list(dict.fromkeys((text or "").lower().split()))
