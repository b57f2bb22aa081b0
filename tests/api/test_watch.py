"""Every answer has an id, every request is counted and told without what it asked for."""

import logging
import re
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from api.settings import Settings
from graph.errors import StatementTimedOut, StoreUnreachable
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.sample import CASE
from tests.api.test_app import FailingStore, failing


@pytest.fixture
def fresh(store: GraphStore) -> TestClient:
    return TestClient(create_app(Settings(), store), "http://localhost", False)


def figures(client: TestClient) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def counted(client: TestClient) -> dict[tuple[str, str, str], float]:
    return {
        (labels["method"], labels["route"], labels["status"]): value
        for (name, pairs), value in figures(client).items()
        if name == "sagsgraf_http_requests_total" and (labels := dict(pairs))
    }


@pytest.mark.parametrize("given", ["7f3a-B.2_x", "a" * 64])
def test_a_well_formed_id_is_kept(client: TestClient, given: str) -> None:
    assert client.get("/health", headers={"X-Request-ID": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "a" * 65, "a b", "æ", "<script>", "-a", 'a"'])
def test_any_other_id_is_replaced(client: TestClient, given: str) -> None:
    made = client.get("/health", headers={"X-Request-ID": given.encode()}).headers["x-request-id"]
    assert re.fullmatch("[0-9a-f]{32}", made)


def test_ids_differ(client: TestClient) -> None:
    assert client.get("/health").headers["x-request-id"] != client.get("/health").headers["x-request-id"]


@pytest.mark.parametrize(
    ("path", "host"), [("/api/cases/x", "localhost"), ("/api/nothing", "localhost"), ("/health", "evil.example")]
)
def test_problems_bear_the_id(client: TestClient, path: str, host: str) -> None:
    answer = client.get(path, headers={"X-Request-ID": "mit-nr-7", "Host": host})
    assert (answer.json()["request_id"], answer.headers["x-request-id"]) == ("mit-nr-7", "mit-nr-7")


def test_failures_bear_the_id_on_api_and_page() -> None:
    client = failing(ZeroDivisionError("inside"))
    answer = client.get("/api/cases", headers={"X-Request-ID": "mit-nr-8"})
    assert (answer.json()["request_id"], answer.headers["x-request-id"]) == ("mit-nr-8", "mit-nr-8")
    assert "mit-nr-8" in client.get("/", headers={"X-Request-ID": "mit-nr-8"}).text


def test_requests_are_counted_by_route_and_status(fresh: TestClient) -> None:
    for path in (f"/sager/{CASE}", "/sager/x", "/sager/y", "/hemmelig", "/static/style.css", "/api/cases?limit=0"):
        fresh.get(path)
    fresh.head("/sager")
    fresh.post("/sager")
    fresh.request("SNUSE", "/sager")
    fresh.get("/health", headers={"Host": "evil.example"})
    assert counted(fresh) == {
        ("GET", "/sager/{id}", "200"): 1,
        ("GET", "/sager/{id}", "404"): 2,
        ("GET", "none", "404"): 1,
        ("GET", "/static", "200"): 1,
        ("GET", "/api/cases", "422"): 1,
        ("HEAD", "/sager", "200"): 1,
        ("POST", "/sager", "405"): 1,
        ("other", "/sager", "405"): 1,
        ("GET", "none", "400"): 1,
    }


def test_durations_are_a_histogram(fresh: TestClient) -> None:
    fresh.get("/sager")
    found = figures(fresh)
    labels = frozenset({("method", "GET"), ("route", "/sager")})
    name = "sagsgraf_http_request_duration_seconds"
    assert found[f"{name}_count", labels] == 1
    assert found[f"{name}_bucket", labels | {("le", "+Inf")}] == 1
    assert found[f"{name}_sum", labels] > 0


def test_the_store_is_told_of(fresh: TestClient) -> None:
    found = figures(fresh)
    assert found["sagsgraf_store_up", frozenset()] == 1
    assert found["sagsgraf_documents", frozenset()] == 2


@pytest.mark.parametrize("error", [StoreUnreachable("away", ""), StatementTimedOut("slow", "")])
def test_figures_are_there_without_the_store(error: Exception) -> None:
    client = failing(error)
    client.get("/sager")
    found = figures(client)
    assert found["sagsgraf_store_up", frozenset()] == 0
    assert ("sagsgraf_documents", frozenset()) not in found
    assert counted(client)["GET", "/sager", "503"] == 1


def test_a_failure_is_counted() -> None:
    client = failing(ZeroDivisionError())
    client.get("/sager/x")
    assert counted(client)["GET", "/sager/{id}", "500"] == 1


def test_figures_hold_nothing_that_was_asked_for(fresh: TestClient) -> None:
    for path in (f"/sager/{CASE}", "/personer/nordlev.aase-holm", "/soeg?q=hemmeligt", "/hemmeligt"):
        fresh.get(path)
    text = fresh.get("/metrics").text
    assert not re.search("aase|holm|hemmeligt|aavej|2024-03-05", text)


def test_the_log_tells_route_and_id_but_not_what_was_asked(fresh: TestClient, caplog: Any) -> None:
    caplog.set_level(logging.INFO, "sagsgraf.access")
    fresh.get("/personer/nordlev.aase-holm?q=hemmeligt", headers={"X-Request-ID": "nr-1"})
    (record,) = [one for one in caplog.records if one.name == "sagsgraf.access"]
    assert (record.method, record.route, record.status) == ("GET", "/personer/{id}", 200)
    assert record.milliseconds >= 0
    assert "aase" not in str(record.__dict__)
    assert "hemmeligt" not in str(record.__dict__)


def test_the_log_does_not_quote_a_statement(caplog: Any) -> None:
    client = TestClient(
        create_app(Settings(), FailingStore(StatementTimedOut("MATCH (hemmelig)", ""))),  # type: ignore[arg-type]
        "http://localhost",
    )
    client.get("/api/cases")
    assert "statement" in caplog.text
    assert "hemmelig" not in caplog.text
