"""Reading PDF: lines with their roles, tables and repairs, beside the text and tables of pdfplumber alone."""

from __future__ import annotations

from io import BytesIO

from bench.corpus import example_files
from bench.racing import race
from bench.report import Figure
from bench.stages import Plan


def measure(plan: Plan) -> list[Figure]:
    """Milliseconds a page."""
    from extract.reading.pdf import read_pdf

    contents = [path.read_bytes() for path in example_files(".pdf")]
    found = race(
        lambda: sum(read_pdf(content)[2] for content in contents),
        lambda: sum(plumb(content, tables=True) for content in contents),
        plan.rounds,
    )
    note = (
        "ours adds the order of columns, running heads, contents, repairs and checks for damage to what the peer does"
    )
    return [Figure("PDF reading", "page", "pdfplumber extract_text + find_tables", found, note)]


def plumb(content: bytes, *, tables: bool) -> int:
    """Read a PDF as a careful user of pdfplumber would; the number of its pages."""
    import pdfplumber

    with pdfplumber.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.extract_text(x_tolerance_ratio=0.15)
            if tables:
                page.find_tables()
            page.close()
        return len(pdf.pages)
