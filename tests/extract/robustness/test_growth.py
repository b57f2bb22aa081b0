"""The time for a text grows in step with its length, whatever is repeated in it.

No time is asserted: only how the time grows, which a loaded machine stretches alike. A text that is read in less than
`_SURE` says nothing about growth, so it is doubled until it takes so long, or is `_LONGEST` long.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from extract.extraction import extract
from extract.reading import read
from tests.extract.robustness.hostile import texts

_SURE = 0.5  # seconds: of less, noise is too large a part
_SHORTEST, _LONGEST = 4_000, 256_000  # characters
_BOUND = 3.2  # times the time of half the length; 4 is quadratic
_GIVE_UP = 8.0  # seconds; so long takes only what grows too fast

_SOAK = bool(os.environ.get("SAGSGRAF_SOAK"))  # all of them take minutes
_NAMES = sorted(texts()) if _SOAK else sorted(texts())[::8]


@pytest.mark.parametrize("name", _NAMES)
def test_time_grows_in_step_with_length(name: str, tmp_path: Path) -> None:
    build = texts()[name]
    size = _SHORTEST
    taken = _time(build(size), tmp_path)
    while taken < _SURE and size < _LONGEST:
        size *= 2
        taken = _time(build(size), tmp_path)
    assert taken < _GIVE_UP
    if taken >= _SURE:
        least = min(_time(build(size // 2), tmp_path) for _ in range(2))
        most = min(taken, *(_time(build(size), tmp_path) for _ in range(2)))  # a busy machine makes all of them longer
        assert most < _BOUND * least, f"{name}: {least:.2f} s for {size // 2} signs, {most:.2f} s for {size}"


def _time(text: str, folder: Path) -> float:
    path = folder / "referat.txt"
    path.write_text(text, encoding="utf-8")
    start = time.process_time()
    extract(read(path))
    return time.process_time() - start
