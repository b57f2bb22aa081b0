"""Sentences of a point's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc

from extract.entities.component import text_of
from extract.grammar.sentences import split_sentences

_KEY = "sagsgraf.sentences"
# A year before a full stop ends its sentence, which a bare number ("den 3. maj") does not.
_YEAR_END = re.compile(r"(?<=\b\d{4})[.)]+\s+(?=[A-ZÆØÅ])")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences as (start, end), none across a paragraph's end."""
    position = 0
    for paragraph in text.split("\n"):
        for start, end in split_sentences(paragraph):
            for match in _YEAR_END.finditer(paragraph, start, end):
                yield position + start, position + match.end()
                start = match.end()
            if start < end:
                yield position + start, position + end
        position += len(paragraph) + 1


def sentences(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The sentences of a Doc, found once for all components."""
    if _KEY not in doc.user_data:
        doc.user_data[_KEY] = tuple(sentence_spans(text_of(doc)))
    return cast(tuple[tuple[int, int], ...], doc.user_data[_KEY])


def sentence_at(doc: Doc, position: int) -> tuple[int, int]:
    """The sentence that a position lies in."""
    spans = sentences(doc)
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return spans[max(0, index)] if spans else (position, position)
