"""Voters as the subject of a sentence: who cast what, a majority and its minority, who recommended, who was against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.grammar.cast import (
    Casting,
    Form,
    agreed_object,
    cast_at,
    option_at,
    past_bracket,
    reason_at,
    total_at,
    with_object,
)
from extract.grammar.names import FoundName, read_names
from extract.grammar.outcomes import read_outcomes
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption

_SUBJECT = re.compile(r"\b(?P<object>(?:[A-ZÆØÅ][\w-]+s\s+)?(?i:indstillingen|forslaget))\s+$")
_SUBJECT_REACH = 80
_BLANK = re.compile(r"\s+")
_NEXT_REACH = 400  # characters after voters in which others may be told of in the same sentence
BETWEEN_SUBJECTS = re.compile(r"\s*(?:,\s*(?:(?:og|mens|medens|hvorimod)\s+)?|\b(?:og|mens|medens|hvorimod)\s+)")


def subjects(text: str, position: int) -> Iterator[Casting]:
    """ "A (V) stemte imod, idet …", "A stemte imod punkt 2 og undlod ved punkt 3, og V kunne ikke tiltræde."

    Also with the verb first ("Herefter stemte A og V for"), and without it the next time ("A stemte for, V imod").
    """
    names: tuple[FoundName, ...] = ()
    only = compiled(vote_patterns().only).match(text, position)
    position = only.end() if only and read_names(text, only.end())[0] else position
    verb = compiled(vote_patterns().verb_first).match(text, position)
    begin = verb.end() if verb else position
    while True:
        ones, end = read_names(text, begin)
        cast = _elided(text, end) if verb else cast_at(text, end) or (_elided(text, end) if names and ones else None)
        names = ones or names  # the same once more: "… og undlod ved punkt 3"
        if cast is None or not names:
            return
        option, after = cast
        casting = Casting(option, Form.SUBJECT, names, position, after, reason=reason_at(text, after))
        joint = None if casting.reason is not None else _next_subject(text, after)
        if joint is None:
            yield casting if casting.reason is not None else with_object(casting, text)
            return
        yield with_object(casting, text[: joint.start()])
        position = begin = joint.end()
        verb = None


def _next_subject(text: str, position: int) -> re.Match[str] | None:
    """The joint after which somebody else, or the same once more, casts another vote in the same sentence."""
    for joint in BETWEEN_SUBJECTS.finditer(text, position, position + _NEXT_REACH):
        names, end = read_names(text, joint.end())
        if cast_at(text, end if names else joint.end()) or (names and _ends_elided(text, end)):
            return joint
    return None


def _elided(text: str, position: int) -> tuple[BallotOption, int] | None:
    """The option behind voters where the verb stands elsewhere: "stemte A og V for", "…, V imod"."""
    blank = _BLANK.match(text, position)
    return option_at(text, blank.end()) if blank else None


def _ends_elided(text: str, position: int) -> bool:
    cast = _elided(text, position)
    return cast is not None and text[cast[1] :].lstrip()[:1] in ("", ".", ",", ";")


def majorities(text: str, position: int) -> Iterator[Casting]:
    """ "Et flertal (A, V og C) anbefaler …", "3. Anbefales af et flertal (V og A (4)). Ø (1) stemmer imod" """
    patterns = vote_patterns()
    for part, option in ((patterns.majority, BallotOption.FOR), (patterns.minority, BallotOption.AGAINST)):
        match = compiled(part).search(text, position)
        names, end = read_names(text, match.end()) if match else ((), 0)
        if match is None or not (names or match["count"]):
            continue
        end = end if names else match.end()
        count, after = total_at(text, names, None, past_bracket(text, end))
        end = after if count is not None else end
        losers = _outvoted(text, end) if option is BallotOption.FOR else None
        rest = text[losers.end if losers else end :].lstrip(" ),")
        dissents = compiled(patterns.dissents).match(rest)
        count = int(match["count"]) if match["count"] else count
        cast = cast_at(text, past_bracket(text, end)) if names else None
        if cast and cast[0] is not option:  # "Et flertal (A og V) stemte imod"
            yield with_object(Casting(cast[0], Form.MAJORITY, names, match.start(), cast[1], count), text)
            continue
        is_after = bool(compiled(patterns.agrees).search(text[position : match.start()]))
        agrees = not dissents and (is_after or bool(compiled(patterns.agrees).match(rest)))
        if (option is BallotOption.FOR and agrees) or (option is BallotOption.AGAINST and dissents):
            reason = compiled(patterns.explains).search(text, end)
            why = reason.start("text") if reason else None
            about = agreed_object(text, losers.end if losers else end) if agrees else None
            yield Casting(option, Form.MAJORITY, names, match.start(), end, count, why, about)
            if other := losers or (_other_side(text, end) if option is BallotOption.FOR else None):
                yield other


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
        count, end = total_at(text, names, None, end)
        if names and compiled(vote_patterns().wants_other).match(text, end):
            return Casting(BallotOption.AGAINST, Form.MAJORITY, names, match.start(), end, count)
    return None


def exceptions(text: str, position: int) -> Iterator[Casting]:
    """ "Godkendt mod Dansk Folkepartis stemme.", "Vedtaget mod stemmerne fra A og F." """
    of = compiled(vote_patterns().against_of).search(text, position)
    if of and _tells_of_here(text, position, of.start()) and (names := read_names(text, of.end())[0]):
        yield Casting(BallotOption.AGAINST, Form.EXCEPTION, names, of.start(), names[-1].end)
        return
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
    if compiled(vote_patterns().votes_before).search(text, position, match.start()):
        return None  # "med 3 stemmer (A) mod 2 stemmer (F)": both sides of a tally
    count = int(match["count"]) if match["count"].isdigit() else None
    return Casting(BallotOption.AGAINST, Form.EXCEPTION, names, match.start(), end, count)


def asides(text: str, position: int) -> Iterator[Casting]:
    """ "Godkendt, idet Ø stemte imod", "Godkendt, dog stemte Ø imod": what a clause beside the result tells."""
    for match in compiled(vote_patterns().aside).finditer(text, position):
        names, end = read_names(text, match.end())
        if not names:
            continue
        told = () if match["verb"] else tuple(subjects(text, match.end()))
        if len({casting.option for casting in told}) > 1:
            yield from (replace(casting, form=Form.EXCEPTION) for casting in told)
            return
        against = compiled(vote_patterns().casts_against).match(text, end + len(text[end:]) - len(text[end:].lstrip()))
        cast = (BallotOption.AGAINST, against.end()) if match["verb"] and against else cast_at(text, end)
        if cast and cast[0] is not BallotOption.FOR:
            yield Casting(cast[0], Form.EXCEPTION, names, match.start(), cast[1])


def remarks(text: str, position: int) -> Iterator[Casting]:
    """ "Godkendt (F imod)", "Tiltrådt, F stemte imod", "Det blev godkendt med A (V) imod": what ends with a result."""
    for opening in compiled(vote_patterns().remark).finditer(text, position):
        names, end = read_names(text, opening.end())
        cast = (cast_at(text, end) or _elided(text, end)) if names else None
        is_last = cast is not None and not text[cast[1] :].strip(" .;)")
        if cast is None or not is_last or cast[0] is not BallotOption.AGAINST:
            continue
        if "(" in opening.group() and ")" in text[opening.end() : cast[1]]:
            continue  # "Bo Dahl (V) imod": the bracket is that of a member
        start = opening.start()
        if _tells_of_here(text, position, start) and read_outcomes([text[position:start]]):
            yield Casting(cast[0], Form.EXCEPTION, names, start, cast[1])
            return


def _tells_of_here(text: str, start: int, end: int) -> bool:
    """Whether nothing there speaks of another body or another time."""
    return not compiled(vote_patterns().elsewhere).search(text, start, end)


def recommending(text: str, position: int) -> Iterator[Casting]:
    """ "V, B og A (4) anbefaler indstillingen": several, or some with their number."""
    patterns = vote_patterns()
    by = compiled(patterns.recommended_by).search(text, position)
    agreed, after = read_names(text, by.end()) if by else ((), 0)
    if by and agreed and not any(name.person for name in agreed):
        yield Casting(BallotOption.FOR, Form.MAJORITY, agreed, by.start(), after, object=_subject_before(text, by))
        return
    names, end = read_names(text, position)
    is_label = text[end:].lstrip().startswith(":")  # "F: Kan ikke anbefale"
    is_one = is_label and all(name.party for name in names)
    if len(names) < 2 and not is_one and not any(name.count for name in names):
        return
    count, end = total_at(text, names, None, end)
    is_counted = any(name.count for name in names)
    for option, verb in (
        (BallotOption.FOR, patterns.recommend),
        (BallotOption.FOR, patterns.recommend_that if is_counted else patterns.recommend),
        (BallotOption.AGAINST, patterns.recommend_not),
    ):
        if compiled(verb).match(text, end):
            about = agreed_object(text, end) if option is BallotOption.FOR else None
            yield Casting(option, Form.RECOMMENDING, names, position, end, count, object=about)
            return


def _subject_before(text: str, verb: re.Match[str]) -> tuple[int, int] | None:
    """What is recommended, where it is the sentence's first word: "Indstillingen anbefales af …"."""
    match = _SUBJECT.search(text, max(0, verb.start() - _SUBJECT_REACH), verb.start())
    return match.span("object") if match else None
