"""A meeting as a PDF: A4, running header, `Side N`, contents with dot leaders, bold headings, ruled tables.

Nothing in the file depends on the clock or on the version of a compression library, so that the same source gives
the same bytes. The fonts are the Bitstream Vera that ships with ReportLab; a letter they lack would be an empty box,
so a text with one is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from forms import wording
from forms.source import Block, Bullets, Meeting, Paragraph, Point, SourceError, Subheading, Table

REGULAR, BOLD = "Vera", "VeraBd"
WIDTH = A4[0] - 40 * mm
SIZE = 9.5
_BODY = ParagraphStyle(
    "body", fontName=REGULAR, fontSize=SIZE, leading=13.5, spaceAfter=6, allowWidows=1, allowOrphans=1
)
_LABEL = ParagraphStyle("label", parent=_BODY, leftIndent=0)
_TITLE = ParagraphStyle("title", parent=_BODY, fontName=BOLD, fontSize=15, leading=20, spaceAfter=14)
_POINT = ParagraphStyle("point", parent=_BODY, fontName=BOLD, fontSize=12.5, leading=17, spaceBefore=16, keepWithNext=1)
_SECTION = ParagraphStyle("section", parent=_BODY, fontName=BOLD, fontSize=10.5, spaceBefore=5, keepWithNext=1)
_SUB = ParagraphStyle("sub", parent=_BODY, fontName=BOLD, keepWithNext=1)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=8.5, leading=11, spaceAfter=0)
_HEAD = ParagraphStyle("head", parent=_CELL, fontName=BOLD)


class ContentsLine(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A title with dots up to its page number; a long title takes two lines."""

    def __init__(self, title: str, page: int) -> None:
        super().__init__()
        self.lines: list[str] = simpleSplit(title, REGULAR, SIZE, WIDTH - 18 * mm)
        self.page = str(page)

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Say how much room the line takes, in points."""
        return WIDTH, 15.0 * len(self.lines)

    def draw(self) -> None:
        """Draw the title, the dots, the number."""
        self.canv.setFont(REGULAR, SIZE)
        for row, line in enumerate(self.lines):
            self.canv.drawString(0, 15.0 * (len(self.lines) - row) - 11, line)
        room = WIDTH - _width(self.lines[-1]) - _width(self.page) - 3 * mm
        self.canv.drawString(_width(self.lines[-1]) + 1 * mm, 4, "." * int(room / _width(".")))
        self.canv.drawRightString(WIDTH, 4, self.page)


class PointHeading(Text):  # type: ignore[misc]
    """The heading of a point; tells the page it lands on."""

    def __init__(self, text: str, landed: Callable[[int], None]) -> None:
        super().__init__(escape(text), _POINT)
        self.landed = landed

    def draw(self) -> None:
        """Draw it and tell the page."""
        self.landed(self.canv.getPageNumber())
        super().draw()


def print_pdf(meeting: Meeting) -> tuple[bytes, tuple[int, ...]]:
    """Print the meeting; also give the page on which each point begins. Set twice: once to learn the pages."""
    _register_fonts()
    _refuse_missing_letters(meeting)
    _, pages = _set(meeting, (0,) * len(meeting.points))
    return _set(meeting, pages)


def _set(meeting: Meeting, pages: tuple[int, ...]) -> tuple[bytes, tuple[int, ...]]:
    landed: list[int] = []
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        invariant=1,
        pageCompression=0,
        title=wording.heading(meeting),
        author=meeting.municipality,
        lang="da",
    )
    frame = Frame(20 * mm, 20 * mm, WIDTH, A4[1] - 45 * mm, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_margins(wording.heading(meeting))))
    document.build(list(_flow(meeting, pages, landed.append)))
    return out.getvalue(), tuple(landed)


def _margins(running: str) -> Callable[[Canvas, BaseDocTemplate], None]:
    """Make the function that draws header and footer; the cover has its title instead of a header."""

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(REGULAR, 8)
        if document.page > 1:
            canvas.drawString(20 * mm, A4[1] - 15 * mm, running)
        canvas.drawRightString(A4[0] - 20 * mm, 12 * mm, f"Side {document.page}")

    return draw


def _flow(meeting: Meeting, pages: tuple[int, ...], landed: Callable[[int], None]) -> Iterator[Flowable]:
    yield Text(escape(wording.heading(meeting)), _TITLE)
    for label, value in wording.cover(meeting):
        yield Text(f'<font name="{BOLD}">{label}</font> {escape(value)}', _LABEL)
    yield PageBreak()
    yield Text("Indholdsfortegnelse", _TITLE)
    for point, page in zip(meeting.points, pages, strict=True):
        yield ContentsLine(point.title, page)
    yield PageBreak()
    for point in meeting.points:
        yield from _point(point, landed)


def _point(point: Point, landed: Callable[[int], None]) -> Iterator[Flowable]:
    yield PointHeading(wording.point_heading(point), landed)
    if point.case_number:
        yield Text(point.case_number, _BODY)
    for section in point.sections:
        yield Text(escape(section.heading), _SECTION)
        for block in section.blocks:
            yield from _block(block)
        if point.absent and section is wording.own_decision(point):
            yield Text("Fraværende:", _SUB)
            yield from (Text(escape(name), _BODY) for name in point.absent)
    if point.absent:
        yield Text(f'<font name="{BOLD}">Fraværende</font> {escape(", ".join(point.absent))}', _BODY)


def _block(block: Block) -> Iterator[Flowable]:
    match block:
        case Paragraph(text):
            yield Text(escape(text), _BODY)
        case Subheading(text):
            yield Text(escape(text), _SUB)
        case Bullets(entries):
            rows = [ListItem(Text(escape(entry), _BODY), bulletColor=colors.black) for entry in entries]
            yield ListFlowable(rows, bulletType="bullet", start="•", bulletFontName=REGULAR, leftIndent=12)
        case Table(rows):
            yield _grid(rows)
            yield Spacer(0, 8)


def _grid(rows: tuple[tuple[str, ...], ...]) -> Grid:
    cells = [[Text(escape(cell), _CELL if row else _HEAD) for cell in line] for row, line in enumerate(rows)]
    columns = len(rows[0])
    first = 1.8 if columns > 2 else 1.0
    unit = WIDTH / (first + columns - 1)
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Grid(cells, colWidths=[first * unit, *[unit] * (columns - 1)], style=ruled, repeatRows=1)


def _width(text: str) -> float:
    return float(pdfmetrics.stringWidth(text, REGULAR, SIZE))


def _register_fonts() -> None:
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _refuse_missing_letters(meeting: Meeting) -> None:
    """Raise SourceError if the font has no glyph for a letter of the source: it would print as an empty box."""
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    missing = sorted({letter for letter in repr(meeting) if ord(letter) not in known})
    if missing:
        raise SourceError(f"{meeting.stem}: the font of the PDF lacks {' '.join(missing)}")
