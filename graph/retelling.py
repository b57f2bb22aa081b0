"""Conflicts between documents: what two places say of one thing, written as nodes with the evidence of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import ids
from graph.conflicts import OPEN
from graph.facts import Edge, Kind
from graph.store import Transaction
from graph.threads.contradicting import Contradiction
from graph.threads.misprints import KIND as REFERENCE_TARGET
from graph.threads.misprints import Misprint
from graph.writing import statement, write_edges, write_nodes

DECISION_RETOLD = "decision-retold"  # two prints of one decision that say different things


@dataclass(frozen=True, slots=True)
class Side:
    """What one place says, in a few words, and the fact (label, id, field of its evidence) that says it."""

    text: str
    label: str
    fact: str
    field: str


@dataclass(frozen=True, slots=True)
class Told:
    """Two sides of a conflict at a point."""

    item: str
    kind: str
    subject: str
    first: Side
    second: Side

    @property
    def id(self) -> str:
        """By the point, the kind and the fact that says otherwise."""
        facts = (side.fact.rpartition(".")[2] for side in (self.first, self.second))
        return ids.part_id(self.item, "conflict", self.kind, self.subject, *facts)


def retold(found: Iterable[Contradiction], item_of: Mapping[str, str]) -> list[Told]:
    """What two prints of one decision say differently, at the point that prints it again."""
    return [
        Told(
            item_of[one.same.again],
            DECISION_RETOLD,
            one.difference.value,
            Side(", ".join(one.counts), "Decision", one.same.counts, "text"),
            Side(", ".join(one.again), "Decision", one.same.again, "text"),
        )
        for one in found
    ]


def misdirected(found: Iterable[Misprint]) -> list[Told]:
    """References that print a point which has nothing to do with them, at the point that refers."""
    return [
        Told(
            one.start,
            REFERENCE_TARGET,
            one.end,
            Side(one.sentence, "Reference", one.reference, "surface"),
            Side(one.title, "AgendaItem", one.end, "title"),
        )
        for one in found
    ]


def write_conflicts(transaction: Transaction, municipality: str, told: Sequence[Told]) -> None:
    """Write conflicts with both statements and their evidence."""
    rows = [
        {
            "id": one.id,
            "kind": one.kind,
            "subject": one.subject,
            "statement_a": one.first.text,
            "statement_b": one.second.text,
            "status": OPEN,
            "municipality": municipality,
        }
        for one in told
    ]
    write_nodes(transaction, "Conflict", rows)
    edges = [Edge(one.item, one.id, {}) for one in told]
    write_edges(transaction, Kind("HAS_CONFLICT", "AgendaItem", "Conflict"), edges)
    sides = [(one.id, field, side) for one in told for field, side in _sides(one)]
    for label in sorted({side.label for _, _, side in sides}):
        evidence = [
            {"fact": side.fact, "of": side.field, "conflict": id_, "field": field}
            for id_, field, side in sides
            if side.label == label
        ]
        transaction.run_many(statement("conflict_evidence", FROM=label), evidence)


def _sides(told: Told) -> tuple[tuple[str, Side], tuple[str, Side]]:
    return ("statement_a", told.first), ("statement_b", told.second)
