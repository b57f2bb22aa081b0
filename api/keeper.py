"""The store of a running server: given, or opened from the settings, again where the first try failed."""

from __future__ import annotations

import logging
from contextlib import ExitStack, suppress

from api.service.store import served_store
from api.settings import Settings
from graph.errors import StoreError
from graph.retrying import Door
from graph.store import GraphStore

log = logging.getLogger("sagsgraf.api")


class StoreKeeper:
    """Keeps one store for all requests. While it cannot be opened every request says so, and the next tries again."""

    def __init__(self, settings: Settings, store: GraphStore | None) -> None:
        self._settings = settings
        self._store = store
        self._given = store is not None
        self._at_close = ExitStack()  # what is to be left with the store that was opened here
        self._opening = Door(StoreError)

    def try_open(self) -> None:
        """Open the store; a failure is logged, and met again by the first request."""
        with suppress(StoreError):
            self.store()

    @property
    def opened(self) -> GraphStore | None:
        """The store, if it is open."""
        return self._store

    def store(self) -> GraphStore:
        """The open store; raises a :class:`graph.errors.StoreError`."""
        if self._store is None:
            with self._opening.entered(wanted=lambda: self._store is None):
                if self._store is None:
                    self._store = self._open()
        return self._store

    def _open(self) -> GraphStore:
        try:
            return self._at_close.enter_context(served_store(self._settings))
        except StoreError as error:
            log.error("%s", error)
            raise

    def close(self) -> None:
        """Close the store if it was opened here."""
        if not self._given:
            self._store = None
            self._at_close.close()
