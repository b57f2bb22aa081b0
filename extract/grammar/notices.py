"""The bullets of a point of many notices, each by itself, so that one can be linked without the others."""

from __future__ import annotations

from collections.abc import Iterator

from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.sections import Layout
from extract.grammar.vocabulary import SectionRole
from extract.records import Notice

_LEAST_PROSE = 40  # characters of a paragraph that is a notice where there are no bullets


def read_notices(layout: Layout) -> tuple[Notice, ...]:
    """The notices; bullets set in below another belong to it."""
    paragraphs = [
        paragraph
        for part in layout.parts
        if part.role in (SectionRole.SUMMARY, SectionRole.ACCOUNT)
        for paragraph in part.paragraphs
        if not paragraph.is_row
    ]
    if any(paragraph.is_bullet for paragraph in paragraphs):
        return tuple(_bulleted(paragraphs))
    return tuple(
        Notice(squeeze(paragraph.text), paragraph.whole("notice.paragraph", 0.8))
        for paragraph in paragraphs
        if len(paragraph.text) >= _LEAST_PROSE and not paragraph.heading
    )


def _bulleted(paragraphs: list[Paragraph]) -> Iterator[Notice]:
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and paragraph.is_bullet and paragraph.indent > group[0].indent:
            group.append(paragraph)
        elif paragraph.is_bullet:
            yield from _notice(group)
            group = [paragraph]
        elif group and not paragraph.heading:
            group.append(paragraph)
    yield from _notice(group)


def _notice(group: list[Paragraph]) -> Iterator[Notice]:
    if group:
        first = group[0]
        text = "\n".join([squeeze(first.text[first.mark :]), *(squeeze(more.text) for more in group[1:])])
        yield Notice(text, first.evidence(first.mark, len(first.text), "notice.bullet"))
