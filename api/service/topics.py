"""Topics of KL's Emnesystematik (KLE): their numbers, what lies in them, the cases and points that have them."""

from __future__ import annotations

from api.errors import NotFound
from api.models import ItemSummary, Topic, TopicList, TopicSummary
from api.service.box import kle_number
from api.service.cases import case_summaries
from api.service.evidence import name_documents
from api.service.items import item_summaries
from api.service.lists import ByName, list_ids
from api.service.nearness import near_ids
from api.service.rows import ask, shaped
from graph.store import GraphStore
from graph.values import Row

LIMIT = 50
CASES = 100
POINTS = 100


def find_topics(
    store: GraphStore,
    *,
    municipality: str | None = None,
    q: str | None = None,
    sort: ByName = ByName.NAME,
    limit: int = LIMIT,
    after: str | None = None,
) -> TopicList:
    """Topics whose number begins with ``q``, in the order of their numbers unless ``sort`` says otherwise."""
    filters = {"municipality": municipality or "", "number": kle_number(q or "")}
    ids, following = list_ids(store, "topic_ids", sort, limit=limit, after=after, **filters)
    return TopicList(topics=shaped(store, "topics", ids, TopicSummary, municipality=municipality or ""), next=following)


def topic(store: GraphStore, id_: str, municipality: str | None = None) -> Topic:
    """One topic with its levels, its cases, and its points where they print it, all or those of a municipality.

    Raises :class:`NotFound` with near matches.
    """
    within = {"municipality": municipality or ""}
    row = find_topic(store, id_, **within)
    (levels,) = ask(store, "topic_levels", id=id_, **within)
    cases = [found["id"] for found in ask(store, "topic_cases", id=id_, **within, limit=CASES)]
    answer = Topic.model_validate(
        {
            **row,
            "above": levels["above"],
            "below": shaped(store, "topics", levels["below"], TopicSummary, **within),
            "cases": case_summaries(store, cases),
            "items": _points(store, id_, **within),
        }
    )
    return name_documents(store, [answer])[0]


def find_topic(store: GraphStore, id_: str, municipality: str = "") -> Row:
    """The row of a topic; NotFound with near matches."""
    rows = ask(store, "topics", ids=[id_], municipality=municipality)
    if not rows:
        raise NotFound("topic", id_, near_ids(store, "topic", id_))
    return rows[0]


def _points(store: GraphStore, id_: str, municipality: str) -> list[dict[str, object]]:
    rows = {
        row["item"]: row["evidence"]
        for row in ask(store, "topic_points", id=id_, municipality=municipality, limit=POINTS)
    }
    points: tuple[ItemSummary, ...] = item_summaries(store, list(rows))
    return [{"item": point, "evidence": rows[point.id]} for point in points]
