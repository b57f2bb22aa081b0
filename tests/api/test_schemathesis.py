"""schemathesis over the whole description of the API, in the process: every check, seeded, and no finding.

The run of every day takes the examples, one made-up request of each kind for every address, and a few ways from answer
to request. ``make soak`` takes every edge of every parameter (coverage) and many more of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis.engine import events, from_schema

from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore
from tests.stores import SOAK

SEED = 20261121
LEAST = 10  # requests, so that a run that asks nothing is no success
PHASES = ("examples", "coverage", "fuzzing", "stateful")
# The questions of the library are made by one function, and answered through one: three stand for all of them.
EVERY_DAY = r"^(?!query_)|^query_(case_history|money|votes)$"


@pytest.fixture(scope="module")
def app(store: GraphStore) -> FastAPI:
    return create_app(Settings(allowed_hosts="*"), store)


def schema_of(app: FastAPI, phases: tuple[str, ...], examples: int) -> Any:
    told = {
        "seed": SEED,
        "generation": {"max-examples": examples, "deterministic": True},
        "phases": {phase: {"enabled": phase in phases} for phase in PHASES},
        # An address that is too long (414) is refused as well.
        "checks": {"negative_data_rejection": {"expected-statuses": ["4xx", "5xx"]}},
    }
    config = schemathesis.Config.from_dict(told)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config)

    @schema.hook
    def filter_failure(context: object, failure: Exception, case: schemathesis.Case, response: Any) -> bool:
        """A made-up place in a list fits its description, and is refused for what it is."""
        return not (response.status_code == 422 and response.json()["type"].endswith("/cursor-invalid"))

    return schema


def findings(schema: Any) -> Iterator[str]:
    """Each failed check and each error of the run, with the request that shows it; and if nothing was asked at all."""
    asked = 0
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError | events.FatalError):
            yield f"{event}"
        if isinstance(event, events.ScenarioFinished):
            asked += len(event.recorder.cases)
            for case, checks in event.recorder.checks.items():
                for check in checks:
                    if check.failure_info is not None:
                        failure = check.failure_info.failure
                        request = event.recorder.cases[case].value.as_curl_command()
                        yield f"{failure.title}: {failure.message}\n{request}"
    if asked < LEAST:
        yield f"only {asked} requests were made"


def test_nothing_is_found(app: FastAPI) -> None:
    schema = schema_of(app, ("examples", "fuzzing"), 1).include(operation_id_regex=EVERY_DAY)
    assert list(findings(schema)) == []


def test_nothing_is_found_from_answer_to_request(app: FastAPI) -> None:
    schema = schema_of(app, ("stateful",), 5).include(operation_id_regex=EVERY_DAY)
    assert list(findings(schema)) == []


@pytest.mark.skipif(not SOAK, reason="the long form: make soak")
@pytest.mark.parametrize("phase", PHASES)
def test_nothing_is_found_in_a_long_run(app: FastAPI, phase: str) -> None:
    assert list(findings(schema_of(app, (phase,), 100 if phase != "coverage" else 1))) == []
