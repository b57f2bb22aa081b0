"""Stores with the example minutes and, where they are at hand, real ones, each read once by a user's command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import open_store
from tests.pipeline.running import EXAMPLES, run
from tests.shared import SHARED


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield from _read(tmp_path_factory.mktemp("example") / "store", EXAMPLES)


@pytest.fixture(scope="session")
def haderslev(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Only for tests that need ../shared."""
    texts = sorted((SHARED / "minutes" / "haderslev").glob("*.txt"))
    yield from _read(tmp_path_factory.mktemp("haderslev") / "store", *texts)


def _read(store: Path, *minutes: Path) -> Iterator[Path]:
    """The store that a user's command makes; open here, so that the commands to come need not start its engine."""
    answer = run("ingest", *minutes, store=store)
    assert answer.returncode == 0, answer.stderr
    with open_store(store):
        yield store
