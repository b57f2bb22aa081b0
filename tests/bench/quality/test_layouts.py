"""The first run of a layout is kept once, and stands beside today's."""

import json
from pathlib import Path

import pytest

from bench.quality.layouts import FIRST_RUN, keep_first_run, measure_layouts

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"


@pytest.fixture
def layouts(tmp_path: Path) -> Path:
    for path in LAYOUTS.glob("107*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "107_nyhed.json").write_text('{"document": {"kind": "other"}, "items": []}', "utf-8")
    return tmp_path


def test_a_first_run_is_kept_once(layouts: Path) -> None:
    assert keep_first_run(layouts, layouts / "found", "abc1234") == ["107"]
    kept = (layouts / FIRST_RUN).read_bytes()
    assert keep_first_run(layouts, layouts / "found", "def5678") == []
    assert (layouts / FIRST_RUN).read_bytes() == kept
    assert json.loads(kept)["107"]["commit"] == "abc1234"


def test_the_run_of_today_stands_beside_it(layouts: Path) -> None:
    keep_first_run(layouts, layouts / "found", "abc1234")
    [measured] = measure_layouts(layouts)
    assert (measured.commit, measured.documents) == ("abc1234", ("107",))
    assert measured.first.figures.keys() == measured.last.figures.keys()
    assert measured.first.traps_scored == measured.last.traps_scored


def test_every_layout_has_its_first_run() -> None:
    kept = json.loads((LAYOUTS / FIRST_RUN).read_bytes())
    assert set(kept) >= {path.stem for path in LAYOUTS.glob("1[0-9][0-9].json")}
    for one in kept.values():
        for gold, found, right in one["types"].values():
            assert right <= min(gold, found)
