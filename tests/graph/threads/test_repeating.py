"""One decision printed in the minutes of several bodies counts once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.service.statistics import figures
from cypher import load_query
from extract.mentions import CaseNumberMention
from extract.records import BallotOption
from graph.loading import load
from graph.store import BoltGraphStore
from graph.threads.repeating import Print, repeated
from tests.graph import records as r

DAY, LATER, LAST = date(2024, 1, 9), date(2024, 1, 30), date(2024, 2, 27)
ECONOMY = r.BodyName("Økonomiudvalget", "Økonomiudvalget")


def printed(id_: str, *, own: bool = False, day: date = DAY, **more: str) -> Print:
    matter, text, at = more.get("matter", "24/1"), more.get("text", "Godkendt."), more.get("at", "2024-01-30")
    return Print(id_, "committee", day, own, matter, text, (at, id_))


@pytest.mark.parametrize(
    ("prints", "again"),
    [
        ([printed("own", own=True), printed("quoted")], {"quoted"}),
        ([printed("own", own=True, day=LATER), printed("quoted")], set()),
        ([printed("own", own=True), printed("quoted", text="Andre ord.")], {"quoted"}),
        ([printed("late", at="2024-02-27"), printed("early")], {"late"}),
        ([printed("early", text="For  stemte:\nV"), printed("late", text="For stemte: V")], {"late"}),
        ([printed("one"), printed("other", matter="24/2")], set()),
        ([printed("one"), printed("other", text="Udsat.")], set()),
        ([printed("one", own=True), printed("other", own=True)], set()),
    ],
)
def test_own_minutes_count_else_the_earliest_quotation(prints, again):
    assert repeated(prints) == again
    assert repeated(reversed(prints)) == again


def committees_vote(page: r.Page, day: date, body: r.BodyName, *, own: bool):
    """The committee's vote, in its own minutes or quoted by a body that meets later."""
    ballots = (
        (BallotOption.FOR, r.voter(page, "Åse Bæk", "Cykellisten", "C")),
        (BallotOption.AGAINST, r.voter(page, "Ib Ø. Lund", "Venstre", "V")),
    )
    vote = r.vote(page, "Stien anlægges", ballots)
    decision = r.decision(page, "Åse Bæk stemte for.", day=DAY, votes=(vote,), own=own)
    mention = CaseNumberMention("24/7", page.evidence("24/7", "case-number"), "Sagsresume", "24/7")
    return r.meeting(
        page,
        day,
        (r.item(page, "2", "Ny cykelsti", case="24/1", decisions=(decision,), mentions=(mention,)),),
        body=body,
    )


def own() -> object:
    return committees_vote(r.Page("committee"), DAY, r.COMMITTEE, own=True)


def economy() -> object:
    return committees_vote(r.Page("economy"), LATER, ECONOMY, own=False)


def council() -> object:
    return committees_vote(r.Page("council"), LAST, r.COUNCIL, own=False)


def counted(store: BoltGraphStore) -> tuple[object, ...]:
    """The vote as each query that counts votes has it."""
    against = store.read(load_query("explore", "votes_against"), name="", option="against", limit=100)
    alike = store.read(load_query("explore", "voting_alike"), name="", other="", minimum=1, limit=100)
    ballots = store.read(load_query("read", "person_ballots"), id="nordlev.aase-baek", limit=100)
    known = figures(store)
    return len(against), [row["votes"] for row in alike], [row["item"] for row in ballots], known.votes, known.ballots


@pytest.mark.parametrize(
    ("files", "item"),
    [
        ([own, economy, council], "nordlev.kultur-og-fritidsudvalget.2024-01-09.2"),
        ([council, own], "nordlev.kultur-og-fritidsudvalget.2024-01-09.2"),
        ([council, economy], "nordlev.oekonomiudvalget.2024-01-30.2"),
        ([council], "nordlev.byraadet.2024-02-27.2"),
    ],
)
def test_every_query_counts_a_vote_once(store, files, item):
    for file in files:
        load(store, [file()])
    assert counted(store) == (1, [1], [item], 1, 2)


def test_quotation_counts_again_when_the_own_minutes_are_no_minutes_any_more(store):
    load(store, [own(), council()])
    moved = committees_vote(r.Page("committee"), LATER, r.COMMITTEE, own=True)
    corrected = replace(moved, items=())
    load(store, [corrected])
    assert counted(store) == (1, [1], ["nordlev.byraadet.2024-02-27.2"], 1, 2)


def test_numbers_only_mentioned_are_not_counted(store):
    load(store, [own()])
    assert store.read("MATCH (n:CaseNumber) RETURN count(*) AS n") == [{"n": 2}]
    assert figures(store).case_numbers == 1
