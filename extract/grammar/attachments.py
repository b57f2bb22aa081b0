"""The titles under Bilag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.document import Label
from extract.grammar.absence_lines import absence_block
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.sections import Layout
from extract.grammar.vocabulary import SectionRole
from extract.records import Attachment

_NONE = re.compile(r"\W*(?:ingen(?:\s+bilag)?|nej|-|–)\W*$", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\d{1,2}\s*(?:[.):]|\s[-–])\s+|\d{1,3}\s+(?=(?:åben|lukket)\b))", re.IGNORECASE)
_COUNT = re.compile(r"(?P<count>\d{1,2})\s+(?=\S)")  # "1 Hvidbog" over "2 Notat": taken off where all are counted
_AFTER_TITLE = re.compile(
    r"\s*\(\s*(?:dok\w*\.?\s*(?:nr|id)\.?:?\s*[\d/-]+|åben|åbent|lukket|pdf[^()]{0,20})\s*\)$", re.IGNORECASE
)
_NEXT = re.compile(r";\s+(?:\d{1,2}[.)]\s+)?(?=[^\W\d])")  # "Bilag: Høringssvar; notat om befordring"
_QUOTING = re.compile(r"[\"”„“«»(§]")  # in what is quoted or in brackets a semicolon parts nothing
_OPENNESS = re.compile(r"(?:åben|lukket)\s*[-–:]\s+|\((?:åben|lukket)\)\s*", re.IGNORECASE)


def read_attachments(layout: Layout) -> tuple[Attachment, ...]:
    """One for each title; as printed, with bullet or number taken off."""
    return tuple(_labelled(layout)) + tuple(_listed(layout))


def _labelled(layout: Layout) -> Iterator[Attachment]:
    for paragraph in layout.labelled:
        if paragraph.label is Label.ATTACHMENT:
            yield Attachment(squeeze(paragraph.text), paragraph.whole("attachment.source"), paragraph.first.link)


def _listed(layout: Layout) -> Iterator[Attachment]:
    for part in layout.of(SectionRole.ATTACHMENTS):
        titles = [one for one in part.paragraphs if any(map(str.isalnum, one.text))]
        counted = [_COUNT.match(title.text) for title in titles]
        is_counted = [match and int(match["count"]) for match in counted] == [*range(1, len(counted) + 1)]
        for paragraph, count in zip(titles, counted, strict=True):
            if not _NONE.fullmatch(paragraph.text.strip()) and absence_block(paragraph) is None:
                is_row = len(titles) == 1 and not paragraph.first.link and not _QUOTING.search(paragraph.text)
                yield from _read(paragraph, count.end() if is_counted and count else 0, is_row=is_row)


def _read(paragraph: Paragraph, start: int, *, is_row: bool) -> Iterator[Attachment]:
    for form in (_COUNTED, _OPENNESS):
        if match := form.match(paragraph.text, start):
            start = match.end()
    end = len(_AFTER_TITLE.sub("", paragraph.text.rstrip()))
    nexts = _NEXT.finditer(paragraph.text, start, end) if is_row else ()
    bounds = [start, *(match.end() for match in nexts), end]
    for begin, stop in pairwise(bounds):
        stop = begin + len(paragraph.text[begin:stop].rstrip(" ;"))
        title = squeeze(paragraph.text[begin:stop])
        if any(map(str.isalnum, title)):
            evidence = paragraph.evidence(begin, stop, "attachment.title")
            yield Attachment(title, evidence, paragraph.first.link)
