"""One meeting's record as nodes and relations: a pure function, with ids from `graph.ids` alone."""

from __future__ import annotations

import re
from typing import Any

from extract.document import Media
from extract.evidence import Known, Stated, value_of
from extract.mentions import BodyName
from extract.records import Attendee, AttendeeKind, DocumentKind, MeetingRecord
from graph import ids
from graph.facts import Facts, Gathering
from graph.items import assemble_item
from graph.naming import name_body, name_person
from graph.schema import Row, load_schema

JSON_RANK, TEXT_RANK, REPAIRED_RANK = 1, 2, 3
READ, UNPARSED = "read", "unparsed"
REPAIRED = "letters-repaired"  # the problem that a reader reports where it had to repair letters
_STATUS = {DocumentKind.MINUTES: "held", DocumentKind.AGENDA: "planned", DocumentKind.OTHER: "other"}


def assemble(record: MeetingRecord) -> Facts:
    """The nodes and relations that one record states, checked against the schema.

    Everything stands under `natural_id(record)`; a record that is `unparsed` gives its Document alone. Raises
    `graph.errors.SchemaBroken` where a value is not what the schema allows.
    """
    document = document_row(record)
    load_schema().check_node("Document", document)
    if unparsed(record):
        return Facts(nodes={"Document": [document]}, relations={})
    meeting = natural_id(record)
    gathering = Gathering(record, meeting, municipality_of(record))
    _add_meeting(gathering, record)
    for attendee in record.attendees:
        _add_attendee(gathering, attendee)
    seen: dict[str, int] = {}
    for item in record.items:
        key = ids.item_id(meeting, item.number, item.ordinal)
        seen[key] = seen.get(key, 0) + 1
        assemble_item(gathering, item, ids.item_id(meeting, item.number, item.ordinal, seen[key]))
    facts = gathering.finish()
    return Facts({**facts.nodes, "Document": [document]}, facts.relations, facts.claims)


def unparsed(record: MeetingRecord) -> bool:
    """Whether the document could not be read as minutes: its text is kept, nothing is guessed."""
    return record.kind is DocumentKind.OTHER and not record.items


def municipality_of(record: MeetingRecord) -> str:
    """The id of the record's municipality."""
    return ids.municipality_id(value_of(record.municipality))


def natural_id(record: MeetingRecord) -> str:
    """The id of the meeting as long as no second one of that body on that day is known.

    Documents share a meeting only where municipality, body and date are all known and both are minutes or agenda.
    """
    body, day = ids.body_id(municipality_of(record), _body_name(record)), value_of(record.date)
    if day and shareable(record):
        return ids.meeting_id(body, day)
    return ids.page_id(body, day, record.provenance.sha256, record.ordinal)


def shareable(record: MeetingRecord) -> bool:
    """Whether another document may be of the same meeting."""
    known = isinstance(record.municipality, Stated) and isinstance(record.body, Stated)
    return known and isinstance(record.date, Stated) and record.kind is not DocumentKind.OTHER


def document_row(record: MeetingRecord) -> Row:
    """The properties of the Document that a record comes from."""
    origin = record.provenance
    row = {
        "id": origin.sha256,
        "name": origin.name,
        "size": origin.size,
        "media": origin.media.value,
        "source_url": origin.source_url,
        "retrieved": origin.retrieved,
        "extractor": origin.extractor,
        "kind": record.kind.value,
        "status": UNPARSED if unparsed(record) else READ,
        "page_count": record.page_count,
        "layout": record.layout,
        "layout_confidence": record.layout_confidence if record.layout else None,
        "warnings": sorted({problem.code for problem in record.problems}),
        "text": record.text,
        "rank": _rank(record),
    }
    return {name: value for name, value in row.items() if value is not None}


def _rank(record: MeetingRecord) -> int:
    if record.provenance.media is Media.AGENDA_JSON:
        return JSON_RANK
    return REPAIRED_RANK if any(problem.code == REPAIRED for problem in record.problems) else TEXT_RANK


def _body_name(record: MeetingRecord) -> str | None:
    body = value_of(record.body)
    return body.name if body else None


def _add_meeting(gathering: Gathering, record: MeetingRecord) -> None:
    start = value_of(record.start_time)
    meeting = ("Meeting", gathering.meeting)
    gathering.node(
        *meeting,
        date=value_of(record.date),
        start_time=f"{start:%H:%M}" if start else None,
        place=value_of(record.place),
        status=_STATUS[record.kind],
        leading_document=record.provenance.sha256,
    )
    gathering.relate(meeting, "DOCUMENTED_BY", ("Document", record.provenance.sha256))
    municipality = value_of(record.municipality)
    gathering.entity("Municipality", gathering.municipality, name=municipality or ids.UNKNOWN)
    body_name = value_of(record.body) or BodyName(ids.UNKNOWN, ids.UNKNOWN)
    body = name_body(gathering, body_name)
    gathering.relate(("Body", body), "HELD", meeting)
    _add_term(gathering, body, value_of(record.term))
    _support(gathering, "municipality", record.municipality, municipality)
    _support(gathering, "body", record.body, body)
    _support(gathering, "term", record.term, value_of(record.term))
    _support(gathering, "date", record.date, value_of(record.date))
    _support(gathering, "start_time", record.start_time, start)
    _support(gathering, "place", record.place, value_of(record.place))


def _support(gathering: Gathering, field: str, known: Known[Any], value: Any) -> None:
    if isinstance(known, Stated):
        gathering.support("Meeting", gathering.meeting, field, value, known.evidence)


def _add_term(gathering: Gathering, body: str, term: str | None) -> None:
    if term is None:
        return
    years = [int(year) for year in re.findall(r"\b\d{4}\b", term)]
    start, end = years if len(years) == 2 else (None, None)
    id_ = gathering.entity("Term", ids.term_id(body, term), name=term, start=start, end=end)
    gathering.relate(("Body", body), "HAS_TERM", ("Term", id_))
    gathering.relate(("Meeting", gathering.meeting), "IN_TERM", ("Term", id_))


def _add_attendee(gathering: Gathering, attendee: Attendee) -> None:
    """A place on the list. A guest is no person in public office and gets no Person."""
    id_ = gathering.node(
        "Attendance",
        ids.part_id(gathering.meeting, "attendance", attendee.name),
        name=attendee.name,
        status=attendee.status.value,
        kind=attendee.kind.value,
        scope="meeting",
        party_surface=attendee.party_surface,
        rank=attendee.rank,
        substitute_for=attendee.substitute_for,
    )
    gathering.relate(("Attendance", id_), "AT_MEETING", ("Meeting", gathering.meeting))
    gathering.support("Attendance", id_, "status", attendee.status, attendee.evidence)
    if attendee.kind is not AttendeeKind.GUEST and (person := name_person(gathering, attendee.name)):
        gathering.relate(("Person", person), "HAS_ATTENDANCE", ("Attendance", id_))
