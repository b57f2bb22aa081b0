"""Agenda JSON as FirstAgenda Publication serves it: one line for each value, one for each block of an HTML field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from extract.document import Label, Line, Problem
from extract.errors import JsonMalformed
from extract.reading import cpr
from extract.reading.html import read_html
from extract.reading.lines import Draft, finish

_NO_ID = "00000000-0000-0000-0000-000000000000"
_CURE = "Fetch the meeting anew from the publisher's site; the form is that of FirstAgenda Publication."

Value = Mapping[str, Any]


def read_agenda(text: str) -> tuple[tuple[Line, ...], tuple[Problem, ...], dict[str, str]]:
    """The lines of an agenda in the order of print, what was noticed, and the ids that the source gives, by pointer.

    Raises JsonMalformed for what is not JSON or has no meeting and points.
    """
    agenda = _load(text)
    extra: dict[str, str] = {}
    drafts = [*_meeting(agenda, extra)]
    for index, item in enumerate(agenda["Dagsordenpunkter"]):
        if not isinstance(item, dict):
            raise JsonMalformed(f"Point {index + 1} of the agenda is no object.", _CURE)
        drafts += _item(item, f"/Dagsordenpunkter/{index}", extra)
    lines, problems = finish(drafts)
    return lines, problems, {pointer: cpr.mask_name(value) for pointer, value in extra.items()}


def _load(text: str) -> Value:
    try:
        agenda = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise JsonMalformed(f"The file is not JSON ({error}).", _CURE) from error
    if not isinstance(agenda, dict) or not isinstance(agenda.get("Dagsordenpunkter"), list):
        raise JsonMalformed("The JSON has no list of points (Dagsordenpunkter).", _CURE)
    if not isinstance(agenda.get("Moede"), dict):
        raise JsonMalformed("The JSON has no meeting (Moede).", _CURE)
    return agenda


def _meeting(agenda: Value, extra: dict[str, str]) -> Iterator[Draft]:
    body, meeting = agenda.get("Udvalg"), agenda["Moede"]
    _keep_ids(agenda, "", ("Id",), extra)
    if isinstance(body, dict):
        _keep_ids(body, "/Udvalg", ("Id",), extra)
        yield from _value(body, "/Udvalg", "Navn", Label.BODY)
    _keep_ids(meeting, "/Moede", ("Id", "MeetingEndUtc", "ReleasedDate"), extra)
    yield from _value(meeting, "/Moede", "Navn", Label.MEETING_NAME)
    yield from _value(meeting, "/Moede", "Dato" if meeting.get("Dato") else "MeetingBeginUtc", Label.DATE)
    yield from _value(meeting, "/Moede", "Sted", Label.PLACE)
    for index, member in _objects(meeting, "Moededeltagere"):
        absent = member.get("Absent") or member.get("ParticipationCancelled")
        yield from _value(member, f"/Moede/Moededeltagere/{index}", "Name", Label.ABSENT if absent else Label.PRESENT)
    yield from _html(meeting, "/Moede", "Description")


def _item(item: Value, place: str, extra: dict[str, str]) -> Iterator[Draft]:
    fields = _objects(item, "Felter")
    _keep_ids(item, place, ("Id", "AgendaUid"), extra)
    link = next((field["Link"] for _, field in fields if isinstance(field.get("Link"), str) and field["Link"]), None)
    yield from _value(item, place, "Number" if item.get("Number") else "Punktnummer", Label.ITEM_NUMBER)
    yield from _value(item, place, "Navn" if item.get("Navn") else "Caption", Label.ITEM_TITLE, link)
    yield from _value(item, place, "SagsNummer" if item.get("SagsNummer") else "CaseNumber", Label.CASE_NUMBER)
    for index, field in fields:
        pointer = f"{place}/Felter/{index}"
        _keep_ids(field, pointer, ("Id", "DocumentId"), extra)
        yield from _heading(field, pointer)
        yield from _html(field, pointer, "Html" if field.get("Html") else "Tekst")
    yield from _html(item, place, "ItemDecision")
    for index, attendee in _objects(item, "ExternalAgendaItemAttendees"):
        pointer = f"{place}/ExternalAgendaItemAttendees/{index}"
        _keep_ids(attendee, pointer, ("Reason",), extra)
        yield from _value(attendee, pointer, "Name", Label.ITEM_ABSENT)
    for index, attachment in _objects(item, "Bilag"):
        _keep_ids(attachment, f"{place}/Bilag/{index}", ("Id",), extra)
        yield from _value(attachment, f"{place}/Bilag/{index}", "Navn", Label.ATTACHMENT)


def _value(holder: Value, place: str, name: str, label: Label, link: str | None = None) -> Iterator[Draft]:
    """One value as one line; nothing where it is missing or empty."""
    value = holder.get(name)
    if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
        yield Draft(" ".join(str(value).split()), label=label, pointer=f"{place}/{name}", link=link)


def _heading(field: Value, pointer: str) -> Iterator[Draft]:
    """The name that a publisher gives a field ("Beslutning") is printed over it."""
    name = field.get("Navn")
    if isinstance(name, str) and name.strip():
        yield Draft(" ".join(name.split()), heading=2, pointer=f"{pointer}/Navn")


def _html(holder: Value, place: str, name: str) -> Iterator[Draft]:
    value = holder.get(name)
    if isinstance(value, str):
        for block in read_html(value):
            yield Draft(
                block.text,
                heading=block.heading,
                bullet=block.bullet,
                row=block.row,
                link=block.link,
                pointer=f"{place}/{name}",
            )


def _objects(holder: Value, name: str) -> list[tuple[int, Value]]:
    """The objects of a list with their indices; none where the source has null or something else."""
    value = holder.get(name)
    elements = value if isinstance(value, list) else []
    return [(index, element) for index, element in enumerate(elements) if isinstance(element, dict)]


def _keep_ids(holder: Value, place: str, names: tuple[str, ...], extra: dict[str, str]) -> None:
    for name in names:
        value = holder.get(name)
        if isinstance(value, str) and value and value != _NO_ID:
            extra[f"{place}/{name}"] = value
