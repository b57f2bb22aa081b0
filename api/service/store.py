"""The store that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store import BoltGraphStore, open_store

if TYPE_CHECKING:
    from api.settings import Settings


def open_configured_store(settings: Settings) -> BoltGraphStore:
    """Open the store of ``settings``; raises a :class:`graph.errors.StoreError`."""
    return open_store(
        settings.store,
        user=settings.store_user,
        password=settings.store_password,
        database=settings.store_database,
    )
