"""How the time for a document grows with its length: PDF beside pdfplumber's text, text and JSON beside themselves.

A long document is one of the examples with its points printed several times over, numbered on.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from bench.corpus import example_files
from bench.racing import Work, race
from bench.report import Figure, Outcome
from bench.stages import Plan
from bench.stages.reading import plumb

TIMES = (4, 16)  # as long as the example; a ratio of 1 is growth in step with the length
_POINT = re.compile(r"^(?=## \**Punkt \d+:)", re.MULTILINE)
_NUMBER = re.compile(r"(?<=Punkt )\d+")


def measure(plan: Plan) -> list[Outcome]:
    """The time a page, a point of text, a point of JSON takes in a document many times as long."""
    with tempfile.TemporaryDirectory(prefix="sagsgraf-bench-") as made:
        folder = Path(made)
        return [
            *_pages(plan, folder),
            *_against_itself("text", _text_file, plan, folder),
            *_against_itself("agenda JSON", _json_file, plan, folder),
        ]


def _pages(plan: Plan, folder: Path) -> list[Outcome]:
    """Whole extraction of a PDF of several lengths, beside the text of the same pages alone."""
    return [_pages_of(_pdf_file(folder, times), times, plan) for times in (1, *TIMES)]


def _pages_of(path: Path, times: int, plan: Plan) -> Figure:
    content = path.read_bytes()
    pages = _page_count(content)
    found = race(_extraction(path, pages), lambda: plumb(content, tables=False), plan.rounds)
    return Figure(f"growth, PDF x {times}", "page", "pdfplumber extract_text alone", found, f"{pages} pages")


def _against_itself(
    form: str, make: Callable[[Path, int], tuple[Path, int]], plan: Plan, folder: Path
) -> list[Outcome]:
    short, few = make(folder, 1)
    outcomes: list[Outcome] = []
    for times in TIMES:
        path, many = make(folder, times)
        found = race(_extraction(path, many), _extraction(short, few), plan.rounds)
        note = f"{many} points beside {few}; 1 is growth in step with the length, below 1 is faster growth"
        outcomes.append(Figure(f"growth, {form} x {times}", "point", "ours, of the short document", found, note))
    return outcomes


def _extraction(path: Path, units: int) -> Work:
    def extract() -> int:
        from extract.harvest import Source, read_source

        assert not read_source(Source(path)).refused, path
        return units

    return extract


def _page_count(content: bytes) -> int:
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as pdf:
        return len(pdf)


def _pdf_file(folder: Path, times: int) -> Path:
    """The longest example, its pages several times over."""
    from pypdfium2 import PdfDocument

    longest = max(example_files(".pdf"), key=lambda path: path.stat().st_size)
    made = folder / f"{times}.pdf"
    with PdfDocument.new() as pdf, PdfDocument(longest) as source:
        for _ in range(times):
            pdf.import_pages(source)
        content = BytesIO()
        pdf.save(content)
    made.write_bytes(content.getvalue())
    return made


def _text_file(folder: Path, times: int) -> tuple[Path, int]:
    """The longest Markdown example with its points several times over, numbered on; and how many points."""
    texts = (path.read_text("utf-8") for path in example_files(".txt"))
    head, *points = _POINT.split(max((text for text in texts if _POINT.search(text)), key=len))
    numbered = [_NUMBER.sub(str(number), point, count=1) for number, point in enumerate(points * times, 1)]
    made = folder / f"{times}.txt"
    made.write_text(head + "".join(numbered), encoding="utf-8")
    return made, len(numbered)


def _json_file(folder: Path, times: int) -> tuple[Path, int]:
    """The longest JSON example, likewise."""
    agenda = json.loads(max(example_files(".json"), key=lambda path: path.stat().st_size).read_bytes())
    points = [
        point | {"Number": str(number), "Punktnummer": str(number)}
        for number, point in enumerate(agenda["Dagsordenpunkter"] * times, 1)
    ]
    made = folder / f"{times}.json"
    made.write_text(json.dumps(agenda | {"Dagsordenpunkter": points}), encoding="utf-8")
    return made, len(points)
