"""Places in a list, as words in a URL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import CursorInvalid
from api.paging import Place, decode_place, encode_place

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(key=TEXT, id_=TEXT)
def test_a_place_comes_back_from_its_word(key: str, id_: str) -> None:
    word = encode_place(Place(key, id_))
    assert decode_place(word) == Place(key, id_)
    assert word.isascii()


@pytest.mark.parametrize("word", ["x", "!!", "WzFd", "e30", "WyJhIiwxXQ", "å"])
def test_any_other_word_is_refused(word: str) -> None:
    with pytest.raises(CursorInvalid):
        decode_place(word)


def test_no_word_is_the_beginning() -> None:
    assert decode_place(None) is None
    assert decode_place("") is None
