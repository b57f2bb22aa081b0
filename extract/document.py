"""A document as read: its lines as printed, what each line is, and where it came from.

The text is kept raw (after CPR masking): `Document.text` is `"\\n".join(line.raw ...)`, and every offset of every
Evidence counts in it. What the rules read is `Line.text`: the raw line with markup taken off and broken letters
repaired; `Line.offsets` leads each of its characters back to the raw line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from extract.evidence import QUOTE_LENGTH, Evidence
from extract.version import extractor_version


class Media(StrEnum):
    """The forms that are read."""

    PDF = "application/pdf"
    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    AGENDA_JSON = "application/json"


class Role(StrEnum):
    """What a line is on its page. Only BODY lines are read as minutes; the others are set apart, not deleted."""

    BODY = "body"
    BLANK = "blank"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page-number"
    CONTENTS = "contents"


class Label(StrEnum):
    """What a structured source (agenda JSON) says that a line is. Lines of PDF and text have none."""

    BODY = "body"  # the name of the committee
    DATE = "date"  # ISO 8601 with offset
    PLACE = "place"
    MEETING_NAME = "meeting-name"
    PRESENT = "present"  # one name
    ABSENT = "absent"  # one name, absent from the whole meeting
    ITEM_NUMBER = "item-number"
    ITEM_TITLE = "item-title"
    CASE_NUMBER = "case-number"
    ITEM_ABSENT = "item-absent"  # one name, absent from this item
    ATTACHMENT = "attachment"
    CLOSED = "closed"


class Severity(StrEnum):
    """Whether a problem only warns or the file was refused."""

    WARNING = "warning"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a file that its reader should know."""

    code: str
    message: str
    cure: str
    severity: Severity = Severity.WARNING
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document comes from. `sha256` is over the bytes of the file."""

    sha256: str
    name: str  # the file's name without folders
    size: int  # bytes
    media: Media
    source_url: str | None = None
    retrieved: date | None = None
    extractor: str = field(default_factory=extractor_version)  # a document read by another is read again


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed."""

    number: int  # 1-based in the document
    page: int | None  # 1-based
    raw: str
    text: str
    offsets: tuple[int, ...] | None = None  # of each character of text in raw, plus the end; None: text == raw
    role: Role = Role.BODY
    heading: int = 0  # 0 none; 1..6 as in Markdown and HTML; 7: bold or larger print without a level
    continues: bool = False  # goes on the paragraph of the line before (wrapped line)
    label: Label | None = None
    pointer: str | None = None  # RFC 6901, for lines of JSON
    link: str | None = None  # URL that the source gives for what the line names (a point, an attachment)
    bullet: bool = False  # a list item, also where its mark was taken off
    cells: tuple[str, ...] | None = None  # a row of a table, cell by cell

    def raw_offset(self, position: int) -> int:
        """The offset in `raw` of a position in `text`; the length of text leads to the length of raw."""
        return position if self.offsets is None else self.offsets[position]


@dataclass(frozen=True)
class Document:
    """Pages and lines of one file."""

    provenance: Provenance
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    page_count: int | None = None
    municipality_hint: str | None = None  # `--municipality` or the manifest; ranks over what the text says
    producer: str | None = None
    extra: dict[str, str] = field(default_factory=dict)  # source facts without a line, by JSON pointer

    @cached_property
    def text(self) -> str:
        """The whole text as printed, lines joined by newline."""
        return "\n".join(line.raw for line in self.lines)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of each line in `text`; `line_starts[n - 1]` belongs to line number n."""
        starts, position = [], 0
        for line in self.lines:
            starts.append(position)
            position += len(line.raw) + 1
        return tuple(starts)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines that are read as minutes."""
        return tuple(line for line in self.lines if line.role is Role.BODY)

    def line(self, number: int) -> Line:
        """The line of a 1-based number."""
        return self.lines[number - 1]

    def evidence(
        self, line: Line, start: int, end: int, rule: str, confidence: float = 1.0, last: Line | None = None
    ) -> Evidence:
        """Evidence for `line.text[start:end]`; with `last`, the span ends at position `end` of that later line."""
        closing = last or line
        first_offset = self.line_starts[line.number - 1] + line.raw_offset(start)
        last_offset = self.line_starts[closing.number - 1] + closing.raw_offset(end)
        return Evidence(
            document=self.provenance.sha256,
            page=line.page,
            line=line.number,
            start=first_offset,
            end=last_offset,
            quote=self.text[first_offset:last_offset][:QUOTE_LENGTH],
            rule=rule,
            confidence=confidence,
            pointer=line.pointer,
        )
