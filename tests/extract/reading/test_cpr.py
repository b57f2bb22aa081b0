import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Label
from extract.reading import read
from extract.reading.cpr import mask, mask_name
from extract.reading.lines import Draft, finish


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
        "CPR-nummeret er 0101901234",
        "Personnummer: 010190/1234",
        "CPR nr 010190.1234",
        "c.p.r. 01 01 90 12 34",
        "CPR 0 1 0 1 9 0 1 2 3 4",
        "klage_cpr_0101901234.pdf",
        "010190_1234",
        "010190/1234",
        "010190-1234-X",
        "0101 90-1234",
        "01-01-90-1234",
        "01.01.90-1234",
        "01.01.1990-1234",
        "01 01 90 1234",
        "01011990-1234",
        "borger 0702611237 klager",
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
        "beløb 0702611236",
        "produktionsenhed 0702611237",
        "P-nr. 0702611237",
        "tlf.: 0702611237",
        "0702611237,50",
        "a0702611237",
        "konto 0101701234",
        "sag 12-010170-1234",
        "sagsnr. 010190-1234",
        "j.nr. 24-010190-1234",
        "CPR-registret og P-nummer 1003271234",
        "CPR-kontoret har siden 03-03-2025 12 sager",
        "01.01.25-2029",
        "den 03-03-2025 1200 borgere",
        "DK50 0040 0101 1162 43",
        "10 12 15 1200 14",
        "ab010190-1234-4abc-8abc-010190123456",
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


@given(
    born=st.dates(date(1910, 1, 1), date(2025, 12, 31)),
    serial=st.integers(0, 9999).filter(lambda serial: not 1900 <= serial <= 2099),
    part=st.sampled_from(["", "-", ".", "/", "_", " "]),
    last=st.sampled_from(["-", "/", ".", "_", " - ", "\u2013", "**-**", "\\-", "\u200b-", "-\u00ad"]),
    around=st.text("abæøå ,", max_size=12),
    markdown=st.booleans(),
)
def test_none_survives_in_raw_or_text_and_offsets_map(
    born: date, serial: int, part: str, last: str, around: str, markdown: bool
) -> None:
    if not markdown and last in ("**-**", "\\-"):
        last = "-"
    number = f"{born:%d}{part}{born:%m}{part}{born:%y}{last}{serial:04}"
    (line,), problems = finish([Draft(f"{around} {number} {around}")], markdown=markdown)
    assert not any(sign.isdigit() for sign in line.raw + line.text)
    assert [problem.code for problem in problems] == ["cpr-masked"]
    assert all(line.raw[line.raw_offset(place)] == "X" for place, sign in enumerate(line.text) if sign == "X")


@given(
    born=st.dates(date(1910, 1, 1), date(2025, 12, 31)),
    serial=st.integers(0, 9999),
    name=st.sampled_from(
        ["CPR", "cpr-nr.", "CPR-nummeret er", "cpr.nr.:", "Personnummer:", "personnr.", "CPR for barnet"]
    ),
    part=st.sampled_from(["", "-", ".", "/", "_", " ", "  "]),
    last=st.sampled_from(["", "-", "/", ".", "_", " ", " - ", "\n"]),
    year=st.sampled_from(["%y", "%Y"]),
)
def test_after_the_word_no_grouping_survives(
    born: date, serial: int, name: str, part: str, last: str, year: str
) -> None:
    number = f"{born:%d}{part}{born:%m}{part}{born.strftime(year)}{last}{serial:04}"
    assert not any(sign.isdigit() for sign in mask(f"{name} {number} havnen")[0])


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("klage 010190-1234.pdf", "klage XXXXXX-XXXX.pdf"),
        ("https://nordlev.example/a%20010190%2D1234?p=1", "https://nordlev.example/a%20XXXXXX%2DXXXX?p=1"),
        ("https://nordlev.example/?cpr=%30101901234", "https://nordlev.example/?cpr=XXXXXXXXXX"),
        ("2025-03-03-havneudvalget.json", "2025-03-03-havneudvalget.json"),
    ],
)
def test_names_and_addresses_for_print(name: str, printed: str) -> None:
    assert mask_name(name) == printed


def test_a_link_and_an_id_hold_none_and_a_case_number_stays(tmp_path: Path) -> None:
    point = {
        "Navn": "Ny havn",
        "SagsNummer": "010190-1234",
        "Id": "010190-1234",
        "Felter": [{"Link": "https://nordlev.example/010190%2D1234"}],
    }
    path = tmp_path / "dagsorden.json"
    path.write_text(json.dumps({"Moede": {"Navn": "Dagsorden"}, "Dagsordenpunkter": [point]}), encoding="utf-8")
    document = read(path)
    assert [line.text for line in document.lines if line.label is Label.CASE_NUMBER] == ["010190-1234"]
    assert document.extra == {"/Dagsordenpunkter/0/Id": "XXXXXX-XXXX"}
    assert [line.link for line in document.lines if line.link] == ["https://nordlev.example/XXXXXX%2DXXXX"]


def test_a_document_holds_none_and_tells_where_it_stood(tmp_path: Path) -> None:
    path = tmp_path / "klage 010170-1234.txt"
    path.write_text("Referat\n\n- Klage fra 010170-1234 om **havnen**\n", encoding="utf-8")
    document = read(path, source_url="https://nordlev.example/010170-1234")
    assert "010170" not in repr(document)
    assert [(problem.code, problem.line) for problem in document.problems] == [("cpr-masked", 3)]
    assert document.lines[2].text == "Klage fra XXXXXX-XXXX om **havnen**"
