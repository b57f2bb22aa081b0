"""The whole data set: what it is, and all of it as one file that is never held in memory.

The file is a ZIP file of JSON lines: ``nodes/<Label>.jsonl`` (one object a node) and
``relations/<TYPE>.<From>.<To>.jsonl`` (``start``, ``end`` and the relation's properties), with what they mean
(``schema.json``) and where they came from (``dataset.json``). What the store keeps about itself, the packed forms of
facts, and where files lay on this machine are not in it. Nothing is said of the order of the lines
(:mod:`graph.dump` sorts them).
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Any
from weakref import WeakKeyDictionary, finalize

import orjson

from api.models import Activity, Agent, Dataset, Distribution, Period
from api.service import statistics
from api.service.municipalities import municipality_names
from api.service.schema import graph_schema
from api.version import VERSION
from graph.contents import WholeGraph, labels_of, read_whole
from graph.dump import TOLD
from graph.store import GraphStore
from graph.turns import turns_taken

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


class Packed:
    """The ZIP file, without a name, for as many as read it; it is gone when nobody does and a newer one is kept."""

    def __init__(self, file: IO[bytes]) -> None:
        self._number = file.fileno()
        self.size = os.fstat(self._number).st_size
        finalize(self, file.close)

    def pieces(self) -> Iterator[bytes]:
        """All of it."""
        place = 0
        while piece := os.pread(self._number, PIECE, place):
            place += len(piece)
            yield piece


_kept: WeakKeyDictionary[GraphStore, tuple[tuple[Mapping[str, int], Dataset], Packed]] = WeakKeyDictionary()
"""The last file of each store, and what it was made of: the turns that had been taken, and what it tells of itself."""


def packed_dataset(store: GraphStore, told: Dataset) -> Packed:
    """The ZIP file of one moment; the one that is kept, where nothing was written since it was made.

    It is whole before the first byte is sent: a slow reader holds no store, and many hold one file.
    Raises :class:`graph.errors.GraphChanging` where somebody writes again and again.
    """
    made_of = (turns_taken(store), told)
    if store not in _kept or _kept[store][0] != made_of:
        labels = [label for label in labels_of(TOLD) if label not in LEFT_OUT]
        _kept[store] = made_of, Packed(read_whole(store, partial(_pack, told), labels))
    return _kept[store][1]


def _pack(told: Dataset, graph: WholeGraph) -> IO[bytes]:
    with ExitStack() as failing:
        file = failing.enter_context(TemporaryFile())
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, lines in _members(graph, told):
                with archive.open(_member(name), "w", force_zip64=True) as member:
                    member.writelines(lines)
        file.flush()
        failing.pop_all()
    return file


def _members(graph: WholeGraph, told: Dataset) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "dataset.json", iter([told.model_dump_json(by_alias=True, exclude_none=True, indent=2).encode()])
    yield "schema.json", iter([graph_schema().model_dump_json(indent=2).encode()])
    for label, rows in graph.nodes():
        yield f"nodes/{label}.jsonl", map(_line, rows)
    for kind, edges in graph.relations():
        ends = ({"start": edge.start, "end": edge.end, **edge.props} for edge in edges)
        yield f"relations/{kind.type}.{kind.start}.{kind.end}.jsonl", map(_line, ends)


def _line(row: dict[str, Any]) -> bytes:
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _SINCE)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member
