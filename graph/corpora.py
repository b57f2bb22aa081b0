"""One municipality's corpus and names, as the store holds them: what threads and identity are computed from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from cypher import load_query
from extract.records import AttendanceStatus, ItemKind
from graph import ids
from graph.identity.named import Named, NamedKind
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


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name, and under which id it stands in which meetings now."""

    named: Named
    stands: tuple[tuple[str, str], ...]  # (meeting, id)


def read_names(source: Transaction | GraphStore, municipality: str) -> list[PrintedName]:
    """The names of persons, bodies and local organisations and laws that a municipality's meetings print."""
    rows = ask(source, "corpus_names", municipality=municipality)
    details = _read_details(source, municipality)
    return _named([row for row in rows if row["printed"].startswith(f"{municipality}.")], municipality, details)


def read_national_names(source: Transaction | GraphStore) -> list[PrintedName]:
    """The names of organisations and laws that all municipalities share."""
    return _named(ask(source, "national_names"), None, _Details())


@dataclass
class _Details:
    """What lists and ballots say of persons, and texts of bodies, by the id that the printed name gives."""

    parties: dict[str, set[str]] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    listed: dict[str, set[str]] = field(default_factory=dict)
    holding: set[str] = field(default_factory=set)  # bodies that met
    became: dict[str, set[str]] = field(default_factory=dict)  # bodies that changed their name or were merged


def _read_details(source: Transaction | GraphStore, municipality: str) -> _Details:
    details = _Details()
    for row in ask(source, "corpus_attendance", municipality=municipality):
        key = ids.person_id(municipality, row["name"])
        details.listed.setdefault(key, set()).add(row["meeting"])
        details.roles.setdefault(key, set()).update(value for value in (row["kind"], row["rank"]) if value)
        if row["party"]:
            details.parties.setdefault(key, set()).add(row["party"].strip("() .,"))
    for row in ask(source, "corpus_ballots", municipality=municipality):
        if row["party"]:
            details.parties.setdefault(ids.person_id(municipality, row["name"]), set()).add(row["party"])
    details.holding.update(row["body"] for row in ask(source, "corpus_meetings", municipality=municipality))
    for row in ask(source, "corpus_successions", municipality=municipality):
        old, new = (ids.body_id(municipality, name) for name in (row["old"], row["new"]))
        details.became.setdefault(old, set()).add(new)
    return details


def _named(rows: Iterable[Row], municipality: str | None, details: _Details) -> list[PrintedName]:
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["label"], row["printed"]), []).append(row)
    return [_name(label, id_, members, municipality, details) for (label, id_), members in sorted(groups.items())]


def _name(label: str, id_: str, rows: Sequence[Row], municipality: str | None, details: _Details) -> PrintedName:
    dates = [row["date"] for row in rows if row["date"]]
    named = Named(
        kind=NamedKind(label),
        id=id_,
        name=_called(label, rows),
        municipality=municipality,
        bodies=frozenset(row["body"] for row in rows),
        first=min(dates, default=None),
        last=max(dates, default=None),
        parties=frozenset(details.parties.get(id_, ())),
        roles=frozenset(details.roles.get(id_, ())),
        listed=frozenset(details.listed.get(id_, ())),
        meetings=len({row["meeting"] for row in rows}),
        holds_meetings=id_ in details.holding,
        became=frozenset(details.became.get(id_, ())),
    )
    return PrintedName(named, tuple(sorted({(row["meeting"], row["id"]) for row in rows})))


def _called(label: str, rows: Sequence[Row]) -> str:
    """The name as it is printed most; of equally frequent ones the smallest. An alias may stand for it (`amended`)."""
    property_ = "title" if label == NamedKind.LAW else "name"
    counts: Counter[str] = Counter()
    for variant in (json.loads(variant) for row in rows for variant in row["variants"]):
        counts.update([variant[property_]] if property_ in variant else variant.get("aliases", ())[:1])
    return min(counts, key=lambda name: (-counts[name], name))
