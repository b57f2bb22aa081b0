"""The real minutes through the real pipeline: counts made by hand, or straight from the source."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.pipeline.running import ask, run
from tests.shared import SHARED, needs_shared
from tests.stores import SOAK

pytestmark = needs_shared

HADERSLEV = SHARED / "minutes" / "haderslev"
GREVE = sorted((SHARED / "minutes" / "greve").glob("*.json"))[:: 1 if SOAK else 12]


@pytest.fixture(scope="module")
def greve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("greve") / "store"
    answer = run("ingest", *GREVE, store=store)
    assert answer.returncode == 0, answer.stderr
    return store


def test_five_meetings_59_points_35_numbers(haderslev: Path) -> None:
    assert ask(haderslev, "MATCH (g:Meeting {status: 'held'}) RETURN count(g)") == [[5]]
    assert ask(haderslev, "MATCH (i:AgendaItem) RETURN count(i)") == [[59]]
    assert ask(haderslev, "MATCH (n:CaseNumber)<-[:HAS_NUMBER {principal: true}]-() RETURN count(DISTINCT n)") == [[35]]
    assert ask(haderslev, "MATCH (b:Body)-[:HELD]->(:Meeting {status: 'held'}) RETURN DISTINCT b.id") == [
        ["haderslev.beskaeftigelses-og-borgerserviceudvalget"]
    ]


def test_a_case_of_two_points_with_decision_and_evidence_line(haderslev: Path) -> None:
    answer = run("case", "25/4896", "--json", store=haderslev)
    (history,) = orjson.loads(answer.stdout)["histories"]
    events = [(event["date"], event["number"]) for event in history["points"]]
    assert events == [("2025-11-20", "94"), ("2026-04-14", "41")]
    for event in history["points"]:
        (decision,) = event["decisions"]
        assert decision["evidence"][0]["line"] > 0


def test_containers_are_shown_with_their_points_apart(haderslev: Path) -> None:
    for number, points in (("25/30508", 8), ("21/24526", 15)):
        answer = orjson.loads(run("case", number, "--json", store=haderslev).stdout)
        (container,) = answer["containers"]
        assert container["item_count"] == points
        assert all(history["item_count"] == 1 for history in answer["histories"])


def test_two_votes_and_seven_ballots_none_invented(haderslev: Path) -> None:
    votes = ask(
        haderslev,
        "MATCH (i:AgendaItem)-[:HAS_DECISION]->()-[:HAS_VOTE]->(v:Vote) OPTIONAL MATCH (v)-[:HAS_BALLOT]->(b:Ballot) "
        "RETURN toString(i.date) AS date, i.number, v.count_for, v.count_against, count(b) ORDER BY date",
    )
    assert votes == [["2023-11-16", "102", None, None, 0], ["2026-04-14", "38", 2, 5, 7]]
    assert ask(haderslev, "MATCH (b:Ballot) WHERE b.party IS NULL RETURN count(b)") == [[0]]
    assert ask(haderslev, "MATCH (v:Vote)-[:HAS_EXPLANATION]->(e) RETURN count(e)") == [[2]]
    assert ask(haderslev, "MATCH (r:Referral) RETURN r.section") == [["23"]]


@pytest.mark.parametrize("producer", ["cr", "rl", "wp"])
def test_pdfs_give_the_same_facts_as_the_text(tmp_path: Path, producer: str) -> None:
    out = tmp_path / "found.jsonl"
    texts = sorted(HADERSLEV.glob("*.txt"))
    pdfs = [HADERSLEV / "pdf" / f"{producer}_{path.name[:3]}.pdf" for path in texts]
    assert run("extract", *texts, *pdfs, "--out", out).returncode == 0
    records = {record["provenance"]["name"]: record for record in map(orjson.loads, out.read_bytes().splitlines())}
    for text, pdf in zip(texts, pdfs, strict=True):
        assert _facts(records[pdf.name]) == _facts(records[text.name])


def _facts(record: dict[str, Any]) -> dict[str, Any]:
    """Header, points, case numbers, sections, decisions and votes of a record, without their places."""

    def value(known: dict[str, Any]) -> Any:
        return known.get("value")

    def voter(one: dict[str, Any]) -> tuple[Any, Any]:
        return one["person"], one["party"]

    return {
        "header": [value(record[name]) for name in ("municipality", "date", "start_time", "place")],
        "body": value(record["body"])["name"],
        "attendees": [(one["name"], one["status"]) for one in record["attendees"]],
        "points": [
            {
                "number": item["number"],
                "title": item["title"]["value"],
                "case": value(item["case_number"]),
                "sections": [section["name"] for section in item["sections"]],
                "decisions": [
                    (one["body"]["name"], one["date"], "".join(one["text"].split()), one["outcomes"])
                    for one in item["decisions"]
                ],
                "votes": [
                    (value(vote["result"]), [(option, voter(one)) for option, one in vote["ballots"]])
                    for decision in item["decisions"]
                    for vote in decision["votes"]
                ],
            }
            for item in record["items"]
        ],
    }


def test_greve_agrees_with_what_its_json_says(greve: Path) -> None:
    sources = [orjson.loads(path.read_bytes()) for path in GREVE]
    points = [point for source in sources for point in source["Dagsordenpunkter"]]
    numbers = {point["CaseNumber"].strip() for point in points if (point["CaseNumber"] or "").strip()}
    absences = sum(len(point["ExternalAgendaItemAttendees"] or []) for point in points)
    statuses = Counter(dict(ask(greve, "MATCH (g:Meeting) RETURN g.status, count(g)")))
    del statuses["referenced"]
    assert statuses.total() == len(GREVE)
    assert ask(greve, "MATCH (i:AgendaItem) RETURN count(i)") == [[len(points)]]
    assert ask(greve, "MATCH (n:CaseNumber)<-[:HAS_NUMBER {principal: true}]-() RETURN count(DISTINCT n)") == [
        [len(numbers)]
    ]
    if SOAK:  # counted by hand
        assert statuses == {"held": 175, "planned": 1, "other": 1}
        assert (len(points), len(numbers)) == (2689, 810)
    titles = Counter(" ".join(point["Caption"].split()) for point in points)
    assert Counter(" ".join(title.split()) for (title,) in ask(greve, "MATCH (i:AgendaItem) RETURN i.title")) == titles
    assert ask(greve, "MATCH (a:Attendance) WHERE a.scope = 'item' RETURN count(a) >= $n", n=absences) == [[True]]
