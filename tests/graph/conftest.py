"""A store for the tests of this folder: each begins with an empty graph."""

import pytest

from graph.store import BoltGraphStore
from tests.stores import LentStore


@pytest.fixture
def store(server: LentStore) -> BoltGraphStore:
    return server.empty()
