"""Why somebody voted so: a reason in the sentence of the vote, or a statement for the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.grammar.names import FoundName
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import squeeze
from extract.grammar.quotations import QUOTE_CLOSES, QUOTE_OPENS, closing_quote
from extract.grammar.statements import Sentence
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import Explanation

Names = tuple[FoundName, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentence before told of those who did not get their way."""

    voted: Names = ()  # who cast a vote against, or none
    reason: tuple[Sentence, Names, int] | None = None  # in which sentence, whose, where it begins


def read_explanation(sentence: Sentence, names: Sequence[FoundName], start: int) -> Explanation | None:
    """The reason that begins at a place; None where it stands in the next paragraph: "… mindretalsudtalelse:"."""
    text = sentence.paragraph.text
    if text[start : sentence.end].rstrip().endswith(":"):
        return None
    while text[start] in QUOTE_OPENS + " ":
        start += 1
    end = closing_quote(text, sentence.start, sentence.end) or sentence.end
    if start and text[start - 1] in QUOTE_OPENS:
        end = len(text[:end].rstrip(QUOTE_CLOSES + " ."))
    told = squeeze(text[start:end]).rstrip(" .")
    persons = tuple(name.person for name in names if name.person)
    parties = tuple(name.party for name in names if name.party and not name.person)
    return Explanation(persons, told, sentence.paragraph.evidence(start, end, "vote.explanation"), parties)


def read_said(sentence: Sentence, voted: Names) -> tuple[Names, int] | None:
    """ "Begrundelsen er, at …", "Partiet finder, at …" after a vote: whose of the voters' reason, and where it begins.

    None where the word for them does not fit: "partiet" of two parties, "han" of a party, "de" of one.
    """
    for pattern in vote_patterns().reason_said if voted else ():
        match = compiled(pattern).match(sentence.text, sentence.start)
        if match is None:
            continue
        groups = match.groupdict()
        parties = {name.party for name in voted}
        if groups.get("party"):
            party = parties.pop() if len(parties) == 1 else None
            return ((replace(voted[0], person=None, party=party),), match.start("text")) if party else None
        is_misfit = (groups.get("several") and len(voted) < 2) or (
            groups.get("person") and (len(voted) > 1 or voted[0].person is None)
        )
        return None if is_misfit else (voted, match.start("text"))
    return None


def goes_on(sentence: Sentence, reason: tuple[Sentence, Names, int]) -> bool:
    """Whether a sentence adds to the reason before it in its paragraph, and decides nothing."""
    is_next = reason[0].paragraph is sentence.paragraph
    matches = is_next and compiled(vote_patterns().reason_goes_on).match(sentence.text, sentence.start)
    return bool(matches) and not read_outcomes([sentence.words])
