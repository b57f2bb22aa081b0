"""Who cast what, as one sentence says it: after a label, as its subject, as a majority, or as the only ones against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.grammar.names import FoundName, read_names
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption

_TRAILING = " .,;:)"
_TOTAL = re.compile(r"\s*\((?P<count>\d{1,3})\)")
_CLOSING = re.compile(r"\s*\)?")
_BRACKET = re.compile(r"[()]")
_SUBJECT = re.compile(r"\b(?P<object>(?:[A-ZÆØÅ][\w-]+s\s+)?(?i:indstillingen|forslaget))\s+$")
_NEXT_REACH = 400  # characters after voters in which others may be told of in the same sentence
_LONGEST_LIST = 3000  # characters of a list of voters in brackets
_SUBJECT_REACH = 80
_BETWEEN_LABELS = re.compile(r"\s*\)?\s*[,;.]?\s*(?:og\s+|mens\s+)?")
_BETWEEN_SUBJECTS = re.compile(r"\s*(?:,\s*(?:(?:og|mens|medens|hvorimod)\s+)?|\b(?:og|mens|medens|hvorimod)\s+)")


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


def read_castings(text: str, start: int) -> tuple[Casting, ...]:
    """What a sentence, which ends with the text, says of voters; empty if it says nothing of them."""
    before = compiled(vote_patterns().before_label).match(text, start)
    castings = tuple(_labelled(text, before.end() if before else start))
    if castings and before and before["object"] and castings[0].object is None:
        castings = (replace(castings[0], object=before.span("object")), *castings[1:])
    return (
        castings
        or tuple(_counted(text, start))
        or tuple(_members(text, start))
        or tuple(_subjects(text, start))
        or tuple(_majorities(text, start))
        or tuple(_recommending(text, start))
        or tuple(_exceptions(text, start))
        or tuple(_asides(text, start))
    )


def read_continuation(text: str, start: int) -> tuple[tuple[FoundName, ...], int | None]:
    """Names on a line of their own under a label, and where a reason begins; none if the line is something else."""
    names, end = read_names(text, start)
    reason = _reason_at(text, end)
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
    if (reason := _reason_at(text, end)) is not None:
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
            yield from _subjects(text, others)
            return
        count, end = _total_at(text, names, count, end)
        reason = _reason_at(text, end)
        yield Casting(option, Form.LABEL, names, begin, end, count, reason, about)
        if reason is not None or not names:
            return
        position = _next_label(text, end)


def _without_next(text: str, names: tuple[FoundName, ...], end: int) -> tuple[tuple[FoundName, ...], int, int | None]:
    """A list without those at its end who cast something else ("Imod stemte A, og F undlod"), and where they begin.

    They begin after the last comma with "og" or "mens"; without one, the last name alone is of them.
    """
    if len(names) < 2 or _cast_at(text, end) is None:
        return names, end, None
    parted = (
        index for index in range(len(names) - 1, 0, -1) if _parts(text[names[index - 1].end : names[index].start])
    )
    first = next(parted, len(names) - 1)
    return names[:first], names[first - 1].end, names[first].start


def _parts(between: str) -> bool:
    return between.lstrip(" )").startswith(",") and between.strip(" ,)") in ("og", "mens")


def _total_at(text: str, names: tuple[FoundName, ...], count: int | None, end: int) -> tuple[int | None, int]:
    """The number of all who are listed, after them: "F og Anna Berg (H) (2)", "A, F og H, i alt 6"."""
    if count is not None or not names:
        return count, end
    total = compiled(vote_patterns().in_all).match(text, end)
    if total is None and names[-1].person:
        total = _TOTAL.match(text, end)
    return (int(total["count"]), total.end()) if total else (None, end)


def _counted(text: str, position: int) -> Iterator[Casting]:
    """ "5 stemte for (A, V og B), 1 imod (Ø), og Anna Berg (F) undlod" """
    end = None
    for match in compiled(vote_patterns().counted).finditer(text, position):
        is_bracket = match.group().rstrip().endswith("(")
        names, end = read_names(text[: _closing_bracket(text, match.end())] if is_bracket else text, match.end())
        option = next(option for option in BallotOption if match[option.value])
        about = match.span("object") if match["object"] else None
        if names:
            yield Casting(option, Form.COUNTED, names, match.start(), end, int(match["count"]), object=about)
    joint = _BETWEEN_SUBJECTS.match(text, _past_bracket(text, end)) if end else None
    if joint:
        yield from _subjects(text, joint.end())


def _members(text: str, position: int) -> Iterator[Casting]:
    """ "4 medlemmer (V og C) anbefaler indstillingen", "3 medlemmer (A og F) stemte imod" """
    patterns = vote_patterns()
    for match in compiled(patterns.members_cast).finditer(text, position):
        names, end = read_names(text[: _closing_bracket(text, match.end())], match.end())
        after = _past_bracket(text, end)
        if not names:
            continue
        if cast := _cast_at(text, after):
            yield Casting(cast[0], Form.COUNTED, names, match.start(), cast[1], int(match["count"]))
        elif compiled(patterns.recommend).match(text, after):
            about = _agreed_object(text, after)
            yield Casting(
                BallotOption.FOR, Form.MAJORITY, names, match.start(), after, int(match["count"]), object=about
            )
        elif compiled(patterns.recommend_not).match(text, after):
            yield Casting(BallotOption.AGAINST, Form.MAJORITY, names, match.start(), after, int(match["count"]))


def _closing_bracket(text: str, position: int) -> int:
    """Where the bracket closes that stands open before a position; brackets inside it are passed over."""
    depth = 1
    for match in _BRACKET.finditer(text, position, position + _LONGEST_LIST):
        depth += 1 if match.group() == "(" else -1
        if depth == 0:
            return match.start()
    return min(len(text), position + _LONGEST_LIST)


def _subjects(text: str, position: int) -> Iterator[Casting]:
    """ "A (V) stemte imod, idet …", "A stemte imod punkt 2 og undlod ved punkt 3, og V kunne ikke tiltræde." """
    names: tuple[FoundName, ...] = ()
    only = compiled(vote_patterns().only).match(text, position)
    position = only.end() if only and read_names(text, only.end())[0] else position
    while True:
        ones, end = read_names(text, position)
        names = ones or names  # the same once more: "… og undlod ved punkt 3"
        cast = _cast_at(text, end if ones else position) if names else None
        if cast is None:
            return
        option, after = cast
        casting = Casting(option, Form.SUBJECT, names, position, after, reason=_reason_at(text, after))
        joint = None if casting.reason is not None else _next_subject(text, after)
        if joint is None:
            yield casting if casting.reason is not None else _with_object(casting, text)
            return
        yield _with_object(casting, text[: joint.start()])
        position = joint.end()


def _next_subject(text: str, position: int) -> re.Match[str] | None:
    """The joint after which somebody else, or the same once more, casts another vote in the same sentence."""
    for joint in _BETWEEN_SUBJECTS.finditer(text, position, position + _NEXT_REACH):
        names, end = read_names(text, joint.end())
        if _cast_at(text, end if names else joint.end()):
            return joint
    return None


def _majorities(text: str, position: int) -> Iterator[Casting]:
    """ "Et flertal (A, V og C) anbefaler …", "3. Anbefales af et flertal (V og A (4)). Ø (1) stemmer imod" """
    patterns = vote_patterns()
    for part, option in ((patterns.majority, BallotOption.FOR), (patterns.minority, BallotOption.AGAINST)):
        match = compiled(part).search(text, position)
        names, end = read_names(text, match.end()) if match else ((), 0)
        if match is None or not (names or match["count"]):
            continue
        end = end if names else match.end()
        count, after = _total_at(text, names, None, _past_bracket(text, end))
        end = after if count is not None else end
        losers = _outvoted(text, end) if option is BallotOption.FOR else None
        rest = text[losers.end if losers else end :].lstrip(" ),")
        dissents = compiled(patterns.dissents).match(rest)
        count = int(match["count"]) if match["count"] else count
        cast = _cast_at(text, _past_bracket(text, end)) if names else None
        if cast and cast[0] is not option:  # "Et flertal (A og V) stemte imod"
            yield _with_object(Casting(cast[0], Form.MAJORITY, names, match.start(), cast[1], count), text)
            continue
        is_after = bool(compiled(patterns.agrees).search(text[position : match.start()]))
        agrees = not dissents and (is_after or bool(compiled(patterns.agrees).match(rest)))
        if (option is BallotOption.FOR and agrees) or (option is BallotOption.AGAINST and dissents):
            reason = compiled(patterns.explains).search(text, end)
            why = reason.start("text") if reason else None
            about = _agreed_object(text, losers.end if losers else end) if agrees else None
            yield Casting(option, Form.MAJORITY, names, match.start(), end, count, why, about)
            if other := losers or (_other_side(text, end) if option is BallotOption.FOR else None):
                yield other


def _past_bracket(text: str, position: int) -> int:
    closing = _CLOSING.match(text, position)
    return closing.end() if closing else position


def _outvoted(text: str, position: int) -> Casting | None:
    """ "Et flertal på 4 (V og C) mod 3 (A og F)": the others beside the majority."""
    match = compiled(vote_patterns().outvoted).match(text, position)
    names, end = read_names(text, match.end()) if match else ((), 0)
    is_closed = text[:end].endswith(")") or text[end:].lstrip().startswith(")")
    if match is None or not names or not is_closed:
        return None
    return Casting(BallotOption.AGAINST, Form.MAJORITY, names, match.start(), end, int(match["count"]))


def _other_side(text: str, position: int) -> Casting | None:
    """ "Et flertal, V og C, indstiller, at …, mens A og F (3) ønsker skolen bevaret": who wants something else."""
    for match in compiled(vote_patterns().others).finditer(text, position):
        names, end = read_names(text, match.end())
        count, end = _total_at(text, names, None, end)
        if names and compiled(vote_patterns().wants_other).match(text, end):
            return Casting(BallotOption.AGAINST, Form.MAJORITY, names, match.start(), end, count)
    return None


def _exceptions(text: str, position: int) -> Iterator[Casting]:
    """ "Godkendt mod Dansk Folkepartis stemme." """
    match = compiled(vote_patterns().against_all).search(text, position)
    names, end = read_names(text, match.end()) if match else ((), 0)
    if match and names and re.match(r"\s*stemmer?\b", text[end:]):
        yield Casting(BallotOption.AGAINST, Form.EXCEPTION, names, match.start(), end)

    if casting := _counted_exception(text, position):
        yield casting


def _counted_exception(text: str, position: int) -> Casting | None:
    """ "Godkendt mod 2 stemmer (Ø og F)." """
    match = compiled(vote_patterns().against_count).search(text, position)
    names, end = read_names(text, match.end()) if match else ((), 0)
    if match is None or not names or not text[end:].lstrip().startswith(")"):
        return None
    count = int(match["count"]) if match["count"].isdigit() else None
    return Casting(BallotOption.AGAINST, Form.EXCEPTION, names, match.start(), end, count)


def _asides(text: str, position: int) -> Iterator[Casting]:
    """ "Godkendt, idet Ø stemte imod", "Godkendt, dog stemte Ø imod": what a clause beside the result tells."""
    for match in compiled(vote_patterns().aside).finditer(text, position):
        names, end = read_names(text, match.end())
        if not names:
            continue
        told = () if match["verb"] else tuple(_subjects(text, match.end()))
        if len({casting.option for casting in told}) > 1:
            yield from (replace(casting, form=Form.EXCEPTION) for casting in told)
            return
        against = compiled(vote_patterns().casts_against).match(text, end + len(text[end:]) - len(text[end:].lstrip()))
        cast = (BallotOption.AGAINST, against.end()) if match["verb"] and against else _cast_at(text, end)
        if cast and cast[0] is not BallotOption.FOR:
            yield Casting(cast[0], Form.EXCEPTION, names, match.start(), cast[1])


def _recommending(text: str, position: int) -> Iterator[Casting]:
    """ "V, B og A (4) anbefaler indstillingen": several, or some with their number."""
    patterns = vote_patterns()
    by = compiled(patterns.recommended_by).search(text, position)
    agreed, after = read_names(text, by.end()) if by else ((), 0)
    if by and agreed and not any(name.person for name in agreed):
        yield Casting(BallotOption.FOR, Form.MAJORITY, agreed, by.start(), after, object=_subject_before(text, by))
        return
    names, end = read_names(text, position)
    if len(names) < 2 and not any(name.count for name in names):
        return
    count, end = _total_at(text, names, None, end)
    is_counted = any(name.count for name in names)
    for option, verb in (
        (BallotOption.FOR, patterns.recommend),
        (BallotOption.FOR, patterns.recommend_that if is_counted else patterns.recommend),
        (BallotOption.AGAINST, patterns.recommend_not),
    ):
        if compiled(verb).match(text, end):
            about = _agreed_object(text, end) if option is BallotOption.FOR else None
            yield Casting(option, Form.RECOMMENDING, names, position, end, count, object=about)
            return


def _agreed_object(text: str, position: int) -> tuple[int, int] | None:
    """What those agree to whose names end at a position: "godkender TU's indstilling"."""
    match = compiled(vote_patterns().agreed_object).search(text, position)
    return match.span("object") if match else None


def _subject_before(text: str, verb: re.Match[str]) -> tuple[int, int] | None:
    """What is recommended, where it is the sentence's first word: "Indstillingen anbefales af …"."""
    match = _SUBJECT.search(text, max(0, verb.start() - _SUBJECT_REACH), verb.start())
    return match.span("object") if match else None


def _with_object(casting: Casting, text: str) -> Casting:
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


def _cast_at(text: str, position: int) -> tuple[BallotOption, int] | None:
    patterns = vote_patterns()
    if match := compiled(patterns.abstains).match(text, position):
        return BallotOption.ABSTAIN, match.end()
    if match := compiled(patterns.refuses).match(text, position):
        return BallotOption.AGAINST, match.end()
    verb = compiled(patterns.casts).match(text, position)
    if verb is None:
        return None
    if match := compiled(patterns.casts_for).match(text, verb.end()):
        return BallotOption.FOR, match.end()
    if match := compiled(patterns.casts_against).match(text, verb.end()):
        return BallotOption.AGAINST, match.end()
    return None


def _reason_at(text: str, position: int) -> int | None:
    match = compiled(vote_patterns().explains).match(text, position)
    return match.start("text") if match else None
