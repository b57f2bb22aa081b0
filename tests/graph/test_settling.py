"""Names, links and corrections that people have judged: they hold, survive what is read later, and leave no trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.records import BallotOption
from graph.dump import dump
from graph.errors import JudgementsContradict
from graph.identity.book import Book, parse_book
from graph.loading import load
from graph.settling import settle
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


def test_a_fact_is_withdrawn_with_all_that_hangs_on_it(store):
    load(store, CORPUS)
    vote = f"{FIRST}.1.vote-1"
    settle(store, book(f'"correct": {{"fact": "{vote}", "field": "motion", "read": "Forslag om sti", "value": null}}'))
    assert store.read(f"MATCH (v:Vote) WHERE v.id STARTS WITH '{FIRST}' RETURN v.id AS id") == []
    assert store.read(f"MATCH (b:Ballot) WHERE b.id STARTS WITH '{FIRST}' RETURN b.id AS id") == []


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
