"""What docs/api.md says is so: every address, every curl line, the Python program."""

import io
import re
import shlex
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.api.client import TestClient

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text("utf-8")
QUESTIONS = re.findall(r"^\| ([^|]+\?) \| `(/[^`]+)`", PAGE, re.MULTILINE)
CURLS = re.findall(r"^curl .*$", PAGE, re.MULTILINE)
(PROGRAM,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("question", "address"), QUESTIONS, ids=[address for _, address in QUESTIONS])
def test_every_question_has_an_answer(client: TestClient, question: str, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"].startswith("application/json"):
        assert any(value not in (None, [], ()) for value in answer.json().values()), question


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
    assert capsys.readouterr().out == "2024-04-09 Cykelsti langs Åvej: Carl Øst, referat-æøå.pdf line 67\n"
