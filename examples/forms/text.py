"""A meeting as text: the way a PDF of minutes looks after somebody took the text out of it, plain or with marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms import wording
from forms.source import Block, Bullets, Meeting, Paragraph, Point, Subheading, Table


@dataclass(frozen=True, slots=True)
class Marks:
    """What is put around headings and labels."""

    title: str
    heading: str
    section: str
    minor: str
    label: str


PLAIN = Marks("{}", "{}", "{}", "{}", "{}")
MARKDOWN = Marks("# {}", "## **{}**", "### **{}**", "#### **{}**", "**{}**")


def print_text(meeting: Meeting, pages: tuple[int, ...], marks: Marks) -> str:
    """Print the meeting as paragraphs parted by empty lines; `pages` are the page numbers for the contents."""
    head = "\n\n".join(_cover(meeting, marks))
    contents = "\n".join(f"{point.title}.....\t{page}" for point, page in zip(meeting.points, pages, strict=True))
    body = "\n\n".join(line for point in meeting.points for line in _point(point, marks))
    cover = wording.broken(head, meeting.mojibake)
    return f"\n\n{cover}\n\n{marks.heading.format('Indholdsfortegnelse')}\n\n{contents}\n\n{body}\n"


def _cover(meeting: Meeting, marks: Marks) -> Iterator[str]:
    yield marks.title.format(wording.heading(meeting))
    for label, value in wording.cover(meeting):
        yield f"{marks.label.format(label)} {value}"


def _point(point: Point, marks: Marks) -> Iterator[str]:
    yield marks.heading.format(wording.point_heading(point))
    if point.case_number:
        yield point.case_number
    for section in point.sections:
        yield marks.section.format(section.heading)
        for block in section.blocks:
            yield _block(block, marks)
        if point.absent and section is wording.own_decision(point):
            yield marks.minor.format("Fraværende:")
            yield from point.absent
    if point.absent:
        yield f"{marks.label.format('Fraværende')} {', '.join(point.absent)}"


def _block(block: Block, marks: Marks) -> str:
    match block:
        case Paragraph(text):
            return text
        case Subheading(text):
            return marks.minor.format(text)
        case Bullets(entries):
            return "\n".join(f"- {entry}" for entry in entries)
        case Table(rows):
            return "\n".join("\t".join(row) for row in rows)
