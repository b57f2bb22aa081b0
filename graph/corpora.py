"""One municipality's corpus, as the store holds it: what threads are computed from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cypher import load_query
from extract.records import AttendanceStatus, ItemKind
from graph import ids
from graph.identity.titles import parse_title
from graph.memberships import Seat, SeatKind
from graph.schema import Row
from graph.store import GraphStore, Transaction
from graph.threads.corpus import (
    Bullet,
    Corpus,
    Meeting,
    NamedNumber,
    Point,
    Promise,
    Reference,
    Ruling,
    Step,
)
from graph.threads.links import Link, LinkStatus, LinkType, in_order

Part = TypeVar("Part")


def read_corpus(source: Transaction | GraphStore, municipality: str, *, texts: bool = True) -> Corpus:
    """The corpus of a municipality (id); without `texts` the points have none, which is much less to read."""

    def part(name: str, make: Callable[[Row], Part], **params: Any) -> tuple[Part, ...]:
        rows = ask(source, f"corpus_{name}", municipality=municipality, **params)
        return tuple(make(row) for row in sorted(rows, key=lambda row: str(row["id"])))

    return Corpus(
        municipality,
        meetings=part("meetings", lambda row: Meeting(**row)),
        points=part("points", _point, texts=texts),
        rulings=part("rulings", _ruling),
        references=part("references", _reference),
        steps=part("steps", lambda row: Step(**row)),
        promises=part("promises", lambda row: Promise(**row)),
        bullets=part("notices", lambda row: Bullet(**row)),
        named_numbers=part("numbers", lambda row: NamedNumber(**row)),
        body_names=dict(part("bodies", lambda row: (row["id"], row["name"]))),
    )


def read_links(source: Transaction | GraphStore, municipality: str) -> list[Link]:
    """The links of a municipality (id), in order; the meeting of a link to a point is that of the point."""
    rows = ask(source, "corpus_links", municipality=municipality)
    return in_order(Link(**{**row, "type": LinkType(row["type"]), "status": LinkStatus(row["status"])}) for row in rows)


def read_seats(source: Transaction | GraphStore, municipality: str) -> list[Seat]:
    """Who sat in the bodies of a municipality (id), as the lists of held meetings have it."""
    rows = ask(source, "corpus_seats", municipality=municipality) if municipality != ids.UNKNOWN else []
    return sorted(
        Seat(row["date"], row["meeting"], row["person"], row["body"], kind, row["rank"], row["party"])
        for row in rows
        if (kind := _seat_kind(row)) and not _is_nobody(row["body"], row["body_name"], municipality)
    )


def _seat_kind(row: Row) -> SeatKind | None:
    """A member sits whether there or away; a substitute, when there."""
    if row["kind"] == SeatKind.SUBSTITUTE or row["substitute_for"]:
        return None if row["status"] == AttendanceStatus.ABSENT else SeatKind.SUBSTITUTE
    return SeatKind.MEMBER


def _is_nobody(body: str, name: str, municipality: str) -> bool:
    """Whether a body is none that has members: one that is not known, "udvalget", a joint meeting."""
    title = parse_title(name, municipality)
    return body.endswith(f".{ids.UNKNOWN}") or title.is_common or title.is_joint


def ask(source: Transaction | GraphStore, name: str, **params: Any) -> list[Row]:
    """The rows of a query of `cypher/load`, inside a transaction or not."""
    query = load_query("load", name)
    return source.run(query, **params) if isinstance(source, Transaction) else source.read(query, **params)


def _point(row: Row) -> Point:
    kind = ItemKind(row["kind"])
    return Point(**{**row, "kind": kind, "printed": row["number"] and row["printed"], "text": row["text"] or ""})


def _ruling(row: Row) -> Ruling:
    return Ruling(**{**row, "outcomes": tuple(row["outcomes"] or ()), "text": row["text"] or ""})


def _reference(row: Row) -> Reference:
    return Reference(**{**row, "surface": row["surface"] or "", "sentence": row["sentence"] or ""})
