"""What RDF is made from: rows of the store, each label and relation read once."""

from __future__ import annotations

from functools import cache, cached_property

from graph.contents import nodes, relations
from graph.facts import Edge, Kind
from graph.rdf.mapping import load_mapping
from graph.schema import Row, load_schema
from graph.store import GraphStore


class Source:
    """The rows of a store by label and relation."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._all_nodes = cache(self._read_nodes)
        self.edges = cache(self._read_edges)
        self._told = cache(self._ids)

    def nodes(self, label: str) -> list[Row]:
        """The nodes of a label that RDF has: of case numbers the processes, of statements the memberships, of evidence
        that of mapped facts."""
        rows = self._all_nodes(label)
        if label == "CaseNumber":
            return [row for row in rows if self.is_process(row["id"])]
        if label == "Statement":
            return [row for row in rows if row["predicate"] == "CONSISTS_OF"]
        return [row for row in rows if row["id"] in self._evident] if label == "Evidence" else rows

    def is_process(self, number: str) -> bool:
        """Whether a number is a process: the own number of a point, and no container."""
        return number in self._processes

    def told_edges(self, type_: str, start: str, end: str) -> list[Edge]:
        """The relations between nodes that RDF has."""
        starts, ends = self._told(start), self._told(end)
        return [edge for edge in self.edges(type_, start, end) if edge.start in starts and edge.end in ends]

    def _ids(self, label: str) -> frozenset[str]:
        """The ids of the nodes of a label that RDF has."""
        return frozenset(row["id"] for row in self.nodes(label))

    @cached_property
    def _processes(self) -> frozenset[str]:
        return frozenset(row["id"] for row in self._all_nodes("CaseNumber") if row.get("container") is False)

    @cached_property
    def _evident(self) -> frozenset[str]:
        kinds = [
            (start, end) for start, end in load_schema().relation["HAS_EVIDENCE"] if start in load_mapping().classes
        ]
        return frozenset(
            edge.end
            for start, end in kinds
            for edge in self.edges("HAS_EVIDENCE", start, end)
            if edge.start in self._told(start)
        )

    def _read_nodes(self, label: str) -> list[Row]:
        return list(nodes(self._store, label))

    def _read_edges(self, type_: str, start: str, end: str) -> list[Edge]:
        return list(relations(self._store, Kind(type_, start, end)))
