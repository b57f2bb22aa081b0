"""One point as an annotation has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from extract.evidence import Evidence, Known, Stated, value_of
from extract.measuring.mention_rows import Surroundings, mention_rows, surface_of
from extract.measuring.vote_rows import vote_row, votes_of
from extract.records import AttendanceStatus, Decision, ItemAbsence, ItemRecord, Outcome, RenameKind, Section, TextLine

Row = dict[str, Any]

# Outcomes that the form of the gold has no code for.
_NO_CODES = frozenset({Outcome.NOT_RECOMMENDED, Outcome.REFERRED, Outcome.WITHDRAWN})


def annotate_item(item: ItemRecord, surroundings: Surroundings) -> Row:
    """Everything that a record knows of one point."""
    return {
        **_heading(item),
        **_structure(item),
        **_proceedings(item),
        **mention_rows(item, surroundings),
        **_narrative(item),
        "tables": [_table_row(table) for table in _tables(item.lines)],
        "events": [],
        "anaphora": [],
        "notes": [],
    }


def item_number(item: ItemRecord) -> int | str | None:
    """The number of a point; a plain one as an integer."""
    number = item.number
    return int(number) if number and number.isascii() and number.isdigit() else number


def absent_names(item: ItemRecord) -> list[str]:
    """The members printed as absent at a point, each once. Who is disqualified, or away by the header, is not."""
    return list(dict.fromkeys(one.name for one in _printed_absences(item)))


def missing_names(item: ItemRecord) -> list[str]:
    """The members who took no part in a point, wherever the minutes say so, each once."""
    away = (AttendanceStatus.ABSENT, AttendanceStatus.DISQUALIFIED)
    return list(dict.fromkeys(one.name for one in item.absences if one.status in away))


def _printed_absences(item: ItemRecord) -> list[ItemAbsence]:
    absences = (one for one in item.absences if one.status is AttendanceStatus.ABSENT)
    return [one for one in absences if one.scope != "header"]


def _heading(item: ItemRecord) -> Row:
    canonical = {"title_canonical": item.title_canonical} if item.title_canonical else {}
    return {
        "number": item_number(item),
        "title": item.title.value,
        **canonical,
        "title_line": item.title.evidence.line,
        "end_line": item.last_line,
        "case_number": value_of(item.case_number),
        "case_line": _line(item.case_number),
        "number_rule": item.evidence.rule,
        "title_rule": item.title.evidence.rule,
        "case_rule": _rule(item.case_number),
        "proposer_rule": _rule(item.proposer),
    }


def _structure(item: ItemRecord) -> Row:
    return {
        "sections": [section.name for section in item.sections],
        "section_spans": [_section_row(section) for section in item.sections],
        "subheadings": [{"text": one.text, "line": one.evidence.line} for one in item.subheadings],
        "proposer": value_of(item.proposer),
        "proposer_surface": surface_of(item.proposer.evidence) if isinstance(item.proposer, Stated) else None,
        "proposer_line": _line(item.proposer),
        "recommendations": [one.text for one in item.recommendations],
        "recommendation_lines": [one.evidence.line for one in item.recommendations],
        "recommendation_rules": [one.evidence.rule for one in item.recommendations],
        "attachments": [one.title for one in item.attachments],
        "attachment_lines": [one.evidence.line for one in item.attachments],
        "attachment_rules": [one.evidence.rule for one in item.attachments],
    }


def _line(known: Known[str]) -> int | None:
    return known.evidence.line if isinstance(known, Stated) else None


def _rule(known: Known[str]) -> str | None:
    return known.evidence.rule if isinstance(known, Stated) else None


def _section_row(section: Section) -> Row:
    row: Row = {"name": section.name, "surface": section.heading, "line": section.first_line}
    body = {"body": section.body.name} if section.body else {}
    return row | {"end_line": section.last_line, "rule": section.evidence.rule} | body


def _proceedings(item: ItemRecord) -> Row:
    absences = _printed_absences(item)
    places = {one.name: one.evidence for one in reversed(absences)}
    own = [code for decision in item.decisions if decision.own for code in _outcome_codes(decision)]
    return {
        "procedure": [
            {
                "body": step.body.name,
                "date": step.date.isoformat() if step.date else None,
                "body_surface": step.body.surface,
                "line": step.evidence.line,
                "rule": step.evidence.rule,
            }
            for step in item.procedure
        ],
        "decisions": [_decision_row(decision) for decision in item.decisions],
        "outcomes": list(dict.fromkeys(own)) or ["none"],
        "votes": [vote_row(vote) for vote in votes_of(item)],
        "absent": absent_names(item),
        "absent_lines": [places[name].line for name in absent_names(item)],
        "absent_rules": [places[name].rule for name in absent_names(item)],
        "absent_evidence": [
            {"person": one.name, "surface": surface_of(one.evidence), "line": one.evidence.line, "scope": one.scope}
            for one in absences
        ],
    }


def _decision_row(decision: Decision) -> Row:
    return {
        "body": decision.body.name,
        "date": decision.date.isoformat() if decision.date else None,
        "text": decision.text,
        "outcomes": _outcome_codes(decision),
        "body_surface": decision.body.surface,
        "line": decision.evidence.line,
        "rule": decision.evidence.rule,
        "text_lines": [evidence.line for evidence in decision.text_evidence],
    }


def _outcome_codes(decision: Decision) -> list[str]:
    return list(dict.fromkeys(code.value for code in decision.outcomes if code not in _NO_CODES))


def _narrative(item: ItemRecord) -> Row:
    return {
        "followups": [
            {"text": one.text, "due": one.due, "kind": one.kind, "to": one.to} | _place(one.evidence)
            for one in item.followups
        ],
        "renames": [
            {"from": one.old, "to": one.new, "date": one.date} | _place(one.evidence)
            for one in item.renames
            if one.kind is not RenameKind.MERGED_BODY  # no name that was changed
        ],
        "relations": [[one.subject, one.predicate, one.object] for one in item.relations],
        "relation_lines": [one.evidence.line for one in item.relations],
        "relation_rules": [one.evidence.rule for one in item.relations],
        "relation_inferred": [False for _ in item.relations],
    }


def _place(evidence: Evidence) -> Row:
    return {"line": evidence.line, "rule": evidence.rule}


def _tables(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The tables of a point, each as its rows; a line between two rows ends a table."""
    table: list[TextLine] = []
    for line in lines:
        if line.cells is not None:
            table.append(line)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _table_row(table: Sequence[TextLine]) -> Row:
    return {
        "caption": None,
        "unit": None,
        "header_row": table[0].number,
        "line": table[0].number,
        "end_line": table[-1].number,
        "rows": [{"line": row.number, "cells": list(row.cells or ()), "values": []} for row in table],
    }
