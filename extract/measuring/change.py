"""Two runs of extraction beside each other: the facts gained, lost and changed, each with the rule responsible.

Two runs can be compared over any documents; where there is gold, each fact is also judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from extract.measuring.annotations import FoundAnnotations, begins_with
from extract.measuring.evaluation import Evaluation
from extract.measuring.facts import Fact, Kind
from extract.measuring.form import FormError, Row
from extract.measuring.kinds import BESIDE, KINDS
from extract.measuring.pairing import pair

Found = Mapping[str, Mapping[str, Any]] | Path  # annotations by name, or a folder of them


class Fate(StrEnum):
    """What became of a fact from one run to the next."""

    GAINED = "gained"  # found now, not before
    LOST = "lost"  # found before, not now
    CHANGED = "changed"  # found both times at one place, and not the same


class Verdict(StrEnum):
    """What the gold says of a fact that was found."""

    RIGHT = "right"
    WRONG = "wrong"
    UNJUDGED = ""  # no gold, or the gold leaves it out of the count


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that the two runs do not share."""

    kind: str
    document: str  # the name of its annotation
    fate: Fate
    before: Fact | None  # None: gained
    after: Fact | None  # None: lost
    verdict_before: Verdict = Verdict.UNJUDGED
    verdict_after: Verdict = Verdict.UNJUDGED

    @property
    def rule(self) -> str:
        """The rule responsible: the one that reads it now, else the one that read it before."""
        rules = [fact.rule for fact in (self.before, self.after) if fact and fact.rule]
        return " -> ".join(dict.fromkeys(rules))

    @property
    def better(self) -> int:
        """By how many right facts and fewer wrong ones the run is better; below 0: worse. 0 without gold."""
        worth = {Verdict.RIGHT: 1, Verdict.WRONG: -1, Verdict.UNJUDGED: 0}
        return worth[self.verdict_after] - worth[self.verdict_before]

    @property
    def line(self) -> int | None:
        """Where the fact stands."""
        fact = self.after or self.before
        return fact.line if fact else None

    def __str__(self) -> str:
        sides = [_side(self.before, self.verdict_before), _side(self.after, self.verdict_after)]
        return " => ".join(side for side in sides if side)

    def as_json(self) -> dict[str, str | int | None]:
        """The change by the names that the table uses."""
        return {
            "type": self.kind,
            "document": self.document,
            "line": self.line,
            "fate": self.fate.value,
            "rule": self.rule,
            "before": str(self.before) if self.before else None,
            "after": str(self.after) if self.after else None,
            "verdict_before": self.verdict_before.value,
            "verdict_after": self.verdict_after.value,
        }


def _side(fact: Fact | None, verdict: Verdict) -> str:
    return f"{fact}{f' ({verdict})' if verdict else ''}" if fact else ""


def compare(before: Found, after: Found, types: Collection[str] | None = None) -> tuple[Change, ...]:
    """What the second run finds other than the first, document by document and kind by kind.

    A document that only one run has is all gained or all lost. What does not have the form of an annotation counts as
    nothing found.
    """
    kinds = [kind for kind in (*KINDS, *BESIDE) if not types or kind.name in types]
    ours, theirs = FoundAnnotations.of(before), FoundAnnotations.of(after)
    names = sorted({*ours.by_name, *theirs.by_name})
    return tuple(
        change
        for name in names
        for change in _compare_document(name, ours.read_named(name), theirs.read_named(name), kinds)
    )


def _compare_document(name: str, before: Row, after: Row, kinds: Sequence[Kind]) -> Iterator[Change]:
    for kind in kinds:
        pairing = pair(_facts(kind, before), _facts(kind, after), kind)
        lost, gained = list(pairing.missed), list(pairing.extra)
        for old, new in _at_one_place(lost, gained):
            lost.remove(old)
            gained.remove(new)
            yield Change(kind.name, name, Fate.CHANGED, old, new)
        yield from (Change(kind.name, name, Fate.LOST, fact, None) for fact in lost)
        yield from (Change(kind.name, name, Fate.GAINED, None, fact) for fact in gained)


def _facts(kind: Kind, document: Row) -> list[Fact]:
    try:
        return kind.read(document)
    except (FormError, RecursionError):
        return []


def _at_one_place(lost: Sequence[Fact], gained: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs of a lost and a gained fact that speak of the same: equal but for the wording, else on the same line."""
    pairs: list[tuple[Fact, Fact]] = []
    free, waiting = list(gained), list(lost)
    for same in (_same_key, _same_line):
        for old in tuple(waiting):
            new = next((one for one in free if same(old, one)), None)
            if new is not None:
                pairs.append((old, new))
                free.remove(new)
                waiting.remove(old)
    return pairs


def _same_key(one: Fact, other: Fact) -> bool:
    return one.key == other.key


def _same_line(one: Fact, other: Fact) -> bool:
    return one.line is not None and one.line == other.line


def judged(changes: Iterable[Change], before: Evaluation, after: Evaluation) -> tuple[Change, ...]:
    """The changes with what the gold says of each fact: right, wrong, or nothing."""
    judge_before, judge_after = _judge(before), _judge(after)
    return tuple(
        Change(
            one.kind,
            one.document,
            one.fate,
            one.before,
            one.after,
            judge_before(one.document, one.kind, one.before),
            judge_after(one.document, one.kind, one.after),
        )
        for one in changes
    )


def _judge(evaluation: Evaluation) -> Callable[[str, str, Fact | None], Verdict]:
    """Says of a fact whether it is right. Of equal facts, some may be right and others too many: each is told once."""
    kept: dict[tuple[str, str], tuple[Counter[Fact], Counter[Fact]]] = {}
    for score in evaluation.documents:
        for kind, pairing in score.pairings.items():
            kept[score.document, kind] = Counter(pairing.extra), Counter(pairing.confirmed)

    def judge(document: str, kind: str, fact: Fact | None) -> Verdict:
        number = next((name for name, of in kept if of == kind and begins_with(document, name)), None)
        if fact is None or number is None:
            return Verdict.UNJUDGED
        wrong, right = kept[number, kind]
        for facts, verdict in ((wrong, Verdict.WRONG), (right, Verdict.RIGHT)):
            if facts[fact]:
                facts[fact] -= 1
                return verdict
        return Verdict.UNJUDGED

    return judge


def change_table(changes: Iterable[Change]) -> tuple[tuple[str, ...], ...]:
    """How many facts were gained, lost and changed of each kind, in each document, by each rule; first the heading."""
    counts: Counter[tuple[str, str, str, Fate]] = Counter()
    worth: Counter[tuple[str, str, str]] = Counter()
    for one in changes:
        place = (one.kind, one.document, one.rule)
        counts[*place, one.fate] += 1
        worth[place] += one.better
    places = dict.fromkeys(key[:3] for key in counts)
    heading = ("type", "document", "rule", *(fate.value for fate in Fate), "better")
    return heading, *((*place, *(str(counts[*place, fate]) for fate in Fate), str(worth[place])) for place in places)
