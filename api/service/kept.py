"""What is worked out from the graph once, for as long as nobody writes: counts of all that there is, ledgers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from graph.homes import NATIONAL
from graph.store import GraphStore
from graph.turns import turns_taken

Answer = TypeVar("Answer")


class Kept(Generic[Answer]):
    """The answer of ``work(store)``, or of ``work(store, municipality)``, that holds until a turn is taken there.

    One works it out, and who asks meanwhile waits for that. A restore takes the turn of what all share.
    """

    def __init__(self, work: Callable[..., Answer]) -> None:
        self._work = work
        self._working = threading.Lock()
        self._answers: WeakKeyDictionary[GraphStore, dict[tuple[str, ...], tuple[Mapping[str, int], Answer]]] = (
            WeakKeyDictionary()
        )

    def __call__(self, store: GraphStore, *municipality: str) -> Answer:
        """The answer as of now; every municipality that is asked for is kept."""
        answers = self._answers.setdefault(store, {})
        known = answers.get(municipality)
        if known is None or known[0] != _turns(store, municipality):
            with self._working:
                turns, known = _turns(store, municipality), answers.get(municipality)
                if known is None or known[0] != turns:
                    known = answers[municipality] = turns, self._work(store, *municipality)
        return known[1]


def _turns(store: GraphStore, municipality: tuple[str, ...]) -> Mapping[str, int]:
    """How often the turns were taken in which this may have been written."""
    taken = turns_taken(store)
    return {home: taken.get(home, 0) for home in (*municipality, NATIONAL)} if municipality else taken
