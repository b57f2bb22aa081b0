"""The graph as RDF triples: what `mapping.toml` says of nodes and relations, and what takes more than one triple."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from rdflib import RDF, XSD, Graph, Literal, URIRef

from graph.rdf.mapping import Mapping, load_mapping, node_iri
from graph.rdf.source import Source
from graph.schema import Row, load_schema
from graph.store import GraphStore
from graph.threads.links import LinkStatus, LinkType

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]

_YEARS = (("Term", "start"), ("Term", "end"))
_OUTCOMES = {"approved": "elidl:DecisionOutcome-Adopted", "rejected": "elidl:DecisionOutcome-Rejected"}
_VOTERS = {
    "for": "elidl:had_voter_favor",
    "against": "elidl:had_voter_against",
    "abstain": "elidl:had_voter_abstention",
}
_TALLY = {
    "count_for": "elidl:number_of_votes_favor",
    "count_against": "elidl:number_of_votes_against",
    "count_abstain": "elidl:number_of_votes_abstention",
}
_REFERRING = {LinkType.STATED_REFERENCE, LinkType.DATE_REFERENCE}
_PRESENCE = {"present": "schema:attendee", "absent": "ext:heeftAfwezigeBijStart"}


def rdf_graph(store: GraphStore, base_url: str) -> Graph:
    """The whole graph for rdflib, with its prefixes."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in load_mapping().prefix.items():
        graph.bind(prefix, namespace)
    for triple in triples(store, base_url):
        graph.add(triple)
    return graph


def triples(store: GraphStore, base_url: str) -> Iterator[Triple]:
    """Every triple of the graph, in no order; one may come twice."""
    return triples_of(Source(store), base_url)


def triples_of(source: Source, base_url: str) -> Iterator[Triple]:
    """Every triple that these rows give, in no order; one may come twice."""
    model = _Model(source, base_url)
    yield from model.nodes()
    yield from model.relations()
    yield from model.meetings()
    yield from model.treatments()
    yield from model.votes()
    yield from model.documents()
    yield from model.evidence()


class _Model:
    """The parts of the graph, each as triples."""

    def __init__(self, source: Source, base_url: str) -> None:
        self._source = source
        self._base_url = base_url
        self._mapping: Mapping = load_mapping()

    def _iri(self, label: str, id_: str) -> URIRef:
        return node_iri(self._base_url, label, id_)

    def _term(self, name: str) -> URIRef:
        return self._mapping.iri(name)

    def _typed(self, subject: URIRef, *types: str) -> Iterator[Triple]:
        return ((subject, RDF.type, self._term(name)) for name in types)

    def nodes(self) -> Iterator[Triple]:
        """Types and literals, as `mapping.toml` says."""
        for label, mapping in self._mapping.classes.items():
            for row in self._source.nodes(label):
                subject = self._iri(label, row["id"])
                block = label == "Ballot" and row["block"]
                yield from self._typed(subject, *(("opengov:GroupResult",) if block else mapping.types))
                for name, term in mapping.properties.items():
                    for value in _values(row.get(name)):
                        datatype = XSD.gYear if (label, name) in _YEARS else None
                        yield subject, self._term(term), Literal(value, datatype=datatype)

    def relations(self) -> Iterator[Triple]:
        """Relations that are one triple each, as `mapping.toml` says, between nodes that are told."""
        for relation in self._mapping.relation:
            type_, start, end = relation.kind
            for edge in self._source.told_edges(type_, start, end):
                ends = self._iri(start, edge.start), self._iri(end, edge.end)
                subject, object_ = reversed(ends) if relation.inverse else ends
                yield subject, self._term(relation.predicate), object_

    def meetings(self) -> Iterator[Triple]:
        """When a meeting was to begin, who was there and who was not."""
        for row in self._source.nodes("Meeting"):
            if row.get("date"):
                begin = f"{row['date'].isoformat()}T{row['start_time']}:00" if row.get("start_time") else row["date"]
                datatype = XSD.dateTime if row.get("start_time") else XSD.date
                planned = self._term("besluit:geplandeStart")
                yield self._iri("Meeting", row["id"]), planned, Literal(begin, datatype=datatype)
        persons = {edge.end: edge.start for edge in self._source.edges("HAS_ATTENDANCE", "Person", "Attendance")}
        lists = {row["id"]: row for row in self._source.nodes("Attendance")}
        for edge in self._source.edges("AT_MEETING", "Attendance", "Meeting"):
            predicate = _PRESENCE.get(lists[edge.start]["status"])
            if predicate and edge.start in persons:
                person = self._iri("Person", persons[edge.start])
                yield self._iri("Meeting", edge.end), self._term(predicate), person

    def treatments(self) -> Iterator[Triple]:
        """The treatment of each point at a meeting that was held, its decisions, process and earlier points."""
        held = {row["id"]: row for row in self._source.nodes("Meeting") if row["status"] == "held"}
        points = {row["id"]: row for row in self._source.nodes("AgendaItem")}
        treated = set()
        for edge in self._source.edges("HAS_ITEM", "Meeting", "AgendaItem"):
            if edge.start in held:
                treated.add(edge.end)
                yield from self._treatment(points[edge.end])
        for edge in self._source.edges("HAS_DECISION", "AgendaItem", "Decision"):
            if edge.start in treated:
                treatment = self._iri("Treatment", edge.start)
                yield treatment, self._term("prov:generated"), self._iri("Decision", edge.end)
        for edge in self._source.edges("HAS_NUMBER", "AgendaItem", "CaseNumber"):
            if edge.start in treated and edge.props["principal"] and self._source.is_process(edge.end):
                process, treatment = self._iri("CaseNumber", edge.end), self._iri("Treatment", edge.start)
                yield process, self._term("elidl:consists_of"), treatment
                yield treatment, self._term("elidl:forms_part_of"), process
        yield from self._links()

    def _links(self) -> Iterator[Triple]:
        """Points that refer to others, and those that have to do with each other in another way."""
        links = {row["id"]: row for row in self._source.nodes("Link") if row["status"] == LinkStatus.ACCEPTED}
        places = {edge.end: edge.start for edge in self._source.edges("HAS_LINK", "AgendaItem", "Link")}
        for label in ("AgendaItem", "Meeting"):
            for edge in self._source.edges("LINKS_TO", "Link", label):
                if link := links.get(edge.start):
                    term = "dcterms:references" if link["type"] in _REFERRING else "dcterms:relation"
                    yield self._iri("AgendaItem", places[link["id"]]), self._term(term), self._iri(label, edge.end)

    def _treatment(self, point: Row) -> Iterator[Triple]:
        treatment = self._iri("Treatment", point["id"])
        yield from self._typed(treatment, "besluit:BehandelingVanAgendapunt", "elidl:Activity")
        yield treatment, self._term("dcterms:subject"), self._iri("AgendaItem", point["id"])
        yield treatment, self._term("elidl:activity_order"), Literal(point["ordinal"])
        if point.get("date"):
            yield treatment, self._term("elidl:activity_start_date"), Literal(point["date"])

    def votes(self) -> Iterator[Triple]:
        """Outcomes, printed tallies, and who voted how where the text names them. A block names nobody."""
        for row in self._source.nodes("Decision"):
            for outcome in row["outcomes"]:
                if outcome in _OUTCOMES:
                    decided = self._term("elidl:decision_outcome")
                    yield self._iri("Decision", row["id"]), decided, self._term(_OUTCOMES[outcome])
        for row in self._source.nodes("Vote"):
            for name, term in _TALLY.items():
                if row["counts_printed"] and row.get(name) is not None:
                    yield self._iri("Vote", row["id"]), self._term(term), Literal(row[name])
        voted = {row["id"]: row["option"] for row in self._source.nodes("Ballot")}
        votes = {edge.end: edge.start for edge in self._source.edges("HAS_BALLOT", "Vote", "Ballot")}
        for edge in self._source.edges("CAST_BY", "Ballot", "Person"):
            vote, person = self._iri("Vote", votes[edge.start]), self._iri("Person", edge.end)
            yield vote, self._term(_VOTERS[voted[edge.start]]), person

    def documents(self) -> Iterator[Triple]:
        """The minutes of a meeting as work and expression; each file that gives them is a manifestation."""
        held = {row["id"] for row in self._source.nodes("Meeting") if row["status"] == "held"}
        for edge in self._source.edges("DOCUMENTED_BY", "Meeting", "Document"):
            meeting, document = self._iri("Meeting", edge.start), self._iri("Document", edge.end)
            work, expression = self._iri("Minutes", edge.start), self._iri("MinutesText", edge.start)
            recorded = "elidl:recorded_in_a_realization_of" if edge.start in held else _DOCUMENTED
            yield meeting, self._term(recorded), work
            yield from self._typed(work, "eli:Work")
            yield from self._typed(expression, "eli:Expression")
            yield work, self._term("eli:is_realized_by"), expression
            yield expression, self._term("eli:is_embodied_by"), document

    def evidence(self) -> Iterator[Triple]:
        """Each evidence as an annotation of its fact, with position and quote in the document."""
        supported = [start for start, _ in load_schema().relation["HAS_EVIDENCE"] if start in self._mapping.classes]
        for label in supported:
            for edge in self._source.told_edges("HAS_EVIDENCE", label, "Evidence"):
                yield self._iri("Evidence", edge.end), self._term("oa:hasBody"), self._iri(label, edge.start)
        for row in self._source.nodes("Evidence"):
            target, position, quote = (
                self._iri(kind, row["id"]) for kind in ("EvidenceTarget", "EvidencePosition", "EvidenceQuote")
            )
            yield self._iri("Evidence", row["id"]), self._term("oa:hasTarget"), target
            yield from self._typed(target, "oa:SpecificResource")
            yield target, self._term("oa:hasSource"), self._iri("Document", row["document"])
            yield target, self._term("oa:hasSelector"), position
            yield target, self._term("oa:hasSelector"), quote
            yield from self._typed(position, "oa:TextPositionSelector")
            yield position, self._term("oa:start"), Literal(row["start"])
            yield position, self._term("oa:end"), Literal(row["end"])
            yield from self._typed(quote, "oa:TextQuoteSelector")
            yield quote, self._term("oa:exact"), Literal(row["quote"])


_DOCUMENTED = "elidl:documented_by_a_realization_of"


def _values(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
