"""Lines of the log: JSON or text, with the request's id, without the message of an error."""

import json
import logging
import subprocess
import sys

import pytest

from api.journal import REQUEST, JsonLines, TextLines


def record(message: str = "request", caught: bool = False, **extra: object) -> logging.LogRecord:
    made = logging.LogRecord(
        "sagsgraf.access", logging.INFO, "x.py", 1, message, (), sys.exc_info() if caught else None
    )
    made.__dict__.update(extra)
    return made


@pytest.fixture
def request_id() -> object:
    token = REQUEST.set("nr-æ")
    yield
    REQUEST.reset(token)


def test_json_lines_hold_what_was_noted(request_id: object) -> None:
    line = JsonLines().format(record(method="GET", route="/sager/{id}", status=200, milliseconds=1.5, secret="x"))
    assert "\n" not in line
    told = json.loads(line)
    assert told.pop("time").endswith("+00:00")
    assert told == {
        "level": "info", "logger": "sagsgraf.access", "message": "request", "request": "nr-æ", "method": "GET",
        "route": "/sager/{id}", "status": 200, "milliseconds": 1.5,
    }  # fmt: skip


def test_text_lines_hold_the_id(request_id: object) -> None:
    assert " INFO sagsgraf.access [nr-æ]: request" in TextLines().format(record())


def test_text_lines_without_a_request() -> None:
    assert TextLines().format(record()).endswith("sagsgraf.access: request")


@pytest.mark.parametrize("form", [JsonLines, TextLines])
def test_an_error_is_told_by_type_and_place_alone(form: type[logging.Formatter]) -> None:
    try:
        try:
            raise ValueError("hemmelig tekst")
        except ValueError as inner:
            raise KeyError("mere hemmeligt") from inner
    except KeyError:
        line = form().format(record("fault", caught=True))
    assert "hemmelig" not in line
    assert "KeyError" in line
    assert "ValueError" in line
    assert "test_journal.py" in line


@pytest.mark.parametrize(("form", "lines"), [("json", 2), ("text", 1)])
def test_a_process_writes_its_log_to_stderr(form: str, lines: int) -> None:
    program = (
        "import logging; from api.journal import ACCESS, begin_journal\n"
        f"begin_journal('{form}')\n"
        "ACCESS.info('request'); logging.getLogger('sagsgraf.api').warning('væk')\n"
        "logging.getLogger('neo4j.notifications').warning('MATCH (hemmelig)')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    written = done.stderr.splitlines()
    assert (len(written), done.stdout) == (lines, "")
    assert "væk" in written[-1]
    if form == "json":
        assert [json.loads(line)["logger"] for line in written] == ["sagsgraf.access", "sagsgraf.api"]
