"""Whether nothing was lost: the nodes of each mapped label against the resources of its class in RDF."""

from __future__ import annotations

from rdflib import RDF, Graph

from graph.rdf.mapping import load_mapping, node_iri
from graph.rdf.source import Source
from graph.store import GraphStore


def node_counts(store: GraphStore) -> dict[str, int]:
    """How many nodes of each mapped label the graph has; of ballots only persons', of case numbers only processes."""
    source = Source(store)
    counts = {label: len(source.nodes(label)) for label in load_mapping().classes}
    return counts | {"Ballot": sum(not row["block"] for row in source.nodes("Ballot"))}


def class_counts(graph: Graph, base_url: str) -> dict[str, int]:
    """How many resources of each mapped label the RDF has, by the first type of its class."""
    mapping, counts = load_mapping(), {}
    for label, class_ in mapping.classes.items():
        start = str(node_iri(base_url, label, ""))
        subjects = set(graph.subjects(RDF.type, mapping.iri(class_.types[0])))
        counts[label] = sum(str(subject).startswith(start) for subject in subjects)
    return counts
