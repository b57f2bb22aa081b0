"""The minutes that are missing: meetings that the minutes at hand tell of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from api.models import MeetingMention, MissingList, MissingMeeting, Named
from api.service.computed import Placed, page_of, place_in
from api.service.evidence import name_documents
from api.service.items import item_summaries
from api.service.naming import places_called
from api.service.rows import ask, in_order
from graph import ids
from graph.corpora import read_corpus, read_links
from graph.store import GraphStore
from graph.threads import missing as threads

LIMIT = 50
MENTIONS, CASES = 20, 10
_MOST = 99_999


@dataclass(frozen=True, slots=True)
class _Told:
    """A missing meeting, with the name of its body, and whether its agenda is at hand."""

    meeting: threads.MissingMeeting
    municipality: str
    body: str
    agenda: bool


def find_missing(
    store: GraphStore, *, municipality: str | None = None, limit: int = LIMIT, after: str | None = None
) -> MissingList:
    """The meetings to ask for the minutes of, those that most hangs on first; expected ones last."""

    def compute(id_: str) -> Iterator[Placed[_Told]]:
        if id_ != ids.UNKNOWN:  # the bodies of nowhere hold no meetings that could be asked for
            corpus = read_corpus(store, id_, texts=False)
            for one in threads.missing(corpus, read_links(store, id_)):
                told = _Told(one, id_, (corpus.body_names or {}).get(one.body, one.body), one.id in corpus.meeting)
                yield Placed(place_in(id_, _key(one), one.id), told)

    rows, following = page_of(store, "missing", municipality, after, limit, compute)
    return MissingList(missing=_meetings(store, rows), next=following)


def _key(meeting: threads.MissingMeeting) -> str:
    """The order of the list, as text."""
    counts = (_MOST - min(count, _MOST) for count in (meeting.matters, len(meeting.points)))
    return " ".join([str(int(meeting.expected)), *(f"{count:05}" for count in counts), meeting.date.isoformat()])


def _meetings(store: GraphStore, rows: Sequence[_Told]) -> tuple[MissingMeeting, ...]:
    if not rows:
        return ()
    mentions = _mentions(
        store, [(one.point, one.source.value, one.id) for told in rows for one in told.meeting.mentions[:MENTIONS]]
    )
    cases = sorted({case for told in rows for case in told.meeting.cases[:CASES]})
    named = ask(store, "cases", ids=cases) if cases else []
    titles = {row["id"]: Named(id=row["id"], name=row["title"]) for row in named}
    places = places_called(store, {told.municipality for told in rows})
    return tuple(_meeting(told, mentions, titles, places[told.municipality]) for told in rows)


def _meeting(
    told: _Told, mentions: Mapping[str, MeetingMention], titles: Mapping[str, Named], place: Named
) -> MissingMeeting:
    one = told.meeting
    return MissingMeeting.model_validate(
        {
            "id": one.id,
            "body": {"id": one.body, "name": told.body},
            "municipality": place,
            "date": one.date,
            "expected": one.expected,
            "agenda": told.agenda,
            "matters": one.matters,
            "item_count": len(one.points),
            "cases": in_order(one.cases[:CASES], titles.values()),
            "mentions": tuple(mentions[mention.id] for mention in one.mentions[:MENTIONS]),
        }
    )


def told_by(store: GraphStore, meeting: str) -> tuple[MeetingMention, ...]:
    """What tells of a meeting whose minutes are not at hand."""
    rows = ask(store, "meeting_told", id=meeting, limit=MENTIONS)
    return tuple(_mentions(store, [(row["item"], row["source"], row["id"]) for row in rows]).values())


def _mentions(store: GraphStore, told: Sequence[tuple[str, str, str]]) -> dict[str, MeetingMention]:
    """What tells of meetings (point, source, id of the reference, decision or step), with its evidence, by that id."""
    if not told:
        return {}
    summaries = {one.id: one for one in item_summaries(store, list(dict.fromkeys(point for point, _, _ in told)))}
    rows = ask(store, "told_evidence", ids=[id_ for _, _, id_ in told])
    evidence = {row["id"]: row["evidence"] for row in rows}
    found = [
        MeetingMention.model_validate(
            {"item": summaries[point], "source": source, "id": id_, "evidence": evidence.get(id_, ())}
        )
        for point, source, id_ in told
    ]
    return {one.id: one for one in name_documents(store, found)}
