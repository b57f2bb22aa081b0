from pathlib import Path

import pytest

from extract.document import Document, Line, Media, Role
from extract.errors import FileEmpty, FileUnreadable, FormatUnknown, JsonMalformed
from extract.reading import find_files, read

MARKDOWN = """# **REFERAT Havneudvalget d. 03-03-2025**

**Mødedato** Mandag d. 3. marts 2025 kl. 16:00

**Mødedeltagere** Åse Ærø, Bo Sø, Cæcilie Østergård, Dan
Åkjær, Eva Ø

## **Indholdsfortegnelse**

Godkendelse af dagsorden.....\t3
Ny havn i Søby.....\t4
Eventuelt.....\t6

# Punkt 1: Godkendelse af dagsorden

25/101

### **Indstilling**

Direktøren indstiller, at

- dagsordenen godkendes
- der tages hensyn til [bilaget](https://nordlev.example/bilag)

**Bilag**

Område\t2024\t2025
Færger\t\t1,4 mio. kr.
"""


def give(tmp_path: Path, text: str | bytes, name: str = "referat.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def line(document: Document, start: str) -> Line:
    return next(line for line in document.lines if line.text.startswith(start))


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    document = give(tmp_path, MARKDOWN)
    assert document.text == MARKDOWN
    assert [line.raw for line in document.lines] == MARKDOWN.split("\n")
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert document.provenance.media is Media.MARKDOWN
    assert all((line.role is Role.BLANK) == (not line.raw) for line in document.lines)


@pytest.mark.parametrize(
    ("start", "heading"),
    [
        ("REFERAT Havneudvalget", 1),
        ("Mødedato Mandag", 0),
        ("Punkt 1: Godkendelse af dagsorden", 1),
        ("Indstilling", 3),
        ("Bilag", 7),
        ("25/101", 0),
    ],
)
def test_marks_are_taken_off(tmp_path: Path, start: str, heading: int) -> None:
    found = line(give(tmp_path, MARKDOWN), start)
    assert found.heading == heading
    assert "*" not in found.text
    assert "#" not in found.text


def test_name_cut_by_a_line_end_goes_on_and_items_do_not(tmp_path: Path) -> None:
    document = give(tmp_path, MARKDOWN)
    assert [line.text for line in document.lines if line.continues] == ["Åkjær, Eva Ø"]
    assert [line.text for line in document.lines if line.bullet] == [
        "dagsordenen godkendes",
        "der tages hensyn til bilaget",
    ]
    assert line(document, "der tages").link == "https://nordlev.example/bilag"


def test_contents_are_set_apart_and_rows_have_cells(tmp_path: Path) -> None:
    document = give(tmp_path, MARKDOWN)
    assert [found.number for found in document.lines if found.role is Role.CONTENTS] == [8, 10, 11, 12]
    assert [found.cells for found in document.lines if found.cells] == [
        ("Område", "2024", "2025"),
        ("Færger", "", "1,4 mio. kr."),
    ]


def test_contents_without_page_numbers_end_where_the_points_begin(tmp_path: Path) -> None:
    text = (
        "Indhold\n\nNy havn i Søby\nEventuelt\n\nPunkt 1: Ny havn i Søby\n\nGodkendt.\n\nPunkt 2: Eventuelt\n\nIntet."
    )
    document = give(tmp_path, text)
    assert [found.text for found in document.lines if found.role is Role.CONTENTS] == [
        "Indhold",
        "Ny havn i Søby",
        "Eventuelt",
    ]


def test_points_that_look_like_contents_stay(tmp_path: Path) -> None:
    text = "Punkt 1: Budget 2025\n\nGodkendt.\n\nPunkt 2: Budget 2026\n\nGodkendt.\n\nIndhold\n\nIntet at bemærke."
    assert not any(found.role is Role.CONTENTS for found in give(tmp_path, text).lines)


def test_paragraph_broken_by_a_page_goes_on_over_the_blank_line(tmp_path: Path) -> None:
    text = (
        "De fire kommuner ved sundet har søgt om penge til en fælles færge sammen med\n\nNordlev Kommune i år.\n\n"
        "Direktøren indstiller, at\n\nsagen drøftes.\n\nGodkendt.\n\nfraværende var ingen."
    )
    document = give(tmp_path, text)
    assert [found.text for found in document.lines if found.continues] == ["Nordlev Kommune i år."]


def test_text_wrapped_by_hand_is_joined(tmp_path: Path) -> None:
    sentence = "Udvalget drøftede færgen. Den sejler nu hver time. Alle er enige om planen for havnen i Søby. "
    rows: list[str] = [""]
    for word in (sentence * 12).split():
        if len(rows[-1]) + len(word) > 71:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    document = give(tmp_path, "\n".join(rows))
    assert sum(not found.continues for found in document.lines) <= 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_keeps_the_letters(tmp_path: Path, encoding: str) -> None:
    text = "Mødested: Ærø Å-gård é\n\nGodkendt i første behandling af udvalget.\n"
    document = give(tmp_path, text.encode(encoding))
    assert document.text.removeprefix("\ufeff") == text


def test_carriage_returns_form_feeds_and_pages(tmp_path: Path) -> None:
    pages = [f"Havneudvalget 03-03-2025\r\nAfsnit {number} om havnen.\r\nSide {number}\r\n" for number in (1, 2, 3)]
    document = give(tmp_path, "\f".join(pages))
    assert document.page_count == 3
    body = [found.text for found in document.lines if found.role is Role.BODY]
    assert body == ["Afsnit 1 om havnen.", "Afsnit 2 om havnen.", "Afsnit 3 om havnen."]


def test_content_decides_not_the_name(tmp_path: Path) -> None:
    document = give(tmp_path, '{"Dagsordenpunkter": [], "Moede": {"Navn": "Dagsorden"}}', "referat.txt")
    assert document.provenance.media is Media.AGENDA_JSON
    assert [problem.code for problem in document.problems] == ["name-differs"]


def test_absentees_at_the_foot_of_many_pages_are_no_footer(tmp_path: Path) -> None:
    pages = [
        f"Punkt {number}: Havn {number}\n\nGodkendt.\n\nFraværende: Bo Sø\nSide {number}\n" for number in range(1, 7)
    ]
    pages[2] = pages[4] = "Punkt 3: Havn\n\nUdsat.\nSide 3\n"
    body = [found.text for found in give(tmp_path, "\f".join(pages)).lines if found.role is Role.BODY]
    assert body.count("Fraværende: Bo Sø") == 4


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"", "tom.pdf", FileEmpty),
        (b"\n \n", "tom.txt", FileEmpty),
        (b"PK\x03\x04 docx", "referat.docx", FormatUnknown),
        (bytes(range(256)) * 20, "referat.bin", FormatUnknown),
        (b"{", "referat.json", JsonMalformed),
        (b'{"a": 1}', "referat.json", JsonMalformed),
        (b"Referat", "referat.json", JsonMalformed),
        (b"[" * 100_000, "referat.json", JsonMalformed),
    ],
)
def test_what_is_not_read_is_refused_with_a_cure(
    tmp_path: Path, content: bytes, name: str, error: type[FormatUnknown]
) -> None:
    with pytest.raises(error) as caught:
        give(tmp_path, content, name)
    assert caught.value.cure


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "findes-ikke.txt"):
        with pytest.raises(FileUnreadable):
            read(path)


def test_files_are_found_in_one_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.PDF", "a.json", "noter.docx", "manifest.csv", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    named = tmp_path / "noter.docx"
    found = find_files([named, tmp_path, tmp_path / "b" / "2.txt"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.json", "b/1.PDF", "b/2.txt", "noter.docx"]
    assert find_files([tmp_path, named]) == found


def test_contents_end_where_a_listed_title_stands_without_its_page(tmp_path: Path) -> None:
    listed = "Indhold\nSag nr. 1 Dagsorden\t2\nSag nr. 2 Ny mole\t2\nSag nr. 3 Takster\t3\n\n"
    points = "Sag nr. 1 Dagsorden\nWeb-tv: 00:00:40\nBeslutning i Havneudvalget den 28. september 2021\nGodkendt.\n"
    document = give(tmp_path, listed + points + "Sag nr. 2 Ny mole\nUdsat.\nSag nr. 3 Takster\nGodkendt.\n")
    assert [line.number for line in document.lines if line.role is Role.CONTENTS] == [1, 2, 3, 4]
