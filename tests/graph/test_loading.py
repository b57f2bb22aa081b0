"""The loader: the same graph from the same documents, whatever came first and however often."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.document import Media
from extract.evidence import Stated
from extract.mentions import OrganisationMention, ReferenceMention
from extract.records import DocumentKind, ItemKind, Relation
from graph.dump import dump
from graph.loading import known_extractors, load
from graph.schema import load_schema
from graph.store import BoltGraphStore
from tests.graph import records as r
from tests.shared import SHARED, needs_shared


def dumped(store: BoltGraphStore) -> bytes:
    return b"".join(dump(store))


def minutes(name: str, day: date, case: str = "24/1", **more):
    page = r.Page(name)
    points = (
        r.item(page, "1", "Godkendelse af dagsorden", case="24/9", kind=ItemKind.AGENDA_APPROVAL),
        r.item(page, "2", "Ny cykelsti", case=case, decisions=(r.decision(page, "Godkendt.", day=day),)),
    )
    return r.meeting(page, day, points, attendees=(r.member(page, "Åse Bæk"),), **more)


def test_loading_twice_changes_nothing(store):
    first = load(store, [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))])
    before = dumped(store)
    again = load(store, [minutes("b", date(2024, 2, 6)), minutes("a", date(2024, 1, 9))])
    assert (first.loaded, again.loaded, again.unchanged) == (2, 0, 2)
    assert dumped(store) == before


def test_container_and_case(store):
    load(store, [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))], group=1)
    [number] = store.read("MATCH (n:CaseNumber {number: '24/9'}) RETURN n.container AS c, n.container_reason AS why")
    assert number == {"c": True, "why": "2 af 2 punkter er mødeformalia"}
    [case] = store.read("MATCH (c:Case) RETURN properties(c) AS c")
    assert case["c"]["aliases"] == [
        "nordlev.kultur-og-fritidsudvalget.2024-01-09.2",
        "nordlev.kultur-og-fritidsudvalget.2024-02-06.2",
    ]


def test_names_come_from_all_meetings_whatever_came_last(store):
    for number, spelling in enumerate(["Åse Bæk", "Aase Baek", "Åse Bæk"]):
        page, day = r.Page(f"n{number}"), date(2024, 1, 1 + number)
        load(store, [r.meeting(page, day, attendees=(r.member(page, spelling),))])
    assert store.read("MATCH (p:Person) RETURN p.id AS id, p.name AS name") == [
        {"id": "nordlev.aase-baek", "name": "Åse Bæk"}
    ]


def test_what_no_meeting_names_any_more_is_gone(store):
    earlier = minutes("a", date(2024, 1, 9), case="24/1")
    load(store, [replace(earlier, provenance=replace(earlier.provenance, extractor="0.0.1"))])
    report = load(store, [minutes("a", date(2024, 1, 9), case="24/2")])
    assert (report.replaced, report.loaded) == (1, 0)
    assert store.read("MATCH (n:CaseNumber) RETURN n.number AS n ORDER BY n") == [{"n": "24/2"}, {"n": "24/9"}]
    assert store.read("MATCH (c:Case) RETURN c.numbers AS n") == [{"n": ["24/2"]}]


def test_a_better_document_takes_over_and_the_other_supports_it(store):
    day = date(2024, 1, 9)
    load(store, [minutes("a", day, case="24/1")])
    page = r.Page("b", Media.AGENDA_JSON)
    load(store, [r.meeting(page, day, (r.item(page, "2", "Ny cykelsti", case="24/3"),))])
    [item] = store.read(
        "MATCH (m:Meeting)-[:HAS_ITEM]->(i)-[:HAS_NUMBER]->(n) "
        "OPTIONAL MATCH (i)-[:HAS_EVIDENCE {field: 'title'}]->(e) RETURN n.number AS number, count(e) AS places"
    )
    assert item == {"number": "24/3", "places": 2}
    assert store.read("MATCH (n:CaseNumber) RETURN n.number AS n") == [{"n": "24/3"}]


def test_a_reference_is_resolved_when_its_target_comes(store):
    page = r.Page("later")
    spot = page.evidence("den 9. januar 2024 (pkt. 2)", "reference")
    reference = ReferenceMention("den 9. januar", spot, "Titel", None, True, "2024-01-09", "2")
    load(store, [r.meeting(page, date(2024, 3, 5), (r.item(page, "1", "Cykelsti igen", mentions=(reference,)),))])
    query = "MATCH (:Reference)<-[:STATED_BY]-(l:Link)-[:LINKS_TO]->(t:AgendaItem) RETURN l.type AS type, t.id AS id"
    assert store.read(query) == []
    load(store, [minutes("a", date(2024, 1, 9))])
    expected = {"type": "stated_reference", "id": "nordlev.kultur-og-fritidsudvalget.2024-01-09.2"}
    assert store.read(query) == [expected]


def test_an_organisation_consists_of_what_a_point_says(store):
    page = r.Page("a")
    spot = page.evidence("Stinet består af Nordlev Cykelklub", "relation")
    mentions = tuple(
        OrganisationMention(name, spot, "Titel", name, "association", known=False)
        for name in ("Stinet", "Nordlev Cykelklub")
    )
    stated = Relation("Stinet", "CONSISTS_OF", "Nordlev Cykelklub", spot)
    load(
        store, [r.meeting(page, date(2024, 1, 9), (r.item(page, "1", "Sti", mentions=mentions, relations=(stated,)),))]
    )
    assert store.read("MATCH (a)-[r:CONSISTS_OF]->(b) RETURN a.name AS a, b.name AS b") == [
        {"a": "Stinet", "b": "Nordlev Cykelklub"}
    ]


def test_unparsed_document_is_kept_as_text(store):
    record = r.meeting(r.Page("a"), None, kind=DocumentKind.OTHER, text="Hvad som helst")
    assert load(store, [record]).unparsed == 1
    assert store.read("MATCH (d:Document) RETURN d.status AS s, d.text AS t") == [
        {"s": "unparsed", "t": "Hvad som helst"}
    ]
    assert load(store, [record]).unchanged == 1


def test_progress_and_known_extractors(store):
    seen = []
    records = [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))]
    load(store, records, group=1, progress=lambda report: seen.append(report.documents))
    assert seen == [1, 2]
    sha = records[0].provenance.sha256
    assert known_extractors(store, [sha, "0" * 64]) == {sha: records[0].provenance.extractor}


def test_a_document_that_the_graph_cannot_keep_does_not_stop_the_others(store):
    good, bad = minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))
    bad = replace(bad, place=Stated("Rådhuset \ud800", good.place.evidence))
    report = load(store, [bad, good])
    assert (report.loaded, report.documents) == (1, 2)
    assert [(refused.name, refused.error.code) for refused in report.refused] == [("b.txt", "value-refused")]
    assert store.read("MATCH (d:Document) RETURN d.name AS name") == [{"name": "a.txt"}]


def test_a_group_is_stored_whole_or_not_at_all(store, monkeypatch):
    load(store, [minutes("a", date(2024, 1, 9))])
    before = dumped(store)

    def fail(*_):
        raise RuntimeError("power cut")

    monkeypatch.setattr("graph.replacing.settle_names", fail)
    with pytest.raises(RuntimeError):
        load(store, [minutes("b", date(2024, 2, 6)), minutes("c", date(2024, 3, 5))])
    assert dumped(store) == before


def test_the_graph_holds_what_the_schema_says(store):
    load(store, [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))])
    schema = load_schema()
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS props")
    for node in nodes:
        [label] = node["labels"]
        schema.check_node(label, node["props"])
    assert "Case" in {node["labels"][0] for node in nodes}
    query = "MATCH (a)-[r]->(b) RETURN type(r) AS t, labels(a)[0] AS a, labels(b)[0] AS b, properties(r) AS props"
    for edge in store.read(query):
        schema.check_relation(edge["t"], edge["a"], edge["b"], edge["props"])


@needs_shared
def test_real_containers_and_the_case_that_changes_committee_year(store):
    from extract import extract, read

    paths = sorted((SHARED / "minutes" / "haderslev").glob("*.txt"))
    load(store, (record for path in paths for record in extract(read(path))))
    containers = store.read("MATCH (n:CaseNumber {container: true}) RETURN n.number AS n ORDER BY n")
    assert [row["n"] for row in containers] == ["21/24526", "25/30508"]
    [case] = store.read("MATCH (c:Case) WHERE '25/4896' IN c.numbers RETURN c.aliases AS points")
    assert [tuple(point.rsplit(".", 2)[1:]) for point in case["points"]] == [("2025-11-20", "94"), ("2026-04-14", "41")]
    counts = store.read("MATCH (i:AgendaItem)-[:HAS_NUMBER]->(n) RETURN count(DISTINCT i) AS i, count(DISTINCT n) AS n")
    assert counts == [{"i": 59, "n": 35}]
    inside = store.read(
        "MATCH (:CaseNumber {container: true})<-[:HAS_NUMBER]-()-[:PART_OF_CASE]->(c) RETURN c.item_count AS n"
    )
    assert inside == [{"n": 1}]


def test_what_a_killed_run_left_undone_is_made_good(store, monkeypatch):
    def fail(*_):
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("graph.settling.derive", fail)
        with pytest.raises(RuntimeError):
            load(store, [minutes("a", date(2024, 1, 9)), minutes("b", date(2024, 2, 6))])
    assert store.read("MATCH (c:Case) RETURN c.id AS id") == []
    load(store, [])
    [case] = store.read("MATCH (c:Case) RETURN c.item_count AS n")
    assert case == {"n": 2}
