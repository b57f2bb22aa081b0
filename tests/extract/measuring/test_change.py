import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.measuring.change import Change, compare
from extract.measuring.evaluation import Evaluation
from extract.measuring.score import evaluate
from tests.extract.measuring import invented

TABLES = ["laws", "persons", "recommendations", "procedure", "money"]


@pytest.fixture(scope="module")
def gold_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    (folder / "700.json").write_text(json.dumps(invented.gold()), encoding="utf-8")
    return folder


def changes(before: Evaluation, after: Evaluation) -> dict[str, Change]:
    return {change.kind: change for change in compare(before, after) if change}


def found(**changed: Any) -> dict[str, dict[str, Any]]:
    annotation = invented.gold()
    annotation["items"][0].update(changed)
    return {"700": annotation}


def test_a_planted_gain_and_a_planted_loss(gold_dir: Path) -> None:
    before = evaluate(gold_dir, found(laws=[]))
    after = evaluate(gold_dir, found(persons=[{"name": "Asta Lund", "line": 34}]))
    change = changes(before, after)
    assert set(change) == {"law", "law_entity", "person"}
    assert [str(fact) for _, fact in change["law"].gained] == ["1 | lov om havne | 9 | havneloven § 9"]
    assert [str(fact) for _, fact in change["person"].lost] == ["per holm"]
    assert [str(fact) for _, fact in change["person"].invented] == ["asta lund"]
    assert (change["law"].better, change["person"].better) == (1, -2)


def test_a_fact_that_is_no_longer_invented(gold_dir: Path) -> None:
    rows = [*invented.gold()["items"][0]["money"], {"surface": "7 kr.", "amount_dkk": 7, "line": 3}]
    [change] = changes(evaluate(gold_dir, found(money=rows)), evaluate(gold_dir, found())).values()
    assert [(fault.kind, fault.fault, fault.line) for fault in change.faults()] == [("money", "withdrawn", 3)]
    assert (change.as_json()["withdrawn"], change.as_json()["gained"], change.better) == (1, 0, 1)


def test_no_change_is_said_of_every_kind(gold_dir: Path) -> None:
    evaluation = evaluate(gold_dir, found())
    assert {change.better for change in compare(evaluation, evaluation)} == {0}
    assert len(compare(evaluation, evaluation)) == len(evaluation.kinds)


@settings(deadline=None)  # time is no law here
@given(st.sets(st.sampled_from(TABLES)), st.sets(st.sampled_from(TABLES)))
def test_gains_and_losses_mirror_each_other(gold_dir: Path, lost: set[str], other: set[str]) -> None:
    before = evaluate(gold_dir, found(**{table: [] for table in lost}))
    after = evaluate(gold_dir, found(**{table: [] for table in other}))
    there, back = compare(before, after), compare(after, before)
    assert [(one.gained, one.lost) for one in there] == [(one.lost, one.gained) for one in back]
    for change in there:
        right, right_now = before.figures()[change.kind].right, after.figures()[change.kind].right
        assert len(change.gained) - len(change.lost) == right_now - right


def test_different_gold_cannot_be_compared(gold_dir: Path, tmp_path: Path) -> None:
    other = invented.gold()
    other["items"].pop()
    (tmp_path / "700.json").write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(ValueError, match="different gold"):
        compare(evaluate(gold_dir, found()), evaluate(tmp_path, found()))
