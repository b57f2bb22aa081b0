"""The picture of a PDF page: as printed, with places marked and what was masked painted over in the pixels themselves.

Only the page's own content is drawn: neither annotations nor the fields of forms, which are not read and so not masked.
pdfium must be used by one thread at a time; `render` sees to that.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from extract.errors import PageUnplaced
from extract.facsimile.placing import Box, PlacedPage
from extract.reading import cpr

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS = 12_000_000
WAIT = 20.0  # seconds for another thread's page
_PAD_X, _PAD_Y = 0.2, 0.3  # of a letter's height: ink may stand out of the box that its font states
_MASK = (64, 64, 64)
_MARK = (255, 226, 92)  # multiplied with the page, so that black stays black
_EDGE = (190, 105, 0)
_pdfium = threading.Lock()


def render(content: bytes, page: PlacedPage, *, width: int, marks: Sequence[Box] = ()) -> bytes:
    """The page as PNG, so many pixels wide (fewer for a page that is very long).

    Raises PageUnplaced where it cannot be drawn, or where the place of something that was masked is not known, and
    TimeoutError where others draw all the time.
    """
    masks = page.masks
    if not _pdfium.acquire(timeout=WAIT):
        raise TimeoutError
    try:
        picture, printed = _drawn(content, page, width)
    finally:
        _pdfium.release()
    scale = picture.width / page.width
    for box in (*masks, *printed):
        _paint_over(picture, box, scale)
    if marks:
        picture = _marked(picture, marks, scale)
    return _png(picture)


def _drawn(content: bytes, page: PlacedPage, width: int) -> tuple[Picture, tuple[Box, ...]]:
    """The bare picture, and the boxes of CPR numbers that pdfium finds on the page by itself."""
    try:
        with _opened(content, page.number) as found:
            shown_width, shown_height = found.get_size()
            if abs(shown_width * page.height - shown_height * page.width) > 0.01 * shown_width * page.height:
                raise PageUnplaced("The page's size is told in two ways.", "Read the page's text instead.")
            scale = width / shown_width
            scale *= min(1.0, (MOST_PIXELS / (scale * scale * shown_width * shown_height)) ** 0.5)
            bitmap = found.render(scale=scale, may_draw_forms=False, draw_annots=False)
            try:
                picture = bitmap.to_pil().convert("RGB")
            finally:
                bitmap.close()
            return picture, tuple(_numbers_on(found))
    except pypdfium2.PdfiumError as error:
        raise PageUnplaced("The page cannot be drawn.", "Read the page's text instead.") from error


@contextmanager
def _opened(content: bytes, number: int) -> Iterator[Any]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        page = pdf[number - 1]
        try:
            yield page
        finally:
            page.close()
    finally:
        pdf.close()


def _numbers_on(found: Any) -> Iterator[Box]:
    """What looks like a CPR number in pdfium's own reading: it may hold words in an order that ours has not."""
    letters = found.get_textpage()
    try:
        text = letters.get_text_range()
        if len(text) != letters.count_chars():  # then an offset is no place
            return
        for start, end in cpr.find(text):
            for place in range(start, end):
                if text[place].isdigit():
                    yield _shown(found, letters.get_charbox(place, loose=True))
    finally:
        letters.close()


def _shown(found: Any, box: tuple[float, float, float, float]) -> Box:
    """A box of pdfium's page (from its lower left corner, not turned) on the page as it is shown."""
    left, bottom, right, top = box
    x0, y0, x1, y1 = found.get_cropbox()
    turned = {
        0: (left - x0, y1 - top, right - x0, y1 - bottom),
        90: (bottom - y0, left - x0, top - y0, right - x0),
        180: (x1 - right, bottom - y0, x1 - left, top - y0),
        270: (y1 - top, x1 - right, y1 - bottom, x1 - left),
    }
    return Box(*turned[found.get_rotation()])


def _paint_over(picture: Picture, box: Box, scale: float) -> None:
    height = box.bottom - box.top
    x, y = _PAD_X * height, _PAD_Y * height
    area = (box.x0 - x) * scale, (box.top - y) * scale, (box.x1 + x) * scale, (box.bottom + y) * scale
    ImageDraw.Draw(picture).rectangle(area, fill=_MASK)


def _marked(picture: Picture, marks: Sequence[Box], scale: float) -> Picture:
    layer = Image.new("RGB", picture.size, "white")
    areas = [
        ((box.x0 - 2) * scale, (box.top - 1.5) * scale, (box.x1 + 2) * scale, (box.bottom + 1.5) * scale)
        for box in marks
    ]
    draw = ImageDraw.Draw(layer)
    for area in areas:
        draw.rectangle(area, fill=_MARK)
    picture = ImageChops.multiply(picture, layer)
    draw = ImageDraw.Draw(picture)
    for area in areas:
        draw.rectangle(area, outline=_EDGE, width=max(1, round(scale)))
    return picture


def _png(picture: Picture) -> bytes:
    red, green, blue = picture.split()
    grey = ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None
    stream = BytesIO()
    (red if grey else picture).save(stream, "PNG", compress_level=6)
    return stream.getvalue()
