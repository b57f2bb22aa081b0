"""One embedded store with the sample graph for all tests of the faces, and a client that asks in the process."""

from collections.abc import Iterator

import pytest

from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore, open_store
from graph.words.renewal import renew_terms
from tests.api.client import TestClient
from tests.api.sample import build

PAGE = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    opened = open_store(tmp_path_factory.mktemp("api") / "store")
    opened.apply_schema()
    build().write(opened)
    renew_terms(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def client(store: GraphStore) -> Iterator[TestClient]:
    app = create_app(Settings(), store)
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="session")
def page_headers() -> dict[str, str]:
    return PAGE
