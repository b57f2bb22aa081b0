"""The graph in RDF, in terms that public bodies use: what the documents state, with its evidence."""

from graph.rdf.counting import class_counts, node_counts
from graph.rdf.exporting import Format, describe, export
from graph.rdf.model import rdf_graph

__all__ = ["Format", "class_counts", "describe", "export", "node_counts", "rdf_graph"]
