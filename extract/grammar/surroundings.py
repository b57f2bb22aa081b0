"""What surrounds minutes in a file and is no part of them: navigation of a web page, signatures, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.grammar.headings import read_heading, read_history_heading
from extract.grammar.names import list_of_names, read_name
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.profiles import Profile
from extract.grammar.vocabulary import HeaderField, any_of, compiled, labels

_FOOT = 6  # paragraphs
_ROLL = 4  # paragraphs under the label of a list of names, of which two at least are names
_LONGEST_FOOT = 160  # characters


def without_navigation(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that are not links of a page, as "Til top", "Næste punkt: Havnebad"."""
    links = [compiled(pattern) for pattern in (labels().neighbour, labels().breadcrumbs)]
    kept: list[Paragraph] = []
    parted = False
    for paragraph in paragraphs:
        is_link = _links().fullmatch(paragraph.text) or any(link.match(paragraph.text) for link in links)
        if paragraph.label is None and is_link:
            parted = True
            continue
        kept.append(replace(paragraph, spaced=True) if parted else paragraph)
        parted = False
    return tuple(kept)


@cache
def _links() -> re.Pattern[str]:
    """A row of links: "Læs op   Del sag   Åbn som PDF"."""
    words = any_of(labels().navigation).replace(r"\ ", r"\s+")
    return re.compile(rf"\W*(?:(?:{words})(?!\w)\W*)+", re.IGNORECASE)


def closing_index(paragraphs: Sequence[Paragraph], start: int, profile: Profile) -> int:
    """Where the last point ends: at the line that closes the document, where there is one.

    No section of the point stands under it.
    """
    if any(paragraph.label for paragraph in paragraphs):
        return len(paragraphs)  # a structured source has nothing around its points
    closing, address = compiled(labels().closing), compiled(labels().address)
    sections = (index for index in range(start, len(paragraphs)) if read_heading(paragraphs[index], profile))
    for index in range(max(sections, default=start), len(paragraphs)):
        text = paragraphs[index].text
        is_foot = len(paragraphs) - index <= _FOOT
        closes = closing.match(text) or (is_foot and address.match(text))
        is_decision = read_history_heading(text) is not None  # "Kulturudvalget, den 7. maj 2024", like "Søby, den …"
        if (len(text) <= _LONGEST_FOOT and closes and not is_decision) or opens_roll(paragraphs, index):
            return index
    return len(paragraphs)


def opens_roll(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line heads the list of those who took part: its label alone, and names under it."""
    words = squeeze(paragraphs[index].text).casefold().rstrip(" :")
    heads = (form for label in labels().label if label.field is HeaderField.ATTENDEES for form in label.forms)
    following = paragraphs[index + 1 : index + 1 + _ROLL]
    return words in heads and len(following) == _ROLL and sum(_is_member(one.text) for one in following) >= 2


def _is_member(text: str) -> bool:
    """Whether a line is of a list of those who took part: names, or a name with party or rank and more behind it."""
    if list_of_names(text):
        return True
    found = read_name(text, 0)
    return found is not None and found.person is not None and found.party is not None and " " in found.person
