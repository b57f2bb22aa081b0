"""A name as the corpus gives it, with what helps to tell whether another name means the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NamedKind(StrEnum):
    """What is named; the values are labels of the graph."""

    PERSON = "Person"
    BODY = "Body"
    ORGANISATION = "Organisation"
    LAW = "Law"


@dataclass(frozen=True, slots=True)
class Named:
    """One name of one municipality (of a national organisation or law: of none), as `graph.ids` tells it apart."""

    kind: NamedKind
    id: str  # the id that the name alone gives
    name: str
    municipality: str | None = None  # id
    bodies: frozenset[str] = frozenset()  # ids of the bodies in whose meetings it is named
    first: date | None = None
    last: date | None = None
    parties: frozenset[str] = frozenset()  # party names or letters printed with it
    roles: frozenset[str] = frozenset()  # member, substitute, official, formand …
    listed: frozenset[str] = frozenset()  # ids of the meetings on whose attendance lists it stands
    meetings: int = 0  # how many name it
    holds_meetings: bool = False  # a body that met under this name
    became: frozenset[str] = frozenset()  # ids of bodies whose name a text says this one took, or gave up for its own
    stated: frozenset[str] = frozenset()  # other names that a text says it has or had: "tidl. Anne Holm"
