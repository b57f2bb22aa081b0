"""How much the graph holds. What is counted is kept until somebody writes."""

from __future__ import annotations

from collections.abc import Mapping

from api.models import Figures, Statistics
from api.service.kept import Kept
from api.service.rows import ask
from graph.store import GraphStore


def figures(store: GraphStore) -> Figures:
    """The figures that readers ask for first."""
    return _figures(store)


def document_count(store: GraphStore) -> int:
    """How many source files the graph holds."""
    (row,) = ask(store, "document_count")
    count: int = row["documents"]
    return count


def statistics(store: GraphStore) -> Statistics:
    """The figures, and the count of every label."""
    return Statistics(labels=dict(_labels(store)), **dict(figures(store)))


def _count_figures(store: GraphStore) -> Figures:
    (row,) = ask(store, "figures")
    return Figures.model_validate(row)


def _count_labels(store: GraphStore) -> Mapping[str, int]:
    return {row["label"]: row["count"] for row in ask(store, "statistics")}


_figures = Kept(_count_figures)
_labels = Kept(_count_labels)
