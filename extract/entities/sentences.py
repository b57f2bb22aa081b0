"""Sentences of a point's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grammar.sentences import split_sentences

# A year before a full stop ends its sentence, which a bare number ("den 3. maj") does not.
_YEAR_END = re.compile(r"(?<=\b\d{4})[.)]+\s+(?=[A-ZÆØÅ])")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences as (start, end), none across a paragraph's end."""
    for start, end in split_sentences(text):
        position = start
        for match in _YEAR_END.finditer(text, start, end):
            yield position, match.end()
            position = match.end()
        if position < end:
            yield position, end
