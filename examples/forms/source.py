"""The source of one invented meeting: a text file that a person writes by hand, read into frozen records.

The file begins with lines `key: value`; each point begins with `# number: title` and may have lines `key: value` of
its own; `## heading` opens a section, `### heading` a heading inside one; `- ` is a bullet, `| a | b |` a table row
(the first row is the header); other lines are paragraphs, parted by empty lines. `examples/README.md` lists the keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class SourceError(ValueError):
    """A source file that cannot be read; the message names file and line, and what is expected there."""


class Form(StrEnum):
    """A form in which a meeting can be printed."""

    PDF = "pdf"
    TEXT = "tekst"
    MARKDOWN = "markdown"
    JSON = "json"


class Kind(StrEnum):
    """Whether the meeting was held, or is only announced."""

    MINUTES = "referat"
    AGENDA = "dagsorden"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Subheading | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of a point."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the meeting."""

    number: str
    title: str
    case_number: str  # "" where the point has none
    absent: tuple[str, ...]
    closed: bool
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    """A name on the list of the meeting, with the note in brackets after it."""

    name: str
    note: str  # "Fravær", "stedfortræder for …", or ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, as the source tells it."""

    stem: str
    municipality: str
    body: str
    term: str  # "2022-2025" where the heading prints it, else ""
    kind: Kind
    day: date
    start: time
    place: str
    attendees: tuple[Attendee, ...]
    forms: tuple[Form, ...]
    mojibake: tuple[str, ...]  # words of the cover that are printed as UTF-8 read as Windows-1252
    points: tuple[Point, ...]


MEETING_KEYS = frozenset(
    {"kommune", "udvalg", "periode", "slags", "dato", "kl", "sted", "deltagere", "form", "mojibake"}
)
MEETING_REQUIRED = ("kommune", "udvalg", "dato", "kl", "sted", "deltagere", "form")
POINT_KEYS = frozenset({"sag", "fravær", "lukket"})
_KEY = re.compile(r"(?P<key>[a-zæøå]+): *(?P<value>.*)")
_POINT = re.compile(r"# (?P<number>\d+): (?P<title>.+)")
_NAME = re.compile(r"(?P<name>[^(]+?)(?: \((?P<note>[^)]*)\))?")


@dataclass(slots=True)
class _Lines:
    """The lines of a file with a place in it, so that an error can name the line."""

    path: Path
    lines: list[str]
    at: int = 0

    def peek(self) -> str | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def starts(self, prefix: str) -> bool:
        line = self.peek()
        return line is not None and line.startswith(prefix)

    def take(self) -> str:
        self.at += 1
        return self.lines[self.at - 1]

    def skip_empty(self) -> None:
        while self.peek() == "":
            self.at += 1

    def convert(self, read: Callable[[str], T], value: str, expected: str) -> T:
        try:
            return read(value)
        except ValueError:
            raise self.error(f"expected {expected}, not '{value}'") from None

    def error(self, expected: str) -> SourceError:
        return SourceError(f"{self.path.name}:{self.at + 1}: {expected}")


def read_meeting(path: Path) -> Meeting:
    """Read one source file. Raises SourceError with file and line where the form is not kept."""
    lines = _Lines(path, [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()])
    keys = _keys(lines, MEETING_KEYS)
    for key in MEETING_REQUIRED:
        if key not in keys:
            raise lines.error(f"the head of the file needs '{key}: …'")
    points = tuple(_points(lines))
    lines.at = 0  # what is wrong below stands in the head
    forms = tuple(lines.convert(Form, entry, "form: pdf, tekst, markdown or json") for entry in _listed(keys["form"]))
    if Form.TEXT in forms and Form.MARKDOWN in forms:
        raise lines.error("form: tekst or markdown, not both: they write the same file")
    return Meeting(
        stem=path.stem,
        municipality=keys["kommune"],
        body=keys["udvalg"],
        term=keys.get("periode", ""),
        kind=lines.convert(Kind, keys.get("slags", Kind.MINUTES), "slags: referat or dagsorden"),
        day=lines.convert(date.fromisoformat, keys["dato"], "dato: as 2024-03-12"),
        start=lines.convert(time.fromisoformat, keys["kl"], "kl: as 16:30"),
        place=keys["sted"],
        attendees=tuple(_attendee(lines, entry) for entry in _listed(keys["deltagere"])),
        forms=forms,
        mojibake=_listed(keys.get("mojibake", "")),
        points=points,
    )


def _keys(lines: _Lines, known: frozenset[str]) -> dict[str, str]:
    """The `key: value` lines here, up to the first empty line or heading."""
    found: dict[str, str] = {}
    while (line := lines.peek()) and (match := _KEY.fullmatch(line)):
        if match["key"] not in known:
            raise lines.error(f"'{match['key']}' is none of the keys {', '.join(sorted(known))}")
        found[match["key"]] = match["value"].strip()
        lines.take()
    return found


def _listed(value: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in value.split(",") if entry.strip())


def _attendee(lines: _Lines, entry: str) -> Attendee:
    match = _NAME.fullmatch(entry)
    if match is None:
        raise lines.error(f"a name, with a note in brackets if any, instead of '{entry}'")
    return Attendee(match["name"], match["note"] or "")


def _points(lines: _Lines) -> Iterator[Point]:
    lines.skip_empty()
    while lines.peek() is not None:
        match = _POINT.fullmatch(lines.take())
        if match is None:
            lines.at -= 1
            raise lines.error("expected a point: '# number: title'")
        keys = _keys(lines, POINT_KEYS)
        sections = tuple(_sections(lines))
        yield Point(
            number=match["number"],
            title=match["title"],
            case_number=keys.get("sag", ""),
            absent=_listed(keys.get("fravær", "")),
            closed=keys.get("lukket") == "ja",
            sections=sections,
        )
        lines.skip_empty()


def _sections(lines: _Lines) -> Iterator[Section]:
    lines.skip_empty()
    while lines.starts("## "):
        heading = lines.take().removeprefix("## ")
        yield Section(heading, tuple(_blocks(lines)))
        lines.skip_empty()


def _blocks(lines: _Lines) -> Iterator[Block]:
    lines.skip_empty()
    while (line := lines.peek()) is not None and not line.startswith(("# ", "## ")):
        if line.startswith("### "):
            yield Subheading(lines.take().removeprefix("### "))
        elif line.startswith("- "):
            yield Bullets(tuple(entry.removeprefix("- ") for entry in _run(lines, "- ")))
        elif line.startswith("|"):
            yield _table(lines)
        else:
            yield Paragraph(" ".join(_paragraph(lines)))
        lines.skip_empty()


def _table(lines: _Lines) -> Table:
    rows = tuple(_cells(row) for row in _run(lines, "|"))
    if len({len(row) for row in rows}) > 1:
        raise lines.error("every row of the table above needs as many cells as its header")
    return Table(rows)


def _run(lines: _Lines, prefix: str) -> Iterator[str]:
    while lines.starts(prefix):
        yield lines.take()


def _paragraph(lines: _Lines) -> Iterator[str]:
    while (line := lines.peek()) and not line.startswith(("#", "- ", "|")):
        yield lines.take()


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip("|").split("|"))
