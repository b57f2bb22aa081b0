import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.measuring.change import Change, Fate, Verdict, change_table, compare, judged
from extract.measuring.figures import annotate_file
from extract.measuring.score import evaluate
from tests.extract.measuring import invented

TABLES = ["laws", "persons", "recommendations", "procedure", "money"]


@pytest.fixture(scope="module")
def gold_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    (folder / "700.json").write_text(json.dumps(invented.gold()), encoding="utf-8")
    return folder


def found(**changed: Any) -> dict[str, dict[str, Any]]:
    annotation = invented.gold()
    annotation["items"][0].update(changed)
    return {"700_nordlev.json": annotation}


def judge(gold_dir: Path, before: Any, after: Any) -> dict[str, list[Change]]:
    changes = judged(compare(before, after), evaluate(gold_dir, before), evaluate(gold_dir, after))
    return {kind: [one for one in changes if one.kind == kind] for kind in {one.kind for one in changes}}


def test_a_planted_gain_and_a_planted_change(gold_dir: Path) -> None:
    before = found(laws=[])
    after = found(persons=[{"name": "Asta Lund", "line": 34, "rule": "persons.roster"}])
    changes = judge(gold_dir, before, after)
    assert set(changes) == {"law", "law_entity", "person"}
    [law] = changes["law"]
    assert (law.fate, str(law.after), law.verdict_after) == (
        Fate.GAINED,
        "1 | lov om havne | 9 | havneloven § 9",
        Verdict.RIGHT,
    )
    [person] = changes["person"]  # on the line of the name that was found before
    assert (person.fate, person.rule, person.better) == (Fate.CHANGED, "persons.roster", -2)
    assert str(person) == "per holm (right) => asta lund (wrong)"


def test_a_fact_that_is_no_longer_invented(gold_dir: Path) -> None:
    rows = [*invented.gold()["items"][0]["money"], {"surface": "7 kr.", "amount_dkk": 7, "line": 3, "rule": "money.x"}]
    [change] = judge(gold_dir, found(money=rows), found())["money"]
    assert (change.fate, change.line, change.verdict_before, change.better) == (Fate.LOST, 3, Verdict.WRONG, 1)
    assert change_table([change]) == (
        ("type", "document", "rule", "gained", "lost", "changed", "better"),
        ("money", "700_nordlev.json", "money.x", "0", "1", "0", "1"),
    )


def test_without_gold_nothing_is_judged() -> None:
    [change, _] = compare(found(laws=[]), found())
    assert (change.verdict_after, change.better) == (Verdict.UNJUDGED, 0)


def test_a_document_of_one_run_alone_is_gained() -> None:
    assert {change.fate for change in compare({}, found())} == {Fate.GAINED}


def test_no_change_is_said_of_the_same() -> None:
    assert compare(found(), found()) == ()


@given(st.sets(st.sampled_from(TABLES)), st.sets(st.sampled_from(TABLES)))
def test_gains_and_losses_mirror_each_other(gold_dir: Path, lost: set[str], other: set[str]) -> None:
    before, after = found(**{table: [] for table in lost}), found(**{table: [] for table in other})
    there, back = compare(before, after), compare(after, before)
    swap = {Fate.GAINED: Fate.LOST, Fate.LOST: Fate.GAINED, Fate.CHANGED: Fate.CHANGED}
    assert sorted((one.kind, swap[one.fate]) for one in there) == sorted((one.kind, one.fate) for one in back)
    score, score_now = evaluate(gold_dir, before).figures(), evaluate(gold_dir, after).figures()
    for kind in TABLES[:1]:
        gained = sum((one.after is not None) - (one.before is not None) for one in there if one.kind == kind[:-1])
        assert gained == score_now[kind[:-1]].found - score[kind[:-1]].found


EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "minutes"


@pytest.mark.parametrize("name", ["nordlev/2024-11-12-beskaeftigelses-og-uddannelsesudvalget.txt"])
def test_every_fact_that_is_found_names_its_rule(name: str) -> None:
    [annotation] = annotate_file(EXAMPLES / name).values()
    nameless = [one for one in compare({}, {"one": annotation}) if not one.rule and "absent from item" not in str(one)]
    assert nameless == []
