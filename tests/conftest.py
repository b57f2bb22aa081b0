"""What holds for all tests, and the servers, which are started once."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from graph.store import open_store
from tests.stores import NEO4J, PASSWORD, SERVERS, LentStore

settings.register_profile("untimed", deadline=None)  # a busy machine fails no test
settings.load_profile("untimed")


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LentStore]:
    """Each server in turn."""
    target = NEO4J if request.param == "neo4j" else tmp_path_factory.mktemp("store")
    with open_store(target, password=PASSWORD) as store:
        yield LentStore(store)
