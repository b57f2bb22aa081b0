"""What a decision says became of the matter, coded as it is written, each code once, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import compiled, outcomes
from extract.records import Outcome

_AT = re.compile(r"\s+at\b")


def read_outcomes(texts: Iterable[str]) -> tuple[Outcome, ...]:
    """The outcomes that the main clauses of a decision's paragraphs state; what single members say is left out."""
    found: dict[Outcome, None] = {}
    for text in texts:
        for start, end in split_sentences(text):
            sentence = text[start:end]
            if not compiled(outcomes().individual, ignore_case=False).match(sentence.strip()):
                found |= dict.fromkeys(_of_clause(_main_clause(sentence)))
    return tuple(found)


def is_not_released(text: str) -> bool:
    """Whether a text says that the decision is not public."""
    return bool(compiled(outcomes().not_released).match(text))


def _main_clause(sentence: str) -> str:
    clause = compiled(outcomes().subordinate).sub("", " ".join(sentence.split()))
    for match in _AT.finditer(clause):
        if next(_of_clause(clause[: match.start()]), None):
            return clause[: match.start()]
    return clause


def _of_clause(clause: str) -> Iterator[Outcome]:
    places: list[tuple[int, Outcome]] = []
    for form in outcomes().form:
        matches = (match for pattern in form.patterns if (match := compiled(pattern).search(clause)))
        first = min((match.start() for match in matches), default=None)
        if first is not None:
            places.append((first, form.outcome))
    yield from (outcome for _, outcome in sorted(places, key=lambda place: place[0]))
