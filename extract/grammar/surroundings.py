"""What surrounds minutes in a file and is no part of them: navigation of a web page, signatures, an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.vocabulary import compiled, labels

_FOOT = 6  # paragraphs
_LONGEST_FOOT = 160  # characters


def without_navigation(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs that are not links of a page, as "Til top"."""
    navigation = frozenset(labels().navigation)
    kept: list[Paragraph] = []
    parted = False
    for paragraph in paragraphs:
        if paragraph.label is None and squeeze(paragraph.text).casefold().strip(" .»›") in navigation:
            parted = True
            continue
        kept.append(replace(paragraph, spaced=True) if parted else paragraph)
        parted = False
    return tuple(kept)


def closing_index(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the last point ends: at the line that closes the document, where there is one."""
    if any(paragraph.label for paragraph in paragraphs):
        return len(paragraphs)  # a structured source has nothing around its points
    closing, address = compiled(labels().closing), compiled(labels().address)
    for index in range(start, len(paragraphs)):
        paragraph = paragraphs[index]
        is_foot = len(paragraphs) - index <= _FOOT and len(paragraph.text) <= _LONGEST_FOOT
        if closing.match(paragraph.text) or (is_foot and address.match(paragraph.text)):
            return index
    return len(paragraphs)
