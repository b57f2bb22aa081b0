"""The example minutes, from file to graph, against what their author says is true in them (examples/expected.json)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from graph.dump import dump
from graph.facts import unpack
from graph.store import open_store
from tests.pipeline.running import HOUSE, ask, run

EXPECTED: dict[str, Any] = orjson.loads((HOUSE / "examples" / "expected.json").read_bytes())
MUNICIPALITIES = sorted(EXPECTED["municipalities"])

POINT = (
    "MATCH (:Municipality {id: $m})-[:HAS_BODY]->(b:Body)-[:HELD]->(g:Meeting)-[:HAS_ITEM]->(i:AgendaItem) "
    "WHERE g.date = date($date) AND i.number = $point AND ($body IN b.aliases OR b.name = $body) "
)


def at_point(store: Path, place: dict[str, Any], rest: str, municipality: str | None = None) -> list[list[Any]]:
    """Rows of a question about one point of the examples."""
    return ask(
        store,
        POINT + rest,
        m=municipality or place["municipality"],
        date=place["date"],
        body=place["body"],
        point=place["point"],
    )


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_meetings_points_and_numbers_are_as_many_as_printed(example_store: Path, municipality: str) -> None:
    expected = EXPECTED["municipalities"][municipality]
    rows = ask(
        example_store,
        "MATCH (:Municipality {id: $m})-[:HAS_BODY]->()-[:HELD]->(g:Meeting) RETURN g.status, count(g)",
        m=municipality,
    )
    held = {row[0]: row[1] for row in rows}
    assert held.get("held", 0) == expected["meetings_held"]
    assert held.get("planned", 0) == expected["meetings_planned"]
    ((points, numbers),) = ask(
        example_store,
        "MATCH (:Municipality {id: $m})-[:HAS_BODY]->()-[:HELD]->()-[:HAS_ITEM]->(i:AgendaItem) "
        "OPTIONAL MATCH (i)-[:HAS_NUMBER {principal: true}]->(n:CaseNumber) "
        "RETURN count(DISTINCT i), count(DISTINCT n)",
        m=municipality,
    )
    assert (points, numbers) == (expected["points"], expected["distinct_case_numbers"])


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_each_meeting_has_its_points(example_store: Path, municipality: str) -> None:
    for meeting in EXPECTED["municipalities"][municipality]["meetings"]:
        rows = ask(
            example_store,
            "MATCH (:Municipality {id: $m})-[:HAS_BODY]->(b)-[:HELD]->(g:Meeting)-[:HAS_ITEM]->(i) "
            "WHERE g.date = date($date) AND ($body IN b.aliases OR b.name = $body) "
            "RETURN i.number, i.ordinal ORDER BY i.ordinal",
            m=municipality,
            date=meeting["date"],
            body=meeting["body"],
        )
        numbers = [number for number, _ in rows]
        assert (len(numbers), numbers[0], numbers[-1]) == (meeting["points"], meeting["first"], meeting["last"]), (
            meeting
        )


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_containers_are_recognised_and_explained(example_store: Path, municipality: str) -> None:
    rows = ask(
        example_store,
        "MATCH (i:AgendaItem)-[:HAS_NUMBER]->(n:CaseNumber) WHERE n.container AND i.id STARTS WITH $m "
        "RETURN DISTINCT n.number, n.container_reason ORDER BY n.number",
        m=f"{municipality}.",
    )
    assert [number for number, _ in rows] == EXPECTED["municipalities"][municipality]["containers"]
    assert all(reason for _, reason in rows)


def test_a_matter_inside_a_container_is_a_case_of_its_own(example_store: Path) -> None:
    place = EXPECTED["container_carries_matter"]
    rows = at_point(
        example_store, place, "MATCH (i)-[:PART_OF_CASE]->(c:Case) MATCH (c)<-[:PART_OF_CASE]-(m) RETURN count(m)"
    )
    assert rows == [[1]]


def test_a_case_goes_over_its_meetings(example_store: Path) -> None:
    case = EXPECTED["case_over_meetings"]
    first = {**case["points"][0], "municipality": case["municipality"]}
    rows = at_point(
        example_store,
        first,
        "MATCH (i)-[:PART_OF_CASE]->(c:Case) MATCH (c)<-[:PART_OF_CASE]-(p) "
        "RETURN toString(p.date), p.number ORDER BY p.date, p.number",
    )
    assert rows == [[point["date"], point["point"]] for point in case["points"]]


def test_every_substantive_point_is_in_exactly_one_case_and_housekeeping_in_none(example_store: Path) -> None:
    rows = ask(
        example_store,
        "MATCH (i:AgendaItem) OPTIONAL MATCH (i)-[:PART_OF_CASE]->(c) WITH i, count(c) AS cases "
        "RETURN i.kind, cases, count(*)",
    )
    housekeeping = {"agenda-approval", "notices", "any-other-business", "evaluation", "signatures"}
    assert {(kind in housekeeping, cases) for kind, cases, _ in rows} == {(True, 0), (False, 1)}


def test_votes_are_as_printed_and_no_ballot_is_invented(example_store: Path) -> None:
    for vote in EXPECTED["votes"]:
        rows = at_point(
            example_store,
            vote,
            "MATCH (i)-[:HAS_DECISION]->(d)-[:HAS_VOTE]->(v:Vote) OPTIONAL MATCH (v)-[:HAS_BALLOT]->(l:Ballot) "
            "WITH v, d, collect(l.option + ':' + CASE WHEN l.block THEN l.party_surface ELSE l.name END) AS ballots "
            "RETURN v.result, CASE WHEN v.counts_printed THEN v.count_for END, "
            "CASE WHEN v.counts_printed THEN v.count_against END, ballots",
        )
        printed = sorted(
            f"{option}:{voter}"
            for option in ("for", "against", "abstain")
            for voter in [ballot.get("person") or ballot["party"] for ballot in vote.get(option, [])]
        )
        found = [
            (result, count_for, count_against, sorted(ballots)) for result, count_for, count_against, ballots in rows
        ]
        assert (vote["result"], vote.get("count_for"), vote.get("count_against"), printed) in found, (vote, found)


def test_unanimity_gives_no_ballots(example_store: Path) -> None:
    for place in EXPECTED["unanimous_without_ballots"]:
        assert at_point(
            example_store, place, "MATCH (i)-[:HAS_DECISION]->()-[:HAS_VOTE]->()-[:HAS_BALLOT]->(l) RETURN count(l)"
        ) == [[0]]


def test_decisions_of_other_bodies_stand_beside_the_own_one(example_store: Path) -> None:
    for quoted in EXPECTED["quoted_decisions"]:
        rows = at_point(
            example_store,
            quoted["point"],
            "MATCH (i)-[:HAS_DECISION]->(d)-[:MADE_BY]->(by:Body) RETURN toString(d.date), by.name",
            quoted["municipality"],
        )
        assert sorted(map(tuple, rows)) == sorted((one["date"], one["body"]) for one in quoted["bodies"])


def test_closed_points_keep_their_place(example_store: Path) -> None:
    for place in EXPECTED["closed"]:
        assert at_point(example_store, place, "RETURN i.closed") == [[True]]


def test_a_rename_comes_from_the_text(example_store: Path) -> None:
    rows = {(old, new) for old, new, _ in ask(example_store, "MATCH (r:Rename) RETURN r.old, r.new, r.date")}
    assert {(rename["from"], rename["to"]) for rename in EXPECTED["renames"]} <= rows


def test_private_people_and_cpr_numbers_never_reach_the_graph(example_store: Path) -> None:
    for name in EXPECTED["never"]["persons"]:
        assert ask(example_store, "MATCH (p:Person) WHERE p.name CONTAINS $name RETURN count(p)", name=name) == [[0]]
        assert ask(example_store, "MATCH (m:Mention) WHERE m.surface CONTAINS $name RETURN count(m)", name=name) == [
            [0]
        ]
    with open_store(example_store) as store:
        whole = b"".join(dump(store)).decode()
        packed = [row["facts"] for row in store.read("MATCH (r:Record) RETURN r.facts AS facts")]
    for text in (whole, *(str(unpack(facts)) for facts in packed)):
        assert not any(masked in text for masked in EXPECTED["never"]["masked"])


def test_a_body_spelled_in_two_ways_is_one_and_the_same_name_elsewhere_another(example_store: Path) -> None:
    rows = ask(example_store, "MATCH (b:Body {name: $name}) RETURN b.id", name=EXPECTED["same_body_name"]["name"])
    assert len(rows) == EXPECTED["same_body_name"]["bodies"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # of rdflib's own parser
@pytest.mark.parametrize(("form", "suffix"), [("turtle", "ttl"), ("jsonld", "jsonld"), ("ntriples", "nt")])
def test_the_export_parses_back(example_store: Path, tmp_path: Path, form: str, suffix: str) -> None:
    from rdflib import Graph

    out = tmp_path / f"graph.{suffix}"
    answer = run("export", "--format", form, "--out", out, store=example_store)
    assert answer.returncode == 0, answer.stderr
    formats = {"turtle": "turtle", "jsonld": "json-ld", "ntriples": "nt"}
    count = int(answer.stderr.split()[0].replace(",", ""))
    assert len(Graph().parse(out, format=formats[form])) == count > 0


@pytest.mark.parametrize("form", ["links", "cases"])
def test_json_lines_keep_to_the_schema_that_is_printed(example_store: Path, tmp_path: Path, form: str) -> None:
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(orjson.loads(run("export", "--schema", form).stdout))
    out = tmp_path / f"{form}.jsonl"
    answer = run("export", "--format", form, "--out", out, store=example_store)
    assert answer.returncode == 0, answer.stderr
    lines = [orjson.loads(line) for line in out.read_bytes().splitlines()]
    assert len(lines) == int(answer.stderr.split()[0].replace(",", "")) > 0
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []
    assert run("export", "--format", form, "--out", "-", store=example_store).stdout == out.read_text("utf-8")
