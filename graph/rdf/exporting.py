"""The RDF of a graph into a file: sorted, so that the same graph gives the same bytes."""

from __future__ import annotations

from enum import StrEnum
from itertools import takewhile
from pathlib import Path

import pyoxigraph
from rdflib import Literal

from graph.rdf.mapping import load_mapping
from graph.rdf.model import Triple, triples
from graph.store import GraphStore


class Format(StrEnum):
    """The forms that are written."""

    TURTLE = "turtle"
    JSON_LD = "jsonld"
    N_TRIPLES = "ntriples"


_FORMATS = {
    Format.TURTLE: pyoxigraph.RdfFormat.TURTLE,
    Format.JSON_LD: pyoxigraph.RdfFormat.JSON_LD,
    Format.N_TRIPLES: pyoxigraph.RdfFormat.N_TRIPLES,
}


def export(store: GraphStore, format_: Format, out: Path, base_url: str) -> int:
    """Write the graph to `out`; how many triples. The terms are rdflib's; pyoxigraph writes them 20 times faster."""
    ordered = sorted({_oxigraph(triple) for triple in triples(store, base_url)}, key=str)
    prefixes = load_mapping().prefix if format_ is Format.TURTLE else None
    text = pyoxigraph.serialize(ordered, format=_FORMATS[format_], prefixes=prefixes) or b""
    out.write_bytes(_with_sorted_prefixes(text))
    return len(ordered)


def _with_sorted_prefixes(text: bytes) -> bytes:
    """The text, its prefixes in order: pyoxigraph keeps them in a table whose order differs from run to run."""
    lines = text.splitlines(keepends=True)
    prefixes = list(takewhile(lambda line: line.startswith(b"@prefix"), lines))
    return b"".join([*sorted(prefixes), *lines[len(prefixes) :]]) if prefixes else text


def _oxigraph(triple: Triple) -> pyoxigraph.Triple:
    subject, predicate, object_ = triple
    if isinstance(object_, Literal):
        datatype = pyoxigraph.NamedNode(str(object_.datatype)) if object_.datatype else None
        value: pyoxigraph.Literal | pyoxigraph.NamedNode = pyoxigraph.Literal(str(object_), datatype=datatype)
    else:
        value = pyoxigraph.NamedNode(str(object_))
    return pyoxigraph.Triple(pyoxigraph.NamedNode(str(subject)), pyoxigraph.NamedNode(str(predicate)), value)
