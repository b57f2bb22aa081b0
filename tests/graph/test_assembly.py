"""What one record becomes: nodes, relations, evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extract.evidence import Unknown
from extract.mentions import (
    BodyName,
    LawMention,
    OfficeMention,
    OrganisationMention,
    PersonMention,
    PlanMention,
    ReferenceMention,
)
from extract.records import (
    AttendanceStatus,
    BallotOption,
    DocumentKind,
    Explanation,
    Relation,
    RelationToRecommendation,
    Rename,
)
from graph.assembly import assemble
from graph.facts import Facts, Kind, pack, unpack
from tests.graph import records as r

DAY = date(2024, 1, 9)
MEETING = "nordlev.kultur-og-fritidsudvalget.2024-01-09"


@pytest.fixture
def page() -> r.Page:
    return r.Page("a")


def rows(facts: Facts, label: str) -> dict[str, dict]:
    return {row["id"]: row for row in facts.nodes.get(label, ())}


def edges(facts: Facts, type_: str) -> set[tuple[str, str]]:
    return {(edge.start, edge.end) for _, edge in facts.edges(type_)}


def test_meeting_stands_under_its_body_and_municipality(page):
    facts = assemble(r.meeting(page, DAY))
    assert rows(facts, "Meeting")[MEETING]["status"] == "held"
    assert ("nordlev", "nordlev.kultur-og-fritidsudvalget") in edges(facts, "HAS_BODY")
    assert ("nordlev.kultur-og-fritidsudvalget", MEETING) in edges(facts, "HELD")
    assert rows(facts, "Term")["nordlev.kultur-og-fritidsudvalget.2022-2025"]["start"] == 2022


def test_agenda_is_planned(page):
    facts = assemble(r.meeting(page, DAY, kind=DocumentKind.AGENDA))
    assert rows(facts, "Meeting")[MEETING]["status"] == "planned"


def test_page_that_is_no_minutes_keeps_its_point_under_an_id_of_its_own(page):
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Spørgsmål og svar"),), kind=DocumentKind.OTHER))
    [(id_, meeting)] = rows(facts, "Meeting").items()
    assert id_ == f"{MEETING}-{page.sha256[:12]}"
    assert meeting["status"] == "other"
    assert len(rows(facts, "AgendaItem")) == 1


def test_unparsed_document_keeps_its_text_and_gives_no_meeting(page):
    facts = assemble(r.meeting(page, None, kind=DocumentKind.OTHER, text="Hvad som helst"))
    [document] = facts.nodes["Document"]
    assert (document["status"], document["text"]) == ("unparsed", "Hvad som helst")
    assert set(facts.nodes) == {"Document"}


def test_meetings_of_unknown_bodies_never_share_an_id():
    first, second = (assemble(r.meeting(r.Page(name), DAY, body=None)) for name in "ab")
    assert not rows(first, "Meeting").keys() & rows(second, "Meeting").keys()


def test_number_that_comes_again_gets_its_repetition(page):
    points = (r.item(page, "1", "Cykelsti"), r.item(page, "1", "Svømmehal", ordinal=2))
    assert set(rows(assemble(r.meeting(page, DAY, points)), "AgendaItem")) == {f"{MEETING}.1", f"{MEETING}.1-2"}


def test_vote_is_stored_as_printed(page):
    ballots = (
        (BallotOption.FOR, r.voter(page, "Åse Bæk", "Cykellisten", "C")),
        (BallotOption.AGAINST, r.voter(page, None, "Venstre", "V")),
    )
    vote = r.vote(page, "Stien anlægges", ballots, mover=r.voter(page, "Åse Bæk", "Cykellisten", "C"))
    point = r.item(page, "3", "Cykelsti", decisions=(r.decision(page, "Faldt.", day=DAY, votes=(vote,)),))
    facts = assemble(r.meeting(page, DAY, (point,)))
    key = f"{MEETING}.3.vote-1"
    assert (f"{MEETING}.3.decision-kultur-og-fritidsudvalget-2024-01-09", key) in edges(facts, "HAS_VOTE")
    assert (key, "nordlev.aase-baek") in edges(facts, "MOVED_BY")
    assert edges(facts, "CAST_BY") == {
        (f"{key}.ballot-for-aase-baek", "nordlev.aase-baek"),
        (f"{key}.ballot-against-venstre", "nordlev.venstre"),
    }
    assert edges(facts, "CAST_FOR_PARTY") == {(f"{key}.ballot-for-aase-baek", "nordlev.cykellisten")}
    assert rows(facts, "Ballot")[f"{key}.ballot-against-venstre"]["block"] is True
    assert rows(facts, "Party")["nordlev.venstre"]["letters"] == ["V"]


def test_decision_tells_how_it_relates_to_each_recommendation(page):
    followed, later = RelationToRecommendation.AS_RECOMMENDED, RelationToRecommendation.POSTPONED
    made = replace(
        r.decision(page, "1 godkendt, 2 udsættes."),
        relation_to_recommendation=RelationToRecommendation.PARTLY,
        relation_by_recommendation=(followed, later),
    )
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Cykelsti", decisions=(made,)),)))
    [row] = rows(facts, "Decision").values()
    assert row["relation_to_recommendation"] == "partly"
    assert row["relation_by_recommendation"] == ["as_recommended", "postponed"]


def test_law_with_section_is_a_provision_of_the_law(page):
    spot = page.evidence("§ 2, stk. 1", "law")
    mentions = (
        LawMention("cykelloven § 2", spot, "Titel", "Lov om cykler", "2", "1", "statute", "cykelloven"),
        LawMention("cykelloven", page.evidence("cykelloven", "law"), "Titel", "Lov om cykler", None, None, "statute"),
    )
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Sti", mentions=mentions),)))
    assert edges(facts, "HAS_PROVISION") == {("lov-om-cykler", "lov-om-cykler.p2-1")}
    assert {end for _, end in edges(facts, "RESOLVED_TO")} == {"lov-om-cykler.p2-1", "lov-om-cykler"}
    assert rows(facts, "Law")["lov-om-cykler"]["popular_names"] == ["cykelloven"]


def test_a_topic_lies_in_its_group_and_main_group_and_stands_where_it_is_printed(page):
    points = (
        r.item(page, "1", "Sti", case="13.05.00-4/03", topics=("13.05.00",)),
        r.item(page, "2", "Bro", case="13.05.01-P20-1-03", topics=("13.05.01",)),
    )
    facts = assemble(r.meeting(page, DAY, points))
    assert edges(facts, "HAS_TOPIC") == {(f"{MEETING}.1", "kle-13-05-00"), (f"{MEETING}.2", "kle-13-05-01")}
    assert edges(facts, "HAS_SUBTOPIC") == {
        ("kle-13", "kle-13-05"),
        ("kle-13-05", "kle-13-05-00"),
        ("kle-13-05", "kle-13-05-01"),
    }
    levels = {row["number"]: row["level"] for row in rows(facts, "Topic").values()}
    assert levels == {"13": "main_group", "13.05": "group", "13.05.00": "subject", "13.05.01": "subject"}
    proved = {claim.id: claim.value for claim in facts.claims if claim.field == "topic"}
    assert proved == {f"{MEETING}.1": "13.05.00", f"{MEETING}.2": "13.05.01"}


def test_mentions_are_counted(page):
    mentions = tuple(PersonMention("Åse Bæk", page.evidence("Åse Bæk", "person"), "Titel", "Åse Bæk") for _ in range(3))
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Sti", mentions=mentions),)))
    [edge] = facts.relations[Kind("MENTIONS", "AgendaItem", "Person")]
    assert edge.props == {"count": 3}
    assert len(rows(facts, "Mention")) == 3


def test_known_organisation_is_national_and_another_local(page):
    mentions = tuple(
        OrganisationMention(name, page.evidence(name, "organisation"), "Titel", name, "association", known)
        for name, known in (("Landsforeningen Sti", True), ("Nordlev Cykelklub", False))
    )
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Sti", mentions=mentions),)))
    assert set(rows(facts, "Organisation")) == {"landsforeningen-sti", "nordlev.nordlev-cykelklub"}


def test_rename_and_relation_find_the_organisation_that_the_record_mentions(page):
    spot = page.evidence("Stinet hedder nu Stifolk", "rename")
    mention = OrganisationMention("Stifolk", spot, "Titel", "Stifolk", "association", known=True)
    point = r.item(
        page, "1", "Sti", mentions=(mention,), renames=(Rename("Stinet", "Stifolk", "2024", spot),),
        relations=(Relation("Stifolk", "CONSISTS_OF", "Nordlev Cykelklub", spot),),
    )  # fmt: skip
    facts = assemble(r.meeting(page, DAY, (point,)))
    assert {end for _, end in edges(facts, "NEW_NAME")} == {"stifolk"}
    assert {end for _, end in edges(facts, "OLD_NAME")} == {"nordlev.stinet"}
    assert {end for _, end in edges(facts, "HAS_SUBJECT")} == {"stifolk"}


def test_reference_to_the_own_body_has_its_id(page):
    spot = page.evidence("udvalgets møde den 5. december", "reference")
    reference = ReferenceMention("udvalgets møde", spot, "Titel", None, own=True, date="2023-12-05", item_number="7")
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Sti", mentions=(reference,)),)))
    [row] = rows(facts, "Reference").values()
    assert (row["body"], row["item_number"]) == ("nordlev.kultur-og-fritidsudvalget", "7")


def test_every_fact_has_evidence(page):
    point = r.item(page, "1", "Sti", case="24/1", recommendations=("at",), proposer="Direktøren",
                   decisions=(r.decision(page, "Godkendt.", day=DAY),))  # fmt: skip
    facts = assemble(r.meeting(page, DAY, (point,), attendees=(r.member(page, "Åse Bæk", AttendanceStatus.ABSENT),)))
    supported = {start for start, _ in edges(facts, "HAS_EVIDENCE")}
    for label in ("Meeting", "Attendance", "AgendaItem", "Recommendation", "Decision"):
        assert rows(facts, label).keys() <= supported
    assert {end for _, end in edges(facts, "HAS_EVIDENCE")} == rows(facts, "Evidence").keys()


def test_unknown_stays_unknown(page):
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Sti"),), term=None))
    assert "Term" not in facts.nodes
    assert "start_time" not in rows(facts, "Meeting")[MEETING]
    assert not edges(facts, "HAS_NUMBER")
    assert isinstance(r.meeting(page, DAY).start_time, Unknown)


def test_packing_loses_nothing(page):
    point = r.item(page, "1", "Sti med æøå", case="24/1", decisions=(r.decision(page, "Godkendt.", day=DAY),))
    facts = assemble(r.meeting(page, DAY, (point,)))
    again = unpack(pack(facts))
    assert (again.nodes, again.relations, list(again.claims)) == (facts.nodes, facts.relations, list(facts.claims))


def explained(page: r.Page, voters, persons=(), parties=()) -> Facts:
    explanation = Explanation(persons, "Stien er for dyr.", page.evidence("Stien er for dyr.", "vote.reason"), parties)
    vote = r.vote(page, "Stien anlægges", voters, explanations=(explanation,))
    point = r.item(page, "3", "Cykelsti", decisions=(r.decision(page, "Faldt.", day=DAY, votes=(vote,)),))
    return assemble(r.meeting(page, DAY, (point,)))


def test_explanation_of_a_party_is_given_by_the_party(page):
    facts = explained(page, (), ("Åse Bæk",), ("Cykellisten",))
    [(id_, explanation)] = rows(facts, "Explanation").items()
    assert (explanation["persons"], explanation["parties"]) == (["Åse Bæk"], ["Cykellisten"])
    assert edges(facts, "GIVEN_BY") == {(id_, "nordlev.aase-baek"), (id_, "nordlev.cykellisten")}
    assert set(rows(facts, "Person")) == {"nordlev.aase-baek"}


@pytest.mark.parametrize("letters", ["A", "Ø", "SF", "(V)", "12", "A3", "L-Ø"])
def test_letters_are_nobody(page, letters):
    ballots = ((BallotOption.FOR, r.voter(page, letters, None)),)
    facts = explained(page, ballots, (letters,))
    assert not rows(facts, "Person")
    assert len(rows(facts, "Ballot")) == 1


@pytest.mark.parametrize("name", ["Bo", "Åse Bæk", "Ib Ø. Lund", "U Nu"])
def test_short_names_are_somebody(page, name):
    assert len(rows(explained(page, (), (name,)), "Person")) == 1


def test_ballot_of_somebody_outside_the_parties_makes_no_party(page):
    facts = explained(page, ((BallotOption.FOR, r.voter(page, None, None, "UP")),))
    assert [row["party_surface"] for row in rows(facts, "Ballot").values()] == ["UP"]
    assert not rows(facts, "Party")
    assert not rows(facts, "Person")


def test_a_body_that_recommends_is_the_body_and_a_director_an_office(page):
    quoted = r.decision(page, "Anbefales.", day=DAY, body=BodyName("Økonomiudvalget", "Økonomiudvalget"))
    by_body = r.item(page, "1", "Sti", recommendations=("at",), proposer="Økonomiudvalget", decisions=(quoted,))
    by_office = r.item(page, "2", "Bro", recommendations=("at",), proposer="Direktøren for Veje", decisions=(quoted,))
    facts = assemble(r.meeting(page, DAY, (by_body, by_office)))
    assert {end for _, end in edges(facts, "PROPOSED_BY")} == {
        "nordlev.oekonomiudvalget",
        "nordlev.direktoeren-for-veje",
    }
    assert set(rows(facts, "Office")) == {"nordlev.direktoeren-for-veje"}


def test_a_post_without_a_name_and_a_plan_are_what_their_mentions_resolve_to(page):
    post = OfficeMention("borgmesterens", page.evidence("borgmesterens", "test"), "Sagsfremstilling", "Borgmesteren")
    place = page.evidence("Lokalplan 4.21 for Sletten", "test")
    plan = PlanMention(place.quote, place, "Titel", "Lokalplan 4.21", "lokalplan", "4.21", "Sletten")
    facts = assemble(r.meeting(page, DAY, (r.item(page, "1", "Sti", mentions=(post, plan)),)))
    assert rows(facts, "Office")["nordlev.borgmesteren"]["name"] == "Borgmesteren"
    assert rows(facts, "Plan")["nordlev.lokalplan-4-21"] == {
        "id": "nordlev.lokalplan-4-21",
        "name": "Lokalplan 4.21",
        "kind": "lokalplan",
        "number": "4.21",
        "area": "Sletten",
    }
    assert {end for _, end in edges(facts, "MENTIONS")} == {"nordlev.borgmesteren", "nordlev.lokalplan-4-21"}
