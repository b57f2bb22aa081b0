"""Texts of one bad habit each are read to their end; how the time grows is measured by ``python -m bench hostile``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.hostile import texts
from tests.mutations.test_evidence import faults_in

_SIZE = 3_000  # characters


@pytest.mark.parametrize("name", sorted(texts()))
def test_a_hostile_text_gives_no_fact_without_its_place(name: str, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(texts()[name](_SIZE), encoding="utf-8")
    assert faults_in([path]) == []
