"""The question about contradictions, asked of minutes that hold some."""

from __future__ import annotations

from datetime import date

from cypher import load_query
from extract.records import BallotOption, Outcome
from graph.loading import load
from graph.store import open_store
from tests.graph import records as r

DAY = date(2024, 1, 9)


def test_both_statements_are_told_with_their_lines(tmp_path) -> None:
    page = r.Page("a")
    vote = r.vote(page, "Sti", ((BallotOption.FOR, r.voter(page, "Åse Bæk", "Cykellisten", "C")),), count_for=2)
    voted = r.decision(page, "Faldt.", day=DAY, votes=(vote,))
    twice = [
        r.decision(page, text, day=DAY, outcome=outcome)
        for text, outcome in (("Ja.", Outcome.APPROVED), ("Nej.", Outcome.REJECTED))
    ]
    items = (r.item(page, "1", "Sti", decisions=(voted,)), r.item(page, "2", "Bro", decisions=tuple(twice)))
    query = load_query("explore", "conflicts")
    with open_store(tmp_path) as store:
        load(store, [r.meeting(page, DAY, items)])
        everything = store.read(query.text, kind="", municipality="nord", limit=10)
        tallies = store.read(query.text, kind="tally-names", municipality="", limit=10)
        elsewhere = store.read(query.text, kind="", municipality="søby", limit=10)
    assert [set(row) for row in everything] == [set(query.columns)] * 2
    assert [(row["kind"], row["statement_a"], row["statement_b"]) for row in everything] == [
        ("tally-names", "2", "1: Åse Bæk"),
        ("decision-twice", "approved", "rejected"),
    ]
    first, second = (one.text_evidence[0].line for one in twice)
    assert (everything[1]["document_a"], everything[1]["line_a"]) == ("a.txt", first)
    assert (everything[1]["document_b"], everything[1]["line_b"]) == ("a.txt", second)
    assert tallies == everything[:1]
    assert elsewhere == []
