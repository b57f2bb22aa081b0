"""The whole data set: what it is, and all of it as one stream that is never held in memory.

The stream is a ZIP file of JSON lines: ``nodes/<Label>.jsonl`` (one object a node) and
``relations/<TYPE>.<From>.<To>.jsonl`` (``start``, ``end`` and the relation's properties), with what they mean
(``schema.json``) and where they came from (``dataset.json``). What the store keeps about itself, the packed forms of
facts, and where files lay on this machine are not in it. Nothing is said of the order of the lines
(:mod:`graph.dump` sorts them).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import RawIOBase
from typing import TYPE_CHECKING, Any

import orjson

from api.models import Activity, Agent, Dataset, Distribution, Period
from api.service import statistics
from api.service.municipalities import municipality_names
from api.service.schema import graph_schema
from api.version import VERSION
from graph.contents import kinds_between, labels_of, nodes, relations
from graph.dump import TOLD
from graph.errors import GraphChanging
from graph.store import GraphStore
from graph.turns import turns_taken

if TYPE_CHECKING:
    from typing_extensions import Buffer

CONTEXT: dict[str, str | dict[str, str]] = {
    "@vocab": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "title": "dct:title",
    "description": "dct:description",
    "language": "dct:language",
    "license": {"@id": "dct:license", "@type": "@id"},
    "rights": "dct:rights",
    "publisher": "dct:publisher",
    "spatial": "dct:spatial",
    "temporal": "dct:temporal",
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "accessURL": {"@type": "@id", "@id": "http://www.w3.org/ns/dcat#accessURL"},
    "downloadURL": {"@type": "@id", "@id": "http://www.w3.org/ns/dcat#downloadURL"},
    "name": "http://xmlns.com/foaf/0.1/name",
    "version": "http://www.w3.org/ns/dcat#version",
    "wasGeneratedBy": "http://www.w3.org/ns/prov#wasGeneratedBy",
    "wasAssociatedWith": "http://www.w3.org/ns/prov#wasAssociatedWith",
    "Activity": "http://www.w3.org/ns/prov#Activity",
    "SoftwareAgent": "http://www.w3.org/ns/prov#SoftwareAgent",
    "Agent": "http://xmlns.com/foaf/0.1/Agent",
    "PeriodOfTime": "dct:PeriodOfTime",
    "documents": "http://purl.org/dc/terms/extent",
}
LEFT_OUT = ("Record", "Derivation")  # packed facts, which stand unpacked beside them; how far the program got
PIECE = 64 * 1024  # bytes that are sent at a time
_SINCE = (1980, 1, 1, 0, 0, 0)  # a ZIP file wants a time; ours tells none
_NO_LICENCE = (
    "Whoever runs this server has stated no licence. The minutes were published by the municipalities; each document's "
    "origin stands with it."
)
_MADE = "Read by rules from published minutes; every fact has its evidence (document, page, line, quote, rule)."


def dataset(store: GraphStore, root: str, *, license_: str = "", publisher: str = "") -> Dataset:
    """What the data set is; ``root`` is the public address before every path."""
    names = tuple(one.name for one in municipality_names(store))
    figures = statistics.figures(store)
    return Dataset(
        context=CONTEXT,
        id=f"{root}/api/dataset",
        type="Dataset",
        title=f"Sagsgraf: {', '.join(names[:5])}{' …' if len(names) > 5 else ''}",
        description="Cases, points, decisions, votes, persons, organisations and laws in minutes of municipal bodies.",
        license=license_ or None,
        rights=None if license_ else _NO_LICENCE,
        publisher=Agent(type="Agent", name=publisher) if publisher else None,
        spatial=names,
        temporal=Period(type="PeriodOfTime", start=figures.first_date, end=figures.last_date),
        generated=Activity(
            type="Activity",
            description=_MADE,
            associated=Agent(type="SoftwareAgent", name="Sagsgraf", version=VERSION),
        ),
        documents=statistics.document_count(store),
        distributions=(
            Distribution(
                type="Distribution",
                title="JSON lines in a ZIP file: nodes, relations, schema, provenance",
                access_url=f"{root}/api/dataset",
                download_url=f"{root}/api/dataset/download",
                media_type="application/zip",
                conforms_to=f"{root}/api/schema",
            ),
        ),
    )


def stream_dataset(store: GraphStore, told: Dataset) -> Iterator[bytes]:
    """The ZIP file in pieces. Where somebody writes meanwhile it breaks off, so that nobody takes two halves for one.

    Raises :class:`graph.errors.GraphChanging` then.
    """
    turns, sink = turns_taken(store), _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in _members(store, told):
            with archive.open(_member(name), "w", force_zip64=True) as file:
                for line in lines:
                    file.write(line)
                    if len(sink.waiting) > PIECE:
                        yield sink.take()
        if turns_taken(store) != turns:
            raise GraphChanging
    yield sink.take()


def _members(store: GraphStore, told: Dataset) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "dataset.json", iter([told.model_dump_json(by_alias=True, exclude_none=True, indent=2).encode()])
    yield "schema.json", iter([graph_schema().model_dump_json(indent=2).encode()])
    labels = [label for label in labels_of(TOLD) if label not in LEFT_OUT]
    for label in labels:
        yield f"nodes/{label}.jsonl", map(_line, nodes(store, label))
    for kind in kinds_between(labels):
        edges = ({"start": edge.start, "end": edge.end, **edge.props} for edge in relations(store, kind))
        yield f"relations/{kind.type}.{kind.start}.{kind.end}.jsonl", map(_line, edges)


def _line(row: dict[str, Any]) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _SINCE)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


class _Sink(RawIOBase):
    """What a ZIP file is written to: it keeps what was not taken yet, and cannot go back."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = bytearray()

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, piece: Buffer) -> int:
        """Keep a piece."""
        self.waiting += piece
        return len(memoryview(piece))

    def take(self) -> bytes:
        """What was written since the last time."""
        piece, self.waiting = bytes(self.waiting), bytearray()
        return piece
