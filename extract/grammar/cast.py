"""What is cast in a vote, and how a sentence says it: the verbs, brackets, numbers and objects around its voters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.grammar.names import FoundName
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption

_TOTAL = re.compile(r"\s*\((?P<count>\d{1,3})\)")
_CLOSING = re.compile(r"\s*\)?")
_BRACKET = re.compile(r"[()]")
_LONGEST_LIST = 3000  # characters of a list of voters in brackets


class Form(StrEnum):
    """How a sentence names the voters."""

    LABEL = "label"  # "For stemte: A, B"
    COUNTED = "counted"  # "5 stemte for (A, V), 1 imod (Ø)"
    SUBJECT = "subject"  # "A stemte imod"
    MAJORITY = "majority"  # "Et flertal (A, B) anbefaler"
    RECOMMENDING = "recommending"  # "V, B og A (4) anbefaler": only where nobody else has recommended before
    EXCEPTION = "exception"  # "Godkendt mod A's stemmer"


@dataclass(frozen=True, slots=True)
class Casting:
    """One option with those who cast it. Places are in the text that was read."""

    option: BallotOption
    form: Form
    names: tuple[FoundName, ...]  # none: the names follow on the next lines, or there are none
    start: int
    end: int
    count: int | None = None  # printed beside the names
    reason: int | None = None  # where the reason begins: "idet …"
    object: tuple[int, int] | None = None  # what was voted on


def cast_at(text: str, position: int) -> tuple[BallotOption, int] | None:
    """What the verb behind voters says that they cast, and where it ends: "stemte imod", "undlod at stemme"."""
    patterns = vote_patterns()
    if match := compiled(patterns.abstains).match(text, position):
        return BallotOption.ABSTAIN, match.end()
    if match := compiled(patterns.refuses).match(text, position):
        return BallotOption.AGAINST, match.end()
    verb = compiled(patterns.casts).match(text, position)
    return option_at(text, verb.end()) if verb else None


def option_at(text: str, position: int) -> tuple[BallotOption, int] | None:
    """The option that stands at a position by itself, and where it ends: "for", "imod"."""
    patterns = vote_patterns()
    if match := compiled(patterns.casts_for).match(text, position):
        return BallotOption.FOR, match.end()
    if match := compiled(patterns.casts_against).match(text, position):
        return BallotOption.AGAINST, match.end()
    return None


def reason_at(text: str, position: int) -> int | None:
    """Where the words of a reason begin that stands at a position: "idet …", "med den bemærkning, at …"."""
    match = compiled(vote_patterns().explains).match(text, position)
    return match.start("text") if match else None


def total_at(text: str, names: tuple[FoundName, ...], count: int | None, end: int) -> tuple[int | None, int]:
    """The number of all who are listed, after them: "F og Anna Berg (H) (2)", "A, F og H, i alt 6"."""
    if count is not None or not names:
        return count, end
    total = compiled(vote_patterns().in_all).match(text, end)
    if total is None and names[-1].person:
        total = _TOTAL.match(text, end)
    return (int(total["count"]), total.end()) if total else (None, end)


def closing_bracket(text: str, position: int) -> int:
    """Where the bracket closes that stands open before a position; brackets inside it are passed over."""
    depth = 1
    for match in _BRACKET.finditer(text, position, position + _LONGEST_LIST):
        depth += 1 if match.group() == "(" else -1
        if depth == 0:
            return match.start()
    return min(len(text), position + _LONGEST_LIST)


def past_bracket(text: str, position: int) -> int:
    """A position, after the bracket that closes there."""
    closing = _CLOSING.match(text, position)
    return closing.end() if closing else position


def agreed_object(text: str, position: int) -> tuple[int, int] | None:
    """What those agree to whose names end at a position: "godkender TU's indstilling"."""
    match = compiled(vote_patterns().agreed_object).search(text, position)
    return match.span("object") if match else None


def with_object(casting: Casting, text: str) -> Casting:
    """What was voted on, where it stands after the option: "stemte imod indstillingens punkt 2"."""
    patterns = vote_patterns()
    explained = compiled(patterns.explains).search(text, casting.end)
    end = explained.start() if explained else len(text)
    match = compiled(patterns.object).match(text[:end], casting.end)
    return replace(
        casting,
        object=match.span("object") if match else None,
        reason=explained.start("text") if explained else None,
    )
