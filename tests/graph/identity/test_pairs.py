"""The labelled pairs, judged as `python -m bench.identity` judges them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest

from bench.identity import DIFFERENT, FOLDER, SAME, UNSURE, Judged, by_slice, judge, read_pairs, table


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [judge(pair) for pair in read_pairs()]


def test_no_two_become_one(judged: list[Judged]) -> None:
    assert [one.pair.id for one in judged if one.is_false_merge] == []


def test_pairs_are_enough_and_of_every_kind(judged: list[Judged]) -> None:
    assert len(judged) >= 300
    assert Counter(one.pair.label for one in judged).keys() == {SAME, DIFFERENT, UNSURE}
    assert {one.pair.kind.value for one in judged} == {"Person", "Body", "Organisation", "Law"}


def test_the_order_of_names_does_not_matter(judged: list[Judged]) -> None:
    for one in judged[::7]:
        here, there, *others = one.pair.names
        turned = replace(one.pair, names=(there, here, *others[::-1]))
        assert judge(turned).verdict == one.verdict


def test_the_table_stands_beside_the_first_run(judged: list[Judged]) -> None:
    first = json.loads((FOLDER / "first-run.json").read_text("utf-8"))
    last = by_slice(judged)
    assert first["figures"].keys() == last.keys()
    assert first["verdicts"].keys() == {one.pair.id for one in judged}
    assert table(last, first["figures"]).count("\n") == len(last) + 1
