"""What is known of two names beside their letters: what speaks for one thing behind them, and what against."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path

from extract.entities.patterns import Strict, load
from extract.lexicon.parties import party_named
from graph.identity.judgements import Reason
from graph.identity.named import Named, NamedKind
from graph.identity.names import parse_name

YEAR = timedelta(days=366)
PAUSE = timedelta(days=92)  # what follows within a summer's pause follows directly
TERM = timedelta(days=4 * 366)  # a council is elected for four years (lov om kommunale og regionale valg § 6)


class _Roles(Strict):
    """`roles.toml`."""

    officials: frozenset[str]
    substitutes: frozenset[str]
    members: frozenset[str]
    no_party: frozenset[str]


@cache
def _roles() -> _Roles:
    return load(Path(__file__).with_name("roles.toml"), _Roles)


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


def at_one_time(one: Named, other: Named) -> bool:
    """Whether the times of both meet, or are not known of both."""
    dated = one.first and one.last and other.first and other.last
    return not dated or overlapping(one, other)


def contained(one: Named, other: Named) -> bool:
    """Whether the one is known only from times at which the other is in use."""
    if not overlapping(one, other) or not (one.first and one.last and other.first and other.last):
        return False
    inner = (max(one.first, other.first), min(one.last, other.last))
    return inner in ((one.first, one.last), (other.first, other.last))


def follows(one: Named, other: Named) -> bool:
    """Whether the one begins where the other ends, without a gap and in a body of both."""
    if not (one.first and one.last and other.first and other.last) or not shares_body(one, other):
        return False
    gap = max(one.first, other.first) - min(one.last, other.last)
    return -PAUSE / 3 <= gap <= PAUSE and not contained(one, other)


def parties(named: Named) -> frozenset[str]:
    """The parties by name where letters or name are known in the whole country, else as printed.

    Also the one printed with the name itself; who is outside the parties has none.
    """
    year = named.last.year if named.last else None
    printed = {*named.parties, *filter(None, [parse_name(named.name).party if _is_person(named) else None])}
    bare = {party.strip("() .") for party in printed}
    return frozenset(
        party_named(party, year) or party.casefold() for party in bare if party.casefold() not in _roles().no_party
    )


def _is_person(named: Named) -> bool:
    return named.kind is NamedKind.PERSON


def are_official(named: Named) -> bool | None:
    """Whether the name is an official's only, or a politician's; None where no role is known."""
    return named.roles <= _roles().officials if named.roles else None


def two_parties_at_once(one: Named, other: Named) -> Reason | None:
    """Two parties through a year or more: nobody has that."""
    here, there = parties(one), parties(other)
    if not here or not there or not here.isdisjoint(there) or not overlapping(one, other):
        return None
    if not (one.first and one.last and other.first and other.last):
        return None
    if min(one.last, other.last) - max(one.first, other.first) < YEAR:
        return None
    return Reason("two-parties-at-once", _two(here, there))


def member_and_substitute(one: Named, other: Named) -> Reason | None:
    """A member of a body is not its substitute at the same time."""
    roles = _roles()
    here, there = one.roles, other.roles
    is_split = (here <= roles.members and there <= roles.substitutes) or (
        there <= roles.members and here <= roles.substitutes
    )
    if here and there and is_split and shares_body(one, other) and overlapping(one, other):
        return Reason("member-and-substitute", _two(here, there))
    return None


def _two(here: frozenset[str], there: frozenset[str]) -> str:
    return f"{'/'.join(sorted(here))} | {'/'.join(sorted(there))}"


def objections(one: Named, other: Named) -> list[Reason]:
    """What speaks against one person, though it does not exclude it: other party, other role, other time."""
    found: list[Reason] = []
    here, there = parties(one), parties(other)
    if here and there and here.isdisjoint(there):
        found.append(Reason("other-party", _two(here, there)))
    if (are_official(one), are_official(other)) in ((True, False), (False, True)):
        found.append(Reason("other-role", _two(one.roles, other.roles)))
    if years_apart(one, other):
        found.append(at_other_times(one, other))
    return found


def at_other_times(one: Named, other: Named) -> Reason:
    """That the two are known from other times."""
    return Reason("years-apart", f"{one.first}/{one.last} | {other.first}/{other.last}")


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
