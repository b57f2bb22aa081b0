"""A store for the tests of this folder: the embedded engine, and a Neo4j where SAGSGRAF_TEST_NEO4J gives its address.

The engine is started once; each test begins with an empty graph.
"""

import os
from collections.abc import Iterator

import pytest

from graph.store import BoltGraphStore, open_store

NEO4J = os.environ.get("SAGSGRAF_TEST_NEO4J", "")
PASSWORD = os.environ.get("SAGSGRAF_TEST_NEO4J_PASSWORD", "")
SERVERS = ["embedded", "neo4j"] if NEO4J else ["embedded"]


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltGraphStore]:
    target = NEO4J if request.param == "neo4j" else tmp_path_factory.mktemp("store")
    store = open_store(target, password=PASSWORD)
    yield store
    store.close()


@pytest.fixture
def store(server: BoltGraphStore) -> BoltGraphStore:
    server.write("MATCH (n) DETACH DELETE n")
    return server
