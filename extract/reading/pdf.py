"""PDF, read by pdfplumber behind one function, so that the engine can change."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from extract.document import Line, Problem
from extract.errors import PdfDamaged, PdfEncrypted, PdfTruncated, TextMissing
from extract.reading.furniture import set_contents_apart
from extract.reading.hyphenation import mend_words
from extract.reading.intact import find_damage
from extract.reading.layout import draft_lines
from extract.reading.lines import finish
from extract.reading.paragraphs import join_broken
from extract.reading.prints import Sheet, read_sheet

_END = b"%%EOF"
_OBJECT = re.compile(rb"\b\d+ \d+ obj\b")
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0b\x0e-\x1f\ufffd]")
_SPARSE = 120  # characters a page: printed minutes have some 1,300, a page of signatures 100
_FETCH = "Fetch the file anew from its source and compare its size."


def read_pdf(content: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...], int, str | None]:
    """The lines of a PDF, what was noticed, the number of pages, and the program that made it.

    Raises PdfEncrypted, PdfTruncated, PdfDamaged and TextMissing. A file that is damaged in one place is refused whole:
    minutes without a page would be read as minutes.
    """
    if _is_cut_off(content):
        raise PdfTruncated("The end of the PDF is missing.", _FETCH)
    with open_pdf(content) as pdf:
        sheets = _read_sheets(pdf)
        producer = _producer(pdf)
    missing = [sheet.number for sheet in sheets if not sheet.prints]
    if len(missing) == len(sheets):
        raise TextMissing(
            "The pages are pictures without text (a scan).",
            "Run text recognition over it (ocrmypdf -l dan IN OUT), or ask the source for the digital original.",
        )
    lines, problems = finish(draft_lines(sheets))
    lines = mend_words(join_broken(set_contents_apart(lines)))
    return lines, (*_page_problems(sheets), *_unmapped(lines), *problems), len(sheets), producer


@contextmanager
def open_pdf(content: bytes) -> Iterator[Any]:
    """The pages of a PDF as pdfplumber gives them. Raises PdfEncrypted and PdfDamaged."""
    with _quiet_pdfminer(), _opened(content) as pdf:
        yield pdf


def _is_cut_off(content: bytes) -> bool:
    """Whether the file stops before its end mark, or objects follow the last one (an update that was cut off)."""
    end = content.rfind(_END)
    return end < 0 or bool(_OBJECT.search(content, end))


@contextmanager
def _quiet_pdfminer() -> Iterator[None]:
    """Its warnings go to the log of whoever wants them; here every doubt becomes a problem or an error."""
    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    try:
        pdf = pdfplumber.open(BytesIO(content))
        count = len(pdf.pages)
    except PdfminerException as error:
        if any(isinstance(reason, PDFPasswordIncorrect) for reason in error.args):
            raise PdfEncrypted(
                "The PDF opens only with a password.",
                "Give a copy without password.",
            ) from error
        raise PdfDamaged(f"The PDF cannot be opened ({_reason(error)}).", _FETCH) from error
    except Exception as error:  # pdfminer lets every kind escape on destroyed files
        raise PdfDamaged(f"The PDF cannot be opened ({_reason(error)}).", _FETCH) from error
    if not count:
        raise PdfDamaged("The PDF has no pages.", _FETCH)
    try:
        yield pdf
    finally:
        pdf.close()


def _read_sheets(pdf: Any) -> list[Sheet]:
    sheets: list[Sheet] = []
    seen: set[int] = set()
    for number, page in enumerate(pdf.pages, 1):
        try:
            damage = find_damage(page.page_obj, seen)
            if damage is None:
                sheets.append(read_sheet(page, number))
        except Exception as error:  # as above
            raise PdfDamaged(f"Page {number} cannot be read ({_reason(error)}).", _FETCH) from error
        finally:
            page.close()  # else 400 pages keep 1.1 GB
        if damage is not None:
            raise PdfDamaged(f"Page {number} cannot be read: {damage}.", _FETCH)
    _check_count(pdf, len(sheets))
    return sheets


def _check_count(pdf: Any, found: int) -> None:
    from pdfminer.pdftypes import resolve1

    tree = resolve1(pdf.doc.catalog.get("Pages"))
    stated = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    if isinstance(stated, int) and stated != found:
        raise PdfDamaged(f"The PDF says that it has {stated} pages, but {found} are there.", _FETCH)


def _producer(pdf: Any) -> str | None:
    value = pdf.metadata.get("Producer")
    return value if isinstance(value, str) and value else None


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    return type(reason).__name__


def _page_problems(sheets: Sequence[Sheet]) -> Iterator[Problem]:
    scans = [sheet.number for sheet in sheets if not sheet.prints and sheet.has_pictures]
    if scans:
        yield Problem(
            "scan-pages",
            f"Pages {_numbers(scans)} are pictures without text; they were not read.",
            "Run text recognition over the file (ocrmypdf --skip-text -l dan IN OUT) and read it again.",
        )
    letters = sum(len(found.raw) for sheet in sheets for found in sheet.prints)
    if len(sheets) > 1 and letters < _SPARSE * len(sheets):
        yield Problem(
            "text-sparse",
            f"The {len(sheets)} pages hold only {letters} characters; parts may be pictures.",
            "Compare with the printed pages; run text recognition over the file if text is missing.",
        )
    drawings = [sheet.number for sheet in sheets if not sheet.searched]
    if drawings:
        yield Problem(
            "drawing-pages",
            f"Pages {_numbers(drawings)} hold large drawings; their text was read, but tables were not looked for.",
            "Nothing needs doing unless the page prints a table.",
        )


def _unmapped(lines: Sequence[Line]) -> Iterator[Problem]:
    hit = [line.number for line in lines if _UNMAPPED.search(line.raw)]
    if hit:
        yield Problem(
            "unmapped-font",
            f"A font does not say which letters it prints: letters are missing on {len(hit)} lines.",
            "Ask the source for the document as text or with its fonts, or run text recognition over it.",
            line=hit[0],
        )


def _numbers(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:10]))
    return shown if len(pages) <= 10 else f"{shown} and {len(pages) - 10} more"
