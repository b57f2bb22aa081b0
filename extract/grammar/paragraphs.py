"""Lines and the lines that go on them, as one text with a way back to every character of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from extract.document import Document, Label, Line, Role
from extract.evidence import Evidence, Stated
from extract.grammar.vocabulary import absence_patterns, any_of, case_numbers, compiled, headings, labels

_NUMBER_MARK = re.compile(
    r"(?:\(?\d{1,2}[.)]|[a-zæøå][.)]|\d{1,2}\s?[.:]|ad\s?\d{1,2}[.:)])(?:\s+|(?=[a-zæøå]{2}))", re.IGNORECASE
)
_BULLET_MARK = re.compile(r"(?:[-–•·*▪●○]|o(?=\s{2}))\s+")
_EMPTY = re.compile(r"\s*(?:[-–—=*~]\s?){4,}\s*|\s*")  # a blank line, or one that is drawn under a heading
_CAPITALS = re.compile(r"[A-ZÆØÅÉÜÖ]{2,}")
_LINKING = frozenset(("OG", "FOR", "I", "AF", "PÅ", "VED", "OM"))
_HEADING_LINES = 2
_WANTS_NUMBER = re.compile(
    r"(?:[,:(–-]|\b(?:og|eller|samt|til|af|i|for|med|fra|se|jf|nr|sag|sagen|sagsnr|pkt|punkt|matr|dok))\.?\s*$",
    re.IGNORECASE,
)
_JOINED_BY_HYPHEN = ("og ", "eller ", "samt ")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `text` joins its lines with a blank; `starts` are the places of the lines in it."""

    document: Document
    lines: tuple[Line, ...]
    text: str
    starts: tuple[int, ...]
    spaced: bool  # a blank line, or page furniture, stands before it

    @property
    def first(self) -> Line:
        """The line that it begins on."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The line that it ends on."""
        return self.lines[-1]

    @property
    def heading(self) -> int:
        """The level of its first line as a heading, 0 if it is none."""
        return self.first.heading

    @property
    def label(self) -> Label | None:
        """What a structured source says that it is."""
        return self.first.label

    @cached_property
    def mark(self) -> int:
        """The length of a bullet or number before its words."""
        bullet = _BULLET_MARK.match(self.text)
        start = bullet.end() if bullet else 0
        number = _NUMBER_MARK.match(self.text, start)
        return number.end() if number else start

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list, numbered or not."""
        return self.first.bullet or self.mark > 0

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.first.cells is not None

    @cached_property
    def indent(self) -> int:
        """How far its first line is set in, in characters."""
        raw = self.first.raw
        return len(raw) - len(raw.lstrip())

    def joined(self, other: Paragraph) -> Paragraph:
        """This and the paragraph under it as one, with the way back to both."""
        shift = len(self.text) + 1
        starts = (*self.starts, *(start + shift for start in other.starts))
        return Paragraph(
            self.document, (*self.lines, *other.lines), f"{self.text} {other.text}", starts, spaced=self.spaced
        )

    def tail(self, start: int) -> Paragraph:
        """What stands from a position on, as a paragraph of its own that leads back to the same places."""
        if start == 0:
            return self
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        index = max(0, bisect_right(self.starts, start) - 1)
        starts = tuple(place - start for place in self.starts[index:])
        return Paragraph(self.document, self.lines[index:], self.text[start:], starts, spaced=False)

    def part(self, start: int, end: int) -> Paragraph:
        """`text[start:end]` without blanks around it, as a paragraph of its own that leads back to the same places."""
        end = start + len(self.text[start:end].rstrip())
        rest = self.tail(start)
        kept = len(rest.text) - (len(self.text) - end)
        return replace(rest, text=rest.text[: max(0, kept)], spaced=True)

    def evidence(self, start: int, end: int, rule: str, confidence: float = 1.0) -> Evidence:
        """Evidence for `text[start:end]`."""
        first, first_at = self._locate(start)
        last, last_at = self._locate(max(start, end - 1))
        last_at = min(last_at + (1 if end > start else 0), len(last.text))
        return self.document.evidence(
            first, min(first_at, len(first.text)), last_at, rule, confidence, last if last is not first else None
        )

    def whole(self, rule: str, confidence: float = 1.0) -> Evidence:
        """Evidence for all of it."""
        return self.evidence(0, len(self.text), rule, confidence)

    def stated(self, start: int, end: int, rule: str, confidence: float = 1.0) -> Stated[str]:
        """The words of `text[start:end]`, blanks made one, with their evidence."""
        return Stated(squeeze(self.text[start:end]), self.evidence(start, end, rule, confidence))

    def _locate(self, position: int) -> tuple[Line, int]:
        index = max(0, bisect_right(self.starts, position) - 1)
        return self.lines[index], position - self.starts[index]


def squeeze(text: str) -> str:
    """A text with its runs of white space made one blank."""
    return " ".join(text.split())


def without_blanks(text: str) -> str:
    """A text by its letters and signs alone, in small letters: two prints of one title are alike."""
    return "".join(text.split()).casefold()


def in_small_letters(text: str) -> str:
    """A line set in capitals as it is spelt else, letter for letter: "TEKNIK- OG MILJØUDVALGET" has the same length."""
    if sum(letter.islower() for letter in text) > sum(letter.isupper() for letter in text):
        return text
    return _CAPITALS.sub(lambda word: word.group().lower() if word.group() in _LINKING else _capital(word), text)


def _capital(word: re.Match[str]) -> str:
    return word.group()[0] + word.group()[1:].lower()


def read_paragraphs(document: Document, lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of body lines; blank lines, drawn ones and page furniture between them are left out."""
    groups: list[tuple[bool, list[Line]]] = []
    spaced = True
    for line in lines:
        if line.role is not Role.BODY or _EMPTY.fullmatch(line.text):
            spaced = spaced or line.role in (Role.BLANK, Role.BODY)
            continue
        if groups and _goes_on(groups[-1][1][-1], line) and not _is_number_under(groups[-1][1], line):
            groups[-1][1].append(line)
        else:
            groups.append((spaced, [line]))
        spaced = False
    return tuple(_join(document, group, is_spaced) for is_spaced, group in groups)


def read_running_heads(document: Document, lines: Iterable[Line]) -> tuple[Paragraph, ...]:
    """The running heads of pages, each a paragraph."""
    is_spaced = True
    return tuple(_join(document, [line], is_spaced) for line in lines if line.role is Role.HEADER and line.text.strip())


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on the one before; nothing goes on the heading of a section, however small it begins.

    Nor is a list of members gone on by "Afbud fra …".
    """
    is_one = line.label is before.label and line.cells is None and before.cells is None
    if line.text[:1].isupper() and compiled(absence_patterns().footer).match(line.text):
        return False
    return line.continues and is_one and before.text.strip().casefold() not in _section_headings()


def _is_number_under(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line is the case number of the heading over it, however full that is, and no end of a sentence."""
    return len(lines) <= _HEADING_LINES and bool(
        _case_number().fullmatch(line.text.strip()) and not _WANTS_NUMBER.search(lines[-1].text)
    )


@cache
def _case_number() -> re.Pattern[str]:
    names = any_of(labels().case_number)
    bare = "|".join(case_numbers().bare)
    return re.compile(rf"{bare}|(?i:{names})[\s:.]*(?:{bare})\b.{{0,60}}")


@cache
def _section_headings() -> frozenset[str]:
    return frozenset(form for entry in headings().heading for form in entry.forms).union(headings().decision_words)


def _join(document: Document, lines: Sequence[Line], spaced: bool) -> Paragraph:
    text, starts = "", []
    for line in lines:
        if text:
            broken = text[-1] == "-" and len(text) > 1 and text[-2].isalpha()
            if broken and line.text[:1].islower() and not line.text.startswith(_JOINED_BY_HYPHEN):
                text = text[:-1]
            elif not text.endswith(" "):
                text += " "
        starts.append(len(text))
        text += line.text
    return Paragraph(document, tuple(lines), text, tuple(starts), spaced)
