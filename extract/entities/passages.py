"""A point as one text to search in, each character of which leads back to its line.

Lines of one paragraph are joined, so that a name broken by a line's end is found; paragraphs are kept apart by newline,
so that nothing is found across them; so are the cells of a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from extract.document import Document, Label, Line, Role
from extract.entities.context import Context
from extract.evidence import Evidence
from extract.grammar.dates import find_dates
from extract.records import ItemRecord, Section


class Part(StrEnum):
    """What a paragraph is in its point."""

    TITLE = "title"
    HEADING = "heading"  # of a section or a decision
    TEXT = "text"
    TABLE = "table"
    PROCEDURE = "procedure"
    ATTACHMENT = "attachment"
    ABSENCE = "absence"


_SKIPPED = frozenset(
    {Label.ITEM_NUMBER, Label.CASE_NUMBER, Label.CLOSED, Label.DATE, Label.PLACE, Label.BODY, Label.MEETING_NAME}
)
_STAMP = 90  # characters; a head is short
_STAMP_WORDS = re.compile(
    r"(?<!\w)(?:referat|protokol|dagsorden|fra|for|møde[t]?|den|d|af|side|form\.?\s?init|s\.|\d{1,4}|[A-ZÆØÅ]{2,3})(?!\w)",
    re.IGNORECASE,
)
_AFTER_HEADING = re.compile(r"[^\w\n(§\"”“]*\s(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Where the text of one line stands in the passage; `skip` characters were taken off its front."""

    start: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`passage.text[start:end]`."""

    start: int
    end: int
    where: str  # canonical name of the section, "Titel" or "Bilag"
    part: Part
    first: Line
    decided_by: str | None = None  # of the text of a decision: the body


@dataclass(frozen=True)
class Passage:
    """The text of a point."""

    text: str
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph(self, position: int) -> Paragraph:
        """The paragraph that holds a position of the text."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, position) - 1)]

    def line(self, position: int) -> Line:
        """The line that a position of the text is printed on."""
        return self._piece(position).line

    def evidence(self, document: Document, start: int, end: int, rule: str, confidence: float) -> Evidence:
        """Evidence for `text[start:end]`, on the line where it starts."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        return document.evidence(
            first.line,
            min(start - first.start, len(first.line.text)),
            min(end - last.start, len(last.line.text)),
            rule,
            confidence,
            last=last.line if last is not first else None,
        )

    def _piece(self, position: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._starts, position) - 1)]


def read_passage(item: ItemRecord, document: Document, context: Context | None = None) -> Passage:
    """The text of a point, without page furniture, numbers and other things that are no prose."""
    stamp = Stamp(context) if context else None
    parts = Parts(item)
    pieces: list[Piece] = []
    paragraphs: list[Paragraph] = []
    text = ""
    own = {line.number for line in item.lines}  # none where points share lines
    told = [
        line
        for line in document.lines[item.first_line - 1 : item.last_line]
        if line.number in own
        if stamp is None or not parts.is_prose(line) or not stamp.prints(line.text)
    ]
    for lines in _paragraphs(told):
        start = len(text) + (1 if text else 0)
        joined = ""
        for line in lines:
            joined = _join(joined, line.text.replace("\t", "\n"))
            pieces.append(Piece(start + len(joined) - len(line.text), line))
        where, part = parts.of(lines[0])
        body = parts.after_heading(lines[0], joined) if part is Part.HEADING else 0
        if body:  # "Resumé: Udvalget ...": what follows a heading on its line is a paragraph of its own
            joined = f"{joined[: body - 1]}\n{joined[body:]}"
            paragraphs.append(Paragraph(start, start + body - 1, where, part, lines[0]))
            part = _PARTS.get(where, Part.TEXT)
        text += f"\n{joined}" if text else joined
        paragraphs.append(Paragraph(start + body, start + len(joined), where, part, lines[0], parts.decider(lines[0])))
    return Passage(text, tuple(pieces), tuple(paragraphs))


def _paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines of the same paragraph together; page furniture between them does not part them."""
    current: list[Line] = []
    for line in lines:
        if line.role is not Role.BODY or line.label in _SKIPPED or not line.text.strip():
            continue
        joined = line.continues or _is_open(current[-1].text if current else "")
        if current and joined and line.label is current[-1].label and not line.cells:
            current.append(line)
            continue
        if current:
            yield current
        current = [line]
    if current:
        yield current


def _is_open(text: str) -> bool:
    """Whether a line ends inside a bracket, in the middle of a row: "(V, C,"."""
    return text.rstrip().endswith(",") and text.count("(") > text.count(")")


def _join(text: str, more: str) -> str:
    """Two lines of a paragraph; a word broken at the line's end is made whole.

    A hyphen before "og" or a capital belongs to the name ("Teknik- og", "DH-Nordlev") and stays.
    """
    if not text:
        return more
    if text.endswith("-") and more[:1].islower() and more.split(" ", 1)[0] not in {"og", "eller", "samt"}:
        return text[:-1] + more
    return f"{text}{more}" if text.endswith("-") and not more[:1].islower() else f"{text} {more}"


class Stamp:
    """What the pages of a document bear at head and foot: the municipality, the body, the day, an address."""

    def __init__(self, context: Context) -> None:
        names = [name for name in (context.municipality, context.own.name if context.own else None) if name]
        if context.place and context.own:
            names.append(f"{context.place} {context.own.name.removesuffix('et')}")
        names.sort(key=len, reverse=True)
        self._date = context.date
        self._names = re.compile("|".join(rf"(?:{re.escape(name)}s?)" for name in names) or r"(?!)", re.IGNORECASE)
        place = re.escape(context.municipality) if context.municipality else r"(?!)"
        self._address = re.compile(rf"\W*{place}\s*[,·|–-]\s*[A-ZÆØÅ][\w. ]{{2,40}} \d+")

    def prints(self, text: str) -> bool:
        """Whether a line says nothing but that."""
        bare = " ".join(text.split())
        if len(bare) > _STAMP or bare.endswith(":") or not self._names.search(bare):
            return False
        if self._address.match(bare):
            return True
        left, dates = bare, list(find_dates(bare))
        if any(found.date != self._date for found in dates):
            return False
        for found in reversed(dates):
            left = f"{left[: found.start]} {left[found.end :]}"
        rest = _STAMP_WORDS.sub(" ", self._names.sub(" ", left))
        municipality_alone = not dates and self._names.sub("", bare).strip(" ©·.,|-") == "" and "ommune" in bare
        return (bool(dates) or municipality_alone) and not re.search(r"\w", rest)


class Parts:
    """Which section and part a line of a point belongs to."""

    def __init__(self, item: ItemRecord) -> None:
        self._title = item.evidence.line
        self._sections = {
            number: section
            for section in item.sections  # of several on one line the last
            for number in range(section.first_line, section.last_line + 1)
        }
        self._headings = {section.evidence.line: section for section in item.sections}
        self._attachments = {attachment.evidence.line for attachment in item.attachments}
        self._absences = {absence.evidence.line for absence in item.absences}
        self._decided = {
            evidence.line: decision.body.name for decision in item.decisions for evidence in decision.text_evidence
        }

    def of(self, line: Line) -> tuple[str, Part]:
        """The section and part of a line."""
        section = self._section(line.number)
        where = section.name if section else "Titel"
        if line.number in self._decided and line.number not in self._headings:
            where = "Beslutning"  # also where no heading says so
        if line.label is Label.ATTACHMENT or line.number in self._attachments:
            return "Bilag", Part.ATTACHMENT
        if line.label is Label.ITEM_ABSENT or (line.number in self._absences and line.number not in self._decided):
            return "Fraværende", Part.ABSENCE
        if line.number == self._title or line.label is Label.ITEM_TITLE:
            return "Titel", Part.TITLE
        if line.number in self._headings:
            return where, Part.HEADING
        part = _PARTS.get(where, Part.TEXT)
        return where, Part.TABLE if part is Part.TEXT and (line.cells or "\t" in line.text) else part

    def is_prose(self, line: Line) -> bool:
        """Whether a line stands where a page head could be taken for prose: no heading, no plan of bodies."""
        section = self._section(line.number)
        planned = section is not None and section.name in {"Procedure", "Bilag"}
        return line.number not in self._headings and line.number != self._title and not planned

    def decider(self, line: Line) -> str | None:
        """The body whose decision the line begins or is."""
        return self._decided.get(line.number)

    def after_heading(self, line: Line, text: str) -> int:
        """Where the text begins that follows a section's heading in one paragraph; 0 where the heading stands alone."""
        heading = self._headings[line.number].heading
        first = text.split(" ", 1)[0]
        if first.endswith("-") and len(first) > 3 and heading.startswith(first[:-1]) and not heading.startswith(first):
            return len(first) + 1  # "Sagsfrem-", the label of a column, goes on below it
        gap = _AFTER_HEADING.match(text, len(heading)) if text.startswith(heading) else None
        return gap.end() if gap else 0

    def _section(self, number: int) -> Section | None:
        return self._sections.get(number) or self._headings.get(number)


_PARTS = {"Procedure": Part.PROCEDURE, "Bilag": Part.ATTACHMENT, "Fraværende": Part.ABSENCE}
