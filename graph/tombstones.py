"""What is left of documents that were taken out: that it happened, when and why, and nothing that they said.

A tombstone keeps the sha256, so that the same file does not come back unseen, and the ids of the meetings of which no
other document tells, so that their addresses can answer that they are gone. Such an id is made of a body and a day,
both of which the law makes public (styrelsesloven § 8, 13); it holds no word of the minutes and no person's name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cypher import load_query
from extract.reading.cpr import mask_name
from graph.corpora import ask
from graph.schema import Row, load_schema
from graph.store import GraphStore, Transaction
from graph.writing import write_nodes


class Reason(StrEnum):
    """Why a document is in the graph no more."""

    REMOVED = "removed"  # a person said so: withdrawn, or the right to be forgotten
    SUPERSEDED = "superseded"  # a newer version is there


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a document (sha256) is gone."""

    document: str
    reason: Reason
    date: date
    why: str | None = None
    replaced_by: str | None = None  # sha256
    meetings: tuple[str, ...] = ()  # those that no other document told of

    def row(self) -> Row:
        """The properties of its node."""
        row = {
            "id": self.document,
            "reason": self.reason.value,
            "date": self.date,
            "why": mask_name(self.why) if self.why else None,
            "replaced_by": self.replaced_by,
            "meetings": sorted(self.meetings),
        }
        row = {name: value for name, value in row.items() if value is not None}
        load_schema().check_node("Tombstone", row)
        return row


def tombstone_of(row: Row) -> Tombstone:
    """A tombstone from the properties of its node."""
    return Tombstone(
        row["id"],
        Reason(row["reason"]),
        row["date"],
        row.get("why"),
        row.get("replaced_by"),
        tuple(row.get("meetings") or ()),
    )


def tombstones(source: Transaction | GraphStore, documents: Collection[str]) -> dict[str, Tombstone]:
    """Those of these documents (sha256) that were taken out."""
    rows = ask(source, "tombstones", documents=sorted(documents)) if documents else []
    return {row["tombstone"]["id"]: tombstone_of(row["tombstone"]) for row in rows}


def forget_tombstones(transaction: Transaction, documents: Collection[str]) -> None:
    """Take the tombstones of these documents away: they come back."""
    if documents:
        transaction.run(load_query("load", "remove_tombstones"), documents=sorted(documents))


@dataclass(frozen=True, slots=True)
class Grave:
    """What documents that are about to go are known by: to be dug before their meetings are written anew."""

    meetings: Mapping[str, tuple[str, ...]]  # of each document the ids of the meetings that it tells of
    items: Mapping[str, int]  # of each of these meetings, how many points it has
    sources: tuple[str, ...]  # ids


def dig(transaction: Transaction, documents: Collection[str]) -> Grave:
    """What hangs on these documents."""
    if not documents:
        return Grave({}, {}, ())
    keys = sorted(documents)
    meetings: dict[str, list[str]] = {key: [] for key in keys}
    items: dict[str, int] = {}
    for row in transaction.run(load_query("load", "documented_meetings"), documents=keys):
        meetings[row["document"]].append(row["meeting"])
        items[row["meeting"]] = row["items"]
    stored = transaction.run(load_query("load", "sources_of"), documents=keys)
    sources = sorted({source["id"] for row in stored for source in row["sources"]})
    return Grave({key: tuple(ids) for key, ids in meetings.items()}, items, tuple(sources))


def bury(transaction: Transaction, grave: Grave, stones: Sequence[Tombstone]) -> list[Tombstone]:
    """Remove these documents, whose facts were removed before, and leave tombstones; these as they are written."""
    if not stones:
        return []
    keys = sorted(stone.document for stone in stones)
    transaction.run(load_query("load", "remove_documents"), documents=keys)
    transaction.run(load_query("load", "remove_sources"), sources=list(grave.sources))
    left = {
        row["meeting"] for row in transaction.run(load_query("load", "standing_meetings"), meetings=sorted(grave.items))
    }
    written = [
        replace(stone, meetings=tuple(sorted({*grave.meetings.get(stone.document, ())} - left))) for stone in stones
    ]
    write_nodes(transaction, "Tombstone", [stone.row() for stone in written])
    lead_on(transaction, {*keys, *(stone.replaced_by for stone in written if stone.replaced_by)})
    return written


def lead_on(transaction: Transaction, documents: Collection[str]) -> None:
    """Lead from what these documents replaced to them, or to what is left of them."""
    for form in ("document", "tombstone"):
        transaction.run(load_query("load", f"replaced_by_{form}"), documents=sorted(documents))
