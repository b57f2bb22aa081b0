"""Headings that a document teaches: what is taken for one, and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.grammar import parse
from extract.reading import read
from extract.records import MeetingRecord

HEAD = ["Søby Kommune", "", "Referat", "Kulturudvalget", "7. maj 2024 kl. 16.00", ""]


def record(lines: Sequence[str], folder: Path) -> MeetingRecord:
    path = folder / "referat.txt"
    path.write_text("\n".join((*HEAD, *lines)), "utf-8")
    (found,) = parse(read(path))
    return found


def points(headings: Sequence[str], under: Sequence[str] = ("Beslutning", "Godkendt.")) -> list[str]:
    return [line for heading in headings for line in (heading, "", *under, "")]


def titles(headings: Sequence[str], folder: Path) -> list[tuple[str | None, str]]:
    return [(item.number, item.title.value) for item in record(points(headings), folder).items]


def test_words_that_titles_share_are_theirs(tmp_path: Path) -> None:
    shared = [f"KUL-{number} Orientering om {name}" for number, name in ((4, "havnen"), (5, "skolen"), (6, "vejen"))]
    assert titles(shared, tmp_path) == [
        ("4", "Orientering om havnen"),
        ("5", "Orientering om skolen"),
        ("6", "Orientering om vejen"),
    ]


def test_that_all_are_closed_is_kept(tmp_path: Path) -> None:
    found = record(points([f"KUL-{number} Lukket: Køb af grund {number * 7}" for number in (4, 5, 6)]), tmp_path)
    assert [item.closed for item in found.items] == [True] * 3


def test_two_numbers_ascend_by_chance(tmp_path: Path) -> None:
    assert [number for number, _ in titles(["KUL-4 Ny mole", "KUL-5 Nyt værksted"], tmp_path)] == [None, None]


@pytest.mark.parametrize("form", ["Kapitel {n}: {t}", "Fase {n} - {t}", "Bilag {n}, {t}"])
def test_chapters_without_decisions_are_no_points(form: str, tmp_path: Path) -> None:
    names = ("Havnen", "Skolen", "Vejen", "Parken")
    headings = [form.format(n=number, t=name) for number, name in enumerate(names, 1)]
    found = record(points(headings, ("Baggrund", "Her står, hvad der er sket.")), tmp_path)
    assert found.layout != "learned"
    assert not [item for item in found.items if item.number]


@pytest.mark.parametrize(
    "form",
    [
        "Budget {n}",
        "Etape {n} af Søby Havn",
        "Regnskab 202{n} for havnen",
        "Salg af Havnevej {n}",
        "Kl. {n} Ny mole",
        "Lokalplan nr. {n} for Ny mole",
        "Byggesag Havnevej {n}, 5985 Søby",
    ],
)
def test_a_number_in_a_title_is_its_own(form: str, tmp_path: Path) -> None:
    headings = [*(form.format(n=number) for number in (1, 2, 3)), "Ny mole", "Salg af grund"]
    assert titles(headings, tmp_path) == [(None, heading) for heading in headings]


def test_a_list_in_a_point_is_none(tmp_path: Path) -> None:
    phases = [line for number in (1, 2, 3) for line in (f"Fase {number} - Havnen", "", "Beslutning", "Ventes.", "")]
    lines = ["Ny mole", "Sagsnr. 24/7", "", "Sagsfremstilling", "Planen har faser.", "", *phases]
    assert record(lines, tmp_path).items[0].title.value == "Ny mole"


def test_case_numbers_that_follow_each_other_are_no_numbers_of_points(tmp_path: Path) -> None:
    found = record(points(["24/101 Ny mole", "24/102 Nyt værksted", "24/103 Ny kaj"]), tmp_path)
    assert [item.number for item in found.items] == [None] * 3
