"""Pictures are judged by their pixels: what is to be hidden leaves none, what is marked is."""

from __future__ import annotations

import dataclasses
import threading
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from extract.errors import PageUnplaced
from extract.facsimile import painting
from extract.facsimile.painting import render
from extract.facsimile.placing import Box, PlacedPage, place_page
from tests.extract.facsimile.test_placing import EXAMPLES, minutes, turned
from tests.extract.reading.paper import Paper

SECRET = "Borgeren har CPR-nr. 010203-1234 og bor i Søby."


def picture_of(content: bytes, page: PlacedPage, *, width: int = 1240, marks: tuple[Box, ...] = ()) -> Image.Image:
    return Image.open(BytesIO(render(content, page, width=width, marks=marks)))


def cut(picture: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    x0, top, x1, bottom = map(round, box)
    return picture.crop((x0, top, x1, bottom))


def ink(picture: Image.Image, box: tuple[float, float, float, float] | None = None) -> int:
    """How many dark pixels there are; what is painted over is lighter than print."""
    part = cut(picture, box) if box else picture
    return sum(part.convert("L").histogram()[:50])


def scaled(box: Box, scale: float) -> tuple[float, float, float, float]:
    return box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale


def test_a_masked_number_is_painted_over() -> None:
    content = minutes(SECRET, "Udvalget har tavshedspligt.")
    page = place_page(content, 1, whole=False)
    picture = picture_of(content, page)
    scale = picture.width / page.width
    for mask in page.masks:
        colours = cut(picture, scaled(mask, scale)).convert("RGB").getcolors()
        assert colours is not None
        assert [colour for _, colour in colours] == [painting._MASK]
    start = page.text.index("Borgeren")
    (word,) = page.boxes((start, start + 8))
    assert ink(picture, scaled(word, scale)) > 50


def all_masked(page: PlacedPage) -> PlacedPage:
    """The page as if every letter of it had been masked."""
    lines = tuple(
        dataclasses.replace(line, masked=tuple(place for place, box in enumerate(line.boxes) if box))
        for line in page.lines
    )
    return dataclasses.replace(page, lines=lines)


@pytest.mark.parametrize("crop", [None, (40, 60, 560, 800)])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_paint_covers_all_ink_however_the_page_is_turned(
    rotation: int, crop: tuple[float, float, float, float] | None
) -> None:
    content = turned(minutes("Ærøfærgen går kl. 16:30, jf. (B) og Å/Ø.", "012345-6789 Qgjpyç"), rotation, crop)
    page = place_page(content, 1, whole=False)
    assert ink(picture_of(content, page)) > 300
    assert ink(picture_of(content, all_masked(page))) == 0


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda path: path.stem)
def test_paint_covers_all_ink_of_a_first_page(path: Path) -> None:
    content = path.read_bytes()
    page = place_page(content, 1, whole=False)
    assert ink(picture_of(content, all_masked(page))) == 0


def test_a_page_with_a_mask_that_has_no_place_is_not_drawn() -> None:
    content = minutes(SECRET)
    page = place_page(content, 1, whole=False)
    lines = tuple(dataclasses.replace(line, boxes=(None,) * len(line.raw)) for line in page.lines)
    lost = dataclasses.replace(page, lines=lines)
    assert not lost.is_showable
    with pytest.raises(PageUnplaced, match="masked"):
        render(content, lost, width=600)


def test_a_number_that_only_pdfium_finds_is_painted_over_too() -> None:
    content = minutes(SECRET)
    page = place_page(content, 1, whole=False)
    unmasked = dataclasses.replace(page, lines=tuple(dataclasses.replace(line, masked=()) for line in page.lines))
    picture = picture_of(content, unmasked)
    scale = picture.width / page.width
    assert all(ink(picture, scaled(mask, scale)) == 0 for mask in page.masks)


def test_fields_and_notes_are_not_drawn() -> None:
    paper = Paper(number=None)
    paper.line("Godkendt.")
    paper.canvas.acroForm.textfield(name="cpr", value="010203-1234", x=60, y=400, width=300, height=40, fontSize=20)
    content = paper.done()
    page = place_page(content, 1, whole=False)
    picture = picture_of(content, page)
    assert ink(picture, (0, 0.3 * picture.height, picture.width, picture.height)) == 0


def test_a_marked_place_is_yellow_and_can_be_read() -> None:
    content = minutes("Udvalget godkendte indstillingen.")
    page = place_page(content, 1, whole=False)
    start = page.text.index("godkendte")
    boxes = page.boxes((start, start + 9))
    bare, marked = picture_of(content, page), picture_of(content, page, marks=boxes)
    scale = marked.width / page.width
    (box,) = boxes
    assert bare.mode == "L"
    assert marked.mode == "RGB"
    assert ink(marked, scaled(box, scale)) > 20
    corner = marked.getpixel((round((box.x0 - 1) * scale), round((box.bottom + 0.5) * scale)))
    assert corner == painting._MARK
    assert ink(bare) == pytest.approx(ink(marked), rel=0.05)


@pytest.mark.parametrize("width", [200, 601, 1240])
def test_a_picture_is_as_wide_as_was_asked(width: int) -> None:
    content = minutes("Godkendt.")
    assert abs(picture_of(content, place_page(content, 1, whole=False), width=width).width - width) <= 1


def test_a_very_long_page_is_drawn_smaller() -> None:
    paper = Paper(number=None)
    paper.canvas.setPageSize((200, 14_000))
    paper.y = 13_000
    paper.line("Godkendt.")
    content = paper.done()
    picture = picture_of(content, place_page(content, 1, whole=False), width=2000)
    assert picture.width * picture.height <= 1.01 * painting.MOST_PIXELS


def test_a_file_that_cannot_be_drawn_says_so() -> None:
    content = minutes("Godkendt.")
    page = place_page(content, 1, whole=False)
    with pytest.raises(PageUnplaced):
        render(b"%PDF-1.4 nothing", page, width=600)


def test_several_threads_draw_the_same() -> None:
    content = EXAMPLES[0].read_bytes()
    pages = [place_page(content, number, whole=False) for number in (1, 2)]
    alone = [render(content, page, width=500) for page in pages]
    drawn: dict[int, bytes] = {}

    def draw(index: int) -> None:
        drawn[index] = render(content, pages[index % 2], width=500)

    threads = [threading.Thread(target=draw, args=(index,)) for index in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [drawn[index] for index in range(6)] == alone * 3


def test_who_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "WAIT", 0)
    content = minutes("Godkendt.")
    page = place_page(content, 1, whole=False)
    with painting._pdfium, pytest.raises(TimeoutError):
        render(content, page, width=300)
