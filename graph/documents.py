"""One file as the loader takes it: its Document, and the reading of each of its meetings, ready to be stored."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from extract.records import MeetingRecord
from graph import ids
from graph.assembly import assemble, natural_id, unparsed
from graph.facts import pack
from graph.leading import Reading
from graph.schema import Row
from graph.values import encode


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A file: the row of its Document, its readings, and the rows Record by which the lead can pass on."""

    row: Row
    readings: tuple[Reading, ...]
    records: tuple[Row, ...]

    @property
    def id(self) -> str:
        """The sha256."""
        return str(self.row["id"])

    @property
    def digests(self) -> list[tuple[str, str]]:
        """What tells whether the same was read before."""
        return sorted((row["id"], row["digest"]) for row in self.records)


def document_facts(records: Sequence[MeetingRecord]) -> DocumentFacts:
    """One file from all its records; a record that comes twice counts once.

    Raises `graph.errors.GraphError` where a value is none that the graph can keep.
    """
    rows, readings = [], {}
    for record in sorted(records, key=lambda record: record.ordinal):
        facts = assemble(record)
        encode(facts.nodes)
        rows.append(facts.nodes["Document"][0])
        if not unparsed(record):
            nodes = {label: part for label, part in facts.nodes.items() if label != "Document"}
            readings[record.ordinal] = natural_id(record), replace(facts, nodes=nodes)
    row = reduce(_one_document, rows)
    found = tuple(
        Reading(ids.record_id(row["id"], ordinal), group, row, ordinal, facts)
        for ordinal, (group, facts) in sorted(readings.items())
    )
    return DocumentFacts(row, found, tuple(map(_record_row, found)))


def _one_document(first: Row, second: Row) -> Row:
    """The Document of two records of one file."""
    return with_one_origin(second, first | {"warnings": sorted({*first["warnings"], *second["warnings"]})})


def with_one_origin(before: Row, row: Row) -> Row:
    """The row, with one origin where the same file came under two: the smaller, so that the order does not matter."""
    origins = {}
    for name in ("name", "source_url", "retrieved"):
        values = [each[name] for each in (before, row) if each.get(name) is not None]
        if values:
            origins[name] = min(values)
    return row | origins


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
