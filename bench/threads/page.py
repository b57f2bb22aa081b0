"""The figures of references as a section of Markdown: numbers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.report import grid
from bench.threads.gold import Printed, Standing
from bench.threads.measuring import Answer, Score, is_clean, reliability, score

HEAD = """\
## References in Greve: {meetings} meetings of 2022 and 2023

"den D. måned ÅÅÅÅ (pkt. N)" names its own target. Written by `python -m bench.threads`: the printed references are
found in the HTML by patterns of their own (`bench/threads/gold.py`), once for each distinct sentence and target; those
whose named body has no meeting here that day are left out. *Clean* leaves out those whose target's title and decision
share no word with the sentence (misprints, closed points, sentences that say nothing); *raw* does not. P is right of
accepted, R right of printed. *Wide* also takes abbreviated months and dates without "den", as in tables.
"""
HIDDEN = """\
Hidden: every "(pkt. N)" and "(punkt N)" was taken out of all files before they were read. The weights of likeness
(`graph/threads/likeness.toml`) were found on references to meetings of even days and measured on those to odd days, and
the other way round, so that no sentence is in both; *all* are the weights in use, found on both.
"""
RELIABLE = """\
What the confidence of a date-only link promises and keeps (held back, raw; each distinct sentence, target and answer
once):
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """All that the section tells."""

    meetings: int
    standings: Sequence[Printed]
    shown: Sequence[Answer]
    shown_wide: Sequence[Answer]
    held_back: Sequence[Answer]
    held_back_wide: Sequence[Answer]
    halves: Sequence[tuple[str, Sequence[Answer]]]
    fitted: Sequence[Answer]  # by the weights in use
    misprints: int  # distinct sentences
    accepted: float
    by_number: Score  # of links made blind to case numbers


def section(measured: Measured) -> str:
    """The section."""
    standings = Counter(one.standing for one in {one.key: one for one in measured.standings}.values())
    counted = ", ".join(f"{standings[standing]} {standing.value}" for standing in Standing)
    halves = [row for name, answers in measured.halves for row in _rows(f"hidden, {name}", answers)]
    rows = [
        *_rows("shown", measured.shown),
        *_rows("shown, wide", measured.shown_wide),
        *_rows("hidden, held back", measured.held_back),
        *_rows("hidden, held back, wide", measured.held_back_wide),
        *halves,
        *_rows("hidden, all", measured.fitted),
    ]
    bins = [
        (f"{one.low:.2f}-{one.high:.2f}", str(one.count), f"{one.promised:.3f}", f"{one.kept:.3f}")
        for one in reliability(measured.held_back)
    ]
    return "\n".join(
        [
            HEAD.format(meetings=measured.meetings),
            f"Distinct sentence and target: {counted}. Sentences that a target contradicts (misprints kept as "
            f"conflicts): {measured.misprints}.\n",
            HIDDEN,
            f"A date-only link is accepted from confidence {measured.accepted} on.\n",
            grid(("numbers", "count", "printed", "accepted", "right", "P", "R"), rows),
            "",
            _by_number(measured.by_number),
            RELIABLE,
            grid(("confidence", "links", "promised", "kept"), bins),
            "",
        ]
    )


def _by_number(found: Score) -> str:
    return (
        "A second truth, of references that never print a number: the point of the meeting meant that alone carries "
        f"the case number of the point referring. Blind to numbers, the weights in use accept {found.found} of "
        f"{found.printed} distinct sentences and targets, {found.right} of them so: P {found.precision:.3f}, "
        f"R {found.recall:.3f}.\n"
    )


def _rows(name: str, answers: Iterable[Answer]) -> list[tuple[str, ...]]:
    known = list(answers)
    counts: Sequence[tuple[str, Callable[[Printed], bool]]] = (("clean", is_clean), ("raw", lambda _: True))
    rows: list[tuple[str, ...]] = []
    for count, wanted in counts:
        found = score(known, wanted)
        ratios = (f"{found.precision:.3f}", f"{found.recall:.3f}")
        rows.append((name, count, str(found.printed), str(found.found), str(found.right), *ratios))
    return rows
