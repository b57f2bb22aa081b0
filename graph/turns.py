"""Turns: of those who read and write anew what a municipality holds, one does so at a time.

A turn is a node that a transaction changes before it reads. On Neo4j the next waits for it; on ArcadeDB the two are
told of their conflict, and one begins again. Turns are taken in the order of their ids, so that no two wait for each
other. `Turn.taken` counts them: who read before his turn learns from it whether another came in between.

Whatever changes the graph does so here, in some turn: so the counts tell too whether anything at all was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import partial

from cypher import load_query
from graph.homes import NATIONAL, home
from graph.store import GraphStore, Transaction, Work


class _OutOfTurn(Exception):
    """The work needs the turn of further municipalities."""

    def __init__(self, homes: Collection[str]) -> None:
        super().__init__(sorted(homes))
        self.homes = frozenset(homes)


class _Crossed(Exception):
    """Another had a turn since what the work follows from was read."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The municipalities whose turn a transaction has."""

    homes: frozenset[str]

    def need(self, homes: Iterable[str]) -> None:
        """To be asked before the first write: where there are others among them, the work begins again with them."""
        if not self.homes.issuperset(wanted := frozenset(homes)):
            raise _OutOfTurn(wanted)


def homes_of(groups: Iterable[str]) -> set[str]:
    """The municipalities of a document's meetings (natural ids); one without meetings is in the turn of all."""
    return {home(group) for group in groups} or {NATIONAL}


def in_turn(store: GraphStore, homes: Collection[str], work: Callable[[Transaction, Turn], Work]) -> Work:
    """Do work in one transaction, in the turn of these municipalities and of those that it needs beside them.

    What is of no municipality is in the turn of what all share.
    """
    turn = Turn(frozenset(homes) or frozenset({NATIONAL}))
    while True:
        try:
            return store.in_transaction(partial(_taken, turn=turn, work=work))
        except _OutOfTurn as more:
            turn = Turn(turn.homes | more.homes)


def _taken(transaction: Transaction, turn: Turn, work: Callable[[Transaction, Turn], Work]) -> Work:
    _take(transaction, turn.homes)
    return work(transaction, turn)


def _take(transaction: Transaction, homes: Collection[str]) -> dict[str, int]:
    """Take the turns; how often each was taken by now."""
    rows = {one: transaction.run(load_query("load", "take_turn"), municipality=one) for one in sorted(homes)}
    return {one: int(taken[0]["taken"]) for one, taken in rows.items()}


def turns_taken(store: GraphStore) -> dict[str, int]:
    """How often each turn was taken by now."""
    return {row["id"]: row["taken"] for row in store.read(load_query("load", "turns"))}


@dataclass(slots=True)
class Course:
    """Several transactions that follow from what was read before the first, and who came in between."""

    store: GraphStore
    _seen: dict[str, int] = field(init=False)
    _crossed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._seen = turns_taken(self.store)

    def do(self, municipality: str, work: Callable[[Transaction], object], *, beside: Collection[str] = ()) -> None:
        """Do work in one transaction, in the turn of a municipality and of those `beside` it.

        Nothing is done where another came in between: what was read of the municipality before may not hold any more.
        """

        def in_turn(transaction: Transaction) -> dict[str, int]:
            taken = _take(transaction, {municipality, *beside})
            if municipality in self._crossing(taken):
                raise _Crossed
            work(transaction)
            return taken

        if municipality in self._crossed:
            return
        try:
            taken = self.store.in_transaction(in_turn)
        except _Crossed:
            self._crossed.add(municipality)
        else:
            self._crossed |= self._crossing(taken)
            self._seen.update(taken)

    def was_crossed(self, home: str) -> bool:
        """Whether another had a turn there since the course began."""
        return home in self._crossed or turns_taken(self.store).get(home, 0) != self._seen.get(home, 0)

    def _crossing(self, taken: dict[str, int]) -> set[str]:
        return {one for one, count in taken.items() if count != self._seen.get(one, 0) + 1}
