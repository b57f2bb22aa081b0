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
    return TopicList(topics=shaped(store, "topics", ids, TopicSummary), next=following)


def topic(store: GraphStore, id_: str) -> Topic:
    """One topic with its levels, its cases, and its points where they print it; NotFound with near matches."""
    rows = ask(store, "topics", ids=[id_])
    if not rows:
        raise NotFound("topic", id_, near_ids(store, "topic", id_))
    (levels,) = ask(store, "topic_levels", id=id_)
    answer = Topic.model_validate(
        {
            **rows[0],
            "above": levels["above"],
            "below": shaped(store, "topics", levels["below"], TopicSummary),
            "cases": case_summaries(store, [row["id"] for row in ask(store, "topic_cases", id=id_, limit=CASES)]),
            "items": _points(store, id_),
        }
    )
    return name_documents(store, [answer])[0]


def _points(store: GraphStore, id_: str) -> list[dict[str, object]]:
    rows = {row["item"]: row["evidence"] for row in ask(store, "topic_points", id=id_, limit=POINTS)}
    points: tuple[ItemSummary, ...] = item_summaries(store, list(rows))
    return [{"item": point, "evidence": rows[point.id]} for point in points]
