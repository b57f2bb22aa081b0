"""Things that have names: found by any id that one of their names would have, with what is judged of the names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from api.errors import NotFound
from api.models import Named, NameJudgement, Span
from api.service.nearness import near_ids
from api.service.rows import ask
from graph.identity.named import NamedKind
from graph.memberships import Period
from graph.store import GraphStore
from graph.values import Row

JUDGEMENTS = 100
_KINDS: Mapping[str, tuple[str, NamedKind]] = {  # the query that gives the rows of a kind, and its label
    "person": ("persons", NamedKind.PERSON),
    "body": ("bodies", NamedKind.BODY),
    "organisation": ("organisations", NamedKind.ORGANISATION),
    "law": ("laws", NamedKind.LAW),
}


def find_named(store: GraphStore, kind: str, id_: str, **filters: object) -> Row:
    """The row of a person, body, organisation or law; ``id_`` may be one that another of its names would have.

    ``filters``: of an organisation or a law the ``municipality`` whose points are counted, empty for all.

    Raises :class:`NotFound` with near matches.
    """
    query, _ = _KINDS[kind]
    rows = ask(store, query, ids=[id_], **filters)
    if not rows and (merged := ask(store, f"merged_{kind}", id=id_)):
        rows = ask(store, query, ids=[merged[0]["id"]], **filters)
    if not rows:
        raise NotFound(kind, id_, near_ids(store, kind, id_))
    return rows[0]


def ids_of_body(store: GraphStore, id_: str | None) -> list[str]:
    """All ids that meetings of a body may begin with; those of a body that is not there are its own; of None none."""
    if not id_:
        return []
    rows = ask(store, "bodies", ids=[id_, *(row["id"] for row in ask(store, "merged_body", id=id_))])
    return [rows[0]["id"], *rows[0]["merged"]] if rows else [id_]


def id_now(store: GraphStore, kind: str, id_: str | None) -> str:
    """The id that a thing has now, where the one given is that of another of its names; empty for None."""
    rows = ask(store, f"merged_{kind}", id=id_) if id_ else []
    return str(rows[0]["id"]) if rows else id_ or ""


def judged(store: GraphStore, kind: str, id_: str) -> dict[str, Any]:
    """What is judged of the names of a thing, as a field of :class:`api.models.Identity`."""
    _, label = _KINDS[kind]
    rows = ask(store, "judgements_about", kind=label.value, id=id_, limit=JUDGEMENTS)
    return {"judgements": tuple(_judgement(row) for row in rows)}


def _judgement(row: Row) -> NameJudgement:
    others: Sequence[Row] = row["others"]
    other = Named.model_validate(others[0]) if others else None
    return NameJudgement.model_validate({**row["judgement"], "other": other})


def spans(periods: Sequence[str] | None) -> tuple[Span, ...]:
    """The periods of a relation of the graph, as they are answered."""
    return tuple(span(Period.read(text)) for text in periods or ())


def span(period: Period) -> Span:
    """A period as it is answered."""
    return Span(value=period.value, first=period.first, last=period.last)


def seat(row: Row) -> Row:
    """The row of a seat with its ranks and parties as spans."""
    return {**row, "ranks": spans(row["ranks"]), "parties": spans(row["parties"])}
