"""The result of measuring: figures for each kind of fact, and every fault with its line.

Plain data: the command line draws `Evaluation.table`, a program reads `Evaluation.as_json`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.measuring.facts import Fact
from extract.measuring.pairing import Pairing
from extract.measuring.traps import SprungTrap

TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many facts of a kind are true, were found, and are both."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """Right of found; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right of gold; None where there is nothing to find."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        both = self.gold + self.found
        return 2 * self.right / both if both else None

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.gold + other.gold, self.found + other.found, self.right + other.right)

    def as_json(self) -> dict[str, float | None]:
        """The figures by name; null where there is nothing to divide by."""
        names = ("gold", "found", "right", "precision", "recall", "f1")
        return {name: getattr(self, name) for name in names}

    def cells(self) -> tuple[str, ...]:
        """The figures as a table shows them."""
        ratios = (self.precision, self.recall, self.f1)
        return *map(str, (self.gold, self.found, self.right)), *("-" if r is None else f"{r:.3f}" for r in ratios)


@dataclass(frozen=True, slots=True)
class Fault:
    """A fact that was missed, one that was invented, or a trap that was taken."""

    kind: str  # of fact, or "trap"
    fault: str  # "missed", "extra" or "taken"
    document: str
    line: int | None
    fact: str

    def as_json(self) -> dict[str, str | int | None]:
        """The fault by the names that the definition uses."""
        where = {"document": self.document, "line": self.line}
        return {"type": self.kind, "fault": self.fault, **where, "fact": self.fact}


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document of the gold: its facts paired by kind, and its traps."""

    document: str  # its three digits
    pairings: Mapping[str, Pairing]
    traps: tuple[SprungTrap, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all gold documents. `problems` says what could not be read; it counts as nothing found."""

    documents: tuple[DocumentScore, ...]
    problems: tuple[str, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of facts that were scored, in the order of showing."""
        return tuple(self.documents[0].pairings)

    def figures(self) -> dict[str, Figures]:
        """Each kind over all documents, and last their sum as "total"."""
        sums = {kind: sum(self._figures_of(kind), Figures(0, 0, 0)) for kind in self.kinds}
        return sums | {TOTAL: sum(sums.values(), Figures(0, 0, 0))}

    def _figures_of(self, kind: str) -> Iterator[Figures]:
        for score in self.documents:
            pairing = score.pairings[kind]
            right = len(pairing.right)
            yield Figures(right + len(pairing.missed), right + len(pairing.extra), right)

    @property
    def traps_scored(self) -> int:
        """Traps that could have been taken."""
        return sum(len(score.traps) for score in self.documents)

    @property
    def traps_taken(self) -> int:
        """Traps that were."""
        return sum(trap.fact is not None for score in self.documents for trap in score.traps)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """Rows of cells, the first being the heading."""
        heading = ("type", "gold", "found", "right", "precision", "recall", "F1")
        return heading, *((kind, *figures.cells()) for kind, figures in self.figures().items())

    def faults(self, limit: int | None = None) -> list[Fault]:
        """What was missed, what was invented, which traps were taken; of each kind and fault at most `limit`."""
        faults: list[Fault] = []
        for kind in self.kinds:
            for fault in ("missed", "extra"):
                faults += [
                    Fault(kind, fault, document, fact.line, str(fact))
                    for document, fact in self._facts(kind, fault)[:limit]
                ]
        taken = [(one.document, trap) for one in self.documents for trap in one.traps if trap.fact]
        return faults + [
            Fault("trap", "taken", document, sprung.trap.line, str(sprung)) for document, sprung in taken[:limit]
        ]

    def _facts(self, kind: str, fate: str) -> list[tuple[str, Fact]]:
        return [(one.document, fact) for one in self.documents for fact in getattr(one.pairings[kind], fate)]

    def as_json(self, limit: int | None = 0) -> dict[str, Any]:
        """What a program reads, in the form of the definition; `limit` is that of `faults`."""
        return {
            "types": {kind: figures.as_json() for kind, figures in self.figures().items()},
            "traps": {"taken": self.traps_taken, "of": self.traps_scored},
            "errors": [fault.as_json() for fault in self.faults(limit)],
            "problems": list(self.problems),
        }
