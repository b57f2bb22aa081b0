"""Documents that come: which of them are let in, and which others have to go for them.

What was removed does not come back unseen, nor does a version that a newer one has replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from cypher import load_query
from graph.documents import DocumentFacts
from graph.schema import Row
from graph.sources import Source, take_places, write_sources
from graph.store import GraphStore, Transaction
from graph.superseding import Fate, Version, fate, matters
from graph.tombstones import Reason, Tombstone, forget_tombstones, lead_on, tombstones
from graph.turns import Turn, in_turn

_AT_ONCE = 500  # documents whose places are written in one transaction


@dataclass(frozen=True, slots=True)
class Given:
    """How a file came: from where, and what a person says of it. Documents are named by their sha256."""

    sources: tuple[Source, ...] = ()
    same_run: frozenset[str] = frozenset()  # other files of this run with one of its addresses
    replaces: frozenset[str] = frozenset()
    readmitted: bool = False  # although it was removed or replaced

    def admits(self, stone: Tombstone) -> bool:
        """Whether a document that was taken out comes back: what was removed does not by replacing another."""
        return self.readmitted or (stone.reason is Reason.SUPERSEDED and bool(self.replaces))


@dataclass(frozen=True, slots=True)
class News:
    """What became of a document beside another, or why it was not let in."""

    document: str
    fate: Fate | Reason  # a reason: it was taken out before, and stays out
    other: str | None = None  # sha256
    stone: Tombstone | None = None


@dataclass(slots=True)
class Arrival:
    """What becomes of documents that are given."""

    admitted: dict[str, DocumentFacts] = field(default_factory=dict)
    stones: dict[str, Tombstone] = field(default_factory=dict)  # of those that go, or never come in
    readmitted: set[str] = field(default_factory=set)
    shared: set[tuple[str, str]] = field(default_factory=set)  # documents at a place at which another stays
    news: list[News] = field(default_factory=list)


def arrive(
    transaction: Transaction,
    documents: Sequence[DocumentFacts],
    known: Mapping[str, Row],
    given: Mapping[str, Given],
    day: date,
) -> Arrival:
    """Judge documents that are given against those that stand. `known`: those of them that are in the store."""
    arrival = Arrival()
    out = tombstones(transaction, [document.id for document in documents])
    standing = _standing(transaction, documents, known, given)
    named = _in_store(transaction, {id_ for document in documents for id_ in _given(given, document).replaces})
    for document in documents:
        if document.id in arrival.stones:  # one before it in this group has taken its place
            continue
        how = _given(given, document)
        if stone := out.get(document.id):
            if not how.admits(stone):
                arrival.news.append(News(document.id, stone.reason, stone.replaced_by, stone))
                continue
            arrival.readmitted.add(document.id)
        arrival.admitted[document.id] = document
        for other in sorted((how.replaces & named) - {document.id}):
            _replace(arrival, document.id, other, day)
        version = _version(document, how)
        if document.id in arrival.readmitted:  # a person wants it beside what stands there
            arrival.shared |= {(document.id, place) for place in version.files}
        elif document.id not in known:
            _judge(arrival, version, [one for one in standing if one.document not in arrival.stones], how, day)
            standing.append(version)
    return arrival


def settle_in(transaction: Transaction, arrival: Arrival, given: Mapping[str, Given]) -> None:
    """Write where the admitted documents lie, which are in the store now, and that they are no longer gone."""
    places = {id_: given[id_].sources for id_ in arrival.admitted if id_ in given}
    forget_tombstones(transaction, arrival.readmitted)
    if arrival.readmitted:
        lead_on(transaction, arrival.readmitted)
    lie(transaction, places, arrival.shared)


def lie(
    transaction: Transaction, places: Mapping[str, Sequence[Source]], shared: Iterable[tuple[str, str]] = ()
) -> None:
    """Write from where documents (sha256) in the store were read; at a path lies one, but for those in `shared`."""
    if not places:
        return
    write_sources(transaction, places)
    kept = set(shared)
    take_places(
        transaction,
        {
            id_: [one for one in sources if one.is_file and one.is_sure and (id_, one.id) not in kept]
            for id_, sources in places.items()
        },
    )


def note_places(store: GraphStore, places: Mapping[str, Sequence[Source]]) -> None:
    """Write from where documents (sha256) that are in the store were given, where nothing else of them changes."""
    documents = sorted(places)
    for start in range(0, len(documents), _AT_ONCE):
        part = {id_: places[id_] for id_ in documents[start : start + _AT_ONCE]}
        in_turn(store, (), partial(_note, places=part))


def _note(transaction: Transaction, _: Turn, places: Mapping[str, Sequence[Source]]) -> None:
    lie(transaction, places)


def _judge(arrival: Arrival, version: Version, others: Iterable[Version], how: Given, day: date) -> None:
    """What becomes of a new version beside those that stand where it was read."""
    found = [
        (one, fate(version, one, same_run=one.document in how.same_run))
        for one in others
        if one.document != version.document and version.meets(one) and one.document not in how.replaces
    ]
    newer = [] if how.replaces else [one.document for one, what in found if what is Fate.OLDER]
    if newer:
        del arrival.admitted[version.document]
        arrival.stones[version.document] = Tombstone(version.document, Reason.SUPERSEDED, day, replaced_by=min(newer))
        arrival.news.append(News(version.document, Fate.OLDER, min(newer)))
        return
    for one, what in found:
        if what is Fate.REPLACES:
            _replace(arrival, version.document, one.document, day)
            continue
        arrival.news.append(News(version.document, what, one.document))
        if what is not Fate.OTHER_MEETING:
            arrival.shared |= {(version.document, place) for place in version.files & one.files}


def _replace(arrival: Arrival, new: str, old: str, day: date) -> None:
    arrival.admitted.pop(old, None)
    arrival.stones[old] = Tombstone(old, Reason.SUPERSEDED, day, replaced_by=new)
    arrival.news.append(News(new, Fate.REPLACES, old))


def _given(given: Mapping[str, Given], document: DocumentFacts) -> Given:
    return given.get(document.id, Given())


def _version(document: DocumentFacts, how: Given) -> Version:
    sure = [source for source in how.sources if source.is_sure]
    return Version(
        document.id,
        matters((reading.group for reading in document.readings), document.id),
        frozenset(source.id for source in sure if source.is_file),
        frozenset(source.id for source in sure if not source.is_file),
        document.row.get("retrieved"),
        frozenset(source.id for source in how.sources if not source.is_sure),
    )


def _standing(
    transaction: Transaction, documents: Sequence[DocumentFacts], known: Mapping[str, Row], given: Mapping[str, Given]
) -> list[Version]:
    """The documents in the store that were read from where new ones come from."""
    new = [_given(given, document).sources for document in documents if document.id not in known]
    places = sorted({source.id for sources in new for source in sources})
    rows = transaction.run(load_query("load", "documents_at"), sources=places) if places else []
    return [
        Version(
            row["document"],
            matters(row["groups"], row["document"]),
            frozenset(row["files"]).union(_files_now(given, row["document"])),
            frozenset(row["addresses"]),
            row["retrieved"],
        )
        for row in rows
    ]


def _files_now(given: Mapping[str, Given], document: str) -> Iterator[str]:
    """Where a document that stands lies in this run, which the store may not know yet: it was renamed."""
    return (source.id for source in given.get(document, Given()).sources if source.is_file)


def _in_store(transaction: Transaction, documents: set[str]) -> set[str]:
    rows = transaction.run(load_query("load", "known_documents"), documents=sorted(documents)) if documents else []
    return {row["document"]["id"] for row in rows}
