"""What looks like what was asked for and is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from api.models import Near
from api.service.rows import ask
from graph.ids import slug
from graph.store import GraphStore
from graph.values import Row

NEAR = 5
LEAST = 70.0
LEAST_AFTER = 55.0  # of what follows the beginning that all have in common
READ = 20_000  # ids or numbers that are weighed at a time
DEEPEST = 6  # parts of an id of which there may be many below: a ballot's vote


def near_cases(store: GraphStore, number: str, municipality: str | None = None) -> tuple[Near, ...]:
    """Case numbers that look like ``number``, likest first: where there are such, of the same year, else of all.

    Their beginning is the year, or the subject where numbers begin with that; at most ``READ`` are weighed.
    """
    beginning, joint, _ = slug(number).partition("-")
    found = (_likest_numbers(store, number, municipality, one) for one in ([beginning + joint] if joint else []) + [""])
    return next(filter(None, found), ())


def _likest_numbers(store: GraphStore, number: str, municipality: str | None, beginning: str) -> tuple[Near, ...]:
    from rapidfuzz import fuzz, process

    rows = ask(store, "case_number_spellings", municipality=municipality or "", beginning=beginning, limit=READ)
    spellings = {row["id"]: row["number"] for row in rows}
    wanted = re.sub(r"[^0-9a-z]+", "/", number.lower()).strip("/")
    best = process.extract(wanted, spellings, scorer=fuzz.ratio, limit=NEAR * 4, score_cutoff=LEAST)
    likest = sorted(best, key=lambda one: (-round(one[1], 1), one[0], one[2]))[:NEAR]
    found = ask(store, "case_number_cases", ids=[id_ for _, _, id_ in likest]) if likest else []
    cases = {row["id"]: row for row in found}
    return tuple(_near_case(id_, spelled, score, cases.get(id_)) for spelled, score, id_ in likest)


def _near_case(id_: str, number: str, score: float, case: Row | None) -> Near:
    kind, leads_to, name = ("case", case["case"], case["title"]) if case else ("case-number", id_, number)
    return Near(kind=kind, id=leads_to, name=name, number=number, score=round(score, 1))


def near_ids(store: GraphStore, kind: str, id_: str) -> tuple[Near, ...]:
    """Things of one kind whose ids look like ``id_``, likest first.

    Ids begin with what the thing belongs to: first those of the same point are weighed, then of the same meeting, body,
    municipality, at last the first of all. So no more is read than it takes.
    """
    wanted = slug_parts(id_)
    found = (_likest(store, kind, wanted, beginning) for beginning in _beginnings(wanted))
    return next(filter(None, found), ())


def _beginnings(id_: str) -> Iterator[str]:
    """The beginnings that an id has in common with others, the longest first; in the end that of all."""
    parts = id_.split(".")[:-1][:DEEPEST]
    return ("".join(f"{part}." for part in parts[:count]) for count in range(len(parts), -1, -1))


def _likest(store: GraphStore, kind: str, wanted: str, beginning: str) -> tuple[Near, ...]:
    from rapidfuzz import fuzz, process

    rows = ask(store, f"near_{kind}", beginning=beginning, limit=READ)
    names = {row["id"]: row["name"] for row in rows}
    rest = {id_: id_.removeprefix(beginning) for id_ in names}  # what all begin with likens nothing
    least = LEAST_AFTER if beginning else LEAST
    asked = wanted.removeprefix(beginning)
    best = process.extract(asked, rest, scorer=fuzz.ratio, limit=NEAR, score_cutoff=least)
    found = [
        Near(kind=kind, id=id_, name=names[id_] or id_, score=round(fuzz.ratio(wanted, id_), 1)) for _, _, id_ in best
    ]
    return tuple(sorted(found, key=lambda near: (-near.score, near.id)))


def slug_parts(id_: str) -> str:
    """What somebody typed, in the letters of ids."""
    return ".".join(slug(part) for part in id_[:300].split("."))
