"""Which points speak of voting, and which are drawn for a judge."""

import json
from pathlib import Path

import pytest

from bench.quality.agenda import PublishedPoint
from bench.quality.voting import Verdict, VotingPoint, counts, decision_lines, draw, read_verdicts, sheet, voting_points

SOEBY = Path(__file__).resolve().parents[3] / "examples" / "minutes" / "soeby"


@pytest.fixture(scope="module")
def points() -> list[VotingPoint]:
    return list(voting_points(SOEBY))


def test_the_examples_speak_of_voting(points: list[VotingPoint]) -> None:
    assert points
    assert all("#" in point.name for point in points)
    assert counts(points)["points"] == len(points)


def test_a_sheet_shows_what_is_printed_and_what_was_read(points: list[VotingPoint]) -> None:
    text = sheet(points[:1])
    assert points[0].name in text
    assert points[0].decision[-1] in text
    assert "- decision of" in text


def test_only_decisions_count() -> None:
    html = "<h3>Beslutning</h3><p>Godkendt.</p><h3>Fremstilling</h3><p>Nej: imod.</p><h3>Sagens forløb</h3><p>X.</p>"
    point = PublishedPoint("1", "Mole", None, (), (html,), ())
    assert decision_lines(point) == ["Beslutning", "Godkendt.", "Sagens forløb", "X."]


def test_the_same_seed_draws_the_same() -> None:
    many = [VotingPoint(f"møde#{number}", (), None) for number in range(80)]
    drawn = draw(many)
    assert len(drawn) == 50
    assert draw(list(reversed(many))) == list(reversed(drawn))
    assert draw(many, seed=1) != drawn
    assert draw(many[:3]) == many[:3]


def test_verdicts_hold_ids_and_verdicts_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.json"
    assert read_verdicts(path) == {}
    path.write_text(json.dumps({"seed": 1, "verdicts": {"møde#1": "right"}}), encoding="utf-8")
    assert read_verdicts(path) == {"møde#1": Verdict.RIGHT}
    for broken in ({"seed": 1, "verdicts": {"møde#1": "Godkendt."}}, {"seed": 1, "verdicts": {}, "text": "Godkendt."}):
        path.write_text(json.dumps(broken), encoding="utf-8")
        with pytest.raises(ValueError, match=r"Godkendt|more or less"):
            read_verdicts(path)


def test_the_verdicts_of_the_project_are_well_formed() -> None:
    assert set(read_verdicts().values()) <= set(Verdict)
