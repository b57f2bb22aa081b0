"""How much the graph holds."""

from __future__ import annotations

from api.models import Statistics
from api.service.rows import ask
from graph.store import GraphStore


def statistics(store: GraphStore) -> Statistics:
    """Counts of every label, and the figures that readers ask for first."""
    labels = {row["label"]: row["count"] for row in ask(store, "statistics")}
    (figures,) = ask(store, "statistics_meetings")
    return Statistics(
        labels=labels,
        meetings_held=figures["held"],
        items=labels.get("AgendaItem", 0),
        cases=labels.get("Case", 0),
        case_numbers=labels.get("CaseNumber", 0),
        containers=figures["containers"],
        first_date=figures["first_date"],
        last_date=figures["last_date"],
    )
