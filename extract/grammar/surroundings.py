"""What surrounds minutes in a file and is no part of them: navigation of a web page, signatures, an address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.vocabulary import compiled, labels


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
    closing = compiled(labels().closing)
    for index in range(start, len(paragraphs)):
        if paragraphs[index].label is None and closing.match(paragraphs[index].text):
            return index
    return len(paragraphs)
