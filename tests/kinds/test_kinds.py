"""What a document is, by its content: no held meeting is made of what only looks like minutes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.grammar import parse
from extract.reading import read
from extract.records import DocumentKind

HERE = Path(__file__).parent
KINDS = json.loads((HERE / "kinds.json").read_text("utf-8"))
NAMES = {"referat": DocumentKind.MINUTES, "dagsorden": DocumentKind.AGENDA, "other": DocumentKind.OTHER}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_kind(name: str) -> None:
    records = parse(read(HERE / name))
    assert {record.kind for record in records} == {NAMES[KINDS[name]["kind"]]}


@pytest.mark.parametrize("name", [name for name, told in sorted(KINDS.items()) if told["kind"] == "other"])
def test_what_is_no_minutes_says_so_and_keeps_its_text(name: str) -> None:
    (record,) = parse(read(HERE / name))
    assert {problem.code for problem in record.problems} & {"not-minutes", "layout-unknown"}
    assert record.text
    assert not record.items


def test_every_text_is_judged() -> None:
    assert sorted(path.name for path in HERE.glob("*.txt")) == sorted(KINDS)
