"""Every link is right under a path prefix, and no stranger chooses our absolute addresses."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.requests import Request

from api.addresses import host_of, place_of, public_root
from api.app import create_app
from api.pages.rendering import API
from api.settings import Settings
from graph.store import GraphStore
from tests.api.client import TestClient
from tests.api.sample import CASE, COUNCIL
from tests.api.test_app import FailingStore
from tests.api.test_pages import Page

ROOT = "/sagsgraf"
ADDRESSES = ("href", "action", "src", "data-source", "data-address")


@pytest.fixture(scope="module", params=["server", "setting"])
def prefixed(store: GraphStore, request: pytest.FixtureRequest) -> Iterator[TestClient]:
    """A client of a proxy that keeps the prefix: told to the server (``root_path``), or set."""
    by_server = request.param == "server"
    app = create_app(Settings() if by_server else Settings(path_prefix=ROOT), store)
    root = ROOT if by_server else ""
    with TestClient(app, "http://localhost:8000", False, root) as made:
        yield made


def test_every_link_of_every_page_stays_under_the_prefix(prefixed: TestClient) -> None:
    begin = [f"{ROOT}/", f"{ROOT}/soeg?q=cykel", f"{ROOT}/nothing", f"{ROOT}/sager?efter=x", f"{ROOT}/api/docs"]
    seen: set[str] = set()
    kinds: set[str] = set()
    while begin:
        address = begin.pop()
        kind = re.sub(r"[^/]+\.[^/]+|=.*", "*", address)
        if address in seen or kind in kinds:  # one of each kind
            continue
        seen.add(address)
        kinds.add(kind)
        answer = prefixed.get(address, follow_redirects=False)
        assert answer.status_code < 500, address
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for link in Page(answer.text).values(*ADDRESSES):
            target = urlsplit(urljoin(address, link))
            if not target.netloc:
                assert target.path.startswith(f"{ROOT}/"), (address, link)
                begin.append(target.path + (f"?{target.query}" if target.query else ""))
    assert len(seen) > 25
    bare = ("/nothing", "/sager?efter=x", "/graf")  # among them a form's address without its question
    forms = {f"{ROOT}{language}{path}" for language in ("", "/en") for path in bare}
    assert {one: status for one in seen - forms if (status := prefixed.get(one).status_code) != 200} == {}


def test_redirects_problems_and_description_have_the_prefix(prefixed: TestClient) -> None:
    def led(path: str) -> str:
        return str(prefixed.get(f"{ROOT}{path}", follow_redirects=False).headers["location"])

    assert led(f"/sager/{COUNCIL}") == f"{ROOT}/sager/{CASE}"
    assert led("/soeg?q=24/2210&kommune=nordlev") == f"{ROOT}/sager/{CASE}"
    assert led("/api") == f"{ROOT}/api/docs"
    problem = prefixed.get(f"{ROOT}/api/cases/x").json()
    assert (problem["type"], problem["instance"]) == (f"{ROOT}/api/problems/not-found", f"{ROOT}/api/cases/x")
    assert prefixed.get(problem["type"]).status_code == 200
    assert prefixed.get(f"{ROOT}/api/openapi.json").json()["servers"] == [{"url": ROOT}]


def test_failures_have_the_prefix() -> None:
    app = create_app(Settings(path_prefix=ROOT), FailingStore(ZeroDivisionError()))  # type: ignore[arg-type]
    client = TestClient(app, "http://localhost", False)
    assert client.get(f"{ROOT}/api/cases").json()["type"] == f"{ROOT}/api/problems/failure"
    assert f'href="{ROOT}/sager"' in client.get(f"{ROOT}/").text


@pytest.mark.parametrize("path", ["/", "/sager", "/health", "/static/style.css", ROOT])
def test_a_proxy_may_take_the_prefix_off(prefixed: TestClient, path: str) -> None:
    answer = prefixed.get(f"http://localhost:8000{path}")
    assert answer.status_code == 200
    if answer.headers["content-type"].startswith("text/html"):
        assert f'href="{ROOT}/sager"' in answer.text


def test_no_template_writes_an_address_without_the_prefix() -> None:
    for path in sorted((API / "templates").glob("*.html")):
        text = path.read_text("utf-8")
        assert not re.search(r'\b(?:href|src|action|data-[a-z]+)="/', text), f'{path.name}: write {{{{ at("/…") }}}}'


def asked(settings: Settings, host: str, root: str = "") -> str:
    scope: dict[str, Any] = {
        "type": "http", "scheme": "http", "path": f"{root}/", "root_path": root, "query_string": b"",
        "headers": [(b"host", host.encode())], "server": ("10.0.0.1", 1), "app": create_app(settings),
    }  # fmt: skip
    return public_root(Request(scope))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil@localhost.evil.example", "[", "", "localhost.evil.example", "127.0.0.1.nip.example:8000"],
)
def test_a_host_header_is_not_believed(host: str) -> None:
    assert asked(Settings(allowed_hosts="*"), host) == "http://127.0.0.1:8000"
    assert asked(Settings(allowed_hosts="*", host="0.0.0.0", port=80), host) == "http://localhost"  # noqa: S104
    assert asked(Settings(base_url="https://nordlev.example/sg"), host, "/sg") == "https://nordlev.example/sg"


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost:1234", "http://localhost:1234"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("evil@localhost:80/x", "http://localhost"),
        ("localhost:99999", "http://localhost"),
    ],
)
def test_this_machine_may_be_named(host: str, known: str) -> None:
    assert asked(Settings(), host) == known
    assert asked(Settings(path_prefix=ROOT), host, ROOT) == known + ROOT


def test_what_is_no_address_has_no_place() -> None:
    assert (place_of("https://Nordlev.example:8000/x"), host_of("Nordlev.example:8000")) == (
        "nordlev.example:8000",
        "nordlev.example",
    )
    assert [place_of(one) for one in ("http://[", "null", "")] == ["", "", ""]
    assert host_of("[") == ""
