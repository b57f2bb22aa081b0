"""What was made last, kept up to a bound: a cache that several threads use."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Shelf(Generic[Thing]):
    """Things by key; when their weight passes `most`, those that were not asked for longest go."""

    def __init__(self, most: int, weigh: Callable[[Thing], int]) -> None:
        self._most = most
        self._weigh = weigh
        self._things: OrderedDict[Hashable, Thing] = OrderedDict()
        self._weight = 0
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Thing | None:
        """The thing, if it is here still."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key: Hashable, thing: Thing) -> Thing:
        """Keep a thing; one that alone passes the bound is not kept. The thing itself."""
        weight = self._weigh(thing)
        with self._lock:
            if weight <= self._most and key not in self._things:
                self._things[key] = thing
                self._weight += weight
                while self._weight > self._most:
                    _, gone = self._things.popitem(last=False)
                    self._weight -= self._weigh(gone)
        return thing

    @property
    def weight(self) -> int:
        """Of all that is kept."""
        return self._weight
