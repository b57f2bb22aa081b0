"""Other years, other parties, sections in another order, lines broken elsewhere: what follows of it, and no more."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from tests.mutations.printing import EXAMPLES, Facts, annotations_of, difference, facts_of, print_changed
from tests.mutations.swapping import swap_in

_CALENDAR = 28  # years after which the days of the week fall on the same dates again
_YEAR = re.compile(r"(?<![\d.,/-])20\d\d(?![\d.,]?\d)|(?:(?<=\d\d[-.])|(?<=[-\d]\d\d/))20\d\d(?!\d)")
_CASTS = re.compile(r"(?<![\w.])(?:V|C)(?![\w.])|(?<!Radikale )Venstre(?!\w)|Det Konservative Folkeparti")
_OTHER = {"V": "C", "C": "V", "Venstre": "Det Konservative Folkeparti", "Det Konservative Folkeparti": "Venstre"}
_TAKEN_FOR_INITIAL = "2025-10-28-kommunalbestyrelsen.json"  # "LA og V. Imod stemte: …" is read as two votes; known
_POINT = re.compile(r"^(?=# )", re.MULTILINE)
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return print_changed(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def facts(plain: list[Path]) -> list[Facts]:
    return [facts_of(annotations_of(path)) for path in plain]


def compared(paths: list[Path], wanted: list[Facts], but: str = "") -> str:
    assert len(paths) == len(wanted)
    faults = []
    for path, some in zip(paths, wanted, strict=True):
        if path.name == but:
            continue
        faults += [f"{path.name}: {one}" for one in difference(some, facts_of(annotations_of(path)))]
    return "\n".join(faults)


def later(text: str) -> str:
    return _YEAR.sub(lambda match: str(int(match.group()) + _CALENDAR), text)


def test_other_years_give_the_facts_of_other_years(plain: list[Path], tmp_path: Path) -> None:
    wanted = [facts_of(swap_in(annotations_of(path), later)) for path in plain]
    assert compared(print_changed(tmp_path, later), wanted) == ""


def other_party(text: str) -> str:
    return _CASTS.sub(lambda match: _OTHER[match.group()], text)


def test_other_letters_give_the_facts_of_other_parties(plain: list[Path], tmp_path: Path) -> None:
    wanted = [facts_of(swap_in(annotations_of(path), other_party)) for path in plain]
    assert compared(print_changed(tmp_path, other_party), wanted, but=_TAKEN_FOR_INITIAL) == ""


@pytest.mark.parametrize("seed", range(3))
def test_sections_in_another_order_say_the_same(seed: int, facts: list[Facts], tmp_path: Path) -> None:
    chance = random.Random(seed)
    assert compared(print_changed(tmp_path, lambda text: reordered(text, chance)), facts) == ""


def reordered(text: str, chance: random.Random) -> str:
    """The sections of each point before its first decision in another order: what is decided stays last."""
    return "".join(_reordered_point(point, chance) for point in _POINT.split(text))


def _reordered_point(point: str, chance: random.Random) -> str:
    head, *sections = _SECTION.split(point)
    first = next((place for place, one in enumerate(sections) if one.startswith("## Beslutning")), len(sections))
    free = sections[:first]
    chance.shuffle(free)
    return head + "".join((*free, *sections[first:]))


@pytest.mark.parametrize("width", [72, 95, 120])
def test_lines_broken_elsewhere_say_the_same(width: int, plain: list[Path], facts: list[Facts], tmp_path: Path) -> None:
    texts = [(path, some) for path, some in zip(plain, facts, strict=True) if path.suffix == ".txt"]
    rewrapped = []
    for path, _ in texts:
        made = tmp_path / path.parent.name / path.name
        made.parent.mkdir(exist_ok=True)
        (made.parent / "manifest.csv").write_bytes((path.parent / "manifest.csv").read_bytes())
        made.write_text(wrapped(path.read_text(encoding="utf-8"), width), encoding="utf-8")
        rewrapped.append(made)
    assert compared(rewrapped, [some for _, some in texts]) == ""


def wrapped(text: str, width: int) -> str:
    """Each paragraph and bullet over several lines; headings, contents and rows of tables as they are."""
    return "\n".join(
        line
        if line[:1] in "#|" or "....." in line
        else textwrap.fill(line, width, subsequent_indent="  " * line.startswith("- "), break_on_hyphens=False)
        for line in text.split("\n")
    )


def test_the_mutations_change_something() -> None:
    text = (EXAMPLES / "source/nordlev/2026-04-21-beskaeftigelses-og-uddannelsesudvalget.md").read_text("utf-8")
    assert (
        later("den 4. marts 2031, 04-03-2031, 24/2031, 2.031 kr.")
        == "den 4. marts 2059, 04-03-2059, 24/2031, 2.031 kr."
    )
    assert other_party("Asta Lund (V) og C. For stemte: V, A") == "Asta Lund (C) og C. For stemte: C, A"
    assert Counter(reordered(text, random.Random(1))) == Counter(text) != text
    assert len(wrapped(text, 72).split("\n")) > len(text.split("\n"))
