"""What documents say in two ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.models import Conflict, ConflictList
from api.service.evidence import name_documents
from api.service.facts import conflict_fact
from api.service.items import item_summaries
from api.service.lists import ByDate, dated, list_ids
from api.service.rows import ask, in_order
from graph.store import GraphStore

LIMIT = 50


def find_conflicts(
    store: GraphStore,
    *,
    kind: str | None = None,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> ConflictList:
    """Conflicts, those of the newest meetings first."""
    ids, following = list_ids(
        store,
        "conflict_ids",
        sort,
        limit=limit,
        after=after,
        kind=kind or "",
        municipality=municipality or "",
        **dated(store, body, since, until),
    )
    return ConflictList(conflicts=_conflicts(store, ids), next=following)


def _conflicts(store: GraphStore, ids: Sequence[str]) -> tuple[Conflict, ...]:
    if not ids:
        return ()
    rows = ask(store, "conflicts", ids=list(ids))
    items = {one.id: one for one in item_summaries(store, sorted({row["item"] for row in rows}))}
    shapes = [Conflict(**dict(conflict_fact(row)), item=items[row["item"]]) for row in rows if row["item"] in items]
    return name_documents(store, in_order(ids, shapes))
