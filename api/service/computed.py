"""Pages of lists that are computed for one municipality after the other, not asked of the store row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from api.paging import Place, decode_place, encode_place
from api.service.rows import ask
from graph.store import GraphStore

Row = TypeVar("Row")

MUNICIPALITIES = 500
_SEPARATOR = " "  # sorts before all that ids of municipalities are made of


@dataclass(frozen=True, slots=True)
class Placed(Generic[Row]):
    """A row with its place in the list: lists are in the order of key and id."""

    place: Place
    row: Row


def place_in(municipality: str, key: str, id_: str) -> Place:
    """The place of a row: those of a municipality stand together, by `key`."""
    return Place(f"{municipality}{_SEPARATOR}{key}", id_)


def newest_first(day: str) -> str:
    """A key under which later ISO dates come first."""
    return f"{99_999_999 - int(day.replace('-', '')):08}"


def page_of(
    store: GraphStore,
    list_: str,
    municipality: str | None,
    after: str | None,
    limit: int,
    compute: Callable[[str], Iterable[Placed[Row]]],
) -> tuple[Sequence[Row], str | None]:
    """The rows of one page of the list of this name, and the word for what follows.

    No more municipalities are computed than it takes.
    """
    place = decode_place(after, list_)
    found: list[Placed[Row]] = []
    for id_ in _municipalities(store, municipality):
        if place is not None and id_ < place.key.partition(_SEPARATOR)[0]:
            continue
        rows = sorted(compute(id_), key=lambda one: (one.place.key, one.place.id))
        found += [one for one in rows if place is None or (one.place.key, one.place.id) > (place.key, place.id)]
        if len(found) > limit:
            return [one.row for one in found[:limit]], encode_place(replace(found[limit - 1].place, list=list_))
    return [one.row for one in found], None


def _municipalities(store: GraphStore, only: str | None) -> list[str]:
    return sorted(row["id"] for row in ask(store, "municipality_names", id=only or "", limit=MUNICIPALITIES))
