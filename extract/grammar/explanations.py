"""Why somebody voted so: a reason in the sentence of the vote, or a statement for the minutes."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grammar.names import FoundName
from extract.grammar.paragraphs import squeeze
from extract.grammar.quotations import QUOTE_CLOSES, QUOTE_OPENS, closing_quote
from extract.grammar.statements import Sentence
from extract.records import Explanation


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
