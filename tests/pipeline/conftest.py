"""A store with the example minutes in it, read once by the command that a newcomer runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.running import EXAMPLES, run


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("example") / "store"
    answer = run("ingest", EXAMPLES, store=store)
    assert answer.returncode == 0, answer.stderr
    return store
