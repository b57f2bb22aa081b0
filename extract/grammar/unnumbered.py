"""Points without numbers: titles alone, over the line of a case number or over the first section of a point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.headings import Heading, read_heading
from extract.grammar.numbers import is_case_number_line, without_number
from extract.grammar.paragraphs import Paragraph, without_blanks
from extract.grammar.pointheadings import REACH, PointHeading, may_be_title
from extract.grammar.profiles import Profile
from extract.grammar.titles import is_housekeeping, is_openness_line
from extract.grammar.vocabulary import SectionRole

_LISTED = re.compile(
    r"\s*(?:(?:punkt|pkt\.?|sag|nr\.?)\s*(?:nr\.?\s*)?)?(?P<number>\d{1,4})\s*[.:)]?\s+(?P<title>\S.*)", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,4}\s*[.:)]?")
_PAGE = re.compile(r"[\s.…_·]+(?:side\s*)?\d{1,4}$", re.IGNORECASE)


def titles_over_case_numbers(paragraphs: Sequence[Paragraph], profile: Profile) -> list[PointHeading]:
    """Points without numbers: a title alone, and under it the line of its case number.

    A list of contents may give their numbers.
    """
    found = []
    for index in range(1, len(paragraphs)):
        over = index - 2 if index > 1 and is_openness_line(paragraphs[index - 1].text) else index - 1
        if is_case_number_line(paragraphs[index]) and may_be_title(paragraphs, over, profile):
            found.append(PointHeading(over, None, over, 0, len(paragraphs[over].text), over + 1))
    follows = [any(read_heading(other, profile) for other in paragraphs[one.body : one.body + REACH]) for one in found]
    return _with_listed_numbers(found, paragraphs) if any(follows) else []


def titles_over_sections(paragraphs: Sequence[Paragraph], profile: Profile) -> list[PointHeading]:
    """Points with neither number nor case number: a title alone over a section that begins a point.

    That is one headed as the first section of the document (of a matter, not of the agenda itself), or of a role that
    the point before has had, or any after the decision of that point where decisions do not stand first.
    """
    found: list[PointHeading] = []
    first: Heading | None = None
    had: set[SectionRole] = set()
    for index, paragraph in enumerate(paragraphs):
        heading = read_heading(paragraph, profile)
        if heading is not None and (heading.role is not SectionRole.DECISION or heading.body is None):
            is_over = SectionRole.DECISION in had and first is not None and first.role is not SectionRole.DECISION
            begins = first is None or heading.name == first.name or heading.role in had or is_over
            over = index - 1
            # what stands right under a heading is its text, not the title of the next point
            is_text = index > 1 and _is_bare_heading(paragraphs[index - 2], profile)
            if begins and over >= 0 and not is_text and may_be_title(paragraphs, over, profile):
                found.append(PointHeading(over, None, over, 0, len(paragraphs[over].text), index))
                first = first or (None if is_housekeeping(without_number(paragraphs[over].text)) else heading)
                had = set()
            had.add(heading.role)
    return _with_listed_numbers(found, paragraphs)


def _with_listed_numbers(points: Sequence[PointHeading], paragraphs: Sequence[Paragraph]) -> list[PointHeading]:
    """Points without number take that by which a list over them names their title."""
    listed = _listed_numbers(paragraphs[points[0].index]) if points else {}
    return [replace(one, number=listed.get(without_blanks(paragraphs[one.title].text))) for one in points]


def _listed_numbers(first: Paragraph) -> dict[str, str]:
    """The numbers by the titles of the lists over the first point, with or without pages, also two lines an entry."""
    listed: dict[str, str] = {}
    number = ""
    for line in first.document.lines[: first.first.number - 1]:
        text = line.text.strip()
        match = _LISTED.fullmatch(f"{number} {text}")
        number = text if _NUMBER.fullmatch(text) else ""
        if match and not number:
            for title in (match["title"], _PAGE.sub("", match["title"])):
                listed.setdefault(without_blanks(title), match["number"])
    return listed


def _is_bare_heading(paragraph: Paragraph, profile: Profile) -> bool:
    """Whether a paragraph is the heading of a section and nothing more: what is under it is its text."""
    heading = read_heading(paragraph, profile)
    return heading is not None and not paragraph.text[heading.end :].strip()
