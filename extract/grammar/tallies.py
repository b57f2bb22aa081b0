"""What the sentence of a tally says beside its numbers: what was voted on, who moved it, how it went."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.evidence import Stated
from extract.grammar.ballots import Draft, are_strangers, to_voter
from extract.grammar.motions import read_moved_phrase
from extract.grammar.names import FoundName, list_of_names, read_names
from extract.grammar.outcomes import read_outcomes
from extract.grammar.rosters import Roster
from extract.grammar.statements import Sentence
from extract.grammar.vocabulary import compiled, vote_patterns
from extract.records import BallotOption, Outcome, Voter

_BRACKET = re.compile(r"\s*(?:stemmer\s*)?\(\s*")
_NUMBERS = re.compile(r"\d+")


def take_object(draft: Draft, sentence: Sentence) -> None:
    """What was voted on: "Indstillingen faldt med …", "… godkendte Byrådet punkt 3"."""
    patterns = vote_patterns()
    forms = (patterns.tally_object, patterns.tally_subject, patterns.tally_subject_after)
    matches = (compiled(form).search(sentence.words) for form in forms)
    match = next((one for one in matches if one), None)
    if draft.motion is None and match:
        start, end = match.span("object")
        draft.motion = sentence.stated(sentence.start + start, sentence.start + end, "vote.motion.object")


def take_cast_object(draft: Draft, sentence: Sentence, span: tuple[int, int], roster: Roster, year: int | None) -> None:
    """What voters are said to vote on, and who had moved it: "stemte for et ændringsforslag fra V om, at …"."""
    start, end = span
    moved = compiled(vote_patterns().moved_object).match(sentence.text[:end], start)
    movers = list_of_names(moved["mover"].strip()) if moved else ()
    if moved and movers:
        start = moved.start("motion")
        draft.is_proposed = True
        if len(movers) == 1 and not are_strangers(movers, roster):
            mover = roster.resolve(movers[0])
            draft.mover = to_voter(sentence.paragraph, mover, moved.start("mover"), year, "vote.mover", roster)
    draft.motion = sentence.stated(start, end, "vote.motion.object")


def mover_in(
    sentence: Sentence, span: tuple[int, int], roster: Roster, year: int | None
) -> tuple[Voter | None, tuple[int, int]]:
    """The member or party whose motion the words name, if one alone, and where what is moved stands."""
    found = read_moved_phrase(sentence.text[slice(*span)])
    if found is None:
        return None, span
    movers, at, motion = [roster.resolve(name) for name in found[0]], span[0] + found[1], found[2]
    if are_strangers(movers, roster) or not all(name.party or roster.holds(name.person or "") for name in movers):
        return None, span
    voter = to_voter(sentence.paragraph, movers[0], at, year, "vote.mover", roster)
    return (voter if len(movers) == 1 else None), (span[0] + motion[0], span[0] + motion[1])


def take_moved(draft: Draft, sentence: Sentence, roster: Roster, year: int | None) -> None:
    """Motion, mover and result: "Et af V stillet forslag om …, faldt med …"."""
    for pattern in vote_patterns().moved_tally:
        match = compiled(pattern).match(sentence.words)
        movers = list_of_names(match["mover"].strip()) if match else ()
        if match is None or not movers or draft.mover:
            continue
        if len(movers) == 1 and not are_strangers(movers, roster):
            at = sentence.start + match.start("mover")
            draft.mover = to_voter(sentence.paragraph, roster.resolve(movers[0]), at, year, "vote.mover", roster)
        start, end = match.span("motion")
        place = sentence.stated(sentence.start + start, sentence.start + end, "vote.motion.tally")
        draft.motion = draft.motion or place
        draft.is_proposed = True
        take_fate(draft, sentence, sentence.start + match.end(), sentence.end)


def take_fate(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The result that `text[start:end]` tells of the motion before it in the same sentence: "blev forkastet"."""
    told = read_outcomes([f"Forslaget {sentence.text[start:end]}"])
    if Outcome.REJECTED in told or Outcome.APPROVED in told:
        place = sentence.stated(sentence.start, sentence.end, "vote.result")
        draft.result = Stated("rejected" if Outcome.REJECTED in told else "approved", place.evidence)
        draft.result_text = place.value


def read_bracketed(
    draft: Draft, sentence: Sentence, match: re.Match[str]
) -> Iterator[tuple[BallotOption, tuple[FoundName, ...], int]]:
    """Voters in brackets after a tally, with where they begin: "med 11 stemmer (A, V) imod 4 (Ø)"."""
    fell = draft.result is not None and draft.result.value == "rejected"
    order = (BallotOption.AGAINST, BallotOption.FOR) if fell else (BallotOption.FOR, BallotOption.AGAINST)
    options = {"most": order[0], "least": order[1], "for": BallotOption.FOR}
    for group, option in options.items():
        if match.groupdict().get(group) is None:
            continue
        opening = _BRACKET.match(sentence.text, match.end(group))
        names, end = read_names(sentence.text, opening.end()) if opening else ((), 0)
        is_closed = sentence.text[:end].endswith(")") or sentence.text[end:].lstrip().startswith(")")
        if opening and names and is_closed:
            yield option, names, opening.end()


def part_in(sentence: Sentence, span: tuple[int, int]) -> Stated[str] | None:
    """The part of what was decided that voters are said to be of: "punkt 2", "Økonomiudvalgets indstillingspunkt 3"."""
    start, end = span
    part = compiled(vote_patterns().part).match(sentence.text[:end], start)
    return sentence.stated(start, part.end(), "vote.motion.part") if part else None


def is_same_part(draft: Draft, part: Stated[str]) -> bool:
    """Whether a vote is on that part already, whatever it is called there."""
    return draft.motion is not None and _NUMBERS.findall(draft.motion.value) == _NUMBERS.findall(part.value)
