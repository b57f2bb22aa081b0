"""Snippets around a hit."""

from hypothesis import given
from hypothesis import strategies as st

from api.service.search import snippet


def test_every_word_is_marked_in_whole_words_around_it() -> None:
    made = snippet("Forslag om en cykelsti langs Åvej, og om sti nr. 2", ["sti", "åvej"])
    assert made is not None
    assert made.parts == ("Forslag om en cykel", "sti", " langs ", "Åvej", ", og om ", "sti", " nr. 2")


def test_text_without_the_words_has_no_snippet() -> None:
    assert snippet("Intet her", ["åvej"]) is None


@given(before=st.text("ab \n", max_size=300), after=st.text("ab \n", max_size=300))
def test_a_hit_is_always_marked(before: str, after: str) -> None:
    made = snippet(f"{before} ØST {after}", ["øst"])
    assert made is not None
    assert "ØST" in made.parts[1::2]
    assert len("".join(made.parts)) < 200
