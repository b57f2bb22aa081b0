"""What a change to extraction did: the facts that it gained and lost, and those that it newly or no longer invents."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from extract.measuring.evaluation import Evaluation, Fault
from extract.measuring.facts import Fact

_Facts = Counter[tuple[str, Fact]]  # (document, fact), as often as it stands


@dataclass(frozen=True, slots=True)
class Change:
    """The difference between two evaluations in one kind of fact. Gold facts are gained and lost; others invented."""

    kind: str
    gained: tuple[tuple[str, Fact], ...]  # (document, gold fact): missed before, right after
    lost: tuple[tuple[str, Fact], ...]  # right before, missed after
    invented: tuple[tuple[str, Fact], ...]  # (document, found fact): wrong after, not found before
    withdrawn: tuple[tuple[str, Fact], ...]  # wrong before, not found after

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.invented or self.withdrawn)

    @property
    def better(self) -> int:
        """Faults fewer than before; below 0: more."""
        return len(self.gained) - len(self.lost) + len(self.withdrawn) - len(self.invented)

    def faults(self) -> list[Fault]:
        """Every fact of the difference with its line."""
        return [
            Fault(self.kind, fate, document, fact.line, str(fact))
            for fate in ("gained", "lost", "invented", "withdrawn")
            for document, fact in getattr(self, fate)
        ]

    def as_json(self) -> dict[str, Any]:
        """Counts, and the facts behind them."""
        counts = {fate: len(getattr(self, fate)) for fate in ("gained", "lost", "invented", "withdrawn")}
        return {"type": self.kind, **counts, "facts": [fault.as_json() for fault in self.faults()]}


def compare(before: Evaluation, after: Evaluation) -> tuple[Change, ...]:
    """The change of each kind that both evaluations hold, also where there is none.

    Raises ValueError where the two were measured against different gold: their difference would mean nothing.
    """
    kinds = [kind for kind in before.kinds if kind in after.kinds]
    return tuple(_change(kind, before, after) for kind in kinds)


def _change(kind: str, before: Evaluation, after: Evaluation) -> Change:
    right, right_now = _facts(before, kind, "right"), _facts(after, kind, "right")
    if right + _facts(before, kind, "missed") != right_now + _facts(after, kind, "missed"):
        raise ValueError(f"the evaluations were measured against different gold ({kind})")
    extra, extra_now = _facts(before, kind, "extra"), _facts(after, kind, "extra")
    return Change(
        kind,
        gained=_listed(right_now - right),
        lost=_listed(right - right_now),
        invented=_listed(extra_now - extra),
        withdrawn=_listed(extra - extra_now),
    )


def _facts(evaluation: Evaluation, kind: str, fate: str) -> _Facts:
    return Counter(
        (score.document, fact) for score in evaluation.documents for fact in getattr(score.pairings[kind], fate)
    )


def _listed(facts: _Facts) -> tuple[tuple[str, Fact], ...]:
    """In the order of the documents and their lines."""
    return tuple(sorted(facts.elements(), key=lambda one: (one[0], one[1].line or 0, one[1].key, str(one[1]))))
