"""The minutes that both servers hold in this suite: the examples, and what the examples do not show.

A tally that does not fit its names, decisions that contradict each other, names of people, organisations and laws that
a person judged to be one, names that changed, a corrected ballot, a document that was read anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.mentions import BodyName, LawMention, OrganisationMention, PersonMention, PlanMention
from extract.records import BallotOption, MeetingRecord, Outcome, Relation, Rename, RenameKind
from graph.arriving import note_places
from graph.identity.book import Book, parse_book
from graph.loading import load
from graph.removing import remove
from graph.sources import Source
from graph.store import GraphStore
from tests.graph import records as r
from tests.stores import example_records

FIRST, SECOND = date(2021, 1, 12), date(2021, 2, 9)
COMMITTEE = BodyName("Stiudvalget", "Stiudvalget")
PLACES = {r.Page("sti-1").sha256: [Source("file:///minutes/sti-1.txt"), Source("https://nordlev.example/sti")]}
MEETING = "nordlev.stiudvalget.2021-01-12"


def _first(page: r.Page) -> MeetingRecord:
    vote = r.vote(
        page, "Forslag om sti", ((BallotOption.FOR, r.voter(page, "Åse Bæk", "Cykellisten", "C")),), count_for=4
    )
    spot = page.evidence("skiftede navn", "rename")
    mentions = (
        PersonMention("Åse Bæk", page.evidence("Åse Bæk", "mention"), "Sagsresume", "Åse Bæk"),
        LawMention(
            "stiloven", page.evidence("stiloven", "mention"), "Sagsresume", "Lov om stier", "2", None, "statute"
        ),
        LawMention(
            "cykelloven", page.evidence("cykelloven", "mention"), "Sagsresume", "Lov om cykler", None, None, "act"
        ),
        PlanMention(
            "Lokalplan 4.2",
            page.evidence("lokalplan 4.2", "mention"),
            "Titel",
            "Lokalplan 4.2",
            "lokalplan",
            "4.2",
            "åen",
        ),
        *(
            OrganisationMention(name, page.evidence(name, "mention"), "Titel", name, "company", False)
            for name in ("Stinet", "Stifolk", "Cykelværket", "Hjulværket")
        ),
    )
    renames = (
        Rename("Stinet", "Stifolk", "2021", spot),
        Rename("Vejudvalget", "Stiudvalget", "2020-01-01", spot, RenameKind.BODY),
    )
    told_twice = [
        r.decision(page, text, day=FIRST, body=COMMITTEE, outcome=outcome)
        for text, outcome in (("Ja.", Outcome.APPROVED), ("Nej.", Outcome.REJECTED))
    ]
    voted = r.decision(page, "Faldt.", day=FIRST, body=COMMITTEE, votes=(vote,))
    points = (
        r.item(
            page, "1", "Sti ved åen", case="21/7", decisions=(voted,), mentions=mentions, renames=renames,
            relations=(Relation("Stifolk", "CONSISTS_OF", "Hjulværket", page.evidence("består af", "relation")),),
        ),
        r.item(page, "2", "Bro", case="21/8", decisions=tuple(told_twice)),
    )  # fmt: skip
    present = replace(r.member(page, "Åse Bæk"), party_surface="C")
    return r.meeting(page, FIRST, points, body=COMMITTEE, attendees=(present,))


def _second(page: r.Page) -> MeetingRecord:
    decision = r.decision(page, "Godkendt.", day=SECOND, body=COMMITTEE)
    point = r.item(page, "1", "Bro over åen", case="21/9", decisions=(decision,))
    return r.meeting(page, SECOND, (point,), body=COMMITTEE, attendees=(r.member(page, "Aase Baekh"),))


def _in_another_body(page: r.Page) -> MeetingRecord:
    return r.meeting(page, SECOND, body=BodyName("Vejudvalget", "Vejudvalget"), attendees=(r.member(page, "Ib Lund"),))


def invented_records() -> Sequence[MeetingRecord]:
    """What the examples do not show."""
    return (_first(r.Page("sti-1")), _second(r.Page("sti-2")), _in_another_body(r.Page("vej")))


def _book() -> Book:
    said = (
        '"judge": {"kind": "Person", "left": "nordlev.aase-baek", "right": "nordlev.aase-baekh", "verdict": "same"}',
        '"judge": {"kind": "Organisation", "left": "nordlev.cykelvaerket", "right": "nordlev.hjulvaerket", '
        '"verdict": "same"}',
        '"judge": {"kind": "Law", "left": "lov-om-stier", "right": "lov-om-cykler", "verdict": "same"}',
        f'"link": {{"from": "nordlev.stiudvalget.2021-02-09.1", "to": "{MEETING}.2", "verdict": "same"}}',
        f'"correct": {{"fact": "{MEETING}.1.vote-1.ballot-for-aase-baek", "field": "option", "read": "for", '
        '"value": "against"}',
    )
    return parse_book("".join(f'{{{line}, "by": "Ida Bro", "date": "2026-11-21"}}\n' for line in said))


def _withdrawn(page: r.Page) -> MeetingRecord:
    return r.meeting(page, date(2021, 3, 9), (r.item(page, "1", "Trukket tilbage", case="21/10"),), body=COMMITTEE)


def fill(store: GraphStore, examples: Sequence[MeetingRecord] | None = None) -> None:
    """The whole corpus in an empty graph, some documents of it read twice, by two extractors."""
    earlier = [_by_earlier_extractor(record) for record in invented_records()[1::-1]]
    load(store, [*earlier, _withdrawn(r.Page("trukket"))])
    remove(store, r.Page("trukket").sha256, day=SECOND)
    load(store, (*(example_records() if examples is None else examples), *invented_records()), book=_book())
    note_places(store, PLACES)


def fill_otherwise(store: GraphStore) -> None:
    """The same graph from documents in the other order, one at a time, judged at the end."""
    load(store, (*invented_records()[::-1], _withdrawn(r.Page("trukket")), *_by_document_backwards()), group=3)
    remove(store, r.Page("trukket").sha256, day=SECOND)
    load(store, (), book=_book())
    note_places(store, PLACES)


def _by_document_backwards() -> list[MeetingRecord]:
    documents: dict[str, list[MeetingRecord]] = {}
    for record in example_records():
        documents.setdefault(record.provenance.sha256, []).append(record)
    return [record for part in reversed(documents.values()) for record in part]


def _by_earlier_extractor(record: MeetingRecord) -> MeetingRecord:
    items = tuple(replace(item, title=replace(item.title, value="Sti")) for item in record.items)
    return replace(record, items=items, provenance=replace(record.provenance, extractor="0.0.1"))
