"""`sagsgraf evaluate`: a run against the gold, and two runs against each other."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli.commands import app
from tests.extract.measuring import invented


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """A gold file, a run that has it all, and one that lacks the laws."""
    for name in ("gold", "now", "before"):
        (tmp_path / name).mkdir()
    (tmp_path / "gold" / "700.json").write_text(json.dumps(invented.gold()), encoding="utf-8")
    (tmp_path / "now" / "700_nordlev.json").write_text(json.dumps(invented.gold()), encoding="utf-8")
    poorer = invented.gold()
    poorer["items"][0]["laws"] = []
    (tmp_path / "before" / "700_nordlev.json").write_text(json.dumps(poorer), encoding="utf-8")
    return tmp_path


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def changes(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["changes"]
    return found


def test_a_run_against_the_gold_and_another_run(folders: Path) -> None:
    runs = ("--found", folders / "now", "--against", folders / "before")
    result = evaluate("--gold", folders / "gold", *runs, "--json")
    assert result.exit_code == 0
    assert {(one["type"], one["fate"], one["verdict_after"]) for one in changes(result)} == {
        ("law", "gained", "right"),
        ("law_entity", "gained", "right"),
    }


def test_two_runs_without_gold(folders: Path) -> None:
    result = evaluate("--found", folders / "before", "--against", folders / "now")
    assert result.exit_code == 0
    first = result.stdout.splitlines()[0].split("\t")
    assert first == ["type", "document", "rule", "gained", "lost", "changed", "better"]
    assert "law\tlost\t700_nordlev.json:" in result.stdout


def test_the_grammar_alone_reads_anew(folders: Path) -> None:
    result = evaluate("--gold", folders / "gold", "--found", folders / "now", "--by-grammar")
    assert result.exit_code != 0
    assert "reads documents anew" in str(result.exception)


def test_neither_gold_nor_two_runs_is_wrong_use(folders: Path) -> None:
    assert evaluate("--found", folders / "now").exit_code == 2
