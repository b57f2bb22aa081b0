"""Points: in one line, and with all their facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.models import Item, ItemFacts, ItemList, ItemSummary, Line
from api.service import facts
from api.service.evidence import name_documents
from api.service.graves import not_here
from api.service.lists import ByDate, dated, list_ids, named, naming
from api.service.rows import ask, shaped
from graph.store import GraphStore

LIMIT = 50
REFERRING = 50


def find_items(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    q: str | None = None,
    kind: str | None = None,
    person: str | None = None,
    organisation: str | None = None,
    law: str | None = None,
    outcome: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> ItemList:
    """Points, newest first unless ``sort`` says otherwise."""
    ids, following = list_ids(
        store,
        "item_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        **dated(store, body, since, until),
        **naming(store, person, organisation, law, outcome),
        kind=kind or "",
    )
    return ItemList(items=item_summaries(store, ids), next=following)


def item_summaries(store: GraphStore, ids: Sequence[str]) -> tuple[ItemSummary, ...]:
    """The points of these ids in one line each, in the order of ``ids``."""
    return shaped(store, "items", ids, ItemSummary)


def item_facts(store: GraphStore, ids: Sequence[str]) -> tuple[ItemFacts, ...]:
    """The points of these ids with all their facts, in the order of ``ids``."""
    if not ids:
        return ()
    return name_documents(store, [ItemFacts.model_validate(row) for row in facts.gather(store, ids).rows()])


def item(store: GraphStore, id_: str) -> Item:
    """One point with its facts and its text."""
    found = item_facts(store, [id_])
    if not found:
        raise not_here(store, "item", id_)
    (text,) = ask(store, "item_text", id=id_)
    referring = [row["id"] for row in ask(store, "item_referred_by", id=id_, limit=REFERRING)]
    return Item(
        **dict(found[0]),
        lines=_lines(text["text"] or "", text["line_numbers"] or []),
        first_page=text["first_page"],
        last_page=text["last_page"],
        referred_by=item_summaries(store, referring),
    )


def _lines(text: str, numbers: Sequence[int]) -> tuple[Line, ...]:
    """The lines with their numbers; where the two do not agree in length, only what both have."""
    return tuple(Line(number=number, text=line) for number, line in zip(numbers, text.split("\n"), strict=False))
