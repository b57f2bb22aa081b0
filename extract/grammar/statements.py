"""The sentences of a decision as votes are read from them: paragraphs joined where a list goes on, places kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.evidence import Stated
from extract.grammar.paragraphs import Paragraph
from extract.grammar.quotations import QUOTE_CLOSES, QUOTE_OPENS

_LONGEST_JOINED = 3000  # characters; no list of voters is longer
_REACH = 20  # characters at the end that show whether a line is finished
_UNFINISHED = re.compile(r"(?:,|\(|\b(?:og|samt|i|af|til|for|på|med|om|den|det|de|fra|imod|ved))\s*$")


def joined(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs, with one that ends amid a sentence ("For stemte: V, C,") joined to the next."""
    waiting: tuple[int, Paragraph] | None = None
    for index, paragraph in enumerate(paragraphs):
        if waiting and not paragraph.is_bullet:
            waiting = (waiting[0], waiting[1].joined(paragraph))
        else:
            if waiting:
                yield waiting
            waiting = (index, paragraph)
        text = waiting[1].text
        if len(text) > _LONGEST_JOINED or not _UNFINISHED.search(text[-_REACH:]):
            yield waiting
            waiting = None
    if waiting:
        yield waiting


@dataclass(frozen=True, slots=True)
class Sentence:
    """`paragraph.text[start:end]`."""

    paragraph: Paragraph
    start: int
    end: int
    is_numbered: bool  # "2. Godkendt": of a recommendation of its own

    @property
    def text(self) -> str:
        """The paragraph up to the end of the sentence: patterns look from `start` on and never past it."""
        return self.paragraph.text[: self.end]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.paragraph.text[self.start : self.end]

    def stated(self, start: int, end: int, rule: str) -> Stated[str]:
        """Words of the sentence with their evidence; quotation marks around them are taken off."""
        text = self.paragraph.text
        while start < end and text[start] in QUOTE_OPENS + " ":
            start += 1
        while end > start and text[end - 1] in QUOTE_CLOSES + " ":
            end -= 1
        return self.paragraph.stated(start, end, rule)
