"""The files that the command line writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli.writing import write_annotations

TEXT = "REFERAT Havneudvalget d. 03-03-2025\n\nPunkt 1: {title}\n\nBeslutning\n\nGodkendt.\n"


def test_annotations_of_one_name_do_not_overwrite_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for title in ("Mole", "Sluse"):
        folder = tmp_path / "ind" / title
        folder.mkdir(parents=True)
        (folder / "referat.txt").write_text(TEXT.format(title=title), encoding="utf-8")
    out = tmp_path / "ud"
    assert write_annotations([tmp_path / "ind"], out, None, ()) == 1
    (written,) = out.iterdir()
    assert "Mole" in written.read_text("utf-8")
    assert "Sluse" not in written.read_text("utf-8")
    assert "written already" in capsys.readouterr().err
