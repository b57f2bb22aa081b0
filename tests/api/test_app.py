"""Every error on every path has one shape, and nothing of the inside is told."""

import re
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from api.errors import KINDS, NotFound
from api.settings import Settings
from graph.errors import StatementTimedOut, StoreUnreachable
from graph.store import Dialect
from tests.api.client import TestClient

API_PATHS = [
    "/api/cases", "/api/cases/x", "/api/cases/x/history", "/api/case-numbers/x", "/api/meetings", "/api/meetings/x",
    "/api/items", "/api/items/x", "/api/persons", "/api/persons/x", "/api/bodies", "/api/bodies/x",
    "/api/organisations", "/api/organisations/x", "/api/laws", "/api/laws/x", "/api/municipalities",
    "/api/municipalities/x", "/api/documents/x", "/api/search?q=x", "/api/graph?node=x", "/api/statistics", "/health",
    "/ready", "/api/cases/x/feed", "/api/bodies/x/feed", "/api/municipalities/x/feed", "/api/organisations/x/feed",
    "/api/persons/x/feed", "/api/search/feed?q=x", "/api/followups/feed?municipality=x", "/api/bodies/x/calendar",
    "/api/municipalities/x/calendar", "/api/followups/calendar?municipality=x",
    "/api/followups", "/api/missing", "/api/conflicts", "/api/decisions", "/api/decisions/x", "/api/votes",
    "/api/votes/x", "/api/persons/x/votes", "/api/persons/x/memberships", "/api/persons/x/absences", "/api/parties",
    "/api/parties/x", "/api/provisions", "/api/provisions/x", "/api/plans",
    "/api/plans/x", "/api/topics", "/api/topics/x", "/api/organisations/x/timeline", "/api/mentions",
    "/api/links", "/api/facts/x", "/api/documents", "/api/dataset",
]  # fmt: skip
PAGE_PATHS = [
    "/", "/sager", "/sager/x", "/sagsnumre/x", "/moeder", "/moeder/x", "/punkter/x", "/personer", "/personer/x",
    "/udvalg", "/udvalg/x", "/organisationer", "/organisationer/x", "/love", "/love/x", "/kommuner", "/kommuner/x",
    "/dokumenter/x", "/soeg?q=x", "/graf?node=x", "/opfoelgninger", "/mangler", "/modstrid", "/partier", "/partier/x",
    "/paragraffer/x", "/planer", "/planer/x", "/emner", "/emner/x", "/daekning", "/en/", "/en/sager/x",
    "/sitemap.xml", "/sitemap-items-1.xml",
]  # fmt: skip


class FailingStore:
    """A store whose every question ends in one error."""

    dialect = Dialect.ARCADEDB

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, *_: Any, **__: Any) -> Any:
        raise self._error


def failing(error: Exception) -> TestClient:
    app = create_app(Settings(), FailingStore(error))  # type: ignore[arg-type]
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


def problem_of(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail", "instance"} <= set(body)
    assert body["status"] == status
    assert body["type"] == f"/api/problems/{code}"
    assert body["instance"] == answer.request.url.path
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    return body


def page_of(answer: Any, status: int) -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")


def told(answer: Any, status: int, code: str) -> None:
    """The API answers a problem, every other address a page."""
    path = answer.request.url.path
    if path in ("/health", "/ready") or path.startswith("/api/"):
        problem_of(answer, status, code)
    else:
        page_of(answer, status)


def things(paths: list[str]) -> list[str]:
    ends = (
        "/x", "/x/history", "/x/votes", "/x/memberships", "/x/absences", "/x/timeline", "node=x", "x/feed",
        "x/calendar", "municipality=x",
    )  # fmt: skip
    return [path for path in paths if path.endswith(ends)]


@pytest.mark.parametrize("path", things(API_PATHS + PAGE_PATHS))
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    told(client.get(path), 404, "not-found")


@pytest.mark.parametrize("path", ["/api/nothing", "/nothing", "/static/nothing.css", "/static/../app.py"])
def test_unknown_address_is_404(client: TestClient, path: str) -> None:
    told(client.get(path), 404, "page-unknown")


@pytest.mark.parametrize("path", API_PATHS + PAGE_PATHS + ["/static/style.css"])
def test_other_methods_are_405(client: TestClient, path: str) -> None:
    answer = client.post(path)
    told(answer, 405, "method-refused")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/api/cases?limit=0", "query.limit"),
        ("/api/cases?limit=1000000", "query.limit"),
        ("/api/laws?limit=many", "query.limit"),
        ("/api/search", "query.q"),
        ("/api/search?q=" + "a" * 201, "query.q"),
        ("/api/cases?number=", "query.number"),
        ("/api/graph", "query.node"),
        ("/api/graph?node=x&depth=9", "query.depth"),
        ("/api/followups?status=late", "query.status"),
        ("/api/followups?as_of=2024-13-01", "query.as_of"),
        ("/api/items/" + "a" * 501, "path.id"),
    ],
)
def test_wrong_parameter_is_422_and_named(client: TestClient, path: str, field: str) -> None:
    body = problem_of(client.get(path), 422, "request-invalid")
    assert [error["field"] for error in body["errors"]] == [field]


@pytest.mark.parametrize(
    "path",
    [
        "/api/cases", "/api/laws", "/api/persons", "/api/meetings", "/api/items", "/api/followups", "/api/missing",
        "/api/conflicts", "/api/decisions", "/api/votes", "/api/mentions", "/api/persons/nordlev.carl-oest/votes",
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", ["x", "WzFd", "WyJhIl0", "WyJhIiwiYiJd", "WyJhIiwiYiIsImMiXQ"])
def test_stale_place_is_422(client: TestClient, path: str, after: str) -> None:
    problem_of(client.get(f"{path}?after={after}"), 422, "cursor-invalid")


@pytest.mark.parametrize("path", API_PATHS + PAGE_PATHS)
def test_store_that_is_down_is_503(path: str) -> None:
    answer = failing(StoreUnreachable("bolt://secret:7687 is away.", "Start it.")).get(path)
    told(answer, 503, "store-unavailable")
    assert answer.headers["retry-after"]
    assert "secret" not in answer.text


def test_answer_that_takes_too_long_is_503() -> None:
    problem_of(failing(StatementTimedOut("MATCH (n)", "x")).get("/api/cases"), 503, "answer-too-slow")


@pytest.mark.parametrize("path", API_PATHS + PAGE_PATHS)
def test_fault_of_the_program_is_500_and_tells_nothing(path: str) -> None:
    answer = failing(ZeroDivisionError("inside")).get(path)
    told(answer, 500, "failure")
    assert "inside" not in answer.text
    assert "Traceback" not in answer.text


def test_store_that_cannot_be_opened_is_503_and_tried_again(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    app = create_app(Settings(store=str(blocked)))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        problem_of(client.get("/health"), 503, "store-unavailable")
        blocked.unlink()
        assert client.get("/health").json()["status"] == "ok"


@pytest.mark.parametrize("path", ["/", "/health", "/api/cases", "/static/style.css"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    answer = client.head(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == client.get(path).headers["content-type"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "[", "127.0.0.1.nip.example:8000"])
def test_foreign_host_is_refused(client: TestClient, host: str) -> None:
    problem_of(client.get("/api/cases", headers={"Host": host}), 400, "host-refused")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000"])
def test_own_host_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nothing", 404), ("/graf", 422), ("/punkter/x?linje=a", 422), ("/sager?efter=x", 422), ("/static/no.css", 404)],
)
@pytest.mark.parametrize("accept", ["*/*", "text/html", "text/css"])
def test_what_is_not_the_api_answers_a_page(client: TestClient, path: str, status: int, accept: str) -> None:
    page_of(client.get(path, headers={"Accept": accept}), status)


def test_description_page_answers_a_page(client: TestClient) -> None:
    page_of(client.post("/api/docs"), 405)


@pytest.mark.parametrize("path", [path for path in API_PATHS if not path.endswith(("/x", "/x/history"))])
@pytest.mark.parametrize("name", ["nosuch", "from", "Limit", ""])
def test_unknown_parameter_is_refused_and_named(client: TestClient, path: str, name: str) -> None:
    answer = client.get(path + ("&" if "?" in path else "?") + f"{name}=zz")
    (error,) = problem_of(answer, 422, "request-invalid")["errors"]
    assert error["field"] == f"query.{name}"


def test_refusal_names_the_known_parameters(client: TestClient) -> None:
    body = problem_of(client.get("/api/meetings?from=2024&to=2025&limit=3"), 422, "request-invalid")
    assert [error["field"] for error in body["errors"]] == ["query.from", "query.to"]
    for name in ("municipality", "body", "limit", "after"):
        assert name in body["errors"][0]["message"]


@pytest.mark.parametrize("path", ["/?utm_source=x", "/sager?utm_source=x", "/soeg?q=x&fbclid=y"])
def test_pages_let_unknown_parameters_be(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/api/cases/", "/sager/", "/health/", "//evil.example/"])
def test_slash_at_the_end_leads_nowhere_else(client: TestClient, path: str) -> None:
    answer = client.get(f"http://localhost:8000{path}", follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == (404, None)


def test_cures_fit_every_face(client: TestClient) -> None:
    assert "/api" not in NotFound("case", "99/9999").cure
    assert "/api/search?q=" in client.get("/api/cases?number=99-9999-9999").json()["detail"]


def test_unknown_type_of_problem_lists_the_known(client: TestClient) -> None:
    detail = problem_of(client.get("/api/problems/nope"), 404, "not-found")["detail"]
    assert all(kind.code in detail for kind in KINDS)


def test_browsers_get_a_page_also_when_the_program_fails(page_headers: dict[str, str]) -> None:
    answer = failing(ZeroDivisionError()).get("/", headers=page_headers)
    assert answer.status_code == 500
    assert "Der er en fejl hos os" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")


def test_api_answers_problems_even_to_browsers(client: TestClient, page_headers: dict[str, str]) -> None:
    assert client.get("/api/cases/x", headers=page_headers).headers["content-type"] == "application/problem+json"


def test_every_type_of_problem_is_explained(client: TestClient) -> None:
    listed = {each["type"] for each in client.get("/api/problems").json()["types"]}
    assert listed == {f"/api/problems/{kind.code}" for kind in KINDS}
    for address in listed:
        assert client.get(address).json()["text"]


def test_description_is_complete(client: TestClient) -> None:
    description = client.get("/api/openapi.json").json()
    known = set(description["components"]["schemas"])
    named = set(re.findall(r'"#/components/schemas/(\w+)"', client.get("/api/openapi.json").text))
    assert named <= known
    assert not known & {"HTTPValidationError", "ValidationError"}
    for path, methods in description["paths"].items():
        for operation in methods.values():
            assert operation["description"], path
            assert "application/problem+json" in operation["responses"]["422"]["content"], path
