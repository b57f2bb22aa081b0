"""One thing in RDF: what belongs to it, what that names, and where it stands; the same terms as the whole graph has.

Rows are read from the thing outwards, along the relations that make up its parts, and never from all of a label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.contents import held
from graph.facts import Edge, Kind
from graph.rdf.mapping import load_mapping
from graph.rdf.source import Source
from graph.schema import Row, load_schema
from graph.store import GraphStore
from graph.writing import statement

# What a thing is made of: followed from start to end, and on from there.
PARTS: Mapping[str, Sequence[str]] = {
    "Municipality": ("HAS_BODY",),
    "Body": ("HAS_TERM",),
    "Meeting": ("HAS_ITEM", "DOCUMENTED_BY"),
    "AgendaItem": ("HAS_SECTION", "HAS_RECOMMENDATION", "HAS_STEP", "HAS_DECISION", "HAS_ATTACHMENT", "HAS_NOTICE",
                   "HAS_FOLLOW_UP", "HAS_CONFLICT", "HAS_LINK", "STATES", "STATES_RENAME", "HAS_NUMBER"),
    "Decision": ("HAS_VOTE",),
    "Vote": ("HAS_BALLOT", "HAS_EXPLANATION", "HAS_REFERRAL"),
    "Law": ("HAS_PROVISION",),
    "Topic": ("HAS_SUBTOPIC",),
}  # fmt: skip
# What says something of a thing and ends in it: followed from end to start, one step.
SAID_OF: Mapping[str, Sequence[str]] = {
    "Meeting": ("AT_MEETING", "HELD"),
    "Attendance": ("HAS_ATTENDANCE",),
    "AgendaItem": ("HAS_ITEM",),
    "Decision": ("HAS_DECISION",),
    "Vote": ("HAS_VOTE",),
    "Ballot": ("HAS_BALLOT",),
    "Person": ("CAST_BY",),
    "Organisation": ("OLD_NAME", "NEW_NAME", "HAS_SUBJECT", "HAS_OBJECT"),
    "Body": ("HAS_BODY",),
    "Provision": ("HAS_PROVISION",),
    "CaseNumber": ("HAS_NUMBER",),
    "Topic": ("HAS_SUBTOPIC", "HAS_TOPIC"),
}
# What is named but not told of further.
NAMED = ("MADE_BY", "PLANNED_IN", "MOVED_BY", "GIVEN_BY", "REFERRED_BY", "REFERRED_TO", "CAST_BY", "CAST_FOR_PARTY",
         "MENTIONS", "HAS_TOPIC", "LINKS_TO", "OLD_NAME", "NEW_NAME", "HAS_SUBJECT", "HAS_OBJECT", "HAS_EVIDENCE",
         "IN_DOCUMENT", "PROPOSED_BY", "HAS_ATTENDANCE")  # fmt: skip
MOST = 20_000  # nodes; a municipality is told with its bodies, not with all that they ever did


class Excerpt(Source):
    """The rows of a store that tell of some things."""

    def __init__(self, store: GraphStore, label: str, ids: Sequence[str]) -> None:
        super().__init__(store)
        self._rows: dict[str, dict[str, Row]] = defaultdict(dict)
        self._edges: dict[Kind, dict[tuple[str, str], Edge]] = defaultdict(dict)
        self._gather(label, ids)

    def _gather(self, label: str, ids: Sequence[str]) -> None:
        inside = self._take(label, ids)
        self._follow_all(tuple(self._rows), SAID_OF, backwards=True)
        while inside:
            reached: dict[str, list[str]] = defaultdict(list)
            for name, keys in inside.items():
                for other, found in self._follow(name, keys, PARTS).items():
                    reached[other] += found
            inside = reached
        self._follow_all(("Meeting", "Attendance", "Ballot", "Vote"), SAID_OF, backwards=True)
        self._follow_all(tuple(self._rows), dict.fromkeys(load_schema().label, NAMED))
        self._follow_all(("Evidence",), {"Evidence": NAMED})

    def _follow_all(
        self, labels: Sequence[str], along: Mapping[str, Sequence[str]], *, backwards: bool = False
    ) -> None:
        for label in labels:
            self._follow(label, tuple(self._rows[label]), along, backwards=backwards)

    def _take(self, label: str, ids: Sequence[str]) -> dict[str, list[str]]:
        """Read the nodes of these ids that are not known yet; those."""
        known = self._rows[label]
        new = [id_ for id_ in dict.fromkeys(ids) if id_ not in known]
        if not new or sum(map(len, self._rows.values())) > MOST:
            return {}
        rows = self._store.read(statement("some_nodes", LABEL=label), ids=new)
        known.update({row["id"]: held(row["props"]) for row in rows})
        return {label: [row["id"] for row in rows]}

    def _follow(
        self, label: str, ids: Sequence[str], along: Mapping[str, Sequence[str]], *, backwards: bool = False
    ) -> dict[str, list[str]]:
        """Read the relations of these nodes and what stands at their other ends; what was new there."""
        found: dict[str, list[str]] = defaultdict(list)
        for kind in _kinds(label, along.get(label, ()), backwards=backwards) if ids else ():
            name = "some_relations_to" if backwards else "some_relations"
            query = statement(name, TYPE=kind.type, FROM=kind.start, TO=kind.end)
            edges = [Edge(row["start"], row["end"], row["props"]) for row in self._store.read(query, ids=list(ids))]
            self._edges[kind].update({(edge.start, edge.end): edge for edge in edges})
            other = kind.start if backwards else kind.end
            ends = [edge.start if backwards else edge.end for edge in edges]
            for name_, new in self._take(other, ends).items():
                found[name_] += new
        return found

    def _read_nodes(self, label: str) -> list[Row]:
        return list(self._rows.get(label, {}).values())

    def _read_edges(self, type_: str, start: str, end: str) -> list[Edge]:
        edges = self._edges.get(Kind(type_, start, end), {}).values()
        return [edge for edge in edges if edge.start in self._rows[start] and edge.end in self._rows[end]]


def _kinds(label: str, types: Sequence[str], *, backwards: bool) -> Iterator[Kind]:
    for type_ in types:
        for start, end in load_schema().relation[type_]:
            other = start if backwards else end
            if label == (end if backwards else start) and (other in load_mapping().classes or other in _ON_THE_WAY):
                yield Kind(type_, start, end)


_ON_THE_WAY = ("Attendance", "Link")  # without a class of their own, but told by what they join
