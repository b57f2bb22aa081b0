"""How much the graph holds."""

from __future__ import annotations

from api.models import Figures, Statistics
from api.service.rows import ask
from graph.store import GraphStore


def figures(store: GraphStore) -> Figures:
    """The figures that readers ask for first; quick at any size."""
    (row,) = ask(store, "figures")
    return Figures.model_validate(row)


def document_count(store: GraphStore) -> int:
    """How many source files the graph holds."""
    (row,) = ask(store, "document_count")
    count: int = row["documents"]
    return count


def statistics(store: GraphStore) -> Statistics:
    """The figures, and the count of every label, for which the whole graph is counted."""
    labels = {row["label"]: row["count"] for row in ask(store, "statistics")}
    return Statistics(labels=labels, **dict(figures(store)))
