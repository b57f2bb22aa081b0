"""Records into the store: in groups of documents, each group whole or not at all, in any order with one result.

One transaction replaces the facts of its documents and computes anew what follows from them in the corpus (names of
shared things, containers, cases, references), so that a killed run leaves a true graph of what was committed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby

from cypher import load_query
from extract.records import MeetingRecord
from graph import ids
from graph.assembly import assemble, natural_id, unparsed
from graph.deriving import Touched, derive
from graph.facts import Edge, Kind, pack, unpack
from graph.leading import Reading, meetings
from graph.schema import Row
from graph.store import GraphStore, Transaction
from graph.writing import settle_names, write_edges, write_meetings, write_nodes

GROUP = 20  # documents in one transaction


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of the documents, counted."""

    loaded: int = 0  # new in the graph
    replaced: int = 0  # read again with another result
    unchanged: int = 0
    unparsed: int = 0  # of the loaded and replaced ones: kept as text

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.loaded + self.replaced + self.unchanged


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One file: its Document and the reading of each of its meetings."""

    row: Row
    readings: tuple[Reading, ...]

    @property
    def id(self) -> str:
        """The sha256."""
        return str(self.row["id"])

    def record_rows(self) -> list[Row]:
        """The nodes Record, by which another document can take over or give back the lead."""
        return [_record_row(reading) for reading in self.readings]


def load(
    store: GraphStore,
    records: Iterable[MeetingRecord],
    *,
    group: int = GROUP,
    progress: Callable[[LoadReport], None] | None = None,
) -> LoadReport:
    """Load records, `group` documents in a transaction; records of one file come one after the other.

    A document that is in the graph with the same facts is left alone. `progress` gets the sums after each group.
    """
    store.apply_schema()
    report = LoadReport()
    for documents in _grouped(records, group):
        done = store.in_transaction(lambda transaction, part=documents: _load_group(transaction, part))  # type: ignore[misc]
        report = LoadReport(
            loaded=report.loaded + done.loaded,
            replaced=report.replaced + done.replaced,
            unchanged=report.unchanged + done.unchanged,
            unparsed=report.unparsed + done.unparsed,
        )
        if progress:
            progress(report)
    return report


def known_extractors(store: GraphStore, documents: Sequence[str]) -> dict[str, str]:
    """Which of these files (sha256) are in the graph, and by which extractor they were read."""
    rows = store.read(load_query("load", "known_documents"), documents=list(documents))
    return {row["document"]["id"]: row["document"]["extractor"] for row in rows}


def _grouped(records: Iterable[MeetingRecord], size: int) -> Iterator[list[DocumentFacts]]:
    """Documents in groups; the same file twice in a group is one document."""
    part: dict[str, DocumentFacts] = {}
    for _, parts in groupby(records, key=lambda record: record.provenance.sha256):
        document = document_facts(list(parts))
        if document.id in part:
            document = replace(document, row=_one_origin(part[document.id].row, document.row))
        part[document.id] = document
        if len(part) == size:
            yield list(part.values())
            part = {}
    if part:
        yield list(part.values())


def document_facts(records: Sequence[MeetingRecord]) -> DocumentFacts:
    """One file from all its records; a record that comes twice counts once."""
    rows, readings = [], {}
    for record in sorted(records, key=lambda record: record.ordinal):
        facts = assemble(record)
        rows.append(facts.nodes["Document"][0])
        if not unparsed(record):
            nodes = {label: rows for label, rows in facts.nodes.items() if label != "Document"}
            readings[record.ordinal] = natural_id(record), replace(facts, nodes=nodes)
    row = reduce(_one_document, rows)
    return DocumentFacts(
        row,
        tuple(
            Reading(ids.record_id(row["id"], ordinal), group, row, ordinal, facts)
            for ordinal, (group, facts) in sorted(readings.items())
        ),
    )


def _one_document(first: Row, second: Row) -> Row:
    """The Document of two records of one file."""
    return _one_origin(second, first | {"warnings": sorted({*first["warnings"], *second["warnings"]})})


def _record_row(reading: Reading) -> Row:
    packed = pack(reading.facts)
    row = {
        "id": reading.id,
        "ordinal": reading.ordinal,
        "group": reading.group,
        "start_time": reading.start,
        "digest": hashlib.sha256(packed.encode()).hexdigest(),
        "facts": packed,
    }
    return {name: value for name, value in row.items() if value is not None}


def _load_group(transaction: Transaction, documents: Sequence[DocumentFacts]) -> LoadReport:
    known = {
        row["document"]["id"]: row
        for row in transaction.run(
            load_query("load", "known_documents"), documents=[document.id for document in documents]
        )
    }
    records = {document.id: document.record_rows() for document in documents}
    changed = [
        document
        for document in documents
        if _digests(known.get(document.id)) != _digests({"records": records[document.id]})
        or _reader(known.get(document.id)) != document.row["extractor"]
    ]
    _write_documents(transaction, documents, known)
    _replace(transaction, changed, [known[document.id] for document in changed if document.id in known])
    _write_records(transaction, {document.id: records[document.id] for document in changed})
    replaced = sum(document.id in known for document in changed)
    return LoadReport(
        loaded=len(changed) - replaced,
        replaced=replaced,
        unchanged=len(documents) - len(changed),
        unparsed=sum(document.row["status"] == "unparsed" for document in changed),
    )


def _digests(known: Mapping[str, Sequence[Row]] | None) -> list[tuple[str, str]] | None:
    return sorted((row["id"], row["digest"]) for row in known["records"]) if known else None


def _reader(known: Row | None) -> str | None:
    return known["document"]["extractor"] if known else None


def _write_documents(transaction: Transaction, documents: Sequence[DocumentFacts], known: Mapping[str, Row]) -> None:
    rows = []
    for document in documents:
        before = known.get(document.id)
        row = _one_origin(before["document"], document.row) if before else document.row
        if not before or row != before["document"]:
            rows.append(row)
    write_nodes(transaction, "Document", rows)


def _one_origin(before: Row, row: Row) -> Row:
    """The row, with one origin where the same file came under two: the smaller, so that the order does not matter."""
    origins = {}
    for name in ("name", "source_url", "retrieved"):
        values = [each[name] for each in (before, row) if each.get(name) is not None]
        if values:
            origins[name] = min(values)
    return row | origins


def _write_records(transaction: Transaction, records: Mapping[str, Sequence[Row]]) -> None:
    write_nodes(transaction, "Record", [row for rows in records.values() for row in rows])
    edges = [Edge(document, row["id"], {}) for document, rows in records.items() for row in rows]
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
    )
    for step in ("cases_of_meetings", "attendance", "item_attendance", "parts", "meetings"):
        run(f"remove_{step}")
    return touched
