"""What is moved, and by whom: in the sentence that says so, after it, or in the paragraph under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.grammar.castings import read_castings
from extract.grammar.names import FoundName, list_of_names
from extract.grammar.quotations import closing_quote
from extract.grammar.vocabulary import compiled, vote_patterns

Spans = Sequence[tuple[int, int]]  # places of sentences


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion as a sentence introduces it. Places are in the text that was read."""

    movers: tuple[FoundName, ...]  # none: somebody in office
    mover_at: int  # where the text of the movers begins
    span: tuple[int, int] | None  # the words of the motion; None: they stand in the next paragraph
    is_moved: bool  # "stillede forslag"; False: a motion only if a vote follows
    end: int  # where reading goes on
    fate: tuple[int, int] | None = None  # what the same sentence says became of it: "blev forkastet."
    is_put: bool = False  # the same sentence says that it was put to the vote


def read_motion(text: str, spans: Spans, start: int) -> Motion | None:
    """The motion of the first sentence of `spans`, which begins with its words at `start`."""
    end = spans[0][1]
    words = text[start:end]
    tail = compiled(vote_patterns().put_to_vote).search(words)
    if tail and "forslag" in words[: tail.start()].casefold():
        places = (start, start + tail.start(), start + tail.start("fate"), end)
        return _read_put(text, places, is_put=tail["put"] is not None)
    for pattern in vote_patterns().motion_by:
        match = compiled(pattern).search(words)
        movers = list_of_names(match["mover"].strip()) if match else ()
        if match is None or not movers:
            continue
        mover_at = start + match.start("mover") + len(match["mover"]) - len(match["mover"].lstrip())
        is_moved = "forslag" in match.group()[: match.start("motion") - match.start()].casefold()
        if not match["motion"].strip():
            return Motion(movers, mover_at, None, is_moved, end)
        is_open = match.groupdict().get("colon") == ":"
        stop = end_of_motion(text, spans) if is_open else end
        return Motion(movers, mover_at, (start + match.start("motion"), stop), is_moved, stop)
    return _read_settled(words, start, end) or _read_proposal(words, start, end)


def _read_put(text: str, places: tuple[int, int, int, int], *, is_put: bool) -> Motion | None:
    """ "A stillede forslag om …, som blev sat til afstemning"; with its tally it is one of `tallies.take_moved`."""
    start, tail, fate, end = places
    if any(compiled(tally).search(text[tail:end]) for tally in vote_patterns().tally):
        return None
    motion = read_motion(text, [(start, tail)], start)
    return replace(motion, end=end, fate=(fate, end), is_put=is_put) if motion and motion.span else None


def read_moved_phrase(words: str) -> tuple[tuple[FoundName, ...], int, tuple[int, int]] | None:
    """Movers, where their text begins, and the motion in "et ændringsforslag fra A om …", "Venstres forslag".

    Where it does not say what is moved, the phrase itself names the motion.
    """
    for pattern in vote_patterns().moved_phrase:
        match = compiled(pattern).match(words)
        movers = list_of_names(match["mover"].strip()) if match else ()
        if match and movers:
            return movers, match.start("mover"), match.span("motion") if match["motion"] else (0, len(words))
    return None


def _read_settled(words: str, start: int, end: int) -> Motion | None:
    """ "Et forslag fra A om, at …, blev forkastet.": the motion and what became of it; the voters may follow."""
    match = compiled(vote_patterns().motion_settled).match(words)
    movers = list_of_names(match["mover"].strip()) if match else ()
    if match is None or not movers or any(compiled(tally).search(words) for tally in vote_patterns().tally):
        return None
    span = (start + match.start("motion"), start + match.end("motion"))
    return Motion(movers, start + match.start("mover"), span, True, end, (start + match.start("fate"), end))


def _read_proposal(words: str, start: int, end: int) -> Motion | None:
    for pattern in vote_patterns().proposal:
        match = compiled(pattern).match(words)
        mover = match.groupdict().get("mover") if match else None
        movers = list_of_names(mover.strip()) if mover else ()
        if match and (movers or mover is None):
            span = (start + match.start("motion"), start + match.end("motion"))
            return Motion(movers, start + match.start("mover") if mover else start, span, False, end)
    return None


def end_of_motion(text: str, spans: Spans) -> int:
    """Where a motion that begins in the first of these sentences ends: with its quotation, or before the vote."""
    first, end = spans[0]
    if (closing := closing_quote(text, first, end)) is not None:
        return closing
    for begin, stop in spans[1:]:
        if _tells_of_vote(text, begin, stop):
            break
        end = stop
    return end


def _tells_of_vote(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    patterns = vote_patterns()
    return (
        bool(compiled(patterns.motion_ends).match(words))
        or any(compiled(tally).search(words) for tally in patterns.tally)
        or bool(read_castings(text[:end], start))
    )
