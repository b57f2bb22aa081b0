from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading import read
from extract.reading.cpr import mask


@pytest.mark.parametrize(
    "text",
    [
        "010170-1234",
        "borger 290204-1234 klager",
        "(311299 1234)",
        "010170 - 1234",
        "010170\u20131234",
        "010170-\n1234",
        "cpr-nr. 0101701234",
        "CPR: 610170-1234",
        "cpr.nr.: 010170 1234",
    ],
)
def test_numbers_are_masked_at_the_same_length(text: str) -> None:
    masked, places = mask(text)
    assert not any(sign.isdigit() for sign in masked)
    assert len(masked) == len(text)
    assert len(places) == 1


@pytest.mark.parametrize(
    "text",
    [
        "26/3096",
        "21-014439",
        "00.22.04-P35-1-25",
        "tlf. 12 34 56 78",
        "den 03-03-2025",
        "EAN 5798003610101",
        "991370-1234",
        "310299-1234",
        "P-nummer 1003271234",
        "konto 0101701234",
        "sag 12-010170-1234",
        "010170-1234-5",
        "01.0101.70-1234",
        "2025-2029",
        "1.007,978 836,378",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert mask(text) == (text, ())


@given(st.dates(date(1910, 1, 1), date(2025, 12, 31)), st.integers(0, 9999), st.text("abæøå .,\n", max_size=20))
def test_no_birth_date_and_number_survives(born: date, serial: int, around: str) -> None:
    number = f"{born:%d%m%y}-{serial:04}"
    masked, _ = mask(f"{around}{number}{around}")
    assert number not in masked
    assert masked == f"{around}XXXXXX-XXXX{around}"


def test_a_document_holds_none_and_tells_where_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "klage 010170-1234.txt"
    path.write_text("Referat\n\n- Klage fra 010170-1234 om **havnen**\n", encoding="utf-8")
    document = read(path, source_url="https://nordlev.example/010170-1234")
    assert "010170" not in repr(document)
    assert [(problem.code, problem.line) for problem in document.problems] == [("cpr-masked", 3)]
    assert document.lines[2].text == "Klage fra XXXXXX-XXXX om **havnen**"
