"""What holds for all tests, and the servers, which are started once."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from graph.store import open_store
from tests.stores import NEO4J, PASSWORD, SERVERS, SOAK, LentStore

# The gate asks the same each time, `make soak` something new; a busy machine fails no test.
settings.register_profile(
    "seeded",
    deadline=None,
    derandomize=not SOAK,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
settings.load_profile("seeded")


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LentStore]:
    """Each server in turn."""
    target = NEO4J if request.param == "neo4j" else tmp_path_factory.mktemp("store")
    with open_store(target, password=PASSWORD) as store:
        yield LentStore(store)
