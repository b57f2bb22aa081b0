from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from extract.document import Document, Line, Media, Role
from extract.errors import FormatMismatch, PdfDamaged, PdfTruncated, ReadingError, TextMissing
from extract.reading import read
from tests.extract.reading.paper import Paper

SENTENCE = "Udvalget drøfter, hvordan færger, broer og stier på Søby Ø kan holdes åbne hele året for børn og ældre. "

Give = Callable[[bytes], Document]


@pytest.fixture
def give(tmp_path: Path) -> Give:
    def read_bytes(content: bytes) -> Document:
        path = tmp_path / "referat.pdf"
        path.write_bytes(content)
        return read(path)

    return read_bytes


def body(document: Document) -> list[Line]:
    return [line for line in document.lines if line.role is Role.BODY]


def paragraphs(document: Document) -> list[str]:
    found: list[str] = []
    for line in body(document):
        if line.continues:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text)
    return found


def test_label_and_value_are_two_words_and_no_heading(give: Give) -> None:
    paper = Paper()
    paper.label("Mødedato", "Mandag den 3. marts 2025 kl. 16:00")
    paper.label("Mødested", "Ågården, Søby")
    document = give(paper.done())
    assert [(line.text, line.heading) for line in body(document)] == [
        ("Mødedato Mandag den 3. marts 2025 kl. 16:00", 0),
        ("Mødested Ågården, Søby", 0),
    ]
    assert document.provenance.media is Media.PDF
    assert document.producer is not None
    assert document.producer.startswith("ReportLab")


def test_headings_are_ranked_by_size_and_bold_text_is_seven(give: Give) -> None:
    paper = Paper()
    paper.heading("REFERAT Havneudvalget", 18)
    paper.heading("Punkt 1: Godkendelse", 14)
    paper.heading("Indstilling", 10)
    paper.paragraph(SENTENCE * 3)
    found = [(line.text, line.heading) for line in body(give(paper.done()))][:4]
    assert found[:3] == [("REFERAT Havneudvalget", 1), ("Punkt 1: Godkendelse", 2), ("Indstilling", 7)]
    assert found[3][1] == 0


def test_wrapped_paragraphs_are_one_also_over_a_page(give: Give) -> None:
    paper = Paper(header="REFERAT Havneudvalget d. 03-03-2025")
    texts = [SENTENCE * 4 + f"Det er afsnit {number} som slutter her." for number in range(25)]
    for text in texts:
        paper.paragraph(text)
    document = give(paper.done())
    assert document.page_count is not None
    assert document.page_count >= 3
    whole = sum(text in paragraphs(document) for text in texts)
    assert whole >= len(texts) - document.page_count  # a sentence that ends with its page may end its paragraph


def test_short_lines_at_the_pitch_of_text_stay_apart(give: Give) -> None:
    paper = Paper()
    paper.paragraph(SENTENCE * 3 + "Deltog:")
    for name in ("Åse Ærø", "Bo Sø", "Cæcilie Østergård"):
        paper.line(name)
    assert paragraphs(give(paper.done()))[-3:] == ["Åse Ærø", "Bo Sø", "Cæcilie Østergård"]


def test_items_of_a_list_go_on_with_hanging_lines(give: Give) -> None:
    paper = Paper()
    paper.paragraph("Direktøren indstiller, at")
    paper.paragraph(SENTENCE.strip() * 2, first="-", x=72, gap=2)
    paper.paragraph("sagen tages til efterretning.", first="-", x=72, gap=2)
    lines = body(give(paper.done()))
    assert [line.bullet for line in lines if not line.continues] == [False, True, True]
    assert lines[-1].text == "sagen tages til efterretning."
    assert lines[-1].raw == "- sagen tages til efterretning."


def test_running_header_and_page_number_are_set_apart_on_every_page(give: Give) -> None:
    paper = Paper(header="REFERAT Havneudvalget d. 03-03-2025", number="{page} af 4")
    for number in range(1, 5):
        paper.heading(f"Punkt {number}: Orientering", 14)
        paper.heading("Indstilling")
        paper.paragraph(f"Det indstilles, at punkt {number} drøftes.")
        if number < 4:
            paper.turn()
    document = give(paper.done())
    roles = [line.role for line in document.lines]
    assert roles.count(Role.HEADER) == roles.count(Role.PAGE_NUMBER) == 4
    assert [line.text for line in body(document) if line.text.startswith("Punkt")] == [
        f"Punkt {number}: Orientering" for number in range(1, 5)
    ]
    assert sum(line.text == "Indstilling" for line in body(document)) == 4


def test_contents_with_and_without_leaders(give: Give) -> None:
    for dots in ("." * 60, ""):
        paper = Paper()
        paper.heading("Indholdsfortegnelse")
        titles = ["Godkendelse af dagsorden", "Ny havn i Søby", "Eventuelt"]
        for page, title in enumerate(titles, 2):
            paper.canvas.setFont("Helvetica", 10)
            paper.canvas.drawString(60, paper.y, title + dots)
            paper.canvas.drawRightString(535, paper.y, str(page))
            paper.y -= 14
        for number, title in enumerate(titles, 1):
            paper.turn()
            paper.heading(f"Punkt {number}: {title}", 14)
            paper.paragraph("Godkendt.")
        document = give(paper.done())
        assert sum(line.role is Role.CONTENTS for line in document.lines) == 4
        assert [line.text for line in body(document)][:2] == ["Punkt 1: Godkendelse af dagsorden", "Godkendt."]


def test_ruled_table_gives_rows_of_cells(give: Give) -> None:
    paper = Paper()
    paper.paragraph("Tallene for havnen:")
    paper.table([["Område", "2024", "2025"], ["Færger", "1,2 mio. kr.", "1,4 mio. kr."], ["Broer", "", "0,3 mio. kr."]])
    paper.paragraph("Budgettet tages til efterretning.")
    document = give(paper.done())
    assert [line.cells for line in body(document) if line.cells] == [
        ("Område", "2024", "2025"),
        ("Færger", "1,2 mio. kr.", "1,4 mio. kr."),
        ("Broer", "", "0,3 mio. kr."),
    ]
    assert paragraphs(document)[-1] == "Budgettet tages til efterretning."


def test_columns_without_rules_are_cells_too(give: Give) -> None:
    paper = Paper()
    for left, right in (("Til stede:", "Fraværende:"), ("Åse Ærø", "Bo Sø"), ("Cæcilie Østergård", "Dan Å")):
        paper.canvas.drawString(60, paper.y, left)
        paper.canvas.drawString(300, paper.y, right)
        paper.y -= 14
    assert [line.cells for line in body(give(paper.done()))] == [
        ("Til stede:", "Fraværende:"),
        ("Åse Ærø", "Bo Sø"),
        ("Cæcilie Østergård", "Dan Å"),
    ]


def test_drawn_up_word_leads_back_to_its_line(give: Give) -> None:
    paper = Paper()
    first = "Havneudvalget har vedtaget den flerårige plan for færgerne i årene fra 2027 og frem: 2027-"
    paper.paragraph(SENTENCE * 3)
    paper.line(first, gap=10)
    paper.line("2030, og beslutningen gælder straks.")
    document = give(paper.done())
    line = next(line for line in body(document) if line.text.startswith("Havneudvalget"))
    assert line.text.endswith("2027-2030,")
    start = line.text.index("2027-2030")
    assert document.evidence(line, start, start + 9, "test").quote == "2027-"


def test_scan_is_refused_and_a_scanned_page_is_told(give: Give) -> None:
    for text in ("", "Referatet har også en side med skrift, som kan læses. " * 3):
        paper = Paper(number=None)
        if text:
            paper.paragraph(text)
            paper.turn()
        paper.canvas.drawInlineImage(_picture(), 0, 0, 400, 400)
        content = paper.done()
        if text:
            assert "scan-pages" in {problem.code for problem in give(content).problems}
        else:
            with pytest.raises(TextMissing):
                give(content)


def _picture() -> object:
    from PIL import Image

    return Image.new("L", (60, 60), 90)


def test_truncated_destroyed_and_foreign_files_are_refused(give: Give) -> None:
    paper = Paper()
    for _ in range(40):
        paper.paragraph(SENTENCE * 3)
    content = paper.done()
    with pytest.raises(PdfTruncated):
        give(content[: len(content) * 2 // 3])
    with pytest.raises(FormatMismatch):
        give(b"<!DOCTYPE html><html><body>404</body></html>")
    start = content.index(b"stream") + 200
    with pytest.raises(PdfDamaged):
        give(content[:start] + b"!" * 40 + content[start + 40 :])


def test_destroyed_bytes_never_give_other_text_in_silence(give: Give) -> None:
    paper = Paper()
    for _ in range(12):
        paper.paragraph(SENTENCE * 3)
    content = paper.done()
    whole = give(content).text
    for place in range(50, len(content), len(content) // 40):
        spoiled = content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :]
        with suppress(ReadingError):
            document = give(spoiled)
            assert document.text == whole or document.problems


def test_misread_letters_are_repaired_and_the_raw_form_kept(give: Give) -> None:
    paper = Paper()
    paper.label("Mødedato".encode().decode("cp1252"), "Mandag den 3. marts 2025")
    document = give(paper.done())
    line = body(document)[0]
    assert line.text == "Mødedato Mandag den 3. marts 2025"
    assert line.raw.startswith("MÃ¸dedato")
    assert document.evidence(line, 0, 8, "test").quote.strip() == "MÃ¸dedato"
    assert [problem.code for problem in document.problems] == ["letters-repaired"]


def test_large_drawing_does_not_keep_its_text(give: Give) -> None:
    paper = Paper()
    paper.paragraph(SENTENCE * 3)
    for step in range(5000):
        paper.canvas.line(100 + step % 300, 100, 120 + step % 250, 300)
    document = give(paper.done())
    assert paragraphs(document)[0].startswith("Udvalget drøfter")
    assert "drawing-pages" in {problem.code for problem in document.problems}
