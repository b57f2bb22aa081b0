"""A small printer for the tests: minutes of an invented municipality as PDF, laid out by hand."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 60, 535


class Paper:
    """Prints lines downwards; every page gets the running header and number that were asked for."""

    def __init__(self, header: str | None = None, number: str | None = "Side {page}") -> None:
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4)
        self.header, self.number, self.page, self.y = header, number, 1, 760.0

    def line(self, text: str, *, size: float = 10, bold: bool = False, gap: float = 0, x: float = LEFT) -> None:
        self.y -= gap
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.y, text)
        self.y -= size * 1.4

    def heading(self, text: str, size: float = 12) -> None:
        self.line(text, size=size, bold=True, gap=12)

    def paragraph(self, text: str, *, x: float = LEFT, gap: float = 10, first: str = "") -> None:
        """Text wrapped at the right margin, as a word processor does."""
        self.y -= gap
        rows, row = [], first
        for word in text.split(" "):
            longer = f"{row} {word}".strip()
            if self.canvas.stringWidth(longer, "Helvetica", 10) > RIGHT - x and row:
                rows.append(row)
                row = word
            else:
                row = longer
        for line in [*rows, row]:
            if self.y < 80:
                self.turn()
            self.line(line, x=x)

    def label(self, label: str, value: str) -> None:
        """Bold and plain on one line, without a space between them but the gap of one."""
        self.y -= 8
        self.canvas.setFont("Helvetica-Bold", 10)
        self.canvas.drawString(LEFT, self.y, label)
        x = LEFT + self.canvas.stringWidth(label, "Helvetica-Bold", 10) + 2.8
        self.canvas.setFont("Helvetica", 10)
        self.canvas.drawString(x, self.y, value)
        self.y -= 14

    def table(self, rows: list[list[str]], width: float = 120) -> None:
        self.y -= 10
        for row in rows:
            for column, cell in enumerate(row):
                self.canvas.rect(LEFT + column * width, self.y - 5, width, 18)
                self.canvas.setFont("Helvetica", 9)
                self.canvas.drawString(LEFT + column * width + 4, self.y, cell)
            self.y -= 18
        self.y -= 10

    def turn(self) -> None:
        """Begin a new page."""
        self._edges()
        self.canvas.showPage()
        self.page, self.y = self.page + 1, 760.0

    def done(self) -> bytes:
        self._edges()
        self.canvas.save()
        return self.buffer.getvalue()

    def _edges(self) -> None:
        self.canvas.setFont("Helvetica", 8)
        if self.header:
            self.canvas.drawString(LEFT, 805, self.header)
        if self.number:
            self.canvas.drawRightString(RIGHT, 35, self.number.format(page=self.page))
