"""A meeting as FirstAgenda Publication serves it: JSON whose points carry their text as HTML fields.

The decision field of a point is empty there; the decision stands in the HTML, under a heading. Whether it is minutes
or an agenda must be seen from the content: the file always calls itself `Dagsorden`.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from html import escape
from uuid import NAMESPACE_URL, UUID, uuid5

from forms import wording
from forms.source import Block, Bullets, Meeting, Paragraph, Point, Section, Subheading, Table

DECISION, COURSE, ATTACHMENTS = "Beslutning", "Sagens forløb", "Bilag"
NONE = str(UUID(int=0))
ABSENT = 2  # AttendanceType of somebody who was away at one point
_ENTITIES = str.maketrans(
    {"æ": "&aelig;", "ø": "&oslash;", "å": "&aring;", "Æ": "&AElig;", "Ø": "&Oslash;", "Å": "&Aring;", "§": "&sect;"}
)


def print_json(meeting: Meeting, address: str) -> str:
    """Print the meeting; `address` is the site that serves it."""
    page = f"{address}/{meeting.stem}"
    agenda = {
        "Dagsordenpunkter": [
            _point(point, order, page, address) for order, point in enumerate(meeting.points, start=1)
        ],
        "Udvalg": {"Id": _id(address, meeting.body), "Navn": _body_name(meeting), "Historisk": False},
        "Moede": _meeting(meeting),
        "TillaegsDagsorden": False,
        "Id": _id(page),
        "Lydfiler": None,
    }
    return json.dumps(agenda, ensure_ascii=False, indent=2) + "\n"


def _body_name(meeting: Meeting) -> str:
    return f"{meeting.body} {meeting.term}".rstrip()


def _meeting(meeting: Meeting) -> dict[str, object]:
    begin = datetime.combine(meeting.day, meeting.start).isoformat() + _utc_offset(meeting.day)
    return {
        "Id": NONE,
        "MeetingBeginUtc": begin,
        "MeetingEndUtc": None,
        "ReleasedDate": None,
        "Dato": begin,
        "Sted": meeting.place,
        "Afsluttet": True,
        "Moededeltagere": [
            {
                "Name": attendee.name,
                "Absent": attendee.note == "Fravær",
                "ParticipationCancelled": False,
                "AttendanceType": 0,
            }
            for attendee in meeting.attendees
        ],
        "Navn": "Dagsorden",
        "Description": "",
        "ElasticSearchResults": None,
        "IsSupplementaryAgenda": False,
    }


def _point(point: Point, order: int, page: str, address: str) -> dict[str, object]:
    identity = _id(page, point.number)
    title = f"Lukket: {point.title}" if point.closed else point.title
    field = _id(page, point.number, "field")
    return {
        "Lydfiler": None,
        "Ressourcer": None,
        "Felter": [
            {
                "Navn": "",
                "Html": _closed_html(point) if point.closed else _html(point),
                "Tekst": None,
                "Id": NONE,
                "Link": f"{address}/Vis/Pdf/bilag/{field}",
                "DocumentId": field,
            }
        ],
        "Presentations": None,
        "ItemDecision": None,
        "SagsNummer": point.case_number,
        "Navn": title,
        "Punktnummer": point.number,
        "Bilag": [
            {"HarPdfVersion": "true", "Order": at, "Navn": name, "Id": _id(page, point.number, name)}
            for at, name in enumerate(_attachments(point))
        ],
        "Documents": None,
        "Id": identity,
        "IntegrationUid": NONE,
        "CorporationUid": NONE,
        "AgendaUid": _id(page),
        "Number": point.number,
        "Sorting": order,
        "IsOpen": False,
        "CaseNumber": point.case_number,
        "SourceId": None,
        "Caption": title,
        "CasePresentationUid": None,
        "ExternalAgendaItemAttendees": [
            {"Name": name, "Email": None, "AttendanceType": ABSENT, "Reason": "Fraværende", "AgendaItemUid": identity}
            for name in point.absent
        ],
    }


def _attachments(point: Point) -> list[str]:
    blocks = [block for section in point.sections if section.heading == ATTACHMENTS for block in section.blocks]
    return [entry for block in blocks if isinstance(block, Bullets) for entry in block.entries]


def _html(point: Point) -> str:
    """Decision first, then the presentation with its headings, then what other bodies decided."""
    parts = ["<div><div id='sagsfremstillingContainer'>\r\n\r\n"]
    decision = wording.own_decision(point)
    if decision:
        parts.append(f"<div><h3>{DECISION}</h3>\r\n<span>{_blocks(decision)}{_absent(point)}</span>\r\n</div>\r\n")
    rest = [s for s in point.sections if s.heading not in (DECISION, COURSE, ATTACHMENTS)]
    inner = "".join(f"<div> <h3><span>{_text(s.heading)}</span></h3> {_blocks(s)} </div> " for s in rest)
    parts.append(f"<h3>Fremstilling</h3>\r\n<span class='ukendt'>{inner}</span>\r\n\r\n")
    parts += [_course(section) for section in point.sections if section.heading == COURSE]
    return "".join(parts) + "\r\n\r\n</div></div>"


def _closed_html(point: Point) -> str:
    """Of a closed point only the decision is shown, and often not even that; its letters are entities."""
    decision = wording.own_decision(point)
    shown = _blocks(decision) if decision else f"<div>{DECISION} ikke frigivet</div>"
    return f"<div>{shown.translate(_ENTITIES)}</div>"


def _absent(point: Point) -> str:
    return f"<br><br>Fraværende: {_text(', '.join(point.absent))}" if point.absent else ""


def _course(section: Section) -> str:
    """What other bodies decided: date and body underlined, the decision below."""
    shown = "".join(
        f"<u>{_text(block.text)}</u><br>\r " if isinstance(block, Subheading) else f"{_block(block)}<br>\r \r "
        for block in section.blocks
    )
    return f"<h3>{COURSE}</h3>\r\n<span class='sagsforloeb'>{shown}</span>\r\n\r\n"


def _blocks(section: Section) -> str:
    return " <div>\xa0</div> ".join(_block(block) for block in section.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(text):
            return f"<div>{_text(text)}</div>"
        case Subheading(text):
            return f"<div><strong>{_text(text)}</strong></div>"
        case Bullets(entries):
            return "<ul> " + " ".join(f"<li>{_text(entry)}</li>" for entry in entries) + " </ul>"
        case Table(rows):
            return f'<table border="1" cellspacing="0" cellpadding="0"> <tbody> {_rows(rows)} </tbody> </table>'


def _rows(rows: tuple[tuple[str, ...], ...]) -> str:
    return " ".join(
        "<tr> " + " ".join(f"<td> <div>{_text(cell)}</div> </td>" for cell in row) + " </tr>" for row in rows
    )


def _text(text: str) -> str:
    return escape(text, quote=False)


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(parts)))


def _utc_offset(day: date) -> str:
    """Danish time: summer from the last Sunday of March to the last Sunday of October (meetings are never at night)."""
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    return "+02:00" if summer else "+01:00"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
