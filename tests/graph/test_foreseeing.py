"""Names are judged before meetings are written: a meeting stands under its lasting names from the beginning."""

from __future__ import annotations

from datetime import date

from graph import settling
from graph.documents import document_facts
from graph.foreseeing import Foresight
from graph.identity.book import Book
from graph.loading import load
from graph.printed import printing_of, read_printing, together
from tests.graph.test_settling import CORPUS, ONE_PERSON, meeting


def test_what_facts_print_is_what_the_store_gives_of_them(store):
    facts = [reading.facts for record in CORPUS for reading in document_facts([record]).readings]
    load(store, CORPUS)
    told = together(printing_of(one) for one in facts)
    assert told.names_of("nordlev") == read_printing(store, "nordlev").names_of("nordlev")


def test_a_meeting_is_written_once(store, monkeypatch):
    written_again: list[str] = []
    monkeypatch.setattr(settling, "replace_meetings", lambda *_, groups, **__: written_again.extend(groups))
    load(store, CORPUS, book=ONE_PERSON)
    assert written_again == []
    assert [row["name"] for row in store.read("MATCH (p:Person) RETURN p.name AS name")] == ["Bente Holm Lind"]


def test_a_name_that_is_known_from_before_the_run_is_kept(store):
    load(store, CORPUS[:1], book=ONE_PERSON)
    readings = document_facts(CORPUS[1:]).readings
    with store.transaction() as transaction:
        amendments = Foresight(ONE_PERSON).amendments(transaction, [one.group for one in readings], readings)
        assert amendments.end("Person", "nordlev.benthe-lindholm") == "nordlev.bente-holm-lind"
        assert Foresight(Book()).amendments(transaction, []).canonical == {}


def test_a_transaction_that_is_tried_again_counts_nothing_twice(store):
    store.apply_schema()
    readings = document_facts([meeting("c", date(2024, 3, 5), "Bente Holm Lind")]).readings
    foresight = Foresight(Book())
    with store.transaction() as transaction:
        first = foresight.amendments(transaction, [readings[0].group], readings)
        assert foresight.amendments(transaction, [readings[0].group], readings) == first
