"""Names, links and corrections that people have judged: they hold, survive what is read later, and leave no trace."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from extract.records import BallotOption
from graph.dump import dump
from graph.errors import JudgementsContradict
from graph.identity.book import Book, parse_book
from graph.loading import load
from graph.settling import Why, settle, unheard
from graph.store import BoltGraphStore
from tests.graph import records as r

FIRST, SECOND = "nordlev.kultur-og-fritidsudvalget.2024-01-09", "nordlev.kultur-og-fritidsudvalget.2024-02-06"


def meeting(name: str, day: date, member: str, title: str = "Ny cykelsti"):
    page = r.Page(name)
    ballot = (BallotOption.FOR, r.voter(page, member, "Cykellisten", "C"))
    vote = r.vote(page, "Forslag om sti", (ballot,))
    decision = r.decision(page, "Godkendt.", day=day, votes=(vote,))
    point = r.item(page, "1", title, case=f"{day:%y}/{day:%m}", decisions=(decision,))
    return r.meeting(page, day, (point,), attendees=(r.member(page, member),))


CORPUS = (
    meeting("a", date(2024, 1, 9), "Bente Holm Lind"),
    meeting("b", date(2024, 2, 6), "Benthe Lindholm", "Svømmehal"),
)


def book(*lines: str) -> Book:
    return parse_book("".join(f'{{{line}, "by": "Ida Bro", "date": "2026-11-21"}}\n' for line in lines))


def same(left: str, right: str) -> str:
    return f'"judge": {{"kind": "Person", "left": "{left}", "right": "{right}", "verdict": "same"}}'


ONE_PERSON = book(same("nordlev.bente-holm-lind", "nordlev.benthe-lindholm"))


def dumped(store: BoltGraphStore) -> bytes:
    return b"".join(dump(store))


def persons(store: BoltGraphStore) -> list[dict[str, object]]:
    return store.read(
        "MATCH (p:Person) OPTIONAL MATCH (b:Ballot)-[:CAST_BY]->(p) "
        "RETURN p.name AS name, p.aliases AS aliases, p.merged AS merged, count(DISTINCT b) AS ballots ORDER BY name"
    )


def test_a_person_says_that_two_names_are_one(store):
    load(store, CORPUS)
    before = dumped(store)
    assert len(persons(store)) == 2
    settle(store, ONE_PERSON)
    assert persons(store) == [
        {"name": "Bente Holm Lind", "aliases": ["Benthe Lindholm"], "merged": ["nordlev.benthe-lindholm"], "ballots": 2}
    ]
    told = store.read("MATCH (j:Judgement {author: 'Ida Bro'})-[:ABOUT]->(p) RETURN j.status AS status, p.id AS id")
    assert told == [{"status": "holds", "id": "nordlev.bente-holm-lind"}]
    settle(store, Book())
    assert dumped(store) == before


def test_a_neighbour_in_the_same_document_is_left_as_it_is(store):
    page = r.Page("of two")
    day = date(2024, 2, 6)
    ours = r.meeting(page, day, (r.item(page, "1", "Svømmehal"),), attendees=(r.member(page, "Benthe Lindholm"),))
    nobodys = r.meeting(page, None, (r.item(page, "1", "Havnebad"),), municipality=None, ordinal=2)
    load(store, [CORPUS[0], ours, nobodys])
    settle(store, ONE_PERSON)
    assert [one["name"] for one in persons(store)] == ["Bente Holm Lind"]
    cases = store.read(
        "MATCH (i:AgendaItem) OPTIONAL MATCH (i)-[:PART_OF_CASE]->(c:Case) RETURN i.title AS i, c.title AS c"
    )
    assert sorted((row["i"], row["c"]) for row in cases) == [
        (one, one) for one in ("Havnebad", "Ny cykelsti", "Svømmehal")
    ]


def test_a_judgement_survives_what_is_read_later(store):
    load(store, CORPUS, book=ONE_PERSON)
    merged = dumped(store)
    store.write("MATCH (n) DETACH DELETE n")
    load(store, CORPUS[1:], book=ONE_PERSON)
    load(store, CORPUS[:1], book=ONE_PERSON)
    assert dumped(store) == merged
    again = [replace(one, provenance=replace(one.provenance, extractor="0.0.1")) for one in CORPUS]
    load(store, again, book=ONE_PERSON)
    assert len(persons(store)) == 1


def test_points_are_joined_and_kept_apart_by_people(store):
    load(store, CORPUS)
    before = dumped(store)
    together = book(f'"link": {{"from": "{SECOND}.1", "to": "{FIRST}.1", "verdict": "same"}}')
    settle(store, together)
    assert store.read("MATCH (c:Case) RETURN c.item_count AS n") == [{"n": 2}]
    [why] = store.read(
        f"MATCH (:AgendaItem {{id: '{SECOND}.1'}})-[r:PART_OF_CASE]->() RETURN r.type AS type, r.rule AS rule"
    )
    assert why == {"type": "manual", "rule": "by_a_person"}
    settle(store, Book())
    assert dumped(store) == before


def test_a_fact_is_corrected_and_the_correction_taken_back(store):
    load(store, CORPUS)
    before = dumped(store)
    ballot = f"{FIRST}.1.vote-1.ballot-for-bente-holm-lind"
    wrong = book(f'"correct": {{"fact": "{ballot}", "field": "option", "read": "for", "value": "against"}}')
    settle(store, wrong)
    [found] = store.read(f"MATCH (b:Ballot {{id: '{ballot}'}}) RETURN b.option AS option")
    assert found == {"option": "against"}
    [told] = store.read("MATCH (:Meeting)-[:HAS_CORRECTION]->(c) RETURN c.status AS status, c.read AS read, c.by AS by")
    assert told == {"status": "applied", "read": "for", "by": "Ida Bro"}
    settle(store, Book())
    assert dumped(store) == before


def test_a_fact_is_withdrawn_with_all_that_hangs_on_it_and_comes_back(store):
    load(store, CORPUS)
    before = dumped(store)
    vote = f"{FIRST}.1.vote-1"
    settle(store, book(f'"correct": {{"fact": "{vote}", "field": "motion", "read": "Forslag om sti", "value": null}}'))
    assert store.read(f"MATCH (v:Vote) WHERE v.id STARTS WITH '{FIRST}' RETURN v.id AS id") == []
    assert store.read(f"MATCH (b:Ballot) WHERE b.id STARTS WITH '{FIRST}' RETURN b.id AS id") == []
    assert store.read("MATCH (e:Evidence) WHERE NOT (e)<-[:HAS_EVIDENCE]-() RETURN e.id AS id") == []
    settle(store, Book())
    assert dumped(store) == before


@pytest.mark.parametrize(
    ("fact", "field", "read", "value"),
    [
        (f"{FIRST}.1.vote-1.ballot-for-bente-holm-lind", "option", "for", "banana"),
        (f"{FIRST}.1.vote-1.ballot-for-bente-holm-lind", "id", f"{FIRST}.1.vote-1.ballot-for-bente-holm-lind", "x"),
        (f"{FIRST}.1", "kind", "decision", "nonsense"),
        (f"{FIRST}.1", "date", "2024-01-09", "9. januar"),
        (f"{FIRST}.1", "closed", False, "three"),
    ],
)
def test_a_correction_to_what_cannot_stand_there_is_refused(store, fact, field, read, value):
    load(store, CORPUS)
    before = store.read("MATCH (i:AgendaItem) RETURN properties(i) AS p ORDER BY i.id")
    said = {"correct": {"fact": fact, "field": field, "read": read, "value": value}, "by": "Ida", "date": "2026-11-21"}
    wrong = parse_book(json.dumps(said) + "\n")
    settle(store, wrong)
    assert [(one.about, one.why) for one in unheard(store, wrong)] == [(fact, Why.REFUSED)]
    assert store.read("MATCH (i:AgendaItem) RETURN properties(i) AS p ORDER BY i.id") == before
    load(store, [meeting("c", date(2024, 3, 5), "Bo Eng", "Havnen")], book=wrong)


def test_what_nothing_could_be_done_with_is_told(store):
    load(store, CORPUS)
    said = book(
        same("nordlev.bente-holm-lind", "nordlev.nobody"),
        same("nordlev.bente-holm-lind", "soeby.benthe-lindholm"),
        same("nordlev.bente-holm-lind", "nordlev.benthe-lindholm").replace("Person", "Body"),
        f'"link": {{"from": "{FIRST}.1", "to": "{SECOND}.9", "verdict": "same"}}',
    )
    assert {(one.line, one.why) for one in unheard(store, said)} == {
        (1, Why.UNKNOWN), (2, Why.TWO_HOMES), (3, Why.OTHER_KIND), (4, Why.UNKNOWN),
    }  # fmt: skip
    assert unheard(store, Book()) == []


def test_a_correction_whose_evidence_is_gone_is_told(store):
    ballot = f"{FIRST}.1.vote-1.ballot-for-bente-holm-lind"
    gone = book(f'"correct": {{"fact": "{ballot}", "field": "option", "read": "abstain", "value": "against"}}')
    load(store, CORPUS, book=gone)
    assert store.read("MATCH (c:Correction) RETURN c.status AS status") == [{"status": "evidence-gone"}]
    assert store.read(f"MATCH (b:Ballot {{id: '{ballot}'}}) RETURN b.option AS option") == [{"option": "for"}]


def test_people_who_contradict_each_other_change_nothing(store):
    load(store, CORPUS)
    before = dumped(store)
    with pytest.raises(JudgementsContradict):
        book(
            same("nordlev.a", "nordlev.b"),
            same("nordlev.b", "nordlev.c"),
            same("nordlev.c", "nordlev.a").replace('"same"', '"different"'),
        )
    assert dumped(store) == before
