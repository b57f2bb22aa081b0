import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.size import clients
from bench.size.clients import CLIENTS, ask_together, page_weight, serving

PAGE = """<link rel="stylesheet" href="/style.css"><link rel="alternate" href="/feed"><script src="/a.js"></script>
<script src="/a.js"></script><img src="/b.svg"><a href="/other">x</a>"""


class Handler(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 - one server for all tests

    def do_GET(self) -> None:
        self.asked.append(self.path)
        body = PAGE.encode() if self.path == "/page" else b"x" * 10
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_each_reader_asks_at_least_once_and_the_paths_in_turn(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "PAUSE", 0.01)
    Handler.asked.clear()
    waited = ask_together(address, ["/1", "/2"], 0.011)
    assert len(waited) == len(Handler.asked) >= CLIENTS
    assert abs(Handler.asked.count("/1") - Handler.asked.count("/2")) <= 1


def test_a_page_weighs_what_its_reader_fetches_each_once(address: str) -> None:
    assert page_weight(address, "/page") == (len(PAGE), len(PAGE) + 30)


def test_a_server_tells_its_address_and_is_ended() -> None:
    program = "import time; print('at http://127.0.0.1:81', flush=True); time.sleep(600)"
    with serving(sys.executable, "-c", program) as address:
        assert address == "http://127.0.0.1:81"
    with pytest.raises(RuntimeError, match="did not begin"), serving(sys.executable, "-c", "print('no')"):
        pass
