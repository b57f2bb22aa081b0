"""Records into the store: in groups of documents, each group whole or not at all, in any order with one result.

One transaction replaces the facts of its documents. What follows from them in the corpus of a municipality (who is
who, links, cases) is computed once at the end of a run, in one transaction for each municipality; one that a killed run
left undone is still *due*, and the next run makes it good.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby, islice

from cypher import load_query
from cypher.migrations import Stage
from extract.records import MeetingRecord
from graph.arriving import Given, News, arrive, settle_in
from graph.assembly import UNPARSED
from graph.documents import DocumentFacts, document_facts, with_one_origin
from graph.errors import GraphError, StoreUnreachable
from graph.facts import Edge, Kind
from graph.foreseeing import Foresight
from graph.identity.book import Book
from graph.replacing import Fresh, replace_meetings
from graph.schema import Row
from graph.settling import settle
from graph.store import GraphStore, Transaction, Work
from graph.tombstones import bury, dig
from graph.turns import Turn, homes_of, in_turn
from graph.words.renewal import renew_terms
from graph.writing import write_edges, write_nodes

GROUP = 20  # documents in one transaction
PAUSE = 1.0  # seconds, before a server that went away is tried again


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that the graph cannot keep; the others are loaded."""

    name: str
    error: GraphError


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of the documents, counted."""

    loaded: int = 0  # new in the graph
    replaced: int = 0  # read again with another result
    unchanged: int = 0
    unparsed: int = 0  # of the loaded and replaced ones: kept as text
    refused: tuple[Refused, ...] = ()
    kept_out: int = 0  # removed before, or an older version than one that stands
    news: tuple[News, ...] = ()  # what became of documents beside others

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.loaded + self.replaced + self.unchanged + len(self.refused) + self.kept_out

    def __add__(self, other: LoadReport) -> LoadReport:
        return LoadReport(
            self.loaded + other.loaded,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.unparsed + other.unparsed,
            self.refused + other.refused,
            self.kept_out + other.kept_out,
            self.news + other.news,
        )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a run beside the records: how each file (by sha256) came, the day, how long to wait.

    `patience`: seconds for which a server that went away is waited for; `on_waiting` is told before each new try.
    """

    given: Mapping[str, Given] = field(default_factory=dict)
    day: date = field(default_factory=date.today)
    patience: float = 0.0
    on_waiting: Callable[[StoreUnreachable], None] = lambda _: None


def load(
    store: GraphStore,
    records: Iterable[MeetingRecord],
    *,
    group: int = GROUP,
    book: Book | None = None,
    progress: Callable[[LoadReport], None] | None = None,
    circumstances: Circumstances | None = None,
) -> LoadReport:
    """Load records, `group` documents in a transaction; records of one file come one after the other.

    A document that is in the graph with the same facts is left alone; one that the graph cannot keep is in the report.
    What was removed stays out, and a version that replaces others takes their place (`graph.superseding`). `book` is
    what people have judged and corrected; `progress` gets the sums after each group. Raises a
    `graph.errors.GraphError` when the store fails, or people contradict each other.
    """
    run = circumstances or Circumstances()
    store.apply_schema(Stage.LOADING)
    _patiently(partial(renew_terms, store), run)
    report = LoadReport()
    book = book or Book()
    foresight = Foresight(book)
    for documents, refused in _grouped(records, group):
        work = partial(_load_group, documents=documents, foresight=foresight, run=run)
        homes = _homes(documents)
        report += _patiently(partial(in_turn, store, homes, work), run) + LoadReport(refused=refused)
        if progress:
            progress(report)
    _patiently(partial(settle, store, book), run)
    _patiently(store.apply_schema, run)  # full text is made in one go of what is there
    return report


def known_extractors(store: GraphStore, documents: Sequence[str]) -> dict[str, str]:
    """Which of these files (sha256) are in the graph, and by which extractor they were read."""
    rows = store.read(load_query("load", "known_documents"), documents=list(documents))
    return {row["document"]["id"]: row["document"]["extractor"] for row in rows}


def _grouped(
    records: Iterable[MeetingRecord], size: int
) -> Iterator[tuple[Sequence[DocumentFacts], tuple[Refused, ...]]]:
    """Documents in groups, with those that were refused; the same file twice in a group is one document."""
    files = groupby(records, key=lambda record: record.provenance.sha256)
    documents = (_document_or_refusal(list(parts)) for _, parts in files)
    while part := list(islice(documents, size)):
        unique: dict[str, DocumentFacts] = {}
        for document in part:
            if isinstance(document, DocumentFacts):
                before = unique.get(document.id, document)
                unique[document.id] = replace(document, row=with_one_origin(before.row, document.row))
        yield list(unique.values()), tuple(one for one in part if isinstance(one, Refused))


def _document_or_refusal(records: Sequence[MeetingRecord]) -> DocumentFacts | Refused:
    try:
        return document_facts(records)
    except GraphError as error:
        return Refused(records[0].provenance.name, error)


def _patiently(work: Callable[[], Work], run: Circumstances) -> Work:
    """Do work that does no harm when it is done again; where the server goes away, wait for it."""
    last = time.monotonic() + run.patience
    while True:
        try:
            return work()
        except StoreUnreachable as error:
            if time.monotonic() >= last:
                raise
            run.on_waiting(error)
            time.sleep(PAUSE)


def _homes(documents: Iterable[DocumentFacts]) -> set[str]:
    """The municipalities in whose turn the documents are to be loaded."""
    return {one for document in documents for one in homes_of(reading.group for reading in document.readings)}


def _load_group(
    transaction: Transaction,
    turn: Turn,
    documents: Sequence[DocumentFacts],
    foresight: Foresight,
    run: Circumstances,
) -> LoadReport:
    known = _known(transaction, [document.id for document in documents])
    arrival = arrive(transaction, documents, known, run.given, run.day)
    admitted = list(arrival.admitted.values())
    changed = [document for document in admitted if _differs(document, known.get(document.id))]
    leaving = {**known, **_known(transaction, [id_ for id_ in arrival.stones if id_ not in known])}
    turn.need(one for row in leaving.values() for one in homes_of(record["group"] for record in row["records"]))
    _write_documents(transaction, admitted, known)
    grave = dig(transaction, arrival.stones)
    fresh = Fresh(
        [*(document.id for document in changed), *arrival.stones],
        [one for document in changed for one in document.readings],
    )
    before = {row["group"] for id_ in fresh.documents if id_ in leaving for row in leaving[id_]["records"]}
    groups = before | {one.group for one in fresh.readings}
    if groups:
        replace_meetings(transaction, groups, fresh, foresight.amendments(transaction, groups, fresh.readings))
    buried = {stone.document: stone for stone in bury(transaction, grave, list(arrival.stones.values()))}
    _write_records(transaction, changed)
    settle_in(transaction, arrival, run.given)
    replaced = sum(document.id in known for document in changed)
    return LoadReport(
        loaded=len(changed) - replaced,
        replaced=replaced,
        unchanged=len(admitted) - len(changed),
        unparsed=sum(document.row["status"] == UNPARSED for document in changed),
        kept_out=len(documents) - len(admitted),
        news=tuple(one if one.stone else replace(one, stone=buried.get(one.other or "")) for one in arrival.news),
    )


def _known(transaction: Transaction, documents: Sequence[str]) -> dict[str, Row]:
    """Those of these documents (sha256) that are in the store, with what was read in them."""
    rows = transaction.run(load_query("load", "known_documents"), documents=list(documents)) if documents else []
    return {row["document"]["id"]: row for row in rows}


def _differs(document: DocumentFacts, known: Row | None) -> bool:
    """Whether a document is new, or was read otherwise, or by another extractor."""
    if known is None or known["document"]["extractor"] != document.row["extractor"]:
        return True
    return document.digests != sorted((row["id"], row["digest"]) for row in known["records"])


def _write_documents(transaction: Transaction, documents: Sequence[DocumentFacts], known: Mapping[str, Row]) -> None:
    rows = []
    for document in documents:
        before = known.get(document.id)
        row = with_one_origin(before["document"], document.row) if before else document.row
        if not before or row != before["document"]:
            rows.append(row)
    write_nodes(transaction, "Document", rows)


def _write_records(transaction: Transaction, documents: Sequence[DocumentFacts]) -> None:
    write_nodes(transaction, "Record", [row for document in documents for row in document.records])
    edges = [Edge(document.id, row["id"], {}) for document in documents for row in document.records]
    write_edges(transaction, Kind("HAS_RECORD", "Document", "Record"), edges)
