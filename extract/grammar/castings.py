"""Who cast what, as one sentence says it: after a label, after a number, or as its subject (`subjects.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.grammar.cast import (
    Casting,
    Form,
    agreed_object,
    cast_at,
    closing_bracket,
    past_bracket,
    reason_at,
    total_at,
)
from extract.grammar.names import FoundName, read_names
from extract.grammar.subjects import BETWEEN_SUBJECTS, asides, exceptions, majorities, recommending, remarks, subjects
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption

_TRAILING = " .,;:)"
_BETWEEN_LABELS = re.compile(r"\s*\)?\s*[,;.–-]?\s*(?:og\s+|mens\s+)?")


def read_castings(text: str, start: int) -> tuple[Casting, ...]:
    """What a sentence, which ends with the text, says of voters; empty if it says nothing of them."""
    before = compiled(vote_patterns().before_label).match(text, start)
    castings = tuple(_labelled(text, before.end() if before else start))
    if castings and before and before["object"] and castings[0].object is None:
        castings = (replace(castings[0], object=before.span("object")), *castings[1:])
    return (
        castings
        or tuple(_counted(text, start))
        or tuple(_members(text, compiled(vote_patterns().members_cast).finditer(text, start)))
        or tuple(subjects(text, start))
        or tuple(majorities(text, start))
        or tuple(recommending(text, start))
        or tuple(exceptions(text, start))
        or tuple(asides(text, start))
        or tuple(remarks(text, start))
    )


def read_continuation(text: str, start: int) -> tuple[tuple[FoundName, ...], int | None]:
    """Names on a line of their own under a label, and where a reason begins; none if the line is something else."""
    names, end = read_names(text, start)
    reason = reason_at(text, end)
    if not names or (text[end:].strip(_TRAILING) and reason is None):
        return (), None
    return names, reason


def read_reason(text: str, start: int, *, wish: bool = False) -> tuple[tuple[FoundName, ...], int] | None:
    """ "(F) med bemærkning om, at …", "X ønsker tilført protokollen: …": whose reason, and where it begins.

    It begins at the end of the text where it stands in the next paragraph. `wish`: also "X ønsker, at …".
    """
    patterns = vote_patterns()
    if heading := compiled(patterns.statement).match(text, start):
        names, end = read_names(text, heading.end())
        forms = (patterns.statement_text, patterns.protocol) if names else ()
        match = next((found for form in forms if (found := compiled(form).match(text, end))), None)
        return (names, match.start("text")) if match else None
    names, end = read_names(text, start)
    if not names:
        return None
    if (reason := reason_at(text, end)) is not None:
        return names, reason
    if by := compiled(patterns.statement_by).match(text, end):
        match = compiled(patterns.statement_text).match(text, by.end())
    else:
        match = compiled(patterns.protocol).match(text, end)
    if match is None and wish:
        match = compiled(patterns.wish).match(text, end)
    return (names, match.start("text")) if match else None


def _labelled(text: str, position: int) -> Iterator[Casting]:
    """ "For forslaget stemte: A, B; imod stemte: C" """
    is_first = True
    while label := _label_at(text, position, is_first=is_first):
        option, at, about = label
        is_first = False
        begin = position
        count, at = _count_at(text, at)
        if count is None and (nobody := compiled(vote_patterns().nobody).match(text, at)):
            yield Casting(option, Form.LABEL, (), begin, at, count=0)
            position = _next_label(text, nobody.end())
            continue
        names, end = read_names(text, at)
        if not names and text[at:].strip(_TRAILING):
            return
        names, end, others = _without_next(text, names, end)
        if others is not None:
            yield Casting(option, Form.LABEL, names, begin, end, count, object=about)
            yield from subjects(text, others)
            return
        count, end = total_at(text, names, count, end)
        reason = reason_at(text, end)
        yield Casting(option, Form.LABEL, names, begin, end, count, reason, about)
        if reason is not None or not names:
            return
        position = _next_label(text, end)


def _without_next(text: str, names: tuple[FoundName, ...], end: int) -> tuple[tuple[FoundName, ...], int, int | None]:
    """A list without those at its end who cast something else ("Imod stemte A, og F undlod"), and where they begin.

    They begin after the last comma with "og" or "mens"; without one, the last name alone is of them.
    """
    if len(names) < 2 or cast_at(text, end) is None:
        return names, end, None
    parted = (
        index for index in range(len(names) - 1, 0, -1) if _parts(text[names[index - 1].end : names[index].start])
    )
    first = next(parted, len(names) - 1)
    return names[:first], names[first - 1].end, names[first].start


def _parts(between: str) -> bool:
    return between.lstrip(" )").startswith(",") and between.strip(" ,)") in ("og", "mens")


def _counted(text: str, position: int) -> Iterator[Casting]:
    """ "5 stemte for (A, V og B), 1 imod (Ø), og Anna Berg (F) undlod" """
    end = None
    for match in compiled(vote_patterns().counted).finditer(text, position):
        is_bracket = match.group().rstrip().endswith("(")
        names, end = read_names(text[: closing_bracket(text, match.end())] if is_bracket else text, match.end())
        option = next(option for option in BallotOption if match[option.value])
        about = match.span("object") if match["object"] else None
        if names:
            yield Casting(option, Form.COUNTED, names, match.start(), end, int(match["count"]), object=about)
    joint = BETWEEN_SUBJECTS.match(text, past_bracket(text, end)) if end else None
    if joint:
        more = compiled(vote_patterns().more_cast).match(text, joint.end())
        yield from tuple(subjects(text, joint.end())) or _members(text, [more] if more else ())


def _members(text: str, counted: Iterable[re.Match[str]]) -> Iterator[Casting]:
    """ "4 medlemmer (V og C) anbefaler indstillingen", "3 medlemmer (A og F) stemte imod" """
    patterns = vote_patterns()
    for match in counted:
        names, end = read_names(text[: closing_bracket(text, match.end())], match.end())
        after = past_bracket(text, end)
        if not names:
            continue
        if cast := cast_at(text, after):
            yield Casting(cast[0], Form.COUNTED, names, match.start(), cast[1], int(match["count"]))
        elif compiled(patterns.recommend).match(text, after):
            about = agreed_object(text, after)
            yield Casting(
                BallotOption.FOR, Form.MAJORITY, names, match.start(), after, int(match["count"]), object=about
            )
        elif compiled(patterns.recommend_not).match(text, after):
            yield Casting(BallotOption.AGAINST, Form.MAJORITY, names, match.start(), after, int(match["count"]))


def _label_at(text: str, position: int, *, is_first: bool) -> tuple[BallotOption, int, tuple[int, int] | None] | None:
    """The option of a label, where it ends, and what it says was voted on: "For model B stemte"."""
    patterns = vote_patterns()
    for option, pattern in (
        (BallotOption.ABSTAIN, patterns.abstain_label),
        (BallotOption.FOR, patterns.for_label),
        (BallotOption.AGAINST, patterns.against_label),
    ):
        if match := compiled(pattern).match(text, position):
            about = match.span("object") if option is BallotOption.FOR and match["object"] else None
            return option, match.end(), about
    after = None if is_first else compiled(patterns.against_after).match(text, position)
    return (BallotOption.AGAINST, after.end(), None) if after else None


def _count_at(text: str, position: int) -> tuple[int | None, int]:
    match = compiled(vote_patterns().label_count).match(text, position)
    if match:
        return int(match["count"]), match.end()
    opening = re.compile(r"\(\s*(?=[^()]*\([^()]*\)[^()]*\)|[^()]*,)").match(text, position)
    return None, opening.end() if opening else position


def _next_label(text: str, position: int) -> int:
    joint = _BETWEEN_LABELS.match(text, position)
    return joint.end() if joint else position
