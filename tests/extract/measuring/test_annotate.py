import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.document import Document
from extract.measuring.annotate import annotate, annotation_name
from extract.measuring.score import evaluate
from extract.records import AttendanceStatus, AttendeeKind, DocumentKind, ItemKind
from tests.extract.measuring import nordlev

REQUIRED = (  # the form, in its own words: "Item: required"
    "number, title, case_number, sections, proposer, recommendations, procedure, decisions, votes, absent, "
    "attachments, laws, bills, organisations, persons, parties, money, date_refs, followups, renames, relations, bodies"
)
EXTENSIONS = (
    "title_line, end_line, case_line, section_spans, subheadings, proposer_surface, proposer_line, "
    "recommendation_lines, outcomes, absent_evidence, attachment_lines, relation_lines, relation_inferred, roles, "
    "agreements, events, accounts, places, anaphora, tables, notes"
)
OURS = (
    "absent_lines, number_rule, title_rule, case_rule, proposer_rule, recommendation_rules, absent_rules, "
    "attachment_rules, relation_rules"
)
OWN = "Teknik- og Havneudvalget"


@pytest.fixture(scope="module")
def annotation() -> dict[str, Any]:
    [annotated] = annotate([nordlev.record()], nordlev.document())
    return annotated


@pytest.fixture(scope="module")
def item(annotation: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = annotation["items"][0]
    return first


def test_every_key_of_the_form_is_there(annotation: dict[str, Any]) -> None:
    parts = {"document", "meeting", "toc", "items", "traps", "ambiguities", "irregularities"}
    assert set(annotation) == parts
    for one in annotation["items"]:
        assert {key for keys in (REQUIRED, EXTENSIONS, OURS) for key in keys.split(", ")} == set(one)


def test_it_is_json(annotation: dict[str, Any]) -> None:
    assert json.loads(json.dumps(annotation)) == annotation


def test_header(annotation: dict[str, Any]) -> None:
    meeting = annotation["meeting"]
    assert annotation["document"] == {"file": "700_nordlev.txt", "kind": "referat"}
    assert (meeting["municipality"], meeting["municipality_evidence_line"]) == (None, None)
    assert (meeting["body"], meeting["body_surface"], meeting["body_line"]) == (OWN, "Teknik og Havneudvalget", 1)
    assert (meeting["term"], meeting["term_source"]) == ("2030-2033", "header")
    assert (meeting["date"], meeting["weekday"], meeting["start_time"]) == ("2031-03-04", "tirsdag", "16:30")
    assert (meeting["place"], meeting["place_surface"], meeting["place_line"]) == (*["Rådhuset, lokale 2"] * 2, 3)


def test_absent_at_some_points_only_is_present_and_partial(annotation: dict[str, Any]) -> None:
    meeting = annotation["meeting"]
    assert meeting["present"] == ["Asta Lund", "Bo Ravn", "Ida Skov"]
    assert meeting["absent"] == ["Per Holm"]
    assert meeting["partial"] == [{"person": "Ida Skov", "absent_items": [1], "note": None}]
    assert (meeting["present_lines"], meeting["absent_lines"]) == ([4], [4])


ABSENT, PRESENT = AttendanceStatus.ABSENT, AttendanceStatus.PRESENT


@pytest.mark.parametrize(
    ("header", "points", "absent"),
    [
        (ABSENT, [("decided", None), ("silent", None)], True),  # nothing contradicts the header
        (ABSENT, [("decided", "decision"), ("silent", None)], True),
        (ABSENT, [("decided", "decision"), ("decided", None)], False),
        (ABSENT, [("decided", "item"), ("silent", None)], False),  # came to the point without a footer
        (ABSENT, [("decided", "item"), ("silent", "item"), ("signatures", None)], True),
        (PRESENT, [("decided", "decision"), ("silent", None)], False),
        (PRESENT, [("decided", "item"), ("silent", "item"), ("signatures", None)], True),
        (PRESENT, [("signatures", None)], False),
    ],
)
def test_absent_from_the_whole_meeting(
    header: AttendanceStatus, points: list[tuple[str, str | None]], absent: bool
) -> None:
    record = nordlev.record()
    per, decided = record.attendees[3], record.items[1]
    forms = {
        "decided": replace(decided, absences=()),
        "silent": replace(decided, absences=(), decisions=()),
        "signatures": replace(decided, absences=(), decisions=(), kind=ItemKind.SIGNATURES),
    }
    items = tuple(
        replace(forms[form], ordinal=ordinal, absences=(replace(decided.absences[0], scope=scope),) if scope else ())
        for ordinal, (form, scope) in enumerate(points, 1)
    )
    changed = replace(record, attendees=(replace(per, status=header),), items=items)
    [annotated] = annotate([changed], nordlev.document())
    assert annotated["meeting"]["absent"] == (["Per Holm"] if absent else [])
    printed = any(scope for _, scope in points)
    assert len(annotated["meeting"]["partial"]) == (0 if absent or not printed else 1)


def test_officials_are_not_listed_as_present() -> None:
    record = nordlev.record()
    bo = replace(record.attendees[1], kind=AttendeeKind.OFFICIAL)
    [annotated] = annotate([replace(record, attendees=(record.attendees[0], bo))], nordlev.document())
    assert annotated["meeting"]["present"] == ["Asta Lund"]


def test_heading_and_structure(item: dict[str, Any]) -> None:
    assert (item["number"], item["title"], item["title_line"], item["end_line"]) == (1, "Ny mole", 6, 27)
    assert (item["case_number"], item["case_line"]) == ("31/100", 7)
    assert item["sections"] == ["Sagsresume", "Beslutning"]
    span = item["section_spans"][1]
    assert (span["line"], span["end_line"], span["body"]) == (18, 24, OWN)
    assert (item["proposer"], item["proposer_surface"], item["proposer_line"]) == ("Havnechefen", "Havnechefen", 15)
    assert (item["recommendations"], item["recommendation_lines"]) == (["at molen bygges."], [15])
    assert (item["attachments"], item["attachment_lines"]) == (["Tegning af molen"], [27])


def test_what_a_point_does_not_have_is_empty(annotation: dict[str, Any]) -> None:
    last = annotation["items"][1]
    assert (last["case_number"], last["proposer"], last["proposer_surface"]) == (None, None, None)
    assert last["votes"] == last["laws"] == last["tables"] == []


def test_decision_leaves_out_codes_that_the_form_does_not_have(item: dict[str, Any]) -> None:
    [decision] = item["decisions"]
    assert (decision["body"], decision["date"], decision["outcomes"]) == (OWN, "2031-03-04", ["rejected"])
    assert (decision["line"], decision["text_lines"]) == (18, [19, 20, 21, 22, 23, 24])
    assert item["outcomes"] == ["rejected"]


def test_vote(item: dict[str, Any]) -> None:
    asta = {"person": "Asta Lund", "party": "Venstre", "party_surface": "V", "rule": "test"}
    [vote] = item["votes"]
    assert (vote["proposal"], vote["proposal_line"], vote["proposer"]) == ("at molen males grøn", 19, asta)
    assert (vote["for"], vote["for_line"], vote["abstain"], vote["abstain_line"]) == ([asta], 20, [], None)
    assert (vote["result"], vote["result_line"], vote["count_for"]) == ("rejected", 21, 1)
    assert vote["explanations"] == [
        {"persons": ["Bo Ravn"], "parties": [], "text": "ønskede en rød mole", "line": 22, "rule": "test"}
    ]
    assert (vote["referral"]["by"], vote["referral"]["to"], vote["referral"]["section"]) == (asta, "Byrådet", "23")


def test_absent_members_of_a_point(item: dict[str, Any]) -> None:
    assert (item["absent"], item["absent_lines"]) == (["Per Holm", "Ida Skov"], [25, 25])


def test_same_surface_twice_on_a_line_is_one_row_with_count(item: dict[str, Any]) -> None:
    rows = [(row["surface"], row["canonical"], row["line"], row.get("count")) for row in item["organisations"]]
    assert rows == [("Havnelauget", "Havnelauget", 9, 2), ("Søby Kommunes", "Søby Kommune", 10, None)]


def test_laws_and_what_looks_like_them(item: dict[str, Any]) -> None:
    [law] = item["laws"]
    assert (law["law"], law["section"], law["subsection"], law["kind"]) == ("Lov om havne", "9", "2", "statute")
    assert (item["bills"][0]["number"], item["accounts"][0]["account"]) == ("L 41", "28.71")


def test_persons_are_voters_and_absent_members_too(item: dict[str, Any]) -> None:
    assert [(row["name"], row["party"], row["role"], row["line"]) for row in item["persons"]] == [
        ("Asta Lund", "Venstre", "proposer of the motion", 19),
        ("Asta Lund", "Venstre", "voted for", 20),
        ("Bo Ravn", "Socialdemokratiet", "voted against", 20),
        ("Bo Ravn", None, "explanation of vote", 22),
        ("Asta Lund", "Venstre", "invokes referral", 23),
        ("Per Holm", None, "absent", 25),
        ("Ida Skov", None, "absent", 25),
    ]


def test_bodies_are_those_of_procedure_and_decisions_too(item: dict[str, Any]) -> None:
    assert [(row["canonical"], row["line"], row["where"], row["self"]) for row in item["bodies"]] == [
        (OWN, 18, "Beslutning", True),
        (OWN, 17, "Procedure", True),
    ]


def test_a_body_that_is_not_printed_is_not_a_mention(annotation: dict[str, Any]) -> None:
    assert annotation["items"][1]["bodies"] == []


def test_dates_are_those_outside_procedure_and_headings(item: dict[str, Any]) -> None:
    [row] = item["date_refs"]
    assert (row["surface"], row["iso_or_partial"], row["line"]) == ("4. marts 2030", "2030-03-04", 10)
    assert (row["meaning"], row["body"]) == ("earlier treatment by body", OWN)


def test_money_and_tables(item: dict[str, Any]) -> None:
    assert [(row["amount_dkk"], row["line"]) for row in item["money"]] == [(1_500_000, 9)]
    [table] = item["tables"]
    assert (table["line"], table["end_line"]) == (12, 13)
    assert [row["cells"] for row in table["rows"]] == [["År", "Kroner"], ["2031", "100"]]


def test_narrative(item: dict[str, Any]) -> None:
    assert item["relations"] == [["Havneaftalen", "AGREED_BY", "Søby Kommune"]]
    assert (item["relation_lines"], item["relation_inferred"]) == ([10], [False])
    assert item["renames"] == [{"from": "Moleklubben", "to": "Havnelauget", "date": None, "line": 11, "rule": "test"}]
    assert [(row["kind"], row["line"]) for row in item["followups"]] == [("committee_request", 24)]
    assert item["agreements"][0]["canonical"] == "Havneaftalen"
    assert [(row["canonical"], row["line"]) for row in item["roles"]] == [("Borgmesteren", 10)]  # not the proposer
    assert [(row["surface"], row["plan"], row["line"]) for row in item["places"]] == [("Molen", "Lokalplan 4.21", 10)]


def test_problems_with_a_line_are_irregularities(annotation: dict[str, Any]) -> None:
    [row] = annotation["irregularities"]
    assert (row["line"], row["kind"], row["surface"]) == (3, "broken-letters", "Mødested Rådhuset, lokale 2")


def test_an_annotation_is_gold_that_can_be_measured_against(tmp_path: Path, annotation: dict[str, Any]) -> None:
    (tmp_path / "700.json").write_text(json.dumps(annotation), encoding="utf-8")
    evaluation = evaluate(tmp_path, {"700_nordlev.json": annotation})
    assert (evaluation.problems, evaluation.figures()["total"].f1) == ((), 1.0)
    assert [kind for kind, one in evaluation.figures().items() if not one.gold] == []


def test_a_document_that_is_no_minutes_has_no_points() -> None:
    [annotated] = annotate([replace(nordlev.record(), kind=DocumentKind.OTHER)], nordlev.document())
    assert (annotated["document"]["kind"], annotated["items"]) == ("other", [])


@pytest.mark.parametrize(
    ("name", "index", "expected"),
    [
        ("700_nordlev.txt", 0, "700_nordlev.json"),
        ("700_nordlev.txt", 1, "700_nordlev_2.json"),
        ("referat.2031.pdf", 0, "referat.2031.json"),
        ("uden endelse", 2, "uden endelse_3.json"),
    ],
)
def test_annotation_name(name: str, index: int, expected: str) -> None:
    provenance = replace(nordlev.document().provenance, name=name)
    assert annotation_name(Document(provenance, ()), index) == expected
