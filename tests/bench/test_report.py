"""What is printed: each figure in its own column, nothing swapped, nothing left out silently."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import __main__ as command
from bench.racing import Comparison, Turn
from bench.report import Figure, Latency, Outcome, Skipped, StoreFigure, as_json, table
from bench.stages import FULL, QUICK, Plan

OUTCOMES: list[Outcome] = [
    Figure("reading", "page", "slow reader", Comparison((Turn(0.002, 0.006), Turn(0.002, 0.004), Turn(0.002, 0.01)))),
    Figure("entities", "page", "quick ruler", Comparison((Turn(0.004, 0.001),)), "ours does more"),
    Latency("history", 12.34, 56.78, "p99 100 ms"),
    StoreFigure("embedded", 100_000, "a person's votes", "2.1 / 3.4 ms", "0.30 ms", 7.0, "at most 9"),
    Skipped("export", "no graph.rdf"),
]


def cells(text: str, stage: str) -> list[str]:
    (line,) = [line for line in text.splitlines() if line.startswith(f"| {stage} ")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_table_says_who_is_quicker() -> None:
    text = table(OUTCOMES)
    assert cells(text, "stage") == ["stage", "ours, CPU ms", "peer, CPU ms", "per", "ratio", "spread", "peer"]
    assert cells(text, "reading") == ["reading", "2", "6", "page", "3.00", "2.00-5.00", "slow reader"]
    assert cells(text, "entities")[4:6] == ["0.25", "0.25-0.25"]
    assert cells(text, "embedded") == [
        "embedded", "100,000", "a person's votes", "2.1 / 3.4 ms", "0.30 ms", "7.00", "at most 9",
    ]  # fmt: skip
    assert cells(text, "history") == ["history", "12.3", "56.8", "p99 100 ms"]


def test_notes_and_what_was_left_out_are_told() -> None:
    text = table(OUTCOMES)
    assert "* entities: ours does more" in text
    assert "* export: left out, no graph.rdf" in text


def test_the_same_figures_for_a_program() -> None:
    found = json.loads(json.dumps(as_json(OUTCOMES, 1.25)))
    reading, entities, history, votes, export = found["outcomes"]
    assert (reading["ours"], reading["peer_seconds"], reading["ratio"]) == (0.002, 0.006, 3.0)
    assert reading["rounds"][1] == [0.002, 0.004]
    assert entities["ratio"] == 0.25
    assert (history["p50_ms"], history["p99_ms"], history["goal"]) == (12.34, 56.78, "p99 100 ms")
    assert (votes["store"], votes["nodes"], votes["ratio"]) == ("embedded", 100_000, 7.0)
    assert export["skipped"] == "no graph.rdf"
    assert {"cores", "processor", "python", "spacy"} <= found["machine"].keys()


def test_the_command_runs_the_stages_that_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[tuple[str, ...], Plan]] = []

    def run(stages: tuple[str, ...], plan: Plan) -> list[Outcome]:
        asked.append((tuple(stages), plan))
        return OUTCOMES

    monkeypatch.setattr(command, "run", run)
    command.main(["tokens", "--quick", "--json", str(tmp_path / "figures.json")])
    command.main([])
    assert asked == [(("tokens",), QUICK), (command.STAGES, FULL)]
    assert "3.00" in capsys.readouterr().out
    assert len(json.loads((tmp_path / "figures.json").read_text("utf-8"))["outcomes"]) == len(OUTCOMES)


def test_an_unknown_stage_is_refused() -> None:
    with pytest.raises(SystemExit):
        command.main(["nothing"])


@pytest.mark.parametrize("stage", command.STAGES)
def test_every_stage_is_there(stage: str) -> None:
    assert (Path(command.__file__).parent / "stages" / f"{stage}.py").is_file()


def test_one_small_stage_for_real() -> None:
    warm, fresh = command.run(["tokens"], Plan(rounds=1, times=1, requests=1, sizes=()))
    assert isinstance(warm, Figure)
    assert isinstance(fresh, Figure)
    assert warm.comparison.ratio > 0
    assert "99" in warm.note or "100" in warm.note


def test_the_documentation_names_every_stage() -> None:
    page = (Path(command.__file__).parents[1] / "docs" / "benchmarks.md").read_text("utf-8")
    assert [stage for stage in command.STAGES if f"`{stage}`" not in page] == []
