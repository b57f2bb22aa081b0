"""Cases and case numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from api.errors import NotFound
from api.models import Case, CaseHistory, CaseList, CasePoint, CaseSummary, Container, Near, Put, RelatedCase
from api.models.cases import MOST_POINTS, MOST_RELATED
from api.service.graves import not_here
from api.service.items import item_facts, item_summaries
from api.service.lists import dated, list_ids, named, naming
from api.service.nearness import near_cases, near_ids
from api.service.past import points_until, related_until
from api.service.rows import ask, in_order
from api.service.timeline import timeline
from graph.ids import meeting_of, slug
from graph.store import GraphStore
from graph.values import Row

LIMIT = 50


class CaseOrder(StrEnum):
    """The orders that cases come in; size is their number of points."""

    NEWEST = "-date"
    OLDEST = "date"
    NAME = "name"
    NAME_BACKWARDS = "-name"
    MOST = "-count"
    LEAST = "count"


def find_cases(
    store: GraphStore,
    *,
    number: str | None = None,
    municipality: str | None = None,
    body: str | None = None,
    since: date | None = None,
    until: date | None = None,
    q: str | None = None,
    person: str | None = None,
    organisation: str | None = None,
    law: str | None = None,
    outcome: str | None = None,
    points: int = 1,
    sort: CaseOrder = CaseOrder.NEWEST,
    limit: int = LIMIT,
    after: str | None = None,
) -> CaseList:
    """Cases with at least so many ``points``, latest movement first unless ``sort`` says otherwise.

    With ``number`` (any spelling: ``24/2210``, ``24-2210``) the cases that carry it; where it is a container, the
    container with its points instead. A number that nothing carries raises :class:`NotFound` with near matches.
    """
    if number is not None:
        return _find_by_number(store, number, municipality)
    ids, following = list_ids(
        store,
        "case_ids",
        sort,
        limit=limit,
        after=after,
        **named(municipality, q),
        **dated(store, body, since, until),
        **naming(store, person, organisation, law, outcome),
        minimum=points,
    )
    return CaseList(cases=case_summaries(store, ids), next=following)


def _find_by_number(store: GraphStore, number: str, municipality: str | None) -> CaseList:
    rows = numbers_spelled(store, number, municipality)
    if not rows:
        raise NotFound("case with number", number, near_cases(store, number, municipality))
    cases = [case for row in rows if not row["container"] for case in row["cases"]]
    containers = tuple(_container(store, row) for row in rows if row["container"])
    return CaseList(cases=case_summaries(store, cases), containers=containers)


def numbers_spelled(store: GraphStore, number: str, municipality: str | None = None) -> list[Row]:
    """The case numbers that ``number`` spells, one for each municipality that has it and carries it on a point."""
    spelled = slug(number)
    if not spelled:
        return []
    found = ask(store, "case_numbers_found", slug=spelled, municipality=municipality or "", limit=MOST_POINTS)
    rows = ask(store, "case_numbers", ids=[row["id"] for row in found]) if found else []
    return [row for row in rows if row["item_count"]]


def container(store: GraphStore, id_: str) -> Container:
    """A case number with its points listed each by itself; also of a number that is no container."""
    rows = ask(store, "case_numbers", ids=[id_])
    if not rows:
        number = id_.rsplit(".", 1)[-1]
        raise NotFound("case number", id_, near_cases(store, number))
    return _container(store, rows[0])


def _container(store: GraphStore, row: Row) -> Container:
    points = [item["id"] for item in ask(store, "case_number_items", id=row["id"], limit=MOST_POINTS)]
    return Container(
        id=row["id"],
        number=row["number"],
        container=row["container"],
        reason=row["reason"],
        municipality=_municipality(row),
        item_count=row["item_count"],
        items=item_summaries(store, points),
        cases=case_summaries(store, row["cases"][:MOST_POINTS]),
    )


def case_summaries(store: GraphStore, ids: Sequence[str]) -> tuple[CaseSummary, ...]:
    """The cases of these ids in one line each, in the order of ``ids``."""
    if not ids:
        return ()
    shapes = [CaseSummary.model_validate(_case_row(row)) for row in ask(store, "cases", ids=list(ids))]
    return in_order(ids, shapes)


def moved_cases(store: GraphStore, *, municipality: str | None = None, limit: int = 10) -> tuple[CaseSummary, ...]:
    """The cases with most points, latest first among equals."""
    rows = ask(store, "cases_moved", municipality=municipality or "", limit=limit)
    return case_summaries(store, [row["id"] for row in rows])


def case(store: GraphStore, id_: str) -> Case:
    """One case with its points in one line each; ``id_`` may be that of any of its points."""
    row, related = _case_of(store, id_)
    points = [point["id"] for point in ask(store, "case_items", id=row["id"], limit=MOST_POINTS)]
    return Case.model_validate({**row, "items": item_summaries(store, points), "related": related})


def case_history(store: GraphStore, id_: str, as_of: date | None = None) -> CaseHistory:
    """How a case travelled through meetings, oldest first; ``id_`` may be that of any of its points.

    The one history of command line, API and pages. ``as_of``: only what meetings until that day tell, and only the
    points that were known to be one case then.
    """
    row, related = _case_of(store, id_)
    put = {point["id"]: point for point in ask(store, "case_items", id=row["id"], limit=MOST_POINTS)}
    points = tuple(
        CasePoint(**dict(facts), put=Put.model_validate(put[facts.id])) for facts in item_facts(store, list(put))
    )
    if as_of is not None:
        points = tuple(points_until(store, row["id"], id_, points, as_of))
        if not points:
            raise NotFound("case as of that day", id_, ())
        related = related_until(store, related, points, as_of)
        row = row | _row_of(points)
    return CaseHistory.model_validate(
        {**row, "as_of": as_of, "events": timeline(points, as_of), "points": points, "related": related}
    )


def _row_of(points: Sequence[CasePoint]) -> Row:
    """A case in one line, from its points alone."""
    days = [point.date for point in points if point.date]
    return {
        "id": points[0].id,
        "title": points[0].title,
        "numbers": sorted({one.number for point in points for one in point.case_numbers if one.principal}),
        "first_date": min(days, default=None),
        "last_date": max(days, default=None),
        "item_count": len(points),
        "aliases": sorted(point.id for point in points),
    }


def _case_of(store: GraphStore, id_: str) -> tuple[Row, tuple[RelatedCase, ...]]:
    """The case of this id, or of the point of this id, in one line, and those one step from it."""
    found = ask(store, "case_of", id=id_, meeting=meeting_of(id_))
    if not found:
        raise not_here(store, "case", id_, _near(store, id_))
    id_ = found[0]["id"]
    links = ask(store, "case_related", id=id_, limit=MOST_RELATED + 1)
    rows = ask(store, "cases", ids=sorted({id_, *(link["case"] for link in links)}))
    known = {row["id"]: _case_row(row) for row in rows}
    row = known[id_] | {"complete": len(links) <= MOST_RELATED and known[id_]["item_count"] <= MOST_POINTS}
    return row, tuple(RelatedCase.model_validate({**one, "case": known[one["case"]]}) for one in links[:MOST_RELATED])


def _near(store: GraphStore, id_: str) -> tuple[Near, ...]:
    """An id that reads like a number (``24/2210``, ``nordlev.24-2210``) is near numbers; any other is near ids."""
    last = id_.rsplit(".", 1)[-1]
    by_number = near_cases(store, last) if last == id_ or id_.count(".") == 1 else ()
    return by_number or near_ids(store, "case", id_)


def _municipality(row: Row) -> dict[str, str]:
    return {"id": row["municipality"] or "ukendt", "name": row["municipality_name"] or row["municipality"] or "ukendt"}


def _case_row(row: Row) -> Row:
    return {**row, "municipality": _municipality(row), "numbers": row["numbers"] or (), "aliases": row["aliases"] or ()}
