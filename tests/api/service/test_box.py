"""What somebody typed, understood."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.service.box import Wanted, ask_names, bears, begins, read_box, readings
from graph.identity.letters import HOLE
from graph.words.terms import words

SIGNS = set('+-&|!(){}[]^"~*?:\\/ ')


@pytest.mark.parametrize(
    ("q", "number"),
    [("24/2210", "24/2210"), (" 24-2210 ", "24-2210"), ("sag nr. 24/2210", "24/2210"), ("Sagsnr.: 24/2210", "24/2210"),
     ("24 / 2210", "24 / 2210"), ("cykelsti 24/2210", None), ("sagen", None), ("2", None)],
)  # fmt: skip
def test_a_case_number_is_seen(q: str, number: str | None) -> None:
    assert read_box(q).number == number


@pytest.mark.parametrize(
    ("q", "section", "subsection", "rest"),
    [("§ 23 styrelsesloven", "23", None, ("styrelsesloven",)), ("vejlovens § 85, stk. 2", "85", "2", ("vejlovens",)),
     ("paragraf 3 i vejloven", "3", None, ("vejloven",)), ("§17a", "17a", None, ()), ("§", None, None, ())],
)  # fmt: skip
def test_a_section_is_seen(q: str, section: str | None, subsection: str | None, rest: tuple[str, ...]) -> None:
    asked = read_box(q)
    assert (asked.section, asked.subsection, asked.words) == (section, subsection, rest)


@given(st.text(max_size=200), st.text(max_size=30))
@example("skole", '"')
@example("skole", "(")
def test_only_terms_and_our_own_signs_are_asked(q: str, municipality: str) -> None:
    asked = read_box(q)
    wanted = Wanted(dict.fromkeys(asked.words, ()))
    for expression in (wanted.ask(municipality), wanted.ask(None, "title_"), ask_names(asked.words, "x")):
        for part in (expression or "").replace("+(", "").replace(")", "").replace("+in_", "in_").split():
            assert part.rstrip("*").replace("?", "x").replace("_", "").isalnum(), expression


@pytest.mark.parametrize("word", ["sørensen", "sorensen", "soerensen", "srensen", f"s{HOLE}rensen", "søren"])
def test_a_name_bears_its_word_in_broken_letters(word: str) -> None:
    assert bears(words("Ida Sørensen"), word)


@pytest.mark.parametrize("word", ["sarensen", "serensen", "ensen", "sørensenssen"])
def test_a_name_bears_no_other_word(word: str) -> None:
    assert not bears(words("Ida Sørensen"), word)


def test_a_name_begins_so_in_broken_letters() -> None:
    assert all(begins(words("Ida Sørensen"), begun) for begun in ("s", "sør", "sor", "soer", "id"))
    assert not begins(words("Ida Sørensen"), "ør")


def test_a_broken_word_is_read_as_the_names_have_it() -> None:
    assert readings(["Ida Sørensen", "Bo Hansen"], "sorensen") == ["sørensen"]
    assert readings(["Ida Sørensen"], "sørensen") == []
    assert Wanted({"sorensen": ("sørensen",)}).ask(None) == "+(sorens sørens)"
    assert Wanted({f"{HOLE}rhus": ()}).ask(None) is None
