"""RDF: it parses back, nothing mapped is lost, nothing inferred is said, the same graph gives the same bytes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import rdflib

from extract.mentions import LawMention
from extract.records import BallotOption, ItemKind
from graph.loading import load
from graph.rdf import Format, class_counts, export, node_counts, rdf_graph
from graph.store import BoltGraphStore
from tests.graph import records as r

BASE = "https://nordlev.example"
PARSERS = {Format.TURTLE: "turtle", Format.JSON_LD: "json-ld", Format.N_TRIPLES: "nt"}
ELI_DL = rdflib.Namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")


@pytest.fixture
def filled(store: BoltGraphStore) -> BoltGraphStore:
    for month in (1, 2):
        page, day = r.Page(f"m{month}"), date(2024, month, 9)
        law = LawMention("loven", page.evidence("loven § 2", "law"), "Titel", "Lov om cykler", "2", None, "statute")
        ballots = (
            (BallotOption.FOR, r.voter(page, "Åse Bæk", "Cykellisten", "C")),
            (BallotOption.AGAINST, r.voter(page, None, "Venstre", "V")),
        )
        vote = r.vote(page, "Stien anlægges", ballots)
        decisions = (r.decision(page, 'Godkendt,\nmed "sti".', day=day, votes=(vote,)),)
        points = (
            r.item(page, "1", "Dagsorden", case="24/9", kind=ItemKind.AGENDA_APPROVAL),
            r.item(page, "2", "Cykelsti", case="24/1", decisions=decisions, mentions=(law,)),
        )
        load(store, [r.meeting(page, day, points, attendees=(r.member(page, "Åse Bæk"),))])
    return store


# rdflib's own reader of JSON-LD makes use of what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("format_", list(Format))
def test_parses_back_with_every_mapped_node(filled: BoltGraphStore, tmp_path: Path, format_: Format) -> None:
    out = tmp_path / "graph"
    written = export(filled, format_, out, BASE)
    graph = rdflib.Graph().parse(out, format=PARSERS[format_])
    assert len(graph) == written
    assert class_counts(graph, BASE) == node_counts(filled)
    assert len(graph) == len(rdf_graph(filled, BASE))


@pytest.mark.parametrize("format_", list(Format))
def test_same_graph_same_bytes(filled: BoltGraphStore, tmp_path: Path, format_: Format) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    export(filled, format_, first, BASE)
    export(filled, format_, second, BASE)
    assert first.read_bytes() == second.read_bytes()


def test_one_process_for_a_number_and_none_for_a_container(filled: BoltGraphStore) -> None:
    graph = rdf_graph(filled, BASE)
    assert [str(number) for number in graph.objects(None, ELI_DL.process_number)] == ["24/1"]
    assert len(list(graph.triples((None, ELI_DL.consists_of, None)))) == 2


def test_a_block_names_nobody_and_a_counted_tally_is_not_said(filled: BoltGraphStore) -> None:
    graph = rdf_graph(filled, BASE)
    voter = rdflib.URIRef(f"{BASE}/id/person.nordlev.aase-baek")
    assert set(graph.objects(None, ELI_DL.had_voter_favor)) == {voter}
    assert not list(graph.objects(None, ELI_DL.had_voter_against))
    assert not list(graph.objects(None, ELI_DL.number_of_votes_favor))


def test_a_topic_is_a_concept_by_its_number_in_its_group(store: BoltGraphStore) -> None:
    page = r.Page("topic")
    point = r.item(page, "1", "Cykelsti", case="05.01.06-P20-4-24", topics=("05.01.06",))
    load(store, [r.meeting(page, date(2024, 1, 9), (point,))])
    graph = rdf_graph(store, BASE)
    group, subject = (rdflib.URIRef(f"{BASE}/id/topic.kle-{number}") for number in ("05-01", "05-01-06"))
    assert set(graph.objects(group, rdflib.SKOS.narrower)) == {subject}
    assert [str(number) for number in graph.objects(subject, rdflib.SKOS.notation)] == ["05.01.06"]
    assert [str(one).rpartition(".")[2] for one in graph.subjects(rdflib.DCTERMS.subject, subject)] == ["1"]


def test_laws_are_referred_to_and_not_cited(filled: BoltGraphStore) -> None:
    predicates = {str(predicate) for predicate in rdf_graph(filled, BASE).predicates()}
    assert "http://data.europa.eu/eli/ontology#refers_to" in predicates
    assert not any(predicate.endswith("#cites") for predicate in predicates)
