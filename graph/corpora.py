"""One municipality's corpus, as the store holds it: what case threads are computed from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cypher import load_query
from extract.records import ItemKind
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


def ask(source: Transaction | GraphStore, name: str, **params: Any) -> list[Row]:
    """The rows of a query of `cypher/load`, inside a transaction or not."""
    query = load_query("load", name)
    return source.run(query, **params) if isinstance(source, Transaction) else source.read(query, **params)


def _point(row: Row) -> Point:
    kind = ItemKind(row["kind"])
    return Point(**{**row, "kind": kind, "printed": row["number"] and row["printed"], "text": row["text"] or ""})


def _ruling(row: Row) -> Ruling:
    plain = {name: value for name, value in row.items() if name != "repeated"}
    return Ruling(**{**plain, "outcomes": tuple(row["outcomes"] or ()), "text": row["text"] or ""})


def _reference(row: Row) -> Reference:
    return Reference(**{**row, "surface": row["surface"] or "", "sentence": row["sentence"] or ""})
