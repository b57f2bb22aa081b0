"""A document out of the graph: withdrawn, or by the right to be forgotten.

All facts that only it states go, with their evidence, in one transaction; a meeting that other documents tell of is
written anew from them. What follows from the corpus of its municipality is computed anew after that; a run that is
killed in between is made good by the next, as after a load.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cypher import load_query
from graph.errors import DocumentAmbiguous, DocumentUnknown
from graph.foreseeing import Foresight
from graph.identity.book import Book
from graph.replacing import Fresh, replace_meetings
from graph.settling import Unheard, settle, unheard
from graph.sources import Source
from graph.store import GraphStore, Transaction
from graph.tombstones import Reason, Tombstone, bury, dig, tombstones
from graph.turns import Turn, homes_of, in_turn
from graph.writing import write_nodes

SHORTEST = 6  # digits of a sha256 by which a document can be named


@dataclass(frozen=True, slots=True)
class Removed:
    """What became of a document that was to be removed."""

    tombstone: Tombstone
    before: bool = False  # it had been taken out already
    name: str | None = None
    meetings_left: tuple[str, ...] = ()  # meetings that other documents still tell of
    points: int = 0  # how many points are gone
    unheard: tuple[Unheard, ...] = ()  # what people have said that changes nothing any more


def find_document(store: GraphStore, name: str, places: Sequence[Source] = ()) -> str:
    """The sha256 of the document, or of the tombstone, that is meant by a sha256, its beginning, or one of its places.

    Raises `DocumentUnknown`, and `DocumentAmbiguous` where several may be meant.
    """
    digits = name.lower()
    is_prefix = len(digits) >= SHORTEST and all(sign in "0123456789abcdef" for sign in digits)
    rows = store.read(
        load_query("load", "find_documents"),
        prefix=digits if is_prefix else "",
        sources=sorted({place.id for place in places}),
    )
    found = [row["document"] for row in rows]
    if not found:
        raise DocumentUnknown(name)
    if len(found) > 1 and digits not in found:
        raise DocumentAmbiguous(name, found)
    return digits if digits in found else found[0]


def remove(store: GraphStore, document: str, *, day: date, why: str | None = None, book: Book | None = None) -> Removed:
    """Take a document (sha256) out of the graph and leave its tombstone, of that day.

    One that is out already stays as it is, but for one that was replaced, which counts as removed from then on. Raises
    `DocumentUnknown`, and what `graph.settling.settle` raises.
    """
    book = book or Book()
    said = set(unheard(store, book))
    stone = Tombstone(document, Reason.REMOVED, day, why)
    removed = in_turn(store, (), lambda transaction, turn: _remove(transaction, turn, stone, book))
    settle(store, book)
    news = tuple(one for one in unheard(store, book) if one not in said)
    return replace(removed, unheard=news)


def _remove(transaction: Transaction, turn: Turn, stone: Tombstone, book: Book) -> Removed:
    known = transaction.run(load_query("load", "known_documents"), documents=[stone.document])
    if not known:
        return _removed_before(transaction, stone)
    groups = {record["group"] for record in known[0]["records"]}
    turn.need(homes_of(groups))
    grave = dig(transaction, [stone.document])
    if groups:
        amendments = Foresight(book).amendments(transaction, groups)
        replace_meetings(transaction, groups, Fresh([stone.document]), amendments)
    (written,) = bury(transaction, grave, [stone])
    return Removed(
        written,
        name=known[0]["document"]["name"],
        meetings_left=tuple(sorted(grave.items.keys() - {*written.meetings})),
        points=sum(grave.items[meeting] for meeting in written.meetings),
    )


def _removed_before(transaction: Transaction, stone: Tombstone) -> Removed:
    standing = tombstones(transaction, [stone.document]).get(stone.document)
    if standing is None:
        raise DocumentUnknown(stone.document)
    if standing.reason is Reason.REMOVED:
        return Removed(standing, before=True)
    written = replace(stone, replaced_by=standing.replaced_by, meetings=standing.meetings)
    write_nodes(transaction, "Tombstone", [written.row()])
    return Removed(written, before=True)
