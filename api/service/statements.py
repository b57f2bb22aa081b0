"""What points name, how they hang together, and single facts by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.errors import NotFound
from api.models import Evidence, Link, LinkList, Mention, MentionList
from api.service.evidence import name_documents
from api.service.items import item_summaries
from api.service.lists import ByDate, dated, list_ids, named
from api.service.rows import ask, in_order
from graph.ids import meeting_of
from graph.store import GraphStore
from graph.values import Row

LIMIT = 50
_NOT_TOLD = frozenset({"id", "terms"})  # the id is asked for; the terms are only what a search looks for


def find_mentions(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    q: str | None = None,
    kind: str | None = None,
    thing: str | None = None,
    item: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> MentionList:
    """Where points name something, newest first unless ``sort`` says otherwise."""
    ids, following = list_ids(
        store,
        "mention_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        **dated(store, body, since, until),
        kind=kind or "",
        thing=thing or "",
        item=item or "",
    )
    return MentionList(mentions=_mentions(store, ids), next=following)


def _mentions(store: GraphStore, ids: Sequence[str]) -> tuple[Mention, ...]:
    rows = ask(store, "mentions", ids=list(ids)) if ids else []
    items = {one.id: one for one in item_summaries(store, sorted({row["item"] for row in rows}))}
    things: dict[str, list[Row]] = {}
    for row in rows:
        known = things.setdefault(row["fact"]["id"], [])
        if row["thing"]:
            known.append({**row["thing"], "label": row["label"]})
    shapes = [
        Mention.model_validate(
            {
                **row["fact"],
                "things": things[row["fact"]["id"]],
                "item": items[row["item"]],
                "evidence": [Evidence.model_validate(row["fact"])],
            }
        )
        for row in rows
        if row["item"] in items
    ]
    return name_documents(store, in_order(ids, shapes))


def find_links(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    type_: str | None = None,
    status: str | None = None,
    item: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> LinkList:
    """How points hang together, and on which words that rests; newest first unless ``sort`` says otherwise."""
    ids, following = list_ids(
        store,
        "link_ids",
        sort,
        limit=limit,
        after=after,
        municipality=municipality or "",
        **dated(store, body, since, until),
        type=type_ or "",
        status=status or "",
        item=item or "",
    )
    rows = ask(store, "links", ids=ids) if ids else []
    ends = {one for row in rows for one in (row["item"], row["to_item"]) if one}
    items = {one.id: one for one in item_summaries(store, sorted(ends))}
    shapes = [
        Link.model_validate({**row, **row["fact"], "item": items[row["item"]], "to_item": items.get(row["to_item"])})
        for row in rows
        if row["item"] in items
    ]
    return LinkList(links=name_documents(store, in_order(ids, shapes)), next=following)


def fact_row(store: GraphStore, id_: str) -> Row:
    """The label, the properties and the evidence of a fact; the point and the meeting that its id begins with.

    Raises NotFound.
    """
    rows = ask(store, "fact", id=id_)
    if not rows:
        raise NotFound("fact", id_, cure="It may have been read again since; begin at the point or the meeting.")
    row = rows[0]
    meeting = meeting_of(id_)
    items = item_summaries(store, [".".join(id_.split(".")[:4])])
    evidence = tuple(Evidence.model_validate(one) for one in row["evidence"])
    return {
        "kind": row["label"],
        "properties": {name: value for name, value in row["fact"].items() if name not in _NOT_TOLD},
        "item": items[0] if items else None,
        "meeting": meeting if meeting.count(".") == 2 else None,
        "evidence": evidence,
    }
