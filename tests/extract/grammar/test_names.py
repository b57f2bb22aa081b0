import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.grammar.names import list_of_names, read_names

Names = list[tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg (A), Bo van der Aa (V) og Çağla Ünsal (UP-1).", [("Anna Berg", "A"), ("Bo van der Aa", "V"), ("Çağla Ünsal", "UP-1")]),  # noqa: E501
        ("(V), (A), (C) og Ida Lund (UP)", [(None, "V"), (None, "A"), (None, "C"), ("Ida Lund", "UP")]),
        ("A, V, C og Ida Lund (UP)", [(None, "A"), (None, "V"), (None, "C"), ("Ida Lund", "UP")]),
        ("(V), A), (C)", [(None, "V"), (None, "A"), (None, "C")]),
        ("Venstre, Socialdemokratiet og SF", [(None, "Venstre"), (None, "Socialdemokratiet"), (None, "SF")]),
        ("borgmester Jens P. Holm-Bak (V)", [("Jens P. Holm-Bak", "V")]),
        ("Anna Berg (A) Bo Dahl (V)", [("Anna Berg", "A"), ("Bo Dahl", "V")]),
        ("Kaj Ø (løsgænger)", [("Kaj Ø", None)]),
        ("Ø. For så vidt angår punkt 3", [(None, "Ø")]),
        ("Udvalget undlod", []),
        ("alle medlemmer", []),
        ("et flertal", []),
    ],
)  # fmt: skip
def test_lists(text: str, names: Names) -> None:
    assert [(name.person, name.party) for name in read_names(text)[0]] == names


def test_a_number_of_a_block() -> None:
    assert [(name.party, name.count) for name in read_names("V, B og A (6)")[0]] == [("V", None), ("B", None), ("A", 6)]


def test_a_text_that_goes_on_is_no_list() -> None:
    assert list_of_names("Anna Berg (A) og Bo Dahl ønsker mere") == ()


word = st.text(st.characters(whitelist_categories=["Ll"], max_codepoint=0x24F), min_size=2, max_size=9).map(
    str.capitalize
)
name = st.lists(word.filter(str.isalpha).filter(lambda one: one[0].isupper()), min_size=2, max_size=3).map(" ".join)


@given(st.lists(name, min_size=1, max_size=5, unique=True))
def test_any_names_are_read_as_printed(names: list[str]) -> None:
    text = ", ".join(f"{one} (V)" for one in names) + "."
    assert [found.person for found in read_names(text)[0]] == names
