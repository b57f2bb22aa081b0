"""What a decision says became of the matter, coded as it is written, each code once, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from extract.grammar.names import read_names
from extract.grammar.quotations import closing_quote
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import compiled, outcomes, vote_patterns
from extract.records import Outcome

_NUMBER = re.compile(r"\s*(?:(?:ad\s*)?\d{1,2}[.)]?(?:\s*[-–,]\s*\d{1,2}[.)]?)*[.:)]?\s+)?", re.IGNORECASE)
_MOST_CLAUSES = 12  # of a sentence; the outcome stands before the first of them
_AT = re.compile(r"\s+at\b")


def read_outcomes(texts: Iterable[str]) -> tuple[Outcome, ...]:
    """The outcomes that the main clauses of a decision's paragraphs state; what single members say is left out.

    A proposal that fell on the way to a decision is none of the decision's outcomes, unless nothing else was decided;
    one that lapsed by an even vote is, unless something was approved after it.
    """
    found: dict[Outcome, None] = {}
    fallen = tied = is_delay = False
    for text in texts:
        for sentence, is_own in _sentences(text):
            was_delay, is_delay = is_delay, bool(compiled(outcomes().delay_proposed).search(sentence))
            if not is_own:
                is_delay = is_delay or was_delay
                continue
            told = tuple(_of_clause(_main_clause(sentence)))
            is_put_off = bool(compiled(outcomes().delay).match(sentence))
            is_proposal = bool(compiled(outcomes().fallen_proposal).match(sentence))
            if (told == (Outcome.REJECTED,) and is_proposal) or (is_put_off and Outcome.REJECTED in told):
                is_tie = bool(compiled(outcomes().tie).search(sentence))
                fallen, tied = fallen or not is_tie, tied or is_tie
            elif Outcome.APPROVED in told and (is_put_off or (was_delay and is_proposal)):
                found[Outcome.DEFERRED] = None  # that it is put off
            else:
                found |= dict.fromkeys(told)
                tied = tied and Outcome.APPROVED not in told
    if tied:
        found[Outcome.REJECTED] = None
    return tuple(found) or ((Outcome.REJECTED,) if fallen else ())


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    """The sentences, and whether the body speaks: no single member, no minority. What these are quoted with is none."""
    quoted_to = 0
    for start, end in split_sentences(text):
        sentence = text[start:end]
        if start < quoted_to:
            continue
        if compiled(outcomes().statement).match(sentence):
            return  # "Mindretalsudtalelse fra A: …": up to the paragraph's end
        is_own = not is_individual(sentence)
        if not is_own:
            quoted_to = closing_quote(text, start, end) or 0
        yield sentence, is_own


def is_not_released(text: str) -> bool:
    """Whether a text says that the decision is not public."""
    return bool(compiled(outcomes().not_released).match(text))


def is_individual(sentence: str) -> bool:
    """Whether a sentence begins with a minority, members or parties and goes on with what these think.

    Parties that recommend with their number ("V, B og A (4) anbefaler") are the majority that speaks for the body.
    """
    if compiled(outcomes().minority).match(sentence):
        return True
    lead = _NUMBER.match(sentence)
    names, end = read_names(sentence, lead.end() if lead else 0)
    printed = sentence[lead.end() if lead else 0 : end]
    is_majority = any(name.count for name in names) or (len(names) > 1 and all(name.person for name in names))
    counted = (is_majority and compiled(vote_patterns().recommend).match(sentence, end)) or (
        any(name.count for name in names) and compiled(vote_patterns().recommend_that).match(sentence, end)
    )
    elected = compiled(outcomes().elected).match(sentence, end)
    is_word = printed == "I"  # the letter of a party, and the first word of many a sentence
    if names and all(name.person for name in names) and compiled(vote_patterns().refuses).match(sentence, end):
        return True  # "Anna Berg kunne ikke tiltræde."
    return (
        bool(names)
        and not counted
        and not elected
        and not is_word
        and all(name.party for name in names)
        and bool(compiled(outcomes().individual).match(sentence, end))
    )


def _main_clause(sentence: str) -> str:
    sentence = compiled(outcomes().decides_to_recommend).sub("anbefalede", " ".join(sentence.split()))
    clause = compiled(outcomes().subordinate).sub("", sentence)
    for match in islice(_AT.finditer(clause), _MOST_CLAUSES):
        if next(_of_clause(clause[: match.start()]), None):
            return clause[: match.start()]
    return clause


def _of_clause(clause: str) -> Iterator[Outcome]:
    places: list[tuple[int, Outcome]] = []
    for pattern, outcome in _patterns():
        if match := pattern.search(clause):
            places.append((match.start(), outcome))
    yield from (outcome for _, outcome in sorted(places, key=lambda place: place[0]))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Outcome], ...]:
    return tuple((re.compile("|".join(form.patterns), re.IGNORECASE), form.outcome) for form in outcomes().form)
