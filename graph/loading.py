"""Records into the store: in groups of documents, each group whole or not at all, in any order with one result.

One transaction replaces the facts of its documents and computes anew what follows from them in the corpus (names of
shared things, containers, cases, references), so that a killed run leaves a true graph of what was committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice

from cypher import load_query
from extract.records import MeetingRecord
from graph import ids
from graph.assembly import UNPARSED
from graph.deriving import Touched, derive
from graph.documents import DocumentFacts, document_facts, with_one_origin
from graph.errors import GraphError
from graph.facts import Edge, Kind, unpack
from graph.leading import Reading, meetings
from graph.schema import Row
from graph.store import GraphStore, Transaction
from graph.writing import settle_names, write_edges, write_meetings, write_nodes

GROUP = 20  # documents in one transaction


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

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.loaded + self.replaced + self.unchanged + len(self.refused)

    def __add__(self, other: LoadReport) -> LoadReport:
        return LoadReport(
            self.loaded + other.loaded,
            self.replaced + other.replaced,
            self.unchanged + other.unchanged,
            self.unparsed + other.unparsed,
            self.refused + other.refused,
        )


def load(
    store: GraphStore,
    records: Iterable[MeetingRecord],
    *,
    group: int = GROUP,
    progress: Callable[[LoadReport], None] | None = None,
) -> LoadReport:
    """Load records, `group` documents in a transaction; records of one file come one after the other.

    A document that is in the graph with the same facts is left alone; one that the graph cannot keep is in the report.
    `progress` gets the sums after each group. Raises a `graph.errors.StoreError` when the store fails.
    """
    store.apply_schema()
    report = LoadReport()
    for documents, refused in _grouped(records, group):
        report += store.in_transaction(partial(_load_group, documents=documents)) + LoadReport(refused=refused)
        if progress:
            progress(report)
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


def _load_group(transaction: Transaction, documents: Sequence[DocumentFacts]) -> LoadReport:
    ids_ = [document.id for document in documents]
    found = transaction.run(load_query("load", "known_documents"), documents=ids_)
    known = {row["document"]["id"]: row for row in found}
    changed = [document for document in documents if _differs(document, known.get(document.id))]
    _write_documents(transaction, documents, known)
    _replace(transaction, changed, [known[document.id] for document in changed if document.id in known])
    _write_records(transaction, changed)
    replaced = sum(document.id in known for document in changed)
    return LoadReport(
        loaded=len(changed) - replaced,
        replaced=replaced,
        unchanged=len(documents) - len(changed),
        unparsed=sum(document.row["status"] == UNPARSED for document in changed),
    )


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


def _replace(transaction: Transaction, changed: Sequence[DocumentFacts], known: Sequence[Row]) -> None:
    """Put the meetings of these documents in the place of what the store holds of them."""
    readings = [reading for document in changed for reading in document.readings]
    groups = sorted({reading.group for reading in readings} | {row["group"] for one in known for row in one["records"]})
    if not groups:
        return
    stored = transaction.run(load_query("load", "group_records"), groups=groups)
    fresh = {document.id for document in changed}
    others = [_stored_reading(row) for row in stored if row["document"]["id"] not in fresh]
    touched = Touched()
    if stored:
        touched = _remove(transaction, sorted({id_ for row in stored for id_ in _possible_meetings(row)}))
        transaction.run(load_query("load", "remove_records"), documents=sorted(fresh))
    by_group: dict[str, list[Reading]] = {}
    for reading in (*readings, *others):
        by_group.setdefault(reading.group, []).append(reading)
    new = [facts for name in sorted(by_group) for facts in meetings(by_group[name])]
    write_meetings(transaction, new)
    touched = touched.with_facts(new)
    settle_names(transaction, touched.named)
    derive(transaction, touched)


def _stored_reading(row: Row) -> Reading:
    return Reading(row["id"], row["group"], row["document"], row["ordinal"], unpack(row["facts"]))


def _possible_meetings(record: Row) -> list[str]:
    """The ids under which a meeting of this record's group may stand in the store."""
    second = [ids.second_meeting_id(record["group"], record["start_time"])] if record.get("start_time") else []
    return [record["group"], *second]


def _remove(transaction: Transaction, doomed: Sequence[str]) -> Touched:
    """Remove meetings; what they touched elsewhere is told."""

    def run(name: str) -> list[Row]:
        return transaction.run(load_query("load", name), meetings=list(doomed))

    named: dict[str, set[str]] = {}
    for row in run("named_by_meetings"):
        named.setdefault(row["label"], set()).add(row["id"])
    touched = Touched(
        named=named,
        numbers={row["number"] for row in run("numbers_of_meetings")},
        wholes={row["whole"] for row in run("wholes_of_meetings")},
        dates={row["date"] for row in run("dates_of_meetings") if row["date"]},
        decision_dates={row["date"] for row in run("dates_of_decisions") if row["date"]},
    )
    for step in ("cases_of_meetings", "attendance", "item_attendance", "parts", "meetings"):
        run(f"remove_{step}")
    return touched
