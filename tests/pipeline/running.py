"""The program as a user runs it: the installed command in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson

HOUSE = Path(__file__).resolve().parents[2]
EXAMPLES = HOUSE / "examples" / "minutes"
SAGSGRAF = Path(sys.executable).with_name("sagsgraf")


def run(*arguments: object, store: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `sagsgraf`; the answer with exit code, stdout and stderr."""
    command = [str(SAGSGRAF), *(("--store", str(store)) if store else ()), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=HOUSE)


def ask(store: Path, statement: str, **parameters: object) -> list[list[Any]]:
    """The rows of a Cypher statement, by the command that a user would type."""
    pairs = [f"{name}={orjson.dumps(value).decode()}" for name, value in parameters.items()]
    answer = run("cypher", statement, *pairs, "--json", "--rows", 100_000, store=store)
    assert answer.returncode == 0, answer.stderr
    rows: list[list[Any]] = orjson.loads(answer.stdout)["rows"]
    return rows
