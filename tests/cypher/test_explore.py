"""The library of questions, each asked of the example minutes.

Where examples/expected.json knows the answer, it is right. How much is read from the minutes is the grammar's matter
and tested there: what a test here cannot take for granted it compares as "nothing but".
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from api.cli.asking import split_pair
from cypher import load_query, query_names
from cypher.binding import bind
from cypher.catalogue import LIBRARY, examples
from graph.store import GraphStore, Result
from tests.stores import LentStore, load_examples

HOUSE = Path(__file__).resolve().parents[2]
EXPECTED = json.loads((HOUSE / "examples" / "expected.json").read_text("utf-8"))
NAMES = query_names(LIBRARY)
NOT_SHOWN = {"conflicts"}  # the example minutes do not contradict themselves
BODY = "Beskæftigelses- og Uddannelsesudvalget"

Row = dict[str, Any]


@pytest.fixture
def store(server: LentStore) -> GraphStore:
    return server.holding("examples", load_examples)


def answer(store: GraphStore, name: str, *pairs: str) -> Result:
    query = load_query(LIBRARY, name)
    return store.read_guarded(query.text, bind(query, dict(map(split_pair, pairs))), seconds=60, rows=10_000)


def ask(store: GraphStore, name: str, *pairs: str) -> list[Row]:
    result = answer(store, name, *pairs)
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def place(row: Row, *, point: str = "point") -> tuple[str, str, str]:
    """Where a row, or an entry of expected.json, stands."""
    return str(row["date"]), row["body"], str(row[point])


def name_of(municipality: str) -> str:
    return str(EXPECTED["municipalities"][municipality]["municipality"])


class TestEveryQuery:
    @pytest.mark.parametrize("name", NAMES)
    def test_answers_its_examples_with_the_columns_that_it_names(self, store: GraphStore, name: str) -> None:
        query = load_query(LIBRARY, name)
        shown = examples(query)
        assert shown, "each query shows how to ask it: a line // example: key=value"
        answers = [answer(store, name, *pairs) for pairs in shown]
        assert {found.columns for found in answers if found.rows} == (set() if name in NOT_SHOWN else {query.columns})
        assert not any(found.truncated for found in answers)

    @pytest.mark.parametrize("name", NAMES)
    def test_answers_twice_in_the_same_order(self, store: GraphStore, name: str) -> None:
        pairs = examples(load_query(LIBRARY, name))[-1]
        assert answer(store, name, *pairs) == answer(store, name, *pairs)

    @pytest.mark.parametrize("name", [one for one in NAMES if load_query(LIBRARY, one).parameters])
    def test_answers_with_nothing_about_what_is_not_there(self, store: GraphStore, name: str) -> None:
        strings = [one.name for one in load_query(LIBRARY, name).parameters if one.type == "string"]
        if strings:
            assert not answer(store, name, *(f"{one}=" + "0none" for one in strings)).rows

    def test_example_values_may_hold_spaces(self) -> None:
        assert ("law=kommunernes styrelse", "section=23") in examples(load_query(LIBRARY, "law_points"))


class TestCases:
    def test_history_holds_every_point_of_the_number_with_its_line(self, store: GraphStore) -> None:
        case = EXPECTED["case_over_meetings"]
        found = ask(store, "case_history", f"number={case['case_number']}")
        assert [place(row) for row in found] == [place(point) for point in case["points"]]
        assert all(row["document"] and row["line"] for row in found)
        assert {row["municipality"] for row in found} == {name_of(case["municipality"])}

    def test_history_holds_a_number_that_a_meeting_has_twice(self, store: GraphStore) -> None:
        twice = EXPECTED["number_twice_in_a_meeting"]
        found = ask(store, "case_history", f"number={twice['case_number']}")
        assert [row["point"] for row in found if str(row["date"]) == twice["date"]] == twice["points"]

    def test_history_of_the_wrong_municipality_is_empty(self, store: GraphStore) -> None:
        assert not ask(store, "case_history", "number=24/3310", "municipality=soeby")

    def test_bodies_are_those_that_decided_also_where_only_quoted(self, store: GraphStore) -> None:
        found = ask(store, "case_bodies", "number=24/3310")
        quoted = next(each for each in EXPECTED["quoted_decisions"] if each["point"]["point"] == "55")
        assert [(row["body"], str(row["date"])) for row in found] == [
            (each["body"], each["date"]) for each in quoted["bodies"]
        ]
        missing = {(each["date"], each["body"]) for each in EXPECTED["referenced_meetings_without_document"]}
        assert {(str(row["date"]), row["body"]) for row in found if not row["own"]} == missing

    def test_points_that_carry_a_number_also_one_that_is_no_case(self, store: GraphStore) -> None:
        case = EXPECTED["case_over_meetings"]
        found = ask(store, "number_points", f"number={case['case_number']}")
        assert [place(row) for row in found] == [place(point) for point in case["points"]]
        carrying = EXPECTED["container_carries_matter"]
        housekeeping = ask(store, "number_points", f"number={carrying['case_number']}")
        assert place(carrying) in {place(row) for row in housekeeping}
        assert {row["container"] for row in housekeeping} == {True}
        assert all(row["document"] and row["line"] for row in [*found, *housekeeping])

    def test_one_point_number_stands_in_many_meetings(self, store: GraphStore) -> None:
        wanted = {
            (each["date"], each["body"])
            for municipality in EXPECTED["municipalities"].values()
            for each in municipality["meetings"]
            if each["first"].isdigit() and int(each["first"]) <= 14 <= int(each["last"])
        }
        found = ask(store, "points", "point=14")
        assert {(str(row["date"]), row["body"]) for row in found} == wanted
        assert {row["point"] for row in found} == {"14"}

    def test_containers_are_those_of_the_examples(self, store: GraphStore) -> None:
        found = ask(store, "containers")
        assert {(row["municipality"], row["number"]) for row in found} == {
            (each["municipality"], number)
            for each in EXPECTED["municipalities"].values()
            for number in each["containers"]
        }
        carrying = EXPECTED["container_carries_matter"]["case_number"]
        assert {row["number"]: row["matters"] for row in found if row["matters"]} == {carrying: 1}

    def test_cases_on_a_topic_stand_in_the_order_of_time_with_the_line_that_prints_it(self, store: GraphStore) -> None:
        found = ask(store, "topic_cases", "topic=00.30")
        days = [(str(row["first_date"]), str(row["last_date"]), row["topics"], row["points"]) for row in found]
        assert days == [
            ("2023-11-14", "2023-11-14", ["00.30.14"], 1),
            ("2024-11-12", "2024-11-12", ["00.30.14"], 1),
            ("2025-11-18", "2025-11-18", ["00.30.14"], 1),
            ("2026-02-03", "2026-04-21", ["00.30.04"], 2),
        ]
        assert all(row["line"] and row["document"] for row in found)
        assert [row["case_id"] for row in ask(store, "topic_cases", "topic=00.30.14")] == [
            row["case_id"] for row in found[:3]
        ]
        assert not ask(store, "topic_cases", "topic=00.30.1")
        assert not ask(store, "topic_cases", "topic=00.30", "municipality=soeby")

    def test_longest_cases_come_first_in_the_order_asked_for(self, store: GraphStore) -> None:
        case = EXPECTED["case_over_meetings"]
        containers = {number for each in EXPECTED["municipalities"].values() for number in each["containers"]}
        for order in ("days", "points", "bodies"):
            found = ask(store, "longest_cases", f"by={order}", "limit=100")
            assert [row[order] for row in found] == sorted((row[order] for row in found), reverse=True)
            assert all(row["days"] == (row["last_date"] - row["first_date"]).days for row in found)
            assert {row["points"] for row in found if case["case_number"] in row["numbers"]} == {len(case["points"])}
            assert not [row for row in found if row["points"] > 1 and containers & set(row["numbers"])]
        assert not ask(store, "longest_cases", "by=anything")

    def test_a_matter_that_changed_number_is_told_with_how_its_cases_are_joined(self, store: GraphStore) -> None:
        matter = EXPECTED["matter_changes_number"]
        found = ask(store, "changed_number", f"number={matter['case_numbers'][1]}")
        first, second, third = matter["case_numbers"]
        changes = {(row["number"][0], row["new_number"][0]): row for row in found}
        assert set(changes) == {(first, second), (second, third)}
        assert {row["how"] for row in found} == {"one step away"}
        assert all(row["document"] and row["line"] and row["links"] for row in found)
        every = ask(store, "changed_number")
        assert (first, third) in {(row["number"][0], row["new_number"][0]) for row in every}
        assert not [row for row in every if set(row["number"]) & set(row["new_number"]) or "series" in row["links"]]

    def test_minutes_that_only_other_minutes_tell_of(self, store: GraphStore) -> None:
        found = {(str(row["date"]), row["body"]): row for row in ask(store, "missing_minutes")}
        for each in EXPECTED["referenced_meetings_without_document"]:
            row = found[each["date"], each["body"]]
            assert not row["expected"]
            assert len(row["told_by"]) == row["points"] > 0
        held = {
            (each["date"], each["body"])
            for municipality in EXPECTED["municipalities"].values()
            for each in municipality["meetings"]
        }
        assert not found.keys() & held


class TestDecisions:
    def test_postponed_points_and_when_they_returned(self, store: GraphStore) -> None:
        found = {place(row): row for row in ask(store, "postponed")}
        for each in EXPECTED["postponed"]:
            row = found.pop(place(each["postponed"]))
            assert (str(row["returned"]), row["returned_body"], row["returned_point"]) == place(each["returned"])
            assert row["numbers"] == [each["case_number"]]
        assert {row["returned"] for row in found.values()} == {None}
        open_ = [place(row) for row in ask(store, "postponed", "only_open=true")]
        assert sorted(open_) == sorted(found)

    def test_nothing_was_postponed_twice_by_the_same_count(self, store: GraphStore) -> None:
        once = ask(store, "postponed_again", "times=1")
        assert {number for row in once for number in row["numbers"]} == {
            each["case_number"] for each in EXPECTED["postponed"]
        }
        assert ask(store, "postponed_again") == [row for row in once if row["times"] > 1]

    def test_what_did_not_simply_pass(self, store: GraphStore) -> None:
        found = {place(row): row["outcomes"] for row in ask(store, "not_approved")}
        for each in EXPECTED["postponed"]:
            assert "deferred" in found[place(each["postponed"])]
        rejected = {where for where, outcomes in found.items() if "rejected" in outcomes}
        assert rejected
        assert rejected <= {place(vote) for vote in EXPECTED["votes"] if vote["result"] == "rejected"}

    def test_what_differs_from_the_recommendation(self, store: GraphStore) -> None:
        found = {place(row): row["relation"] for row in ask(store, "beside_recommendation")}
        assert set(found.values()) <= {"amended", "partly", "rejected", "returned", "postponed"}
        for each in EXPECTED["postponed"]:
            assert found[place(each["postponed"])] == "postponed"
        late = ask(store, "beside_recommendation", "relation=postponed")
        assert {place(row) for row in late} == {where for where, relation in found.items() if relation == "postponed"}

    def test_promises_with_the_date_when_they_are_due(self, store: GraphStore) -> None:
        found = {(place(row), row["due"]) for row in ask(store, "follow_ups")}
        assert found & {(place(each), each["due"]) for each in EXPECTED["promises"]}
        late = ask(store, "follow_ups", "due_before=2025")
        assert late
        assert all((row["due"] or "") < "2025" for row in late)

    def test_decisions_of_a_day_and_of_an_outcome(self, store: GraphStore) -> None:
        every = ask(store, "decisions")
        day = ask(store, "decisions", "date=2025-11-18")
        assert day == [row for row in every if str(row["date"]) == "2025-11-18"] != []
        late = ask(store, "decisions", "outcome=deferred")
        assert {place(row) for row in late} == {place(row) for row in ask(store, "postponed")}
        assert all(row["document"] and row["line"] for row in every)

    def test_what_one_body_recommended_to_another(self, store: GraphStore) -> None:
        found = ask(store, "recommended_to", "recipient=byrådet")
        assert {row["recipient"] for row in found} == {"Byrådet"}
        assert all("recommended" in row["outcomes"] for row in decided(store, found))
        amounts = {place(row)[0]: row["amounts"] for row in found if row["amounts"]}
        assert amounts["2025-06-17"] == [410_000]

    def test_open_promises_are_those_that_nothing_is_known_to_bring(self, store: GraphStore) -> None:
        every = {(row["item"], row["text"]) for row in ask(store, "follow_ups")}
        found = ask(store, "open_promises")
        assert {(row["item"], row["text"]) for row in found} <= every
        brought = store.read(
            "MATCH (:Link {type: 'delivered', status: 'accepted'})-[:STATED_BY]->(f) RETURN f.text AS text"
        )
        assert brought
        assert not {row["text"] for row in found} & {row["text"] for row in brought}
        for each in EXPECTED["promises"]:
            for row in found:
                if place(row) == place(each) and row["due"] == each["due"] and each.get("closed_by"):
                    closing = each["closed_by"]
                    assert any(point.endswith(f"{closing['date']}.{closing['point']}") for point in row["perhaps"])
        put_off = {place(each["postponed"]) for each in EXPECTED["postponed"]}  # all of them came back
        assert not put_off & {place(row) for row in found if row["kind"] == "deferral"}

    def test_an_amount_of_a_matter_is_there_once_with_its_line(self, store: GraphStore) -> None:
        found = ask(store, "money")
        assert all(row["document"] and row["line"] and row["says"] for row in found)
        matters = [(row["amount"], row["purpose"], row["item"]) for row in found]
        assert len(matters) == len(set(matters))
        (row,) = [row for row in found if row["amount"] == 2_100_000]
        assert (row["points"], row["sections"]) == (2, ["Indstilling", "Økonomiske forhold"])
        assert "2,100 mio. kr." in row["says"]
        large = ask(store, "money", "at_least=1000000")
        assert large == [row for row in found if row["amount"] >= 1_000_000] != []

    def test_one_outcome_alone(self, store: GraphStore) -> None:
        found = ask(store, "not_approved", "outcome=deferred", "municipality=soeby")
        assert [place(row) for row in found] == [
            place(each["postponed"]) for each in EXPECTED["postponed"] if each["municipality"] == "soeby"
        ]


def decided(store: GraphStore, rows: list[Row]) -> list[Row]:
    """The decisions at the places of these rows."""
    places = {place(row) for row in rows}
    return [row for row in ask(store, "decisions") if place(row) in places]


def named(vote: Row, option: str) -> set[str]:
    return {voter["person"] for voter in vote.get(option, ()) if voter["person"]}


class TestVotes:
    def test_everybody_who_voted_against(self, store: GraphStore) -> None:
        found = ask(store, "votes_against")
        voters = Counter(place(row) for row in found)
        prose = [place(each) for each in EXPECTED["dissent_in_prose"]]
        assert voters == Counter([place(vote) for vote in EXPECTED["votes"] for _ in vote.get("against", ())] + prose)
        persons = {(place(row), row["name"]) for row in found if not row["block"]}
        assert persons == {(place(vote), name) for vote in EXPECTED["votes"] for name in named(vote, "against")} | {
            (place(each), each["person"]) for each in EXPECTED["dissent_in_prose"]
        }
        assert all(row["document"] and row["line"] for row in found)

    def test_how_each_voted_with_the_result(self, store: GraphStore) -> None:
        for vote in EXPECTED["votes"]:
            asked = (f"date={vote['date']}", f"point={vote['point']}", f"municipality={vote['municipality']}")
            found = ask(store, "votes", *asked)
            for option in ("for", "against", "abstain"):
                assert {row["name"] for row in found if row["option"] == option and not row["block"]} == named(
                    vote, option
                )
            assert {row["result"] for row in found} == {vote["result"]}
            if vote.get("ballot_without_names"):
                assert [(row["name"], row["count_for"], row["count_against"]) for row in found] == [(None, None, None)]

    def test_why_they_voted_so_and_nobody_else(self, store: GraphStore) -> None:
        (vote,) = (each for each in EXPECTED["votes"] if "explanations" in each)
        found = ask(store, "votes", f"date={vote['date']}", f"point={vote['point']}")
        said: dict[str, set[str]] = {}
        for row in found:
            if row["reason"]:
                said.setdefault(row["reason"], set()).add(row["name"])
        assert sorted(map(sorted, said.values())) == sorted(map(sorted, vote["explanations"]))
        assert all(row["reason_line"] for row in found if row["reason"])

    def test_decisions_brought_before_the_council(self, store: GraphStore) -> None:
        wanted = [each for each in EXPECTED["votes"] if "referral" in each]
        found = ask(store, "brought_before")
        assert [(place(row), row["by"], row["recipient"], row["section"]) for row in found] == [
            (place(each), each["referral"]["by"], each["referral"]["to"], each["referral"]["section"])
            for each in wanted
        ]
        assert [row["party"] for row in found] == ["Dansk Folkeparti"]

    def test_who_voted_against_whom(self, store: GraphStore) -> None:
        wanted = {
            (place(vote), against, for_)
            for vote in EXPECTED["votes"]
            for against in named(vote, "against")
            for for_ in named(vote, "for")
        }
        found = ask(store, "voted_apart")
        persons = {name for vote in EXPECTED["votes"] for option in ("for", "against") for name in named(vote, option)}
        pairs = {(place(row), row["name"], row["other"]) for row in found if {row["name"], row["other"]} <= persons}
        assert pairs == wanted
        assert {(row["option"], row["other_option"]) for row in found} == {("against", "for")}
        assert all(row["document"] and row["line"] for row in found)
        both = ask(store, "voted_apart", "name=Socialdemokratiet")
        assert {row["option"] for row in both} == {"for", "against"}

    def test_how_often_two_members_voted_alike(self, store: GraphStore) -> None:
        votes: Counter[tuple[str, str]] = Counter()
        alike: Counter[tuple[str, str]] = Counter()
        for vote in EXPECTED["votes"]:
            options = {name: option for option in ("for", "against", "abstain") for name in named(vote, option)}
            for pair in combinations(sorted(options), 2):
                votes[pair] += 1
                alike[pair] += options[pair[0]] == options[pair[1]]
        found = {
            (min(row["name"], row["other"]), max(row["name"], row["other"])): (
                row["votes"],
                row["alike"],
                row["percent"],
            )
            for row in ask(store, "voting_alike")
        }
        assert found == {pair: (count, alike[pair], round(100 * alike[pair] / count)) for pair, count in votes.items()}

    def test_one_pair_is_found_from_both_sides(self, store: GraphStore) -> None:
        (row,) = ask(store, "voting_alike", "name=Signe Ravnsø", "other=Lauge Brems")
        (back,) = ask(store, "voting_alike", "name=lauge brems", "other=signe ravnsø")
        assert (row["votes"], row["alike"]) == (back["votes"], back["alike"]) == (1, 0)


class TestPeople:
    def test_absent_at_some_points(self, store: GraphStore) -> None:
        for each in EXPECTED["absent_some_points"]:
            found = ask(store, "absences", f"name={each['person']}")
            rows = [row for row in found if str(row["date"]) == each["date"] and row["points"]]
            assert [row["points"] for row in rows] == [each["points"]], each
            assert {row["status"] for row in rows} == {"absent"}

    def test_disqualified(self, store: GraphStore) -> None:
        wanted: dict[tuple[str, str], list[str]] = {}
        for each in EXPECTED["disqualified"]:
            wanted.setdefault((each["person"], each["date"]), []).append(each["point"])
        found = {
            (row["name"], str(row["date"])): row["points"]
            for row in ask(store, "absences", "name=")
            if row["status"] == "disqualified"
        }
        assert found
        assert found.items() <= wanted.items()

    def test_who_was_at_a_meeting_and_for_whom(self, store: GraphStore) -> None:
        each = EXPECTED["substitute"]
        asked = (f"date={each['date']}", f"body={each['body']}", f"municipality={each['municipality']}")
        found = {row["name"]: row for row in ask(store, "attendance", *asked)}
        assert (found[each["person"]]["status"], found[each["person"]]["role"]) == ("present", "substitute")
        assert found[each["for"]]["status"] == "absent"
        absent = ask(store, "attendance", *asked, "status=absent")
        assert [row["name"] for row in absent] == [name for name, row in found.items() if row["status"] == "absent"]

    def test_who_sits_in_a_body_and_was_away_once(self, store: GraphStore) -> None:
        (row,) = ask(store, "memberships", "body=Økonomiudvalget", "name=Henning Vadgaard")
        assert (row["kind"], str(row["first"]), str(row["last"]), row["meetings"]) == (
            "member", "2024-03-19", "2025-06-17", 2,
        )  # fmt: skip

    def test_private_citizens_are_nobody(self, store: GraphStore) -> None:
        for person in EXPECTED["never"]["persons"]:
            assert not ask(store, "absences", f"name={person}")


class TestNames:
    def test_points_that_rest_on_a_section(self, store: GraphStore) -> None:
        referral = next(vote for vote in EXPECTED["votes"] if "referral" in vote)
        section = referral["referral"]["section"]
        found = ask(store, "law_points", "law=styrelsesloven", f"section={section}")
        assert place(referral) in {place(row) for row in found}
        assert {row["provision"].split(",")[0] for row in found} == {f"§ {section}"}
        assert all(section in row["surface"] for row in found)

    def test_accounts_are_no_laws(self, store: GraphStore) -> None:
        surfaces = [row["surface"] for row in ask(store, "law_points", "law=", "limit=10000")]
        assert surfaces
        assert not [
            each for each in EXPECTED["accounts_that_are_no_laws"] if any(each["account"] in s for s in surfaces)
        ]

    def test_a_number_after_the_sign_is_told_for_what_it_is(self, store: GraphStore) -> None:
        for each in EXPECTED["accounts_that_are_no_laws"]:
            found = ask(store, "section_sign", f"number={each['account']}")
            assert [(place(row), row["meaning"]) for row in found] == [(place(each), "account of the finance act")]
        assert {row["meaning"] for row in ask(store, "section_sign", "number=23")} == {"section of a law"}

    def test_points_that_name_something_with_its_lines(self, store: GraphStore) -> None:
        name = EXPECTED["collaboration"]["name"]
        found = ask(store, "named_in", f"name={name}")
        rows = [row for row in ask(store, "organisation", f"name={name}") if row["what"] == "named"]
        itself = [row for row in found if row["name"] == name]
        assert {(place(row), line) for row in itself for line in row["lines"]} == {
            (place(row), row["line"]) for row in rows
        }
        law = ask(store, "named_in", "name=styrelseslov")
        assert {row["kind"] for row in law} == {"law"}
        assert "Lov om kommunernes styrelse, § 23" in {row["name"] for row in law}

    def test_members_of_a_collaboration_as_the_minutes_of_a_year_say(self, store: GraphStore) -> None:
        name = EXPECTED["collaboration"]["name"]
        by_year: dict[int, set[str]] = {}
        for row in ask(store, "members", f"name={name}"):
            by_year.setdefault(row["date"].year, set()).add(row["member"])
        assert by_year
        assert all(members <= set(EXPECTED["collaboration"][f"members_{year}"]) for year, members in by_year.items())

    def test_renames(self, store: GraphStore) -> None:
        found = ask(store, "renames")
        assert {(row["old"], row["new"]) for row in found} == {
            (each["from"], each["to"]) for each in EXPECTED["renames"]
        }
        stated = {place(point) for each in EXPECTED["renames"] for point in each["stated_in"]}
        assert stated & {place(row) for row in found}

    def test_a_partner_is_followed_over_a_change_of_name(self, store: GraphStore) -> None:
        for each in EXPECTED["renames"]:
            old, new = (ask(store, "organisation", f"name={each[name]}") for name in ("from", "to"))
            assert old == new
            assert {row["organisation"] for row in old} == {each["from"], each["to"]}
            assert {row["other"] for row in old if row["what"].startswith("RENAMED_TO")} == {each["from"], each["to"]}

    def test_an_agreement_with_a_partner(self, store: GraphStore) -> None:
        agreed = EXPECTED["partnership"]
        found = ask(store, "organisation", f"name={agreed['partner']}")
        rows = [row for row in found if row["what"].startswith("HAS_AGREEMENT_WITH")]
        assert place(agreed) in {place(row) for row in rows}
        assert {row["other"] for row in rows} == {agreed["municipality"]}

    def test_partners_year_by_year(self, store: GraphStore) -> None:
        found = ask(store, "partners", f"body={BODY}", "municipality=nordlev")
        agreed = EXPECTED["partnership"]
        years = {row["year"] for row in found if row["organisation"] == agreed["partner"]}
        assert int(agreed["date"][:4]) in years
        assert all(row["first_date"].year == row["year"] == row["last_date"].year for row in found)


class TestGraph:
    def test_contents_count_what_is_there(self, store: GraphStore) -> None:
        found = ask(store, "contents")
        counts = {row["name"]: row["count"] for row in found if row["kind"] == "node"}
        municipalities = EXPECTED["municipalities"].values()
        assert counts["AgendaItem"] == sum(each["points"] for each in municipalities)
        assert counts["Document"] == sum(each["documents"] for each in municipalities)
        assert counts["CaseNumber"] == sum(each["distinct_case_numbers"] for each in municipalities)
        relations = sum(row["count"] for row in found if row["kind"] == "relation")
        assert store.read("MATCH (a)-[r]->(b) RETURN count(r) AS n") == [{"n": relations}]

    def test_documents_with_warnings(self, store: GraphStore) -> None:
        found = {row["document"]: row["warnings"] for row in ask(store, "documents_with_warnings")}
        assert found[EXPECTED["mojibake"]["file"]] == ["letters-repaired"]
        masked = {name for name, warnings in found.items() if "cpr-masked" in warnings}
        assert {Path(name).stem for name in masked} == {EXPECTED["never"]["file"]}

    def test_a_neighbourhood_is_the_lines_around_a_thing(self, store: GraphStore) -> None:
        near = ask(store, "neighbourhood", "id=nordlev.24-3310")
        assert all("nordlev.24-3310" in (row["from_id"], row["to_id"]) for row in near)
        carrying = ask(store, "number_points", "number=24/3310")
        assert {row["from_id"] for row in near if row["type"] == "HAS_NUMBER"} == {row["item"] for row in carrying}
        far = ask(store, "neighbourhood", "id=nordlev.24-3310", "steps=2", "limit=5000")
        assert far[: len(near)] == near
        lines = [(row["from_id"], row["type"], row["to_id"]) for row in far]
        assert len(lines) == len(set(lines)) > len(near)

    def test_a_path_begins_and_ends_where_it_should(self, store: GraphStore) -> None:
        (row,) = ask(store, "path_between", "from=nordlev.jobkyst", "to=nordlev.23-10377")
        assert (row["way"][0], row["way"][-1]) == ("Organisation JobKyst", "CaseNumber 23/10377")
        assert len(row["way"]) == row["steps"] + 1
        (back,) = ask(store, "path_between", "from=nordlev.23-10377", "to=nordlev.jobkyst")
        assert (back["steps"], back["way"][0]) == (row["steps"], row["way"][-1])


class TestInvented:
    """What the examples do not show. Last, since it takes the examples out of the store."""

    def test_two_numbers_of_one_case_are_one_case(self, server: LentStore) -> None:
        store = server.empty()
        store.write(
            """
            CREATE (k:Municipality {id: 'n', name: 'N'}), (d:Document {id: 'd', name: 'd.txt'}),
                   (c:Case {id: 'n.c', title: 'C', numbers: ['1', '2'], municipality: 'n'}),
                   (one:CaseNumber {id: 'n.1', number: '1'}), (two:CaseNumber {id: 'n.2', number: '2'})
            CREATE (i:AgendaItem {id: 'n.i', date: date('2024-01-01')})-[:PART_OF_CASE {type: 'alone'}]->(c),
                   (i)-[:HAS_NUMBER]->(one),
                   (j:AgendaItem {id: 'n.j', date: date('2024-02-01')})-[:PART_OF_CASE {type: 'postponed'}]->(c),
                   (j)-[:HAS_NUMBER]->(two),
                   (j)-[:HAS_EVIDENCE {field: 'title'}]->(:Evidence {id: 'e', document: 'd', line: 7})
            """
        )
        (row,) = ask(store, "changed_number")
        assert (row["how"], row["number"], row["new_number"], row["links"]) == ("one case", ["1"], ["2"], ["postponed"])
        assert (str(row["date"]), row["item"], row["document"], row["line"]) == ("2024-02-01", "n.j", "d.txt", 7)
