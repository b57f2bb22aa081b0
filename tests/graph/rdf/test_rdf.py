"""RDF: it parses back, nothing mapped is lost, nothing inferred is said, the same graph gives the same bytes."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
import rdflib

from extract.mentions import LawMention
from extract.records import (
    Attachment,
    BallotOption,
    Explanation,
    FollowUp,
    ItemKind,
    Notice,
    ProcedureStep,
    Referral,
    Relation,
    Section,
)
from graph.loading import load
from graph.rdf import Format, class_counts, describe, export, node_counts, rdf_graph
from graph.rdf.mapping import FILE, Mapping, load_mapping
from graph.schema import load_schema
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


POINT = "nordlev.kultur-og-fritidsudvalget.2024-03-09.1"


@pytest.fixture
def printed(store: BoltGraphStore) -> BoltGraphStore:
    """One point with all that minutes print of one, and a count that its names contradict."""
    page = r.Page("parts")
    author = r.voter(page, "Åse Bæk", "Cykellisten", "C")
    vote = r.vote(
        page,
        "Stien anlægges",
        ((BallotOption.FOR, author),),
        count_for=2,
        explanations=(Explanation(("Åse Bæk",), "Børn skal køre trygt.", page.evidence("trygt", "explanation")),),
        referral=Referral(author, "Byrådet", None, None, "Sagen indbringes.", page.evidence("indbringes", "referral")),
    )
    point = r.item(
        page,
        "1",
        "Cykelsti",
        case="24/1",
        decisions=(r.decision(page, "Godkendt.", votes=(vote,)),),
        recommendations=("at stien anlægges på Åvej",),
        proposer="Vejcenteret",
        relations=(Relation("Stinet", "CONSISTS_OF", "Cykelklubben Æblet", page.evidence("består", "relation")),),
        procedure=(ProcedureStep(r.COUNCIL, date(2024, 4, 2), page.evidence("Byrådet 2. april", "procedure")),),
        attachments=(
            Attachment("Kort over Ørsø", page.evidence("Kort", "attachment"), "https://nordlev.example/kort"),
        ),
        notices=(Notice("Broen er åben.", page.evidence("Broen", "notice")),),
        followups=(
            FollowUp("administration_promise", "Note følger", "2024-06", None, page.evidence("Note", "followup")),
        ),
        sections=(Section("facts", "Sagsfremstilling", 1, 2, page.evidence("Sagsfremstilling", "section")),),
    )
    load(store, [r.meeting(page, date(2024, 3, 9), (point,), attendees=(r.member(page, "Åse Bæk"),))])
    return store


# What a point is told with: of what type (or a beginning of it), by which property, from which to which end, its words.
PARTS = [
    ("section", "doco:Section", "dcterms:hasPart", "Sagsfremstilling"),
    ("recommendation", "eli:Work", "besluit:heeftOntwerpbesluit", "at stien anlægges på Åvej"),
    ("procedure-step", "prov:Plan", "dcterms:hasPart", "2024-04-02"),
    ("attachment", "schema:DigitalDocument", "dcterms:hasPart", "Kort over Ørsø"),
    ("notice", "schema:Message", "dcterms:hasPart", "Broen er åben."),
    ("follow-up", "prov:Plan", "dcterms:hasPart", "2024-06"),
    ("conflict", "oa:Annotation", "^oa:hasTarget", "2"),
    ("explanation", "schema:Comment", "^dcterms:subject", "Børn skal køre trygt."),
    ("referral", "elidl:Activity", "^dcterms:subject", "Sagen indbringes."),
    ("statement", "org:Membership", "schema:mentions", None),
]


def _about(kind: str, type_: str, predicate: str, words: str | None) -> str:
    told = f'?part ?says ?words . FILTER(STR(?words) = "{words}")' if words else ""
    return f"""ASK {{ ?owner {predicate} ?part . ?part a {type_} . {told}
        ?place oa:hasBody ?part ; oa:hasTarget/oa:hasSelector/oa:exact ?quote .
        FILTER(CONTAINS(STR(?part), "/id/{kind}.")) }}"""


def test_what_a_point_prints_is_told_with_its_evidence(printed: BoltGraphStore) -> None:
    whole = rdf_graph(printed, BASE)
    alone = rdflib.Graph().parse(data=describe(printed, "AgendaItem", POINT, Format.TURTLE, BASE), format="turtle")
    prefixes = {name: rdflib.Namespace(iri) for name, iri in load_mapping().prefix.items()}
    for part in PARTS:
        for graph in (whole, alone):
            assert graph.query(_about(*part), initNs=prefixes).askAnswer, part
    assert set(alone) <= set(whole)


def test_who_stands_behind_a_part_is_told(printed: BoltGraphStore) -> None:
    graph, term = rdf_graph(printed, BASE), load_mapping().iri
    behind = {
        (str(part).partition("/id/")[2].partition(".")[0], str(who).partition("/id/")[2])
        for predicate in ("dcterms:creator", "schema:agent", "schema:recipient")
        for part, who in graph.subject_objects(term(predicate))
    }
    assert {
        ("recommendation", "office.nordlev.vejcenteret"),
        ("procedure-step", "body.nordlev.byraadet"),
        ("explanation", "person.nordlev.aase-baek"),
        ("referral", "person.nordlev.aase-baek"),
        ("referral", "body.nordlev.byraadet"),
    } <= behind


def test_nothing_is_said_of_what_is_not_told(printed: BoltGraphStore) -> None:
    graph = rdf_graph(printed, BASE)
    named = {each for each in graph.objects() if str(each).startswith(f"{BASE}/id/")}
    assert named - set(graph.subjects(rdflib.RDF.type)) == set()


def test_every_label_and_relation_is_mapped_or_left_out_with_a_reason() -> None:
    mapping, schema = load_mapping(), load_schema()
    elsewhere = {**mapping.told, **mapping.left_out}
    assert schema.label.keys() <= mapping.classes.keys() | elsewhere.keys()
    kinds = {(type_, start, end) for type_, ends in schema.relation.items() for start, end in ends}
    unmapped = kinds - {relation.kind for relation in mapping.relation}
    assert [kind for kind in unmapped if kind[0] not in elsewhere and ".".join(kind) not in elsewhere] == []
    assert all(len(reason.split()) > 1 for reason in elsewhere.values())


@pytest.mark.parametrize(
    ("table", "name", "told"),
    [
        ("left_out", "Mention", "Mention stands there 0 times"),
        ("told", "HAS_DECISION", "HAS_DECISION.AgendaItem.Decision stands there 0 times"),
        ("left_out", "MENTIONS.AgendaItem.Person", "MENTIONS.AgendaItem.Person stands there 0 times"),
    ],
)
def test_what_is_forgotten_is_refused(table: str, name: str, told: str) -> None:
    mapping = tomllib.loads(FILE.read_text("utf-8"))
    del mapping[table][name]
    with pytest.raises(ValueError, match=told):
        Mapping.model_validate(mapping)


def test_what_stands_there_twice_or_is_unknown_is_refused() -> None:
    mapping = tomllib.loads(FILE.read_text("utf-8"))
    with pytest.raises(ValueError, match="Person stands there 2 times"):
        Mapping.model_validate(mapping | {"left_out": mapping["left_out"] | {"Person": "for no reason"}})
    with pytest.raises(ValueError, match="the graph has no Bicycle"):
        Mapping.model_validate(mapping | {"left_out": mapping["left_out"] | {"Bicycle": "for no reason"}})
