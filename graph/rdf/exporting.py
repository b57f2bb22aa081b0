"""The RDF of a graph into a file: sorted, so that the same graph gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

import pyoxigraph
from rdflib import RDF, Literal

from cypher import load_query
from graph.rdf.excerpt import Excerpt
from graph.rdf.mapping import load_mapping, node_iri
from graph.rdf.model import Triple, triples, triples_of
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
    text, count = _serialized(triples(store, base_url), format_)
    out.write_bytes(text)
    return count


def describe(store: GraphStore, label: str, id_: str, format_: Format, base_url: str) -> bytes:
    """One thing in RDF with what belongs to it. A case, which no document states, is a collection of its points."""
    if label != "Case":
        return _serialized(triples_of(Excerpt(store, label, [id_]), base_url), format_)[0]
    points = [row["id"] for row in store.read(load_query("load", "case_points"), id=id_)]
    case, iri = node_iri(base_url, "Case", id_), load_mapping().iri
    collection: list[Triple] = [(case, RDF.type, iri("prov:Collection"))]
    collection += [(case, iri("prov:hadMember"), node_iri(base_url, "AgendaItem", point)) for point in points]
    return _serialized([*collection, *triples_of(Excerpt(store, "AgendaItem", points), base_url)], format_)[0]


def _serialized(found: Iterable[Triple], format_: Format) -> tuple[bytes, int]:
    """The triples, each once and in order, and how many they are."""
    ordered = sorted({_oxigraph(triple) for triple in found}, key=str)
    prefixes = load_mapping().prefix if format_ is Format.TURTLE else None
    text = pyoxigraph.serialize(ordered, format=_FORMATS[format_], prefixes=prefixes) or b""
    return _with_sorted_prefixes(text), len(ordered)


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
