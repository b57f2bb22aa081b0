"""Any text at all: no exception, and each fact stands at its offsets."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.hostile import ATOMS, ROWS
from extract.document import Document
from extract.errors import ReadingError
from extract.evidence import value_of
from extract.extraction import extract
from extract.reading import read
from extract.records import DocumentKind
from tests.mutations.test_evidence import faults_in

MINUTES = """Nordlev Kommune
Referat
Havneudvalget
Mødedato: 3. marts 2025
Medlemmer: Åse Toft (A), Bo Eng (V)

Punkt 1: Ny mole
Sagsnr.: 25/1204

Indstilling
Forvaltningen indstiller, at molen bygges for 2 mio. kr. efter havnelovens § 3.

Beslutning
For stemte: Åse Toft (A). Imod stemte: Bo Eng (V). Godkendt.

Punkt 2: Eventuelt

Beslutning
Intet.
"""
ODD = [
    "\u202e",
    "\u200f",
    "\u200b",
    "\u2060",
    "\ufeff",
    "\u030a",
    "\f",
    "\0",
    "\u00ad",
    "\u2028",
    "\x85",
    "\x1c",
    "\r",
    "\U0001f600",
]
PIECES = [
    *MINUTES.splitlines(keepends=True),
    *ATOMS.values(),
    *ROWS.values(),
    *ODD,
    "<p>",
    "</p>",
    "{",
    "[",
]


def _faults(text: str, suffix: str = ".txt") -> list[str]:
    """What is wrong with what is read of a text; a text that is refused has no faults."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"referat{suffix}"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            read(path)
        except ReadingError:
            return []
        return faults_in([path])


def _read(text: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "referat.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return read(path)


@settings(max_examples=60)
@given(st.text(max_size=300), st.sampled_from([".txt", ".html", ".md"]))
def test_any_signs(text: str, suffix: str) -> None:
    assert _faults(text, suffix) == []


@settings(max_examples=120)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([".txt", ".html", ".md"]))
def test_any_order_of_pieces(pieces: list[str], suffix: str) -> None:
    assert _faults("".join(pieces), suffix) == []


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, len(MINUTES)), st.sampled_from(ODD)), max_size=8))
def test_odd_signs_anywhere_in_minutes(places: list[tuple[int, str]]) -> None:
    text = MINUTES
    for place, sign in sorted(places, reverse=True):
        text = text[:place] + sign + text[place:]
    assert _faults(text) == []


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u00ad", "\ufeff"])
def test_what_nobody_sees_changes_nothing(sign: str) -> None:
    whole, (record,) = (
        "".join(f"{letter}{sign}" if letter == "o" else letter for letter in MINUTES),
        extract(_read(MINUTES)),
    )
    (found,) = extract(_read(whole))
    assert [item.number for item in found.items] == [item.number for item in record.items]
    assert value_of(found.items[0].title) == value_of(record.items[0].title)
    assert len(found.items[0].decisions[0].votes) == len(record.items[0].decisions[0].votes) == 1


def test_letters_in_parts_are_read_whole_and_lead_back() -> None:
    text = MINUTES.replace("Å", "A\u030a").replace("å", "a\u030a")
    (record,) = extract(_read(text))
    assert [one.name for one in record.attendees] == ["Åse Toft", "Bo Eng"]
    assert record.attendees[0].evidence.quote.startswith("A\u030ase")
    assert _faults(text) == []


def test_letters_of_another_alphabet_are_no_danish_name() -> None:
    (record,) = extract(_read(MINUTES.replace("Havneudvalget", "H\u0430vneudvalget")))  # a Cyrillic a
    assert value_of(record.body) is None or "\u0430" in value_of(record.body).name  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["a" * 1_000_000, "Molen er lang og god. " * 45_000, "1. " * 20_000])
def test_a_long_line_is_no_minutes(text: str) -> None:
    (record,) = extract(_read(text))
    assert record.kind is DocumentKind.OTHER
    assert record.items == ()


@pytest.mark.parametrize("tail", ["<p>Ny mole</p>" + "<a" * 50_000, "<![endif]-->", "<!" + "[" * 9, "</p>" * 9])
def test_a_broken_page_is_read(tail: str) -> None:
    assert _faults(f"<html>{tail}", ".html") == []
