"""Stores with the example minutes and, where they are at hand, real ones, each read once by a user's command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.running import EXAMPLES, run
from tests.shared import SHARED


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("example") / "store"
    answer = run("ingest", EXAMPLES, store=store)
    assert answer.returncode == 0, answer.stderr
    return store


@pytest.fixture(scope="session")
def haderslev(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only for tests that need ../shared."""
    store = tmp_path_factory.mktemp("haderslev") / "store"
    answer = run("ingest", *sorted((SHARED / "minutes" / "haderslev").glob("*.txt")), store=store)
    assert answer.returncode == 0, answer.stderr
    return store
