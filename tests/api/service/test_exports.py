"""Links and cases as JSON lines: in the form of their schemas, with their evidence, whatever was read first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from api.cli.commands import app
from api.service import exports
from api.service.exports import Export, export_lines, read_schema
from extract.mentions import BodyName, CaseNumberMention, ReferenceMention
from extract.records import ItemKind, MeetingRecord
from graph.loading import load
from graph.store import GraphStore, open_store
from graph.threads.links import LinkStatus, LinkType
from tests.graph import records as r

JANUARY, FEBRUARY = date(2024, 1, 9), date(2024, 2, 6)
COMMITTEE = {"municipality": "Nordlev Kommune", "body": "Kultur- og Fritidsudvalget"}


def cites(page: r.Page, surface: str, day: str, number: str | None, body: BodyName | None) -> ReferenceMention:
    return ReferenceMention(surface, page.evidence(surface, "references.test"), "Sagsresume", body, False, day, number)


def january() -> MeetingRecord:
    page = r.Page("januar")
    return r.meeting(
        page,
        JANUARY,
        (
            r.item(page, "1", "Ny cykelsti ved Åvej", case="24/1"),
            r.item(page, "2", "Svømmehallens tag", case="24/2"),
            r.item(page, None, "Eventuelt", ordinal=3, kind=ItemKind.ANY_OTHER_BUSINESS),
        ),
    )


def february() -> MeetingRecord:
    page = r.Page("februar")
    number = CaseNumberMention("sag 24/2", page.evidence("sag 24/2", "case-numbers.test"), "Sagsresume", "24/2")
    return r.meeting(
        page,
        FEBRUARY,
        (
            r.item(page, "1", "Cykelsti: licitation", case="24/1"),
            r.item(
                page, "2", "Tilskud til korsang", case="24/3",
                mentions=(
                    cites(page, "den 9. januar 2024 (pkt. 2)", "2024-01-09", "2", r.COMMITTEE),
                    cites(page, "den 9. januar 2024 (pkt. 9)", "2024-01-09", "9", r.COMMITTEE),
                    cites(page, "Byrådet den 5. december 2023", "2023-12-05", None, r.COUNCIL),
                ),
            ),
            r.item(page, None, "Badebroer", ordinal=3, case="24/4", mentions=(number,)),
        ),
    )  # fmt: skip


def council() -> MeetingRecord:
    page = r.Page("byraad")
    return r.meeting(page, JANUARY, (r.item(page, "7", "Vedtægt for legepladser", case="24/5"),), body=r.COUNCIL)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_store(tmp_path_factory.mktemp("exports")) as opened:
        load(opened, (january(), february(), council()))
        yield opened


def lines(store: GraphStore, export: Export) -> list[dict[str, Any]]:
    return list(export_lines(store, export))


def link(store: GraphStore, quote: str) -> dict[str, Any]:
    [found] = [each for each in lines(store, Export.LINKS) if each["evidence"]["quote"] == quote]
    return found


def test_a_link_is_told_in_the_agreed_form(store: GraphStore) -> None:
    page = r.Page("februar")
    found = link(store, "den 9. januar 2024 (pkt. 2)")
    assert found == {
        "from": {"document": "februar.txt", "sha256": page.sha256, **COMMITTEE, "date": "2024-02-06", "item": "2"},
        "to": {**COMMITTEE, "date": "2024-01-09", "item": "2", "in_corpus": True},
        "type": "stated_reference",
        "rule": "date_and_number",
        "confidence": found["confidence"],
        "status": "accepted",
        "evidence": {"line": found["evidence"]["line"], "quote": "den 9. januar 2024 (pkt. 2)"},
    }
    [place] = [
        each.evidence.line for each in february().items[1].mentions if each.surface == "den 9. januar 2024 (pkt. 2)"
    ]
    assert found["evidence"]["line"] == place
    assert list(found) == ["from", "to", "type", "rule", "confidence", "status", "evidence"]


def test_a_point_that_is_not_there_is_told_as_printed(store: GraphStore) -> None:
    found = link(store, "den 9. januar 2024 (pkt. 9)")
    assert found["to"] == {**COMMITTEE, "date": "2024-01-09", "item": "9", "in_corpus": False}
    assert (found["rule"], found["status"]) == ("no_such_point", "possible")


def test_a_meeting_that_is_not_at_hand_is_no_part_of_the_corpus(store: GraphStore) -> None:
    found = link(store, "Byrådet den 5. december 2023")
    assert found["to"] == {
        "municipality": "Nordlev Kommune", "body": "Byrådet", "date": "2023-12-05", "item": None, "in_corpus": False,
    }  # fmt: skip


def test_without_a_statement_the_number_is_the_evidence(store: GraphStore) -> None:
    found = link(store, "24/1")
    assert (found["type"], found["from"]["item"], found["to"]["item"]) == ("same_number", "1", "1")
    assert found["evidence"]["line"] == february().items[0].case_number.evidence.line


def test_a_mention_is_its_own_evidence_and_a_point_may_have_no_number(store: GraphStore) -> None:
    found = link(store, "sag 24/2")
    assert (found["type"], found["from"]["item"], found["to"]["item"]) == ("mention", None, "2")


def test_a_case_tells_its_points_and_why_they_belong(store: GraphStore) -> None:
    [found] = [each for each in lines(store, Export.CASES) if each["numbers"] == ["24/1"]]
    first, second = (f"nordlev.kultur-og-fritidsudvalget.{day}.1" for day in (JANUARY, FEBRUARY))
    assert (found["id"], found["aliases"]) == (first, [first, second])
    assert [(point["id"], point["document"], point["title"]) for point in found["points"]] == [
        (first, "januar.txt", "Ny cykelsti ved Åvej"),
        (second, "februar.txt", "Cykelsti: licitation"),
    ]
    assert [(point["why"]["type"], point["why"]["other"]) for point in found["points"]] == [
        ("same_number", second),
        ("same_number", first),
    ]
    [alone] = [each for each in lines(store, Export.CASES) if each["numbers"] == ["24/5"]]
    assert alone["points"][0]["why"]["type"] == "alone"


def test_related_cases_are_told_from_both_sides(store: GraphStore) -> None:
    cases = {each["numbers"][0]: each for each in lines(store, Export.CASES)}
    there = [(one["id"], one["direction"], one["type"]) for one in cases["24/3"]["related"]]
    assert (cases["24/2"]["id"], "to", "stated_reference") in there
    back = [(one["id"], one["direction"], one["type"]) for one in cases["24/2"]["related"]]
    assert (cases["24/3"]["id"], "from", "stated_reference") in back


@pytest.mark.parametrize("export", Export)
def test_every_line_keeps_to_its_schema(store: GraphStore, export: Export) -> None:
    schema = json.loads(read_schema(export))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    found = lines(store, export)
    assert found
    assert [error.message for line in found for error in validator.iter_errors(line)] == []
    assert not validator.is_valid({**found[0], "more": 1})
    assert not validator.is_valid({name: value for name, value in found[0].items() if name != "type"} | {"id": 1})


def test_the_schemas_know_all_types_and_statuses() -> None:
    links = json.loads(read_schema(Export.LINKS))["properties"]
    assert links["type"]["enum"] == list(LinkType)
    assert links["status"]["enum"] == list(LinkStatus)
    cases = json.loads(read_schema(Export.CASES))["properties"]
    why = cases["points"]["items"]["properties"]["why"]["properties"]
    assert why["type"]["enum"] == ["alone", *(type_ for type_ in LinkType if type_.joins)]
    assert cases["related"]["items"]["properties"]["type"]["enum"] == list(LinkType)


@pytest.mark.parametrize("export", Export)
def test_pages_of_any_size_give_the_same_lines(
    store: GraphStore, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lines(store, export)
    monkeypatch.setattr(exports, "PAGE", 1)
    assert lines(store, export) == whole


def test_what_was_read_first_changes_nothing(store: GraphStore, tmp_path: Path) -> None:
    with open_store(tmp_path / "other") as other:
        for record in (council(), february(), january()):
            load(other, (record,))
        for export in Export:
            assert lines(other, export) == lines(store, export)


def test_a_schema_is_printed_without_a_graph() -> None:
    answer = CliRunner().invoke(app, ["--store", "nowhere", "export", "--schema", "links"])
    assert (answer.exit_code, json.loads(answer.stdout)) == (0, json.loads(read_schema(Export.LINKS)))
