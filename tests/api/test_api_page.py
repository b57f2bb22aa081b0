"""What docs/api.md says is so of the example minutes: every address, every curl line, the Python program."""

import io
import re
import shlex
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from api.app import create_app
from api.settings import Settings
from tests.api.client import TestClient
from tests.stores import LentStore, load_examples

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text("utf-8")
QUESTIONS = re.findall(r"^\| ([^|]+\?) \| `(/[^`]+)`", PAGE, re.MULTILINE)
CURLS = re.findall(r"^curl .*$", PAGE, re.MULTILINE)
(PROGRAM,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

# The example minutes do not contradict each other, and name no plans.
WITHOUT = {"/api/conflicts?municipality=nordlev", "/api/plans?municipality=nordlev"}


@pytest.fixture(scope="module")
def client(server: LentStore) -> Iterator[TestClient]:
    app = create_app(Settings(), server.holding("examples", load_examples))
    with TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False) as made:
        yield made


@pytest.mark.parametrize(("question", "address"), QUESTIONS, ids=[address for _, address in QUESTIONS])
def test_every_question_has_an_answer(client: TestClient, question: str, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"].startswith("application/json"):
        found = any(value not in (None, [], ()) for value in answer.json().values())
        assert found == (address not in WITHOUT), question


def test_each_question_stands_once() -> None:
    assert len(QUESTIONS) >= 35
    assert len({address for _, address in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("line", CURLS)
def test_every_curl_line_answers(client: TestClient, line: str) -> None:
    words = shlex.split(line)[1:]
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    (url,) = [word for word in words if word.startswith("http://localhost:8000/")]
    assert client.get(url, headers=headers).status_code == 200


def test_the_program_runs(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def opened(url: str) -> Any:
        assert urlsplit(url).netloc == "localhost:8000"
        return io.BytesIO(client.get(url).raise_for_status().content)

    monkeypatch.setattr(urllib.request, "urlopen", opened)
    exec(compile(PROGRAM, "docs/api.md", "exec"), {"__name__": "example"})  # noqa: S102 - our own documentation
    told = capsys.readouterr().out.splitlines()
    pdf = "2026-04-21-beskaeftigelses-og-uddannelsesudvalget.pdf"
    assert f"2026-04-21 Ugentligt fremmøde for unge på uddannelseshjælp: Signe Ravnsø, {pdf} line 79" in told
