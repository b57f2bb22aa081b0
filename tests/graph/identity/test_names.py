from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.names import Difference, compare_names, parse_name

D = Difference
WORDS = st.sampled_from(["Inga", "Ivan", "I.", "Lykke", "Lykkes", "Sø", "S?ren", "Søren", "Marie", "M.", "jun.", "A"])


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        ("Inga Lykke", "INGA LYKKE", set()),
        ("Borgmester Inga Lykke (A)", "Inga Lykke", set()),
        ("Lykke, Inga", "Inga Lykke", set()),
        ("Inga Lykke, formand", "Inga Lykke", set()),
        ("Anne-Marie Holm", "Annemarie Holm", set()),
        ("Jens Holm Sr.", "Jens Holm senior", set()),
        ("Aase Gård", "Åse Gaard", set()),
        ("SÃ¸ren Bak", "Søren Bak", {D.BROKEN}),
        ("S?ren Bak", "Søren Bak", {D.BROKEN, D.HOLES}),
        ("Sren Kjr", "Søren Kjær", {D.PLAIN}),
        ("Soren Bak", "Søren Bak", {D.PLAIN}),
        ("I. Lykke", "Inga Lykke", {D.INITIAL}),
        ("I Lykke", "Inga Lykke", {D.INITIAL}),
        ("HC Bak", "Hans Christian Bak", {D.INITIAL, D.MIDDLE_INITIAL}),
        ("H.-C. Bak", "Hans Christian Bak", {D.INITIAL, D.MIDDLE_INITIAL}),
        ("Chr. Bak", "Christian Bak", {D.INITIAL}),
        ("Å. Bak", "Aage Bak", {D.INITIAL}),
        ("Inga L.", "Inga Lykke", {D.LAST_INITIAL}),
        ("Inga M. Lykke", "Inga Marie Lykke", {D.MIDDLE_INITIAL}),
        ("Inga Lykke", "Inga Marie Lykke", {D.MIDDLE}),
        ("Per Dam", "Per van Dam", {D.MIDDLE}),
        ("Inga Lykke", "Inga Lykke Bak", {D.SURNAME}),
        ("Marie Lykke", "Inga Marie Lykke", {D.FORENAME}),
        ("Erik Bak", "Erick Bak", {D.SPELLING}),
        ("Inga Lykkes", "Inga Lykke", {D.GENITIVE}),
        ("Inga Lykke A", "Inga Lykke", {D.LETTER}),
        ("Lykke Inga", "Inga Lykke", {D.ORDER}),
        ("Anne Bak", "Anna Bak", {D.SLIP}),
        ("Lykke", "Inga Lykke", {D.ONE_WORD}),
        ("Jens Holm jun.", "Jens Holm", {D.GENERATION}),
    ],
)
def test_in_what_two_names_differ(one: str, other: str, differences: set[Difference]) -> None:
    found = compare_names(one, other)
    assert found is not None
    assert found.differences == differences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inga Lykke", "Ivan Lykke"),
        ("I. Lykke", "Inga L."),
        ("O. Bak", "Øjvind Bak"),
        ("Jens Holm jun.", "Jens Holm d.æ."),
        ("Inga Lykke", "Inga Bak"),
        ("Ane Bak", "Anna Bek"),
        ("", "Inga Lykke"),
    ],
)
def test_two_who_cannot_be_one(one: str, other: str) -> None:
    assert compare_names(one, other) is None


def test_the_vaguer_name_says_less() -> None:
    found = [compare_names("I. Lykke", "Inga Lykke"), compare_names("Inga Marie Lykke", "Inga Lykke")]
    assert [one and one.vaguer for one in found] == [0, 1]


def test_name_taken_apart() -> None:
    name = parse_name("Viceborgmester Jens H. Bak (V)")
    assert [word.folded for word in name.words] == ["jens", "h", "bak"]
    assert name.full_words == 2


@given(st.lists(WORDS, max_size=4).map(" ".join), st.lists(WORDS, max_size=4).map(" ".join))
def test_comparing_has_no_direction(one: str, other: str) -> None:
    there, back = compare_names(one, other), compare_names(other, one)
    assert (there is None) == (back is None)
    if there and back:
        assert there.differences == back.differences
        assert {there.vaguer, back.vaguer} in ({None}, {0, 1})


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    compare_names(one, other)
