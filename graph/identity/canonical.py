"""Which of several names of one thing is its own: the fullest that is not broken, whatever came first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from graph.identity.laws import parse_law
from graph.identity.letters import is_broken
from graph.identity.named import Named, NamedKind
from graph.identity.names import parse_name
from graph.identity.organisations import parse_organisation
from graph.identity.titles import parse_title

_Key: TypeAlias = tuple[int | str, ...]
_DANISH = frozenset("æøåÆØÅ")


def canonical(cluster: Sequence[Named]) -> str:
    """The id that stands for a cluster of one kind; the same for every order. ValueError for none."""
    return min(cluster, key=_key).id


def _key(named: Named) -> _Key:
    """Broken names last; then the kind's own order; then often printed, with Danish letters, short, and the id."""
    danish = sum(sign in _DANISH for sign in named.name)
    ties = (-danish, not named.listed, -named.meetings, "," in named.name, len(named.name), named.id)
    return (is_broken(named.name), *_ORDERS[named.kind](named), *ties)


def _person(named: Named) -> _Key:
    name = parse_name(named.name)
    return (name.letter is not None, -name.full_words, -len(name.words))


def _body(named: Named) -> _Key:
    """Where the meetings are, the body is."""
    title = parse_title(named.name, named.municipality)
    return (not named.holds_meetings, title.abbreviation is not None, -len(title.parts))


def _organisation(named: Named) -> _Key:
    """What the whole country knows before a municipality's own."""
    return (named.municipality is not None, -len(parse_organisation(named.name).words))


def _law(named: Named) -> _Key:
    """The law before its publications."""
    title = parse_law(named.name)
    return (title.consolidated, title.number is not None, -len(title.words))


_ORDERS: Mapping[NamedKind, Callable[[Named], _Key]] = {
    NamedKind.PERSON: _person,
    NamedKind.BODY: _body,
    NamedKind.ORGANISATION: _organisation,
    NamedKind.LAW: _law,
}
