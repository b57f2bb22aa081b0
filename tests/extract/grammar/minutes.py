"""Invented minutes from strings, and their records."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from extract.document import Document
from extract.evidence import Known, value_of
from extract.grammar import parse
from extract.grammar.paragraphs import Paragraph, read_paragraphs
from extract.reading.provenance import provenance_of
from extract.reading.text import read_text
from extract.records import ItemRecord, MeetingRecord


def document_of(text: str, *, municipality: str | None = None, source_url: str | None = None) -> Document:
    text = dedent(text).strip("\n")
    media, lines, problems, pages = read_text(text)
    provenance = provenance_of(Path("referat.txt"), text.encode(), media, source_url=source_url, retrieved=None)
    return Document(provenance, lines, problems, pages, municipality_hint=municipality)


def meeting_of(text: str) -> MeetingRecord:
    (record,) = parse(document_of(text))
    return record


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    document = document_of(text)
    return read_paragraphs(document, document.lines)


def item_of(*sections: str, title: str = "Tilskud til havnebad") -> ItemRecord:
    """The first point of minutes that hold it and a housekeeping point."""
    head = "REFERAT Kulturudvalget d. 12-03-2024\n\nMødedato Tirsdag d. 12. marts 2024 kl. 16:00\n\n"
    names = "Mødedeltagere Anna Berg, Bo Dahl, Carl Egø, Dorte Frank\n\n"
    point = f"Punkt 7: {title}\n\n24/100\n\n" + "\n\n".join(dedent(section).strip("\n") for section in sections)
    return meeting_of(head + names + point + "\n\nPunkt 8: Eventuelt\n\n24/7\n\nBeslutning\n\nIntet.").items[0]


def told(known: Known[str]) -> str | None:
    return value_of(known)
