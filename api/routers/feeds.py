"""What can be followed: Atom feeds of things, and calendars of meetings and of what is due."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request, Response

from api.addresses import language_of, public_root
from api.answers import answer_kept
from api.models import FollowUpState
from api.pages import atom, ical
from api.pages.following import (
    FOLLOW_UPS,
    SEARCH,
    due_appointments,
    feed_of,
    follow_up_feed,
    meeting_appointments,
)
from api.pages.texts import texts_of
from api.routers.parameters import BodyId, Id, Municipality, Store, problems
from api.service import followups, news
from api.service.identity import find_named
from api.service.meetings import find_meetings
from graph.store import GraphStore
from graph.threads.ledger import Status

router = APIRouter(tags=["feeds"])

ENTRIES, MEETINGS = 30, 500
PROMISES = 2000  # of which the newest are shown
KEPT: Mapping[int | str, dict[str, Any]] = {304: {"description": "Not changed since the answer with that ETag."}}

Newest: TypeAlias = Annotated[int, Query(ge=1, le=100, description="At most so many entries.", examples=[20])]
Latest: TypeAlias = Annotated[int, Query(ge=1, le=2000, description="At most so many, the latest.", examples=[200])]
Whose: TypeAlias = Annotated[
    str, Query(min_length=1, max_length=100, description="The municipality, by its id.", examples=["nordlev"])
]
Standing: TypeAlias = Annotated[Status | None, Query(description="Only with this status.", examples=["overdue"])]


class Atom(Response):
    """A feed (RFC 4287)."""

    media_type = atom.MEDIA_TYPE


class Calendar(Response):
    """A calendar (RFC 5545)."""

    media_type = ical.MEDIA_TYPE


@router.get("/api/cases/{id}/feed", responses={**problems(404, 410), **KEPT}, response_class=Atom)
def case_feed(request: Request, store: Store, id: Id, limit: Newest = ENTRIES) -> Response:  # noqa: A002
    """A case as a feed: its points with their outcomes, newest first."""
    return _follow(request, news.of_case(store, id, limit), "cases")


@router.get("/api/bodies/{id}/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def body_feed(request: Request, store: Store, id: Id, limit: Newest = ENTRIES) -> Response:  # noqa: A002
    """A body as a feed: its points with their outcomes, newest first."""
    return _follow(request, news.of_body(store, id, limit), "bodies")


@router.get("/api/municipalities/{id}/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def municipality_feed(request: Request, store: Store, id: Id, limit: Newest = ENTRIES) -> Response:  # noqa: A002
    """A municipality as a feed: the points of all its bodies with their outcomes, newest first."""
    return _follow(request, news.of_municipality(store, id, limit), "municipalities")


@router.get("/api/organisations/{id}/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def organisation_feed(request: Request, store: Store, id: Id, limit: Newest = ENTRIES) -> Response:  # noqa: A002
    """An organisation as a feed: the points that name it, newest first."""
    return _follow(request, news.of_organisation(store, id, limit), "organisations")


@router.get("/api/topics/{id}/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def topic_feed(request: Request, store: Store, id: Id, limit: Newest = ENTRIES) -> Response:  # noqa: A002
    """A KLE topic as a feed: the points whose case number begins with it or with one within it, newest first."""
    return _follow(request, news.of_topic(store, id, limit), "topics")


@router.get("/api/persons/{id}/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def person_feed(request: Request, store: Store, id: Id, limit: Newest = ENTRIES) -> Response:  # noqa: A002
    """A person in public office as a feed: the points at which they voted or that name them, newest first."""
    return _follow(request, news.of_person(store, id, limit), "persons")


@router.get("/api/search/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def search_feed(
    request: Request,
    store: Store,
    q: Annotated[str, Query(min_length=1, max_length=200, description="Words.", examples=["cykelsti"])],
    municipality: Municipality = None,
    limit: Newest = ENTRIES,
) -> Response:
    """A search as a feed: the points that bear all words of ``q``, newest first."""
    channel = news.of_search(store, q, municipality, limit)
    address = _with("/api/search/feed", q=q, municipality=municipality)
    feed = feed_of(texts_of(request), channel, address, _with(SEARCH, q=q, kommune=municipality))
    return answer_kept(request, atom.write_atom(feed, _root(request)), Atom.media_type)


@router.get("/api/followups/feed", responses={**problems(404), **KEPT}, response_class=Atom)
def follow_up_news(
    request: Request,
    store: Store,
    municipality: Whose,
    body: BodyId = None,
    status: Standing = None,
    limit: Newest = ENTRIES,
) -> Response:
    """What was asked for and promised in a municipality as a feed: what was made, brought or missed last is first."""
    scope = news.scope_of(store, municipality, body)
    address = _with("/api/followups/feed", municipality=municipality, body=body, status=status)
    page = _with(FOLLOW_UPS, kommune=municipality, udvalg=body, status=status)
    states = _promises(store, municipality, body, status)
    feed = follow_up_feed(texts_of(request), scope, states, address, page, limit)
    return answer_kept(request, atom.write_atom(feed, _root(request)), Atom.media_type)


@router.get("/api/bodies/{id}/calendar", responses={**problems(404), **KEPT}, response_class=Calendar)
def body_calendar(request: Request, store: Store, id: Id, limit: Latest = MEETINGS) -> Response:  # noqa: A002
    """The meetings of a body as a calendar: at the time that is printed, else all day."""
    row = find_named(store, "body", id)
    met = find_meetings(store, body=row["id"], limit=limit).meetings
    texts = texts_of(request)
    name = texts("feed.meetings", name=f"{row['name']}, {row['municipality']['name']}")
    return _calendar(request, name, meeting_appointments(texts, met))


@router.get("/api/municipalities/{id}/calendar", responses={**problems(404), **KEPT}, response_class=Calendar)
def municipality_calendar(request: Request, store: Store, id: Id, limit: Latest = MEETINGS) -> Response:  # noqa: A002
    """The meetings of a municipality as a calendar: at the time that is printed, else all day."""
    scope = news.scope_of(store, id)
    met = find_meetings(store, municipality=id, limit=limit).meetings
    texts = texts_of(request)
    return _calendar(request, texts("feed.meetings", name=scope.name), meeting_appointments(texts, met))


@router.get("/api/followups/calendar", responses={**problems(404), **KEPT}, response_class=Calendar)
def follow_up_calendar(
    request: Request, store: Store, municipality: Whose, body: BodyId = None, status: Standing = None
) -> Response:
    """The last days of what was promised in a municipality as a calendar; without a status all that was not brought."""
    scope = news.scope_of(store, municipality, body)
    states = [one for one in _promises(store, municipality, body, status) if status or one.status != Status.DELIVERED]
    texts = texts_of(request)
    return _calendar(request, texts("feed.due", name=scope.name), due_appointments(texts, states))


def _follow(request: Request, channel: news.Channel, collection: str) -> Response:
    feed = feed_of(texts_of(request), channel, f"/api/{collection}/{quote(channel.id, safe='')}/feed")
    return answer_kept(request, atom.write_atom(feed, _root(request)), Atom.media_type)


def _calendar(request: Request, name: str, appointments: list[ical.Appointment]) -> Response:
    made = ical.write_calendar(name, appointments, _root(request), language_of(request))
    return answer_kept(request, made, Calendar.media_type)


def _root(request: Request) -> str:
    """What stands before every address that a reader follows, so that they stay in their language."""
    return public_root(request) + language_of(request).path


def _promises(store: GraphStore, municipality: str, body: str | None, status: Status | None) -> list[FollowUpState]:
    found = followups.find_follow_ups(store, municipality=municipality, body=body, status=status, limit=PROMISES)
    return list(found.follow_ups)


def _with(path: str, **parameters: str | None) -> str:
    """A path with the parameters that have a value, in this order."""
    query = urlencode({name: value for name, value in parameters.items() if value})
    return f"{path}?{query}"
