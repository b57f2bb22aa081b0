"""Municipalities."""

from __future__ import annotations

from api.errors import NotFound
from api.models import Municipality, MunicipalitySummary, Named
from api.service.bodies import find_bodies
from api.service.cases import moved_cases
from api.service.meetings import find_meetings
from api.service.nearness import near_ids
from api.service.rows import ask
from api.sorting import danish_key
from graph.store import GraphStore

LIMIT = 500
LATEST = 10
BODIES = 100


def municipalities(store: GraphStore) -> tuple[MunicipalitySummary, ...]:
    """All municipalities, in Danish order."""
    found = [MunicipalitySummary.model_validate(row) for row in ask(store, "municipalities", id="", limit=LIMIT)]
    return tuple(sorted(found, key=lambda each: (danish_key(each.name), each.id)))


def municipality_names(store: GraphStore, id_: str = "") -> tuple[Named, ...]:
    """What all municipalities, or the one of that id, are called, in Danish order."""
    found = [Named.model_validate(row) for row in ask(store, "municipality_names", id=id_, limit=LIMIT)]
    return tuple(sorted(found, key=lambda each: (danish_key(each.name), each.id)))


def municipality(store: GraphStore, id_: str) -> Municipality:
    """One municipality with its bodies and what happened last."""
    rows = ask(store, "municipalities", id=id_, limit=1) if id_ else []
    if not rows:
        raise NotFound("municipality", id_, near_ids(store, "municipality", id_))
    return Municipality.model_validate(
        {
            **rows[0],
            "bodies": find_bodies(store, municipality=id_, limit=BODIES).bodies,
            "meetings": find_meetings(store, municipality=id_, limit=LATEST).meetings,
            "cases": moved_cases(store, municipality=id_, limit=LATEST),
        }
    )
