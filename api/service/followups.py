"""Follow-ups as of a day: the ledger of each municipality, told with its points and their evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.models import FollowUpList, FollowUpState, ItemSummary
from api.service.computed import Placed, newest_first, page_of, place_in
from api.service.evidence import name_documents
from api.service.facts import facts_of_labels
from api.service.items import item_summaries
from api.service.kept import Kept
from graph.corpora import read_corpus, read_links
from graph.store import GraphStore
from graph.threads.asking import Kind
from graph.threads.ledger import Entry, Status, ledger
from graph.threads.planning import newest_meetings

LIMIT = 50
POSSIBLE = 10
_AWAITED = frozenset({Status.OPEN, Status.DUE, Status.OVERDUE})
_PROMISE = "FollowUp"  # its label
_PROMISED = frozenset({Kind.ASKED, Kind.PROMISED, Kind.PROMISED_BY_OTHERS})


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry of a ledger, with its day and the names of the bodies that it speaks of."""

    entry: Entry
    as_of: dt.date
    names: Mapping[str, str]


def find_follow_ups(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    status: Status | None = None,
    as_of: dt.date | None = None,
    limit: int = LIMIT,
    after: str | None = None,
) -> FollowUpList:
    """What was asked for, promised, planned or put off, newest first; as of the newest minutes if no day is given."""

    def compute(id_: str) -> Iterator[Placed[_Told]]:
        for told in _ledger(store, id_, body, as_of):
            if status in (None, told.entry.status):
                key = newest_first(told.entry.date.isoformat())
                yield Placed(place_in(id_, key, told.entry.promise.id), told)

    scope = municipality or (body.partition(".")[0] if body else None)
    rows, following = page_of(store, "follow_ups", scope, after, limit, compute)
    return FollowUpList(follow_ups=_states(store, rows), next=following)


def open_promises(store: GraphStore, municipality: str, limit: int) -> tuple[FollowUpState, ...]:
    """What somebody asked for or promised and has not had, newest first."""
    told = [one for one in _ledger_now(store, municipality) if _is_awaited(one.entry)]
    told.sort(key=lambda one: (newest_first(one.entry.date.isoformat()), one.entry.promise.id))
    return _states(store, told[:limit])


def states_at(store: GraphStore, municipality: str, items: Collection[str]) -> dict[str, FollowUpState]:
    """What became of the follow-ups of these points of a municipality, by the follow-ups' ids."""
    told = [one for one in _ledger_now(store, municipality) if one.entry.promise.item in items]
    return {state.id: state for state in _states(store, told)}


def _is_awaited(entry: Entry) -> bool:
    return entry.status in _AWAITED and entry.promise.kind in _PROMISED


def _newest_ledger(store: GraphStore, municipality: str) -> tuple[_Told, ...]:
    """The ledger as of the newest minutes; all of the municipality is read for it."""
    return tuple(_ledger(store, municipality, None, None))


_ledger_now = Kept(_newest_ledger)


def _ledger(store: GraphStore, municipality: str, body: str | None, as_of: dt.date | None) -> Iterator[_Told]:
    corpus = read_corpus(store, municipality, texts=False)
    day = as_of or newest_meetings(corpus).get(municipality)
    if day is not None:
        for entry in ledger(corpus, read_links(store, municipality), day, body):
            yield _Told(entry, day, corpus.body_names or {})


def _states(store: GraphStore, rows: Sequence[_Told]) -> tuple[FollowUpState, ...]:
    """The entries with their points in one line each, and where each stands."""
    points: dict[str, None] = {}
    for told in rows:
        points.update(dict.fromkeys(_points_of(told.entry)))
    summaries = {one.id: one for one in item_summaries(store, list(points))}
    items = sorted({told.entry.promise.item for told in rows})
    found = facts_of_labels(store, items, _PROMISE)[_PROMISE]
    evidence = {row["fact"]["id"]: row["evidence"] for row in found}
    there = [told for told in rows if summaries.keys() >= set(_points_of(told.entry))]  # none was removed meanwhile
    states = [_state(told, summaries, evidence.get(told.entry.promise.id, ())) for told in there]
    return name_documents(store, states)


def _points_of(entry: Entry) -> list[str]:
    delivered = [entry.delivered_by] if entry.delivered_by else []
    return [entry.promise.item, *delivered, *entry.possible[:POSSIBLE]]


def _state(told: _Told, summaries: Mapping[str, ItemSummary], evidence: Sequence[Any]) -> FollowUpState:
    entry, link = told.entry, told.entry.link
    return FollowUpState.model_validate(
        {
            "id": entry.promise.id,
            "kind": entry.promise.kind,
            "text": entry.promise.text,
            "item": summaries[entry.promise.item],
            "by": _named(told, entry.by) if entry.by else None,
            "due": entry.promise.due,
            "due_first": entry.due.first if entry.due else None,
            "due_last": entry.due.last if entry.due else None,
            "as_of": told.as_of,
            "status": entry.status.value,
            "reason": entry.reason.value,
            "delivered_by": summaries[entry.delivered_by] if entry.delivered_by else None,
            "decision": entry.ruling,
            "rule": link.rule if link else None,
            "confidence": link.confidence if link else None,
            "detail": link.detail if link else None,
            "possible": tuple(summaries[id_] for id_ in entry.possible[:POSSIBLE]),
            "needed": tuple(
                {"body": _named(told, one.body), "first": one.first, "last": one.last, "meetings": one.meetings}
                for one in entry.needed
            ),
            "evidence": evidence,
        }
    )


def _named(told: _Told, body: str) -> dict[str, str]:
    return {"id": body, "name": told.names.get(body, body)}
