"""Meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.models import Attendee, Meeting, MeetingList, MeetingSummary
from api.service.evidence import name_documents
from api.service.graves import not_here
from api.service.identity import id_now
from api.service.items import item_summaries
from api.service.lists import ByDate, dated, list_ids
from api.service.missing import told_by
from api.service.rows import ask, facts_by, shaped
from graph.deriving import REFERENCED
from graph.store import GraphStore

LIMIT = 50
POINTS = 500
ATTENDEES = 500
CORRECTIONS = 500


def find_meetings(
    store: GraphStore,
    *,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    status: str | None = None,
    person: str | None = None,
    sort: ByDate = ByDate.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> MeetingList:
    """Meetings, newest first unless ``sort`` says otherwise; with ``person`` those where that person was present."""
    ids, following = list_ids(
        store,
        "meeting_ids",
        sort,
        limit=limit,
        after=after,
        municipality=municipality or "",
        **dated(store, body, since, until),
        status=status or "",
        person=id_now(store, "person", person),
    )
    return MeetingList(meetings=meeting_summaries(store, ids), next=following)


def meeting_summaries(store: GraphStore, ids: Sequence[str]) -> tuple[MeetingSummary, ...]:
    """The meetings of these ids in one line each, in the order of ``ids``."""
    return shaped(store, "meetings", ids, MeetingSummary)


def meeting(store: GraphStore, id_: str) -> Meeting:
    """One meeting with its points, its attendance and its documents; or with what tells of it, where that is all."""
    found = meeting_summaries(store, [id_])
    if not found:
        raise not_here(store, "meeting", id_)
    points = [row["id"] for row in ask(store, "meeting_items", id=id_, limit=POINTS)]
    attendance = facts_by(
        "meeting",
        ask(store, "meeting_attendance", id=id_, limit=ATTENDEES),
        Attendee,
        lambda row: {"person": row["person"]},
    )
    (sources,) = ask(store, "meeting_sources", id=id_)
    answer = Meeting.model_validate(
        {
            **dict(found[0]),
            **sources,
            "items": item_summaries(store, points),
            "told_by": told_by(store, id_) if found[0].status == REFERENCED else (),
            "attendance": attendance.get(id_, ()),
            "corrections": [row["correction"] for row in ask(store, "meeting_corrections", id=id_, limit=CORRECTIONS)],
        }
    )
    return name_documents(store, [answer])[0]
