"""A limit on requests, where one is set."""

import pytest

from api.app import create_app
from api.pace import Buckets
from api.settings import Settings
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.test_app import problem_of


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def test_a_bucket_fills_evenly() -> None:
    clock = Clock()
    buckets = Buckets(2, clock)
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 30]
    clock.time += 29
    assert buckets.take("a") == 1
    clock.time += 1
    assert [buckets.take("a"), buckets.take("a")] == [0, 30]
    clock.time += 1000
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 30]


def test_clients_have_a_bucket_each_and_the_oldest_is_forgotten() -> None:
    clock = Clock()
    buckets = Buckets(1, clock, clients=2)
    assert [buckets.take(client) for client in ("a", "b", "a", "b")] == [0, 0, 60, 60]
    assert buckets.take("c") == 0
    assert buckets.take("a") == 0  # forgotten


def limited(store: GraphStore, host: str = "10.1.2.3") -> TestClient:
    return TestClient(create_app(Settings(rate_limit=2), store), "http://localhost", False, client=(host, 1))


def test_more_than_the_limit_is_429(store: GraphStore) -> None:
    client = limited(store)
    assert [client.get("/api/problems").status_code for _ in range(2)] == [200, 200]
    answer = client.get("/api/problems")
    problem_of(answer, 429, "rate-exceeded")
    assert 1 <= int(answer.headers["retry-after"]) <= 30
    page = client.get("/sager")
    assert (page.status_code, page.headers["content-type"]) == (429, "text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/health", "/ready", "/metrics", "/static/style.css"])
def test_who_runs_it_is_not_limited(store: GraphStore, path: str) -> None:
    client = limited(store)
    assert {client.get(path).status_code for _ in range(4)} == {200}


def test_addresses_of_one_network_share_a_limit(store: GraphStore) -> None:
    app = create_app(Settings(rate_limit=1), store)
    hosts = ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1")
    clients = [TestClient(app, "http://localhost", client=(host, 1)) for host in hosts]
    assert [client.get("/api/problems").status_code for client in clients] == [200, 429, 200]


def test_there_is_no_limit_unless_set(client: TestClient) -> None:
    assert {client.get("/api/problems").status_code for _ in range(50)} == {200}


def asked(
    settings: Settings, store: GraphStore, method: str = "GET", origin: str = "https://data.example"
) -> str | None:
    client = TestClient(create_app(settings, store), "http://localhost")
    preflight = {"Access-Control-Request-Method": "GET"} if method == "OPTIONS" else {}
    answer = client.request(method, "/api/problems", headers={"Origin": origin, **preflight})
    return answer.headers.get("access-control-allow-origin")


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_other_sites_read_only_where_that_is_set(store: GraphStore, method: str) -> None:
    assert asked(Settings(), store, method) is None
    named = Settings(cors_origins="https://data.example")
    assert asked(named, store, method) == "https://data.example"
    assert asked(named, store, method, "https://evil.example") is None
    assert asked(Settings(cors_origins="*"), store, method, "https://any.example") == "*"
