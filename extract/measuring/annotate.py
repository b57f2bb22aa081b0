"""Records in the form that people annotate in, so that what was found can be measured, and corrected into new gold.

The form is defined by `SCHEMA.md`, which comes with the gold. Fields of which the records know nothing
(events, anaphora, ambiguities, traps) are written empty, for a person to fill in. Beyond it, each row names the `rule`
that read it, and a list of texts its rules in a parallel list, so that a comparison of two runs can say which rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from extract.document import Document
from extract.evidence import Known, Stated, value_of
from extract.measuring.item_rows import absent_names, annotate_item, item_number, missing_names
from extract.measuring.mention_rows import Surroundings, surface_of
from extract.records import AttendanceStatus, Attendee, AttendeeKind, DocumentKind, ItemKind, ItemRecord, MeetingRecord

Annotation = dict[str, Any]

_KINDS = {DocumentKind.MINUTES: "referat", DocumentKind.AGENDA: "dagsorden", DocumentKind.OTHER: "other"}
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MEMBERS = frozenset({AttendeeKind.MEMBER, AttendeeKind.SUBSTITUTE})


def annotate(records: Sequence[MeetingRecord], document: Document) -> list[Annotation]:
    """One annotation for each meeting of the document, in their order."""
    return [_annotate_meeting(record, document) for record in records]


def annotation_name(document: Document, index: int) -> str:
    """The file name of the annotation at `index` (from 0): `NAME.json`, then `NAME_2.json` and so on."""
    stem = document.provenance.name.rpartition(".")[0] or document.provenance.name
    return f"{stem}.json" if index == 0 else f"{stem}_{index + 1}.json"


def _annotate_meeting(record: MeetingRecord, document: Document) -> Annotation:
    items = record.items if record.kind is not DocumentKind.OTHER else ()
    surroundings = Surroundings.of(record, document)
    return {
        "document": {"file": document.provenance.name, "kind": _KINDS[record.kind]},
        "meeting": _header(record) | _attendance(record),
        "toc": [{"title": entry.title, "page": entry.page, "line": entry.evidence.line} for entry in record.contents],
        "items": [annotate_item(item, surroundings) for item in items],
        "traps": [],
        "ambiguities": [],
        "irregularities": [
            {
                "line": problem.line,
                "surface": document.line(problem.line).raw,
                "kind": problem.code,
                "note": problem.message,
            }
            for problem in record.problems
            if problem.line
        ],
    }


def _header(record: MeetingRecord) -> Annotation:
    body, day, time = value_of(record.body), value_of(record.date), value_of(record.start_time)
    return {
        "municipality": value_of(record.municipality),
        "municipality_evidence_line": _line(record.municipality),
        "body": body.name if body else None,
        "body_surface": body.surface if body else None,
        "body_line": _line(record.body),
        "term": value_of(record.term),
        "term_source": _term_source(record.term),
        "date": day.isoformat() if day else None,
        "weekday": _weekday(day),
        "start_time": time.strftime("%H:%M") if time else None,
        "date_line": _line(record.date),
        "place": value_of(record.place),
        "place_surface": surface_of(record.place.evidence) if isinstance(record.place, Stated) else None,
        "place_line": _line(record.place),
    } | {
        f"{name}_rule": known.evidence.rule
        for name in ("municipality", "body", "date", "start_time", "place")
        if isinstance(known := getattr(record, name), Stated)
    }


def _line(known: Known[Any]) -> int | None:
    return known.evidence.line if isinstance(known, Stated) else None


def _term_source(term: Known[str]) -> str | None:
    if not isinstance(term, Stated):
        return None
    return "inferred" if term.evidence.rule.endswith("inferred") else "header"


def _weekday(day: date | None) -> str | None:
    return _WEEKDAYS[day.weekday()] if day else None


def _attendance(record: MeetingRecord) -> Annotation:
    """Who was there. Somebody missing at some points only counts as present, and is listed in `partial`."""
    missed = _missed_points(record.items)
    members = [one for one in record.attendees if one.kind in _MEMBERS]
    absent = [one for one in members if _missed_all(one, record.items)]
    present = [one for one in members if one not in absent]
    partly = [name for name in missed if name not in {one.name for one in absent}]
    return {
        "present": [one.name for one in present],
        "absent": [one.name for one in absent],
        "partial": [{"person": name, "absent_items": missed[name], "note": None} for name in partly],
        "present_surface": [surface_of(one.evidence) for one in present],
        "absent_surface": [surface_of(one.evidence) for one in absent],
        "present_lines": _lines_of(present),
        "absent_lines": _lines_of(absent),
        "present_rules": [one.evidence.rule for one in present],
        "absent_rules": [one.evidence.rule for one in absent],
    }


def _lines_of(attendees: Sequence[Attendee]) -> list[int]:
    return sorted({one.evidence.line for one in attendees})


def _missed_points(items: Sequence[ItemRecord]) -> dict[str, list[int | str | None]]:
    """The numbers of the points in which each person took no part."""
    missed: dict[str, list[int | str | None]] = {}
    for item in items:
        for name in missing_names(item):
            missed.setdefault(name, []).append(item_number(item))
    return missed


def _missed_all(attendee: Attendee, items: Sequence[ItemRecord]) -> bool:
    """Whether somebody was absent from the whole meeting, by the header and by every point that could contradict it.

    After the header says absent, points without a decision say nothing where absence is printed after decisions
    only; where a footer at points names the person, a point without that footer contradicts. Where the header says
    present, every point must say otherwise. A page for signatures never says anything. A list of absentees in the
    header holds for the whole meeting; a mark on the list of members is what the points may contradict.
    """
    if attendee.status is AttendanceStatus.ABSENT and attendee.evidence.rule.startswith("header.absent"):
        return True
    points = [item for item in items if item.kind is not ItemKind.SIGNATURES]
    missed = [item for item in points if attendee.name in absent_names(item)]
    if attendee.status is not AttendanceStatus.ABSENT:
        return bool(missed) and len(missed) == len(points)
    footers = any(one.name == attendee.name and one.scope == "item" for item in points for one in item.absences)
    telling = [item for item in points if footers or any(decision.own for decision in item.decisions)]
    return not missed or all(item in missed for item in telling)
