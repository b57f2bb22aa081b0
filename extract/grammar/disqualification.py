"""Votes on whether a member is disqualified (inhabil): what was asked, and what was answered."""

from __future__ import annotations

from extract.grammar.vocabulary import compiled, vote_patterns


def answer_of(sentence: str, question: str) -> bool | None:
    """Whether a sentence says yes to a question; None where it answers nothing.

    "Rådet erklærede A for inhabil" says yes to "om A var inhabil" and no to "om A kunne deltage".
    """
    match = compiled(vote_patterns().disqualified_result).search(sentence)
    asks_part = _asks_part(question)
    if match is None or asks_part is None:
        return None
    takes_part = (match["word"].casefold() in ("habil", "deltage")) is not bool(match["not"])
    return takes_part is asks_part


def _asks_part(question: str) -> bool | None:
    """Whether yes means that the member takes part; None where the question is not known."""
    words = question.casefold()
    if "inhabil" in words:
        return False
    return True if "deltage" in words or "habil" in words else None
