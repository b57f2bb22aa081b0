"""Texts that lost their line breaks: a page, or the whole document, on one line.

Danish writes common nouns small, so a heading word with a capital inside such a line opens a section. Numbers of points
and labels open a paragraph too. What stands between is left as it is: nothing tells its paragraphs apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.document import Problem
from extract.grammar.paragraphs import Paragraph
from extract.grammar.vocabulary import case_numbers, headings, labels

_LONG = 700  # characters: no paragraph that somebody wrote is as long as a page
_SHARE = 0.6  # of all letters that must stand in such lines
_DECISION = r"(?:\s+(?:i|fra|af|den|d\.|på)\s+(?:[^:]{3,90}?\d{4}|[^.:]{3,60}(?=:)))?"


LINES_LOST = Problem(
    code="lines-lost",
    message="The text has lost its line breaks; points and sections are known by their words alone.",
    cure="Give the PDF or web page itself, if you have it.",
)


def is_flattened(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether most of a document stands on lines as long as a page."""
    letters = sum(len(paragraph.text) for paragraph in paragraphs)
    return letters > 0 and sum(len(one.text) for one in paragraphs if _is_flat(one)) >= _SHARE * letters


def part_flattened(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of a flattened document, parted at headings and labels."""
    return tuple(
        part for paragraph in paragraphs for part in (_parts(paragraph) if _is_flat(paragraph) else [paragraph])
    )


def _is_flat(paragraph: Paragraph) -> bool:
    return len(paragraph.text) > _LONG and len(paragraph.lines) == 1 and paragraph.label is None


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    cuts = {0, len(paragraph.text)}
    for form in _openings():
        for match in form.finditer(paragraph.text):
            cuts.add(match.start())
            if match.lastgroup == "whole":
                cuts.add(match.end())
    places = sorted(cuts)
    for start, end in pairwise(places):
        part = paragraph.part(start, end)
        if part.text.strip():
            yield part


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    """What opens a paragraph inside a line: points, headings of sections, labels."""
    return (
        re.compile(r"(?<!\w)(?:(?:Sag|Punkt|Pkt\.|Nr\.)\s*(?:nr\.\s*)?1?\d{1,4}(?![\d/-]))"),
        re.compile(r"(?:(?<=[.:!?)\w]\s)|(?<=^))\d{1,3}[.)]\s+(?=[A-ZÆØÅ][^\W\d_]{2,})"),
        re.compile(rf"(?<![\w-])(?P<whole>(?:{_words(_decision_words())}){_DECISION}\s*:?)(?=\s+[A-ZÆØÅ\d•-]|\s*$)"),
        re.compile(rf"(?<![\w-])(?P<whole>(?:{_words(_section_words())})\s*:?)(?=\s+[A-ZÆØÅ\d•-]|\s*$)"),
        re.compile(rf"(?<!\w)(?:{_words(_labels())})(?=\s*:)"),
        re.compile(rf"(?<![\w/.-])(?P<whole>\(?(?:{'|'.join(case_numbers().bare)})\)?)(?=\s+[A-ZÆØÅ]|\s*$)"),
    )


def _section_words() -> Iterator[str]:
    for entry in headings().heading:
        for form in entry.forms:
            if len(form) > 5:
                yield form[0].upper() + form[1:]


def _decision_words() -> Iterator[str]:
    yield from (word[0].upper() + word[1:] for word in headings().decision_words)


def _labels() -> Iterator[str]:
    for entry in labels().label:
        yield from (form[0].upper() + form[1:] for form in entry.forms if len(form) > 3)
    yield from (form[0].upper() + form[1:] for form in labels().case_number)


def _words(words: Iterator[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
