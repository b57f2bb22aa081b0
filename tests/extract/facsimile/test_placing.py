"""Whether boxes are right is asked of pdfplumber's own letters: those that lie in a box are the words it is to show."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from extract.document import Document
from extract.errors import PageUnplaced, ReadingError
from extract.facsimile.placing import WHOLE, Box, PlacedPage, base_of, place_page
from extract.reading import read
from tests.extract.reading.paper import Paper
from tests.shared import SHARED, needs_shared

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples" / "minutes").rglob("*.pdf"))


def pages_of(document: Document) -> list[int]:
    return sorted({line.page for line in document.lines if line.page})


def page_text(document: Document, number: int) -> tuple[int, str]:
    """Where a page begins in a document's text, and its text."""
    lines = [line for line in document.lines if line.page == number]
    return document.line_starts[lines[0].number - 1], "\n".join(line.raw for line in lines)


def letters_in(page: Any, boxes: tuple[Box, ...]) -> str:
    """The letters of a page whose middle lies in one of the boxes, sorted: their order is not compared."""
    found = [
        char["text"]
        for char in page.chars
        if any(
            box.x0 <= (char["x0"] + char["x1"]) / 2 <= box.x1
            and box.top <= (char["top"] + char["bottom"]) / 2 <= box.bottom
            for box in boxes
        )
    ]
    return plain("".join(found))


def plain(text: str) -> str:
    return "".join(sorted(re.sub(r"\s", "", text)))


def words(page: PlacedPage, rng: random.Random, most: int) -> Iterator[tuple[int, int]]:
    """Spans as facts have them: some words of one line, and some of several."""
    places = [match.span() for match in re.finditer(r"\w[\w.,-]*", page.text)]
    for index in rng.sample(range(len(places)), min(most, len(places))):
        last = min(index + rng.choice((0, 0, 1, 3, 30)), len(places) - 1)
        yield places[index][0], places[last][1]


def check_page(path: Path, document: Document, number: int, rng: random.Random) -> tuple[int, int]:
    """How many spans were tried, and of how many the box holds their words and no others."""
    whole = not WHOLE.isdisjoint(problem.code for problem in document.problems)
    page = place_page(path.read_bytes(), number, whole=whole)
    _, text = page_text(document, number)
    assert page.text == text
    spans = list(words(page, rng, 40))
    with pdfplumber.open(path) as pdf:
        printed = pdf.pages[number - 1]
        right = [letters_in(printed, page.boxes(span)) == plain(page.text[slice(*span)]) for span in spans]
    return len(right), sum(right)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_words_under_a_box_are_those_of_the_span(path: Path) -> None:
    document = read(path)
    rng = random.Random(path.name)
    tried, right = check_page(path, document, rng.choice(pages_of(document)), rng)
    assert tried == right > 0


@needs_shared
def test_words_under_a_box_in_real_minutes(record_property: Any) -> None:
    rng = random.Random(20261121)
    files = sorted((SHARED / "minutes").rglob("*.pdf"))
    tried = right = 0
    for path in rng.sample(files, len(files)):
        if path.stat().st_size > 400_000:
            continue
        try:
            document = read(path)
        except ReadingError:
            continue
        more = check_page(path, document, rng.choice(pages_of(document)), rng)
        tried, right = tried + more[0], right + more[1]
        if tried > 100:
            break
    record_property("share", f"{right} of {tried}")
    assert right == tried > 0


def minutes(*lines: str) -> bytes:
    paper = Paper()
    for line in lines:
        paper.line(line)
    return paper.done()


def test_a_place_inside_a_word_has_its_own_box() -> None:
    page = place_page(minutes("Imod stemte: Aabyholm(B), Vang(V)"), 1, whole=False)
    start = page.text.index("(B)")
    (box,) = page.boxes((start, start + 3))
    (word,) = page.boxes((start - 8, start + 4))
    assert word.x0 < box.x0 < box.x1 < word.x1
    assert box.x1 - box.x0 < 0.4 * (word.x1 - word.x0)


def test_a_span_over_lines_has_a_box_each() -> None:
    page = place_page(minutes("Udvalget besluttede", "at udsætte sagen", "til maj."), 1, whole=False)
    boxes = page.boxes((page.text.index("besluttede"), page.text.index("maj")))
    assert len(boxes) == 3
    assert [box.top for box in boxes] == sorted(box.top for box in boxes)


def test_cells_of_a_row_have_a_box_each() -> None:
    paper = Paper()
    paper.table([["Mulighed", "Pris"], ["Færge", "760.000 kr."], ["Bro", "2.900.000 kr."]], width=200)
    page = place_page(paper.done(), 1, whole=False)
    start = page.text.index("Færge")
    first, second = page.boxes((start, start + len("Færge\t760.000 kr.")))
    assert first.x1 < second.x0
    assert first.top == pytest.approx(second.top)


def test_what_was_masked_is_masked_here_and_has_its_place() -> None:
    page = place_page(minutes("Borgeren har CPR-nr. 010203-1234 og bor i Søby."), 1, whole=False)
    assert "010203-1234" not in page.text
    assert "XXXXXX-XXXX" in page.text
    assert len(page.masks) == 10
    assert page.is_showable


def test_a_name_on_the_page_before_masks_a_number_here() -> None:
    paper = Paper(number=None)
    paper.line("Borgerens personnummer er")
    paper.turn()
    paper.line("0102031234, og hun bor i Søby.")
    assert len(place_page(paper.done(), 2, whole=False).masks) == 10


def test_a_whole_document_is_read_where_a_mask_may_hang_on_another_page() -> None:
    paper = Paper(number=None)
    paper.line("Borgernes CPR-numre er")
    for page in range(4):
        for number in range(1, 30):
            paper.line(f"{number:02}0{page + 1}031234 og" if number > 1 or page else "0101031234 og")
        paper.turn()
    paper.line("ikke flere.")
    content = paper.done()
    assert len(place_page(content, 3, whole=True).masks) == 29 * 10


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_page_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(PageUnplaced):
        place_page(minutes("Godkendt."), number, whole=False)


def test_a_page_without_text_is_refused() -> None:
    paper = Paper(number=None)
    paper.line("Godkendt.")
    paper.turn()
    paper.canvas.rect(100, 100, 200, 200, fill=1)
    with pytest.raises(PageUnplaced, match="no text"):
        place_page(paper.done(), 2, whole=False)


def test_the_page_begins_where_its_facts_say() -> None:
    page = PlacedPage(1, 100, 100, place_page(minutes("Godkendt.", "Udsat.", "Godkendt."), 1, whole=False).lines)
    text, second = page.text, page.text.rindex("Godkendt.")
    assert base_of(page, [(500 + text.index("Udsat."), "Udsat.")]) == 500
    assert base_of(page, [(500 + second, "Godkendt.")]) is None, "it stands there twice"
    assert base_of(page, [(500 + second, "Godkendt."), (500 + text.index("Udsat."), "Udsat.")]) == 500
    assert base_of(page, [(500, "Godkendt."), (500 + second, "Godkendt.")]) == 500, "only so do both stand right"
    assert base_of(page, [(500, "Afvist.")]) is None, "the page reads otherwise now"
    assert base_of(page, [(0, "")]) is None, "nothing was printed"
    assert base_of(page, []) is None


def test_a_fact_that_goes_on_over_the_page_is_found_by_its_beginning() -> None:
    paper = Paper(number=None)
    paper.line("Udvalget besluttede, at")
    paper.turn()
    paper.line("færgen sejler.")
    page = place_page(paper.done(), 1, whole=False)
    assert base_of(page, [(740, "besluttede, at\nfærgen sejler.")]) == 740 - page.text.index("besluttede")


def turned(content: bytes, rotation: int, crop: tuple[float, float, float, float] | None) -> bytes:
    pdf = pypdfium2.PdfDocument(content)
    page = pdf[0]
    page.set_rotation(rotation)
    if crop:
        page.set_cropbox(*crop)
    stream = BytesIO()
    pdf.save(stream)
    pdf.close()
    return stream.getvalue()


@pytest.mark.parametrize("crop", [None, (40, 60, 560, 800)])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_placed_as_it_is_shown(rotation: int, crop: tuple[float, float, float, float] | None) -> None:
    page = place_page(turned(minutes("Godkendt."), rotation, crop), 1, whole=False)
    x0, y0, x1, y1 = crop or (0, 0, 595.28, 841.89)
    sides = (x1 - x0, y1 - y0) if rotation in (0, 180) else (y1 - y0, x1 - x0)
    assert (page.width, page.height) == pytest.approx(sides, abs=0.1)
    inside = [
        0 < box.x0 < box.x1 < page.width and 0 < box.top < box.bottom < page.height
        for line in page.lines
        for box in line.boxes
        if box
    ]
    assert any(inside)
    assert all(inside) or crop, "what was cut off lies outside"
