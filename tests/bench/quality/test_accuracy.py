"""What readers are told of the rules is what was measured; only kept counts are read here, no minutes."""

import json
from pathlib import Path

from api.pages.accuracy import FILE, Measured, load_accuracy
from bench.quality.accuracy import as_text, blind_accuracy
from bench.quality.layouts import FIRST_RUN

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


def test_the_page_has_the_figures_that_are_kept() -> None:
    assert FILE.read_text("utf-8") == as_text(blind_accuracy(LAYOUTS))
    assert load_accuracy() == blind_accuracy(LAYOUTS)
    assert load_accuracy().whole.documents == len(json.loads((LAYOUTS / FIRST_RUN).read_bytes()))


def test_first_runs_are_summed_and_the_latest_stand_alone(tmp_path: Path) -> None:
    def kept(commit: str, *counts: int) -> dict[str, object]:
        return {"commit": commit, "types": dict.fromkeys((*Measured, "law"), counts), "traps": [0, 1]}

    runs = {"102": kept("aaa", 10, 8, 4), "301": kept("bbb", 3, 2, 2), "101": kept("aaa", 1, 0, 0)}
    (tmp_path / FIRST_RUN).write_text(json.dumps(runs), "utf-8")
    found = blind_accuracy(tmp_path)
    assert (found.whole.documents, found.latest.documents) == (3, 1)
    assert found.whole.kinds == dict.fromkeys(Measured, (14, 10, 6))
    assert found.latest.kinds == dict.fromkeys(Measured, (3, 2, 2))
