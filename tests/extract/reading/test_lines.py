from hypothesis import given
from hypothesis import strategies as st

from extract.document import Document, Line, Role
from extract.reading.hyphenation import mend_words
from extract.reading.text import read_text
from tests.extract.reading.documents import document_of

TEXTS = st.lists(
    st.sampled_from([*"abøåÅ1 .,:-*#|\t\n\n\f\r", "\u00ad", "\u00a0", "Ã¸", "ﬁ", "**", "- ", "# ", "010170-1234"]),
    max_size=120,
).map("".join)


@given(TEXTS)
def test_lines_concatenate_to_the_text_and_offsets_lead_back(text: str) -> None:
    document = document_of(text)
    assert len(document.text) == len(text)
    for line in document.lines:
        assert line.offsets is None or len(line.offsets) == len(line.text) + 1
        places = [line.raw_offset(position) for position in range(len(line.text) + 1)]
        assert places == sorted(places)
        assert 0 <= places[0] <= places[-1] <= len(line.raw)
        evidence = document.evidence(line, 0, len(line.text), "test")
        assert document.text[evidence.start : evidence.end] in line.raw


@given(TEXTS)
def test_unbroken_words_are_quoted_as_they_are(text: str) -> None:
    document = document_of(text)
    for line in document.lines:
        for start, sign in enumerate(line.text):
            if sign.isascii() and sign.isalnum() and start + 1 < len(line.text):
                place = line.raw_offset(start)
                drawn_up = place >= len(line.raw.rstrip())
                assert drawn_up or line.raw[place] == sign or line.raw[place] == "ﬁ"


def _lines(*texts: str) -> list[Line]:
    return [
        Line(number, None, text, text.rstrip("\u00ad"), continues=number > 1) for number, text in enumerate(texts, 1)
    ]


def test_parted_words() -> None:
    mended = mend_words(
        _lines("aftalen for 2027-", "2030 med DH-", "Søby om børne-", "og ungehavnen og fæ\u00ad", "rgen.")
    )
    assert [line.text for line in mended] == [
        "aftalen for 2027-2030",
        "med DH-Søby",
        "om børne-",
        "og ungehavnen og færgen.",
        "",
    ]
    assert mended[-1].role is Role.BLANK


def test_the_document_tells_whose_the_hyphen_is() -> None:
    assert mend_words(_lines("om havne-", "planen. En havneplanen"))[0].text == "om havneplanen."
    assert mend_words(_lines("om havne-", "planen; se havne-planen"))[0].text == "om havne-planen;"
    assert mend_words(_lines("om havne-", "planen"))[0].text == "om havne-planen"


def test_markdown_table() -> None:
    _, lines, _, _ = read_text("| Navn | Tal |\n|---|---|\n| Søby | 4 |", markdown=True)
    assert [line.cells for line in lines] == [("Navn", "Tal"), None, ("Søby", "4")]
    assert lines[1].role is Role.BLANK


def test_document_of_is_a_document() -> None:
    assert isinstance(document_of("Referat"), Document)
