"""News, promises and meetings in words: as entries of a feed and as appointments of a calendar.

What minutes say stays Danish; the words around it are those of the language under whose address they are followed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from api.models import FollowUpState, ItemSummary, MeetingSummary, Named
from api.pages.atom import Entry, Feed
from api.pages.ical import Appointment
from api.pages.texts import Texts
from api.pages.words import day, partial_date, path_of
from api.service.news import Channel, News

SEARCH = "/soeg"
FOLLOW_UPS = "/opfoelgninger"


def feed_of(texts: Texts, channel: Channel, address: str, page: str = "") -> Feed:
    """The feed of what is followed; ``address`` is its own path, ``page`` that of its page where it is no thing's."""
    place = channel.municipality or ""
    title = {
        "case": texts("feed.case", name=channel.name),
        "body": texts("feed.body", name=channel.name, place=place),
        "municipality": texts("feed.municipality", name=channel.name),
        "organisation": texts("feed.organisation", name=channel.name),
        "topic": texts("feed.topic", name=channel.name),
        "person": texts("feed.person", name=channel.name, place=place),
        "search": texts("feed.search", name=channel.name),
    }[channel.kind]
    whose = f"person {channel.id} " if channel.kind == "person" else ""  # an entry that tells how they voted
    what = f"{channel.id} {channel.name}" if channel.kind == "search" else channel.id
    entries = sorted((_news(texts, each, whose) for each in channel.news), key=_newest_first)
    home = page or path_of(channel.kind, channel.id)
    return Feed(f"{channel.kind} {what}", title, texts("site.name"), address, home, entries, texts.language)


def follow_up_feed(
    texts: Texts, scope: Named, states: Sequence[FollowUpState], address: str, page: str, limit: int
) -> Feed:
    """The feed of promises of a municipality or body: what moved last comes first."""
    entries = sorted((_promise(texts, state) for state in states if state.item.date), key=_newest_first)[:limit]
    title = texts("feed.follow_ups", name=scope.name)
    about = f"follow-ups {address.partition('?')[2]}"
    return Feed(about, title, texts("site.name"), address, page, entries, texts.language)


def meeting_appointments(texts: Texts, meetings: Sequence[MeetingSummary]) -> list[Appointment]:
    """Meetings; one without a day is none that could be gone to."""
    return [
        Appointment(
            id=f"meeting {one.id}",
            day=one.date,
            time=one.start_time,
            title=texts("feed.meeting", body=one.body.name, municipality=one.municipality.name),
            text=texts.count("item", one.item_count),
            address=path_of("meeting", one.id),
            told=one.date,
            place=one.place,
            cancelled=one.status == "cancelled",
        )
        for one in sorted(meetings, key=lambda one: one.id)
        if one.date
    ]


def due_appointments(texts: Texts, states: Sequence[FollowUpState]) -> list[Appointment]:
    """The last day of each promise that has one."""
    return [
        Appointment(
            id=f"due {one.id}",
            day=one.due_last,
            time=None,
            title=texts("feed.deadline", kind=texts.word("follow_up", one.kind), title=one.item.title),
            text=_told(texts, one),
            address=path_of("item", one.item.id),
            told=one.item.date,
        )
        for one in sorted(states, key=lambda one: one.id)
        if one.due_last and one.item.date
    ]


def _news(texts: Texts, news: News, whose: str) -> Entry:
    outcomes = tuple(texts.word("outcome", code) for code in news.outcomes)
    options = tuple(texts.word("event", code) for code in news.ballots)
    cast = (texts("feed.ballots", options=", ".join(options)),) if options else ()
    text = ". ".join((_place(texts, news.item), *outcomes, *cast)) + "."
    item = news.item
    return Entry(
        id=f"{whose}item {item.id}",
        title=texts("feed.entry", title=item.title),
        updated=_day(item),
        author=f"{item.body.name}, {item.municipality.name}",
        address=path_of("item", item.id),
        text=text,
        terms=(*news.outcomes, *news.ballots),
    )


def _promise(texts: Texts, state: FollowUpState) -> Entry:
    """A promise; it was updated when it was made, brought, or not brought in time."""
    brought = state.delivered_by.date if state.delivered_by else None
    missed = state.due_last if state.status == "overdue" else None
    status, kind = texts.word("ledger_status", state.status), texts.word("follow_up", state.kind)
    return Entry(
        id=f"follow-up {state.id}",
        title=texts("feed.promise", status=status, kind=kind, title=state.item.title),
        updated=max(one for one in (_day(state.item), brought, missed) if one),
        author=f"{state.item.body.name}, {state.item.municipality.name}",
        address=path_of("item", state.item.id),
        text=_told(texts, state),
        terms=(state.status,),
    )


def _told(texts: Texts, state: FollowUpState) -> str:
    item = state.item
    told = texts(
        "feed.promised",
        kind=texts.word("follow_up", state.kind),
        body=item.body.name,
        municipality=item.municipality.name,
        day=day(texts, item.date),
        title=item.title,
    )
    due = state.due or (state.due_last.isoformat() if state.due_last else None)
    return f"{told}. {texts('feed.until', due=partial_date(texts, due))}" if due else f"{told}."


def _place(texts: Texts, item: ItemSummary) -> str:
    told = {"body": item.body.name, "municipality": item.municipality.name, "day": day(texts, item.date)}
    return texts("feed.about", **told, number=item.number) if item.number else texts("feed.about_no_number", **told)


def _day(item: ItemSummary) -> dt.date:
    """The day of a point that has one."""
    return item.date or dt.date.min


def _newest_first(entry: Entry) -> tuple[int, str]:
    return (-entry.updated.toordinal(), entry.id)
