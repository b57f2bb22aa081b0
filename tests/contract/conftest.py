"""Both servers, filled with one corpus, and a third store beside them whose answers are compared with theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from graph.store import BoltGraphStore, open_store
from tests.contract.asking import Asker
from tests.contract.corpus import fill, fill_otherwise
from tests.stores import SERVERS, LentStore


@pytest.fixture
def store(server: LentStore) -> BoltGraphStore:
    """Each server with the corpus of this suite, for reading."""
    return server.holding("contract", fill)


@pytest.fixture
def empty(server: LentStore) -> BoltGraphStore:
    """Each server without a node, for writing."""
    return server.empty()


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltGraphStore]:
    """An embedded store with the same corpus, loaded in another order: no answer may depend on it."""
    with open_store(tmp_path_factory.mktemp("reference")) as opened:
        fill_otherwise(opened)
        yield opened


@pytest.fixture(scope="session")
def asker(reference: BoltGraphStore) -> Asker:
    """Parameters from the reference store."""
    return Asker(reference)


_PASSED: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    found = re.search(r"^tests/contract/.*\[(embedded|neo4j)\b", report.nodeid)
    if found and report.when == "call" and report.passed:
        _PASSED[found[1]] += 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    green = ", ".join(f"{_PASSED[server]} green on {server}" for server in SERVERS)
    terminalreporter.write_line(f"Contract suite: {green}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fewer green tests on one server than on the other are a failure, whatever the reason."""
    asked = [_PASSED[server] for server in SERVERS if server in _PASSED]  # -k may leave a server out
    if len(set(asked)) > 1:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
