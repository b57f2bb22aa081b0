"""Names that bear what somebody asks for: of cases, people, bodies, parties, organisations, laws, plans, places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from api.models import Named
from api.service.rows import ask
from api.sorting import danish_key
from graph.homes import NATIONAL, home
from graph.identity.letters import repaired
from graph.store import GraphStore
from graph.words.terms import words

CANDIDATES = 1000  # names of one kind that the index may give
CANDIDATES_OF_ALL = 100_000  # where only those of one municipality are taken


@dataclass(frozen=True)
class Name:
    """What is called so, and what else it is called."""

    kind: str
    id: str
    name: str
    others: tuple[str, ...]
    date: str  # on which a case was last treated

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.name, *self.others)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all its names, in lower case."""
        return frozenset(word for name in self.names for word in words(repaired(name)))

    @property
    def home(self) -> str | None:
        """The municipality that it belongs to."""
        return home(self.id) if home(self.id) != NATIONAL else None


def find_names(store: GraphStore, terms: str, municipality: str = "") -> list[Name]:
    """The names that the index gives for terms (`api.service.box.ask_names`), of one municipality and of none.

    Cases that were treated last come first, all others in Danish order.
    """
    if not terms:
        return []
    rows = ask(store, "search_names", terms=terms, municipality=municipality, most=candidates(municipality))
    found = [Name(row["kind"], row["id"], row["name"] or "", tuple(row["others"]), row["date"]) for row in rows]
    alphabetical = sorted(found, key=lambda name: (danish_key(name.name), name.id))
    return sorted(alphabetical, key=lambda name: name.date, reverse=True)


def find_topics(store: GraphStore, number: str, municipality: str = "") -> list[Name]:
    """The KLE topics whose number begins so, of points of one municipality or of all."""
    rows = ask(store, "search_topics", number=number, municipality=municipality, limit=CANDIDATES)
    return [Name("topic", row["id"], row["number"], (), "") for row in rows]


def candidates(municipality: str) -> int:
    """How many of a kind the index is asked for: it knows no municipality, so those of one are chosen among all."""
    return CANDIDATES_OF_ALL if municipality else CANDIDATES


def places_called(store: GraphStore, ids: Iterable[str]) -> dict[str, Named]:
    """What these municipalities and bodies are called; the id of a body has a dot."""
    nodes = [{"label": "Body" if "." in id_ else "Municipality", "id": id_} for id_ in sorted(set(ids))]
    rows = ask(store, "node_names", nodes=nodes, limit=len(nodes)) if nodes else []
    return {row["id"]: Named(id=row["id"], name=row["name"]) for row in rows if row["name"]}
