"""What is known of two names beside their letters: what speaks for one thing behind them, and what against."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path

from extract.entities.patterns import Strict, load
from extract.lexicon.parties import party_named
from graph.identity.judgements import Reason
from graph.identity.named import Named

TERM = timedelta(days=4 * 366)  # a council is elected for four years (lov om kommunale og regionale valg § 6)


class Roles(Strict):
    """`roles.toml`."""

    officials: tuple[str, ...]


@cache
def _officials() -> frozenset[str]:
    return frozenset(load(Path(__file__).with_name("roles.toml"), Roles).officials)


def listed_together(one: Named, other: Named) -> str | None:
    """A meeting on whose attendance list both stand; the same list never names one person twice."""
    return min(one.listed & other.listed, default=None)


def years_apart(one: Named, other: Named) -> bool:
    """Whether more than a term of office lies between the last of the one and the first of the other."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return max(one.first, other.first) - min(one.last, other.last) > TERM


def overlapping(one: Named, other: Named) -> bool:
    """Whether both are known to be in use at one time."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return max(one.first, other.first) <= min(one.last, other.last)


def parties(named: Named) -> frozenset[str]:
    """The parties by name where letters or name are known in the whole country, else as printed."""
    year = named.last.year if named.last else None
    return frozenset(party_named(party.strip("() "), year) or party.strip("() ").casefold() for party in named.parties)


def are_official(named: Named) -> bool | None:
    """Whether the name is an official's only, or a politician's; None where no role is known."""
    return named.roles <= _officials() if named.roles else None


def objections(one: Named, other: Named) -> list[Reason]:
    """What speaks against one person, though it does not exclude it: other party, other role, other time."""
    found: list[Reason] = []
    here, there = parties(one), parties(other)
    if here and there and here.isdisjoint(there):
        found.append(Reason("other-party", f"{'/'.join(sorted(here))} | {'/'.join(sorted(there))}"))
    if (are_official(one), are_official(other)) in ((True, False), (False, True)):
        found.append(Reason("other-role", f"{'/'.join(sorted(one.roles))} | {'/'.join(sorted(other.roles))}"))
    if years_apart(one, other):
        found.append(Reason("years-apart", f"{one.first}/{one.last} | {other.first}/{other.last}"))
    return found


def shares_party(one: Named, other: Named) -> bool:
    """Whether a party is printed with both."""
    return not parties(one).isdisjoint(parties(other))


def shares_body(one: Named, other: Named) -> bool:
    """Whether both are named in meetings of one body."""
    return not one.bodies.isdisjoint(other.bodies)


def is_linked(one: Named, other: Named) -> bool:
    """Whether one party or one body connects them."""
    return shares_party(one, other) or shares_body(one, other)


def are_in_other_bodies(one: Named, other: Named) -> bool:
    """Whether it is known of both where they are named, and it is never in one body."""
    return bool(one.bodies and other.bodies) and not shares_body(one, other)


def is_backed(one: Named, other: Named) -> bool:
    """Whether party and body are the same, at times that are not apart."""
    return shares_party(one, other) and shares_body(one, other) and not years_apart(one, other)
