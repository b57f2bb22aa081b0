"""Compounds and their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words.compounds import take_apart
from graph.words.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("skolebygninger", ["skole", "bygninger"]),
        ("folkeskolen", ["folke", "skolen"]),
        ("arbejdspladser", ["arbejds", "pladser"]),  # the word before loses its e
        ("byplanudvalget", ["by", "plan", "udvalget"]),
        ("jobcentret", ["job", "centret"]),  # center, centret
        ("busplan", ["bus", "plan"]),
        ("børneudvalget", ["børne", "udvalget"]),  # of what no rule gives
        ("nordlevskolen", ["nordlev", "skolen"]),  # only the end is known
        ("søbyernes", ["sø", "byernes"]),
        ("budgetværnet", ["budget", "værnet"]),  # only the beginning is
        ("forslag", []),  # a prefix makes another word
        ("personlige", []),  # an ending makes another word
        ("deltager", []),
        ("skole", []),
        ("klima2030", []),
    ],
)  # fmt: skip
def test_a_word_is_taken_apart(word: str, parts: list[str]) -> None:
    assert [part.printed for part in take_apart(word)] == parts


@given(st.text("abdeiknlorsåt", min_size=1, max_size=20))
def test_parts_are_the_word_again(word: str) -> None:
    parts = take_apart(word)
    assert not parts or ("".join(part.printed for part in parts) == word and len(parts) > 1)


def test_each_word_of_the_lexicon_is_its_own_base() -> None:
    lexicon = load_lexicon()
    assert {lexicon.words[base] for base in lexicon.words.values()} == set(lexicon.words.values())
    assert all(form == form.lower() and form.isalnum() for form in (*lexicon.words, *lexicon.joined))
