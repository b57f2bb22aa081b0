import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.errors import SettingsError
from extract.measuring.evaluation import Evaluation, Figures
from extract.measuring.kinds import KINDS
from extract.measuring.score import evaluate
from tests.extract.measuring import invented

Annotation = dict[str, Any]
Change = Callable[[Annotation], object]


@pytest.fixture
def gold_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "700.json").write_text(json.dumps(invented.gold()), encoding="utf-8")
    (folder / "questions.json").write_text("[]", encoding="utf-8")
    return folder


def evaluate_changed(gold_dir: Path, change: Change, tolerance: int = 0) -> Evaluation:
    found = invented.gold()
    change(found)
    return evaluate(gold_dir, {"700_nordlev": found}, line_tolerance=tolerance)


def unchanged(found: Annotation) -> None:
    """What was found is the gold."""


def counts(evaluation: Evaluation, kind: str) -> tuple[int, int, int]:
    figures = evaluation.figures()[kind]
    return figures.gold, figures.found, figures.right


def faulty(evaluation: Evaluation) -> set[str]:
    figures = evaluation.figures()
    del figures["total"]
    return {kind for kind, one in figures.items() if not one.gold == one.found == one.right}


def test_gold_against_itself_is_perfect(gold_dir: Path) -> None:
    evaluation = evaluate_changed(gold_dir, unchanged)
    assert faulty(evaluation) == set()
    assert evaluation.problems == ()
    assert evaluation.figures()["total"].f1 == 1.0


def test_every_kind_occurs_in_the_invented_gold(gold_dir: Path) -> None:
    figures = evaluate_changed(gold_dir, unchanged).figures()
    assert [kind for kind, one in figures.items() if not one.gold] == []


def test_counted_by_hand(gold_dir: Path) -> None:
    evaluation = evaluate_changed(gold_dir, unchanged)
    assert {kind.name: counts(evaluation, kind.name)[0] for kind in KINDS} == {
        "header": 5,
        "attendance": 5,
        "item_absence": 1,
        "item": 2,
        "title": 2,
        "case_number": 2,
        "section": 3,
        "proposer": 1,
        "recommendation": 2,
        "procedure": 1,
        "decision": 2,
        "outcome": 2,
        "attachment": 1,
        "vote_event": 1,
        "ballot": 2,
        "vote_motion": 1,
        "vote_explanation": 1,
        "vote_referral": 1,
        "law": 1,
        "law_entity": 1,
        "bill": 1,
        "account": 1,
        "organisation": 4 - 1,  # the optional one is not counted
        "organisation_entity": 2,
        "person": 1,
        "party": 1,
        "body": 1,
        "money": 1,
        "date": 1,  # not the bare year
        "agreement": 1,
        "followup": 1,
        "followup_kind": 1,
        "rename": 1,
        "relation": 1,  # only between things that are named
    }


def test_lost_facts_lower_recall_only(gold_dir: Path) -> None:
    evaluation = evaluate_changed(gold_dir, lambda found: found["items"][0].update(recommendations=[]))
    assert faulty(evaluation) == {"recommendation"}
    assert evaluation.figures()["recommendation"] == Figures(gold=2, found=0, right=0)
    assert (evaluation.figures()["recommendation"].recall, evaluation.figures()["recommendation"].precision) == (
        0.0,
        None,
    )
    assert [fault.fault for fault in evaluation.faults()] == ["missed", "missed"]


def test_invented_facts_lower_precision_only(gold_dir: Path) -> None:
    row = {"name": "Asta Lund", "line": 99}
    evaluation = evaluate_changed(gold_dir, lambda found: found["items"][0]["persons"].append(row))
    figures = evaluation.figures()["person"]
    assert (figures.recall, figures.precision) == (1.0, 0.5)
    [fault] = evaluation.faults()
    assert fault.as_json() == {"type": "person", "fault": "extra", "document": "700", "line": 99, "fact": "asta lund"}


def test_gain_and_loss_are_not_swapped(gold_dir: Path) -> None:
    def change(found: Annotation) -> None:
        found["items"][0]["procedure"] = [{"body": "Byrådet", "date": None, "line": 28}]

    evaluation = evaluate_changed(gold_dir, change)
    assert [(fault.fault, fault.fact) for fault in evaluation.faults()] == [
        ("missed", "1 | teknik og havneudvalget | 2031-03-04"),
        ("extra", "1 | byrådet"),
    ]


def move_person(found: Annotation) -> None:
    found["items"][0]["persons"][0]["line"] += 2


def test_lines_may_differ_by_the_tolerance(gold_dir: Path) -> None:
    assert counts(evaluate_changed(gold_dir, move_person), "person") == (1, 1, 0)
    assert counts(evaluate_changed(gold_dir, move_person, tolerance=1), "person") == (1, 1, 0)
    assert counts(evaluate_changed(gold_dir, move_person, tolerance=2), "person") == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("at molen bygges af granit fra Søby i løbet af sommeren", 1),
        ("At molen bygges af granit fra Søby i løbet af en sommeren", 1),  # a word more of eleven
        ("at molen bygges af beton fra Søby i løbet af sommeren", 0),  # another word of eleven
        ("sommeren af løbet i Søby fra granit af bygges molen at", 1),  # order is not meaning, but is printed so
    ],
)
def test_long_texts_are_compared_by_their_words(gold_dir: Path, text: str, right: int) -> None:
    def change(found: Annotation) -> None:
        found["items"][0]["recommendations"][0] = text

    assert counts(evaluate_changed(gold_dir, change), "recommendation") == (2, 2, 1 + right)


def test_either_title_is_right(gold_dir: Path) -> None:
    def change(found: Annotation) -> None:
        found["items"][0]["title"] = found["items"][0].pop("title_canonical")

    assert faulty(evaluate_changed(gold_dir, change)) == set()


def test_count_is_how_often_a_surface_stands_on_a_line(gold_dir: Path) -> None:
    def change(found: Annotation) -> None:
        found["items"][0]["organisations"][0]["count"] = 3

    assert counts(evaluate_changed(gold_dir, change), "organisation") == (3, 4, 3)


def test_optional_organisations_are_neither_right_nor_wrong(gold_dir: Path) -> None:
    def without(found: Annotation) -> None:
        found["items"][0]["organisations"].pop()

    assert faulty(evaluate_changed(gold_dir, without)) == set()


def test_a_mark_optional_in_what_was_found_excuses_nothing(gold_dir: Path) -> None:
    row = {"surface": "Broen", "canonical": "Broen", "line": 1, "optional": True}
    evaluation = evaluate_changed(gold_dir, lambda found: found["items"][0]["organisations"].append(row))
    assert faulty(evaluation) == {"organisation", "organisation_entity"}


def vote(found: Annotation) -> Annotation:
    chosen: Annotation = found["items"][1]["votes"][0]
    return chosen


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (lambda found: vote(found)["against"].append(vote(found)["for"].pop()), {"vote_event", "ballot"}),
        (lambda found: vote(found)["for"][0].update(party="Alternativet"), {"ballot"}),
        (lambda found: vote(found).update(result="approved"), {"vote_event"}),
        (lambda found: vote(found).update(count_for=2), {"vote_event"}),
        (lambda found: vote(found).update(count_against=5), set()),  # the gold states none
        (lambda found: vote(found).update(referral=None), {"vote_referral"}),
    ],
)
def test_votes_break_where_they_are_wrong(gold_dir: Path, change: Change, kinds: set[str]) -> None:
    def apply(found: Annotation) -> None:
        found["items"][1]["votes"] = copy.deepcopy(found["items"][1]["votes"])  # a voter stands in several places
        vote(found)["for"] = copy.deepcopy(vote(found)["for"])
        change(found)

    assert faulty(evaluate_changed(gold_dir, apply)) == kinds


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        (lambda found: found["items"][1].update(organisations=[{"surface": "Broen", "canonical": "B", "line": 42}]), 1),
        (lambda found: found["items"][1].update(organisations=[{"surface": "Broen", "canonical": "B", "line": 43}]), 0),
        (
            lambda found: found["items"][1].update(organisations=[{"surface": "Skuret", "canonical": "B", "line": 42}]),
            0,
        ),
        (lambda found: found["items"][1].update(organisations=[{"surface": "Søby", "canonical": "S", "line": 41}]), 1),
        (lambda found: found["meeting"]["present"].append("Ida"), 1),
        (lambda found: found["items"][1]["decisions"][0]["outcomes"].append("approved"), 1),
        (lambda found: found["items"][1]["decisions"][0]["outcomes"].append("noted"), 0),
    ],
)
def test_traps(gold_dir: Path, change: Change, taken: int) -> None:
    evaluation = evaluate_changed(gold_dir, change)
    assert (evaluation.traps_taken, evaluation.traps_scored) == (taken, 4)
    assert len([fault for fault in evaluation.faults() if fault.fault == "taken"]) == taken


def test_a_broken_kind_is_reported_and_counts_as_nothing_found(gold_dir: Path) -> None:
    evaluation = evaluate_changed(gold_dir, lambda found: found["items"][0].update(persons="Per Holm"))
    assert faulty(evaluation) == {"person"}
    [problem] = evaluation.problems
    assert problem.startswith("700: person")


@pytest.mark.parametrize("content", [b"{ no json", b"[1, 2]", b"\xff\xfe\x00", b"", b"[" * 100_000])
def test_a_broken_file_is_reported_and_counts_as_nothing_found(gold_dir: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "700_nordlev.json").write_bytes(content)
    evaluation = evaluate(gold_dir, tmp_path)
    assert evaluation.figures()["total"].found == 0
    [problem] = evaluation.problems
    assert problem.startswith("700_nordlev.json")


def test_nothing_found_is_a_problem_not_an_error(gold_dir: Path) -> None:
    evaluation = evaluate(gold_dir, {})
    assert evaluation.problems == ("700: 0 annotations",)
    assert evaluation.figures()["total"].recall == 0.0


def test_of_several_meetings_of_a_file_the_first_is_read(gold_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "700_nordlev.json").write_text(json.dumps(invented.gold()), encoding="utf-8")
    (tmp_path / "700_nordlev_2.json").write_text("{}", encoding="utf-8")
    (tmp_path / "7001.json").write_text("{}", encoding="utf-8")
    evaluation = evaluate(gold_dir, tmp_path)
    assert evaluation.problems == ("700: 2 annotations, 700_nordlev.json is read",)
    assert faulty(evaluation) == set()


def test_types_limit_what_is_scored(gold_dir: Path) -> None:
    evaluation = evaluate(gold_dir, {"700": invented.gold()}, types=["law", "person"])
    assert [row[0] for row in evaluation.table()] == ["type", "law", "person", "total"]
    assert (evaluation.traps_scored, evaluation.traps_taken) == (1, 0)


@pytest.mark.parametrize("types", [["lov"], ["law", "lov"]])
def test_an_unknown_type_is_refused(gold_dir: Path, types: list[str]) -> None:
    with pytest.raises(SettingsError, match="no type of fact lov"):
        evaluate(gold_dir, {}, types=types)


def test_posts_are_measured_where_asked_for_and_are_no_part_of_the_total(gold_dir: Path) -> None:
    found = invented.gold()
    found["items"][0]["roles"] = [{"surface": "borgmesteren", "canonical": "Borgmesteren", "line": 1}]
    figures = evaluate(gold_dir, {"700": found}, types=["office"]).figures()
    assert (figures["office"].gold, figures["office"].found) == (0, 1)
    assert "office" not in evaluate(gold_dir, {"700": found}).figures()


def test_folders_without_gold_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="holds no gold"):
        evaluate(tmp_path, {})
    with pytest.raises(SettingsError, match="is not a folder"):
        evaluate(tmp_path / "none", {})


def test_broken_gold_is_refused(gold_dir: Path) -> None:
    (gold_dir / "701.json").write_text('{"items": 7}', encoding="utf-8")
    with pytest.raises(SettingsError, match="does not have the form"):
        evaluate(gold_dir, {})


def test_table_shows_nothing_to_divide_by_as_a_dash(gold_dir: Path) -> None:
    [_, row, total] = evaluate(gold_dir, {}, types=["law"]).table()
    assert row == ("law", "1", "0", "0", "-", "0.000", "0.000")
    assert total[0] == "total"


def test_faults_are_limited_for_each_kind_and_fault(gold_dir: Path) -> None:
    faults = evaluate(gold_dir, {}).faults(limit=1)
    assert len(faults) == len(KINDS)
