"""Snippets around a hit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.service.snippets import find_pattern, find_terms, snippet


def test_every_hit_is_marked_with_its_ending_and_in_compounds() -> None:
    made = snippet("Forslag om en cykelsti langs Åvej, og om stierne", find_terms(re.compile("sti|åvej")))
    assert made is not None
    assert made.parts == ("Forslag om en ", "cykelsti", " langs ", "Åvej", ", og om ", "stierne", "")


def test_a_section_is_marked() -> None:
    made = snippet("Efter lovens § 23 og §23a", find_pattern(re.compile(r"§\s*23(?!\d)")))
    assert made is not None
    assert made.parts[1::2] == ("§ 23", "§23")


def test_text_without_the_words_has_no_snippet() -> None:
    assert snippet("Intet her", find_terms(re.compile("åvej"))) is None
    assert snippet("", find_terms(re.compile("x"))) is None


@given(before=st.text("ab \n", max_size=300), after=st.text("ab \n", max_size=300))
def test_a_hit_is_always_marked(before: str, after: str) -> None:
    made = snippet(f"{before} ØST {after}", find_terms(re.compile("øst")))
    assert made is not None
    assert "ØST" in made.parts[1::2]
    assert len("".join(made.parts)) < 200


@pytest.mark.parametrize("text", ["øst " * 300, "x" * 5000 + " øst"])
def test_a_snippet_is_short(text: str) -> None:
    made = snippet(text, find_terms(re.compile("øst")))
    assert made is not None
    assert len("".join(made.parts)) < 220
