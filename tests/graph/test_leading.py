"""Several documents of one meeting: one leads, the others support; several meetings of one day are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from extract.document import Media
from extract.records import DocumentKind, MeetingRecord
from graph.documents import document_facts
from graph.facts import Facts
from graph.leading import meetings
from tests.graph import records as r

DAY = date(2024, 1, 9)
PLAIN = "nordlev.kultur-og-fritidsudvalget.2024-01-09"


def minutes(name: str, title: str = "Cykelsti", media: Media = Media.TEXT, *, repaired: bool = False, **more):
    page = r.Page(name, media, repaired=repaired)
    return r.meeting(page, DAY, (r.item(page, "1", title, case="24/1"),), **more)


def merged(*records: MeetingRecord) -> dict[str, Facts]:
    readings = [reading for record in records for reading in document_facts([record]).readings]
    return {facts.nodes["Meeting"][0]["id"]: facts for facts in meetings(readings)}


def leader(*records: MeetingRecord) -> str:
    [facts] = merged(*records).values()
    return facts.nodes["Meeting"][0]["leading_document"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (minutes("a", media=Media.AGENDA_JSON), minutes("b", media=Media.PDF)),
        (minutes("a", media=Media.PDF), minutes("b", repaired=True)),
        (minutes("a", media=Media.PDF), minutes("b", media=Media.TEXT)),
        (minutes("a", repaired=True), minutes("b", media=Media.AGENDA_JSON, kind=DocumentKind.AGENDA)),
    ],
)
def test_the_better_document_leads(better, worse):
    expected = better.provenance.sha256
    assert leader(better, worse) == leader(worse, better) == expected


def test_equal_facts_gather_evidence_and_others_do_not():
    [facts] = merged(minutes("a", media=Media.AGENDA_JSON), minutes("b", "Svømmehal")).values()
    [item] = facts.nodes["AgendaItem"]
    assert item["title"] == "Cykelsti"
    documents = {row["id"]: row["document"] for row in facts.nodes["Evidence"]}
    by_field = {}
    for kind, edge in facts.edges("HAS_EVIDENCE"):
        if kind.start == "AgendaItem":
            by_field.setdefault(edge.props["field"], set()).add(documents[edge.end])
    assert {field: len(found) for field, found in by_field.items()} == {"number": 2, "title": 1, "case_number": 2}
    assert len(list(facts.edges("DOCUMENTED_BY"))) == 2


def test_second_meeting_of_a_day_has_its_start_in_its_id():
    first, second = minutes("a", start=time(15)), minutes("b", "Svømmehal", start=time(17, 30))
    told = merged(second, first)
    assert set(told) == {PLAIN, f"{PLAIN}t1730"}
    assert [row["id"] for row in told[f"{PLAIN}t1730"].nodes["AgendaItem"]] == [f"{PLAIN}t1730.1"]
    assert [claim.id for claim in told[f"{PLAIN}t1730"].claims if claim.field == "title"] == [f"{PLAIN}t1730.1"]


def test_a_document_without_start_belongs_to_the_first_meeting():
    told = merged(minutes("a", start=time(15)), minutes("b", start=time(17)), minutes("c"))
    assert len(list(told[PLAIN].edges("DOCUMENTED_BY"))) == 2


def test_an_agenda_with_another_start_is_no_second_meeting():
    agenda = minutes("b", start=time(14), kind=DocumentKind.AGENDA)
    [(id_, facts)] = merged(minutes("a", start=time(15)), agenda).items()
    assert (id_, facts.nodes["Meeting"][0]["status"]) == (PLAIN, "held")


def test_a_file_that_tells_of_a_meeting_twice_documents_it_once():
    first, again = minutes("a"), replace(minutes("a"), ordinal=2)
    readings = document_facts([first, again]).readings
    [facts] = meetings(readings)
    assert len(readings) == 2
    assert len([edge for _, edge in facts.edges("DOCUMENTED_BY")]) == 1
