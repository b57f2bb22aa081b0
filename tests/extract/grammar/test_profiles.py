"""Families of layout: each file has an example of it, which is known and read as it is written beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.errors import SettingsError
from extract.evidence import value_of
from extract.grammar import parse
from extract.grammar.profiles import GENERIC, Way, inherit, profiles
from extract.grammar.vocabulary import SectionRole
from tests.extract.grammar.minutes import document_of

EXAMPLES = Path(__file__).parent / "profiles"
READING = [name for name, profile in profiles().items() if profile.reads and profile.way is not Way.SOURCE]


def example(name: str) -> dict[str, Any]:
    """`minutes` as printed, and its `points`: number ("" for none), title, case number, the body's own decision."""
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", READING)
def test_example_is_read_by_its_family(name: str) -> None:
    told = example(name)
    (record,) = parse(document_of(told["minutes"]))
    assert record.layout == name
    assert record.layout_confidence >= (0.6 if name == GENERIC else 0.9)
    read = [
        [
            item.number or "",
            item.title.value,
            value_of(item.case_number) or "",
            " ".join(decision.text for decision in item.decisions if decision.own),
        ]
        for item in record.items
    ]
    assert read == told["points"]


def test_no_example_without_family() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.toml")) == sorted(READING)


def test_child_takes_over_and_adds() -> None:
    child, parent = profiles()["dotted"], profiles()["numbered"]
    assert child.way is parent.way is Way.NUMBERED
    assert child.depth == parent.depth + 1
    assert child.forms["indstilling"].role is SectionRole.RECOMMENDATION


def test_circle_is_named() -> None:
    with pytest.raises(SettingsError, match="a > b > a"):
        inherit("a", {"a": {"about": "", "extends": "b"}, "b": {"about": "", "extends": "a"}})


def test_unknown_parent_is_named() -> None:
    with pytest.raises(SettingsError, match="'b' does not exist"):
        inherit("a", {"a": {"about": "", "extends": "b"}})
