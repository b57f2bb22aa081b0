"""What is new of a thing, for those who follow it: points with their outcomes, newest first.

A feed is copied by others and cannot be called back. So it holds titles, bodies, dates and outcomes, which lead here;
not the prose of points and decisions, in which citizens may be named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.errors import NotFound
from api.models import ItemSummary, Named
from api.service import cases
from api.service.identity import find_named
from api.service.items import find_items, item_summaries
from api.service.nearness import near_ids
from api.service.rows import ask
from api.service.search import newest_points
from api.service.topics import find_topic
from graph.store import GraphStore

BALLOTS = 500


@dataclass(frozen=True, slots=True)
class News:
    """A point, what was decided there (codes of outcomes), and how the person whose news it is voted."""

    item: ItemSummary
    outcomes: tuple[str, ...] = ()
    ballots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """What can be followed: a kind of thing, its own id, its name, its municipality if it has one, and its news."""

    kind: str
    id: str
    name: str
    municipality: str | None
    news: tuple[News, ...]


def of_case(store: GraphStore, id_: str, limit: int) -> Channel:
    """The points of a case; ``id_`` may be that of any of them."""
    case = cases.case(store, id_)
    latest = sorted(case.items, key=lambda item: (str(item.date or ""), item.id), reverse=True)
    return Channel("case", case.id, case.title, case.municipality.name, _news(store, latest[:limit]))


def of_body(store: GraphStore, id_: str, limit: int) -> Channel:
    """The points of a body."""
    row = find_named(store, "body", id_)
    found = find_items(store, body=row["id"], limit=limit).items
    return Channel("body", row["id"], row["name"], row["municipality"]["name"], _news(store, found))


def of_municipality(store: GraphStore, id_: str, limit: int) -> Channel:
    """The points of a municipality."""
    row = _municipality(store, id_)
    found = find_items(store, municipality=id_, limit=limit).items
    return Channel("municipality", id_, row.name, None, _news(store, found))


def of_organisation(store: GraphStore, id_: str, limit: int) -> Channel:
    """The points that name an organisation."""
    row = find_named(store, "organisation", id_, municipality="")
    points = [each["id"] for each in ask(store, "organisation_items", id=row["id"], municipality="", limit=limit)]
    place = (row["municipality"] or {}).get("name")
    return Channel("organisation", row["id"], row["name"], place, _news(store, item_summaries(store, points)))


def of_topic(store: GraphStore, id_: str, limit: int) -> Channel:
    """The points whose case number begins with a KLE topic, or with one within it."""
    row = find_topic(store, id_)
    points = [each["item"] for each in ask(store, "topic_points", id=id_, municipality="", limit=limit)]
    return Channel("topic", id_, row["number"], None, _news(store, item_summaries(store, points)))


def of_person(store: GraphStore, id_: str, limit: int) -> Channel:
    """The points that name a person in public office, or at which they voted.

    Whom no list and no vote shows in office is told of as if they were not here.
    """
    row = find_named(store, "person", id_)
    ballots = ask(store, "person_ballots", id=row["id"], limit=BALLOTS)
    if not ballots and not _is_seen(store, row["id"]):
        raise NotFound("person in public office", id_, cure="Only those whom a list or a vote shows in office.")
    options: dict[str, list[str]] = defaultdict(list)
    for cast in ballots:
        options[cast["item"]].append(cast["fact"]["option"])
    named = [each["id"] for each in ask(store, "person_items", id=row["id"], limit=limit)]
    summaries = item_summaries(store, list(dict.fromkeys([*named, *options])))
    latest = sorted(summaries, key=lambda item: (str(item.date or ""), item.id), reverse=True)
    return Channel("person", row["id"], row["name"], row["municipality"]["name"], _news(store, latest[:limit], options))


def of_search(store: GraphStore, q: str, municipality: str | None, limit: int) -> Channel:
    """The points that a search for ``q`` finds, newest first."""
    place = _municipality(store, municipality).name if municipality else None
    found = item_summaries(store, newest_points(store, q, municipality, limit))
    return Channel("search", municipality or "", q, place, _news(store, found))


def scope_of(store: GraphStore, municipality: str, body: str | None = None) -> Named:
    """The name of a municipality, or of a body of it, that is followed."""
    place = _municipality(store, municipality)
    if body is None:
        return place
    row = find_named(store, "body", body)
    return Named(id=row["id"], name=f"{row['name']}, {place.name}")


def _is_seen(store: GraphStore, person: str) -> bool:
    (attendance,) = ask(store, "person_attendance", id=person)
    return bool(attendance["present"] + attendance["absent"] or ask(store, "person_memberships", id=person, limit=1))


def _municipality(store: GraphStore, id_: str) -> Named:
    rows = ask(store, "municipality_names", id=id_, limit=1) if id_ else []
    if not rows:
        raise NotFound("municipality", id_, near_ids(store, "municipality", id_))
    return Named(id=rows[0]["id"], name=rows[0]["name"])


def _news(
    store: GraphStore, items: Sequence[ItemSummary], ballots: Mapping[str, Sequence[str]] | None = None
) -> tuple[News, ...]:
    """The points, each with the outcomes of its own decisions; a point without a day is no news."""
    dated = [item for item in items if item.date]
    outcomes: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "item_decisions", ids=[item.id for item in dated]) if dated else ():
        if row["fact"].get("own") and row["fact"].get("released") is not False:
            outcomes[row["item"]] += row["fact"].get("outcomes") or []
    cast = ballots or {}
    return tuple(
        News(item, tuple(dict.fromkeys(outcomes[item.id])), tuple(dict.fromkeys(cast.get(item.id, ()))))
        for item in dated
    )
