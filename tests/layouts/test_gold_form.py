"""The gold of the invented layouts is well formed: every surface stands on the line it names."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
GOLD = sorted(HERE.glob("[0-9][0-9][0-9].json"))
OUTCOMES = {"approved", "discussed", "noted", "deferred", "recommended", "rejected", "decided", "none"}
FOLLOWUPS = {
    "committee_request",
    "committee_request_fulfilled_here",
    "administration_promise",
    "external_promise",
    "planned_treatment",
    "planned_topic",
    "expected_event",
    "deadline",
    "deferral",
    "recommendation_to_body",
    "referral",
}


def load(path: Path) -> tuple[dict[str, Any], list[str]]:
    record = json.loads(path.read_text(encoding="utf-8"))
    return record, (HERE / record["document"]["file"]).read_text(encoding="utf-8").split("\n")


def placed(value: Any) -> Iterator[tuple[str, int, int]]:
    """Every surface with its line and how often it stands there, at any depth."""
    if isinstance(value, list):
        for one in value:
            yield from placed(one)
    elif isinstance(value, dict):
        surface = value.get("surface", value.get("body_surface"))
        if isinstance(surface, str) and isinstance(value.get("line"), int):
            yield surface, value["line"], int(value.get("count", 1))
        for one in value.values():
            yield from placed(one)


def misplaced(record: dict[str, Any], lines: list[str]) -> list[str]:
    found = list(placed(record["items"])) + list(placed(record["traps"])) + list(placed(record["irregularities"]))
    for item in record["items"]:
        found += [(one.get("surface", one["name"]), one["line"], 1) for one in item["persons"]]
        if item["proposer_line"]:
            found.append((item["proposer_surface"], item["proposer_line"], 1))
        if item["case_line"]:
            found.append((item["case_number"], item["case_line"], 1))
    meeting = record["meeting"]
    for status in ("present", "absent"):
        surfaces, places = meeting.get(f"{status}_surface", []), meeting.get(f"{status}_lines", [])
        found += [(surface, line, 1) for surface, line in zip(surfaces, places, strict=True)]
    for name in ("body", "place", "date"):
        if meeting.get(f"{name}_line"):
            found.append((meeting[f"{name}_surface"], meeting[f"{name}_line"], 1))
    return [
        f"{surface!r} x{count}, line {line}" for surface, line, count in found if lines[line - 1].count(surface) < count
    ]


def closed_codes(record: dict[str, Any]) -> set[str]:
    """The codes outside the closed sets of the gold's form."""
    decided = {code for item in record["items"] for one in item["decisions"] for code in one["outcomes"]}
    asked = {one["kind"] for item in record["items"] for one in item["followups"]}
    return (decided - OUTCOMES) | (asked - FOLLOWUPS)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_surface_stands_on_its_line(path: Path) -> None:
    record, lines = load(path)
    assert misplaced(record, lines) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_codes_are_those_of_the_form(path: Path) -> None:
    record, _ = load(path)
    assert record["document"]["kind"] in {"referat", "dagsorden", "other"}
    assert closed_codes(record) == set()


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_lists_of_lines_are_parallel(path: Path) -> None:
    record, _ = load(path)
    for item in record["items"]:
        for texts, places in (
            ("recommendations", "recommendation_lines"),
            ("attachments", "attachment_lines"),
            ("absent", "absent_lines"),
            ("relations", "relation_lines"),
            ("relations", "relation_inferred"),
            ("sections", "section_spans"),
        ):
            assert len(item[texts]) == len(item[places]), (path.stem, item["number"], texts)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_voters_do_not_exceed_the_tally(path: Path) -> None:
    record, _ = load(path)
    for item in record["items"]:
        for vote in item["votes"]:
            for side, tally in (("for", vote["count_for"]), ("against", vote["count_against"])):
                named = [voter for voter in vote[side] if voter["person"]]
                assert tally is None or len(named) <= tally, (path.stem, item["number"], side)


def test_every_document_has_gold() -> None:
    texts = {path.name for path in HERE.glob("[0-9][0-9][0-9]_*.txt")}
    assert GOLD
    assert texts == {load(path)[0]["document"]["file"] for path in GOLD}
