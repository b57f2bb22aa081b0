"""What an agenda of FirstAgenda Publication (JSON) states in its own fields, read without any of our rules."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class PublishedPoint:
    """One point as the fields have it."""

    number: str
    title: str
    case_number: str | None
    absent: tuple[str, ...]  # the names of its attendance rows, each of which says "Fraværende"
    html: tuple[str, ...]
    attachments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """One meeting as the fields have it."""

    stem: str  # of the file
    body: str
    date: str  # ISO
    place: str
    present: tuple[str, ...]
    absent: tuple[str, ...]  # members marked absent, or who sent their regrets
    points: tuple[PublishedPoint, ...]


def read_published(path: Path) -> Published:
    """The fields of a file."""
    source = json.loads(path.read_bytes())
    meeting = source["Moede"]
    members = meeting.get("Moededeltagere") or []
    return Published(
        stem=path.stem,
        body=_plain(source["Udvalg"].get("Navn")),
        date=str(meeting.get("Dato") or meeting.get("MeetingBeginUtc")),
        place=_plain(meeting.get("Sted")),
        present=_names(one for one in members if not _is_absent(one)),
        absent=_names(one for one in members if _is_absent(one)),
        points=tuple(_point(point) for point in source["Dagsordenpunkter"]),
    )


def _point(point: dict[str, Any]) -> PublishedPoint:
    return PublishedPoint(
        number=_plain(point.get("Number")),
        title=_plain(point.get("Navn")),
        case_number=_plain(point.get("SagsNummer")) or None,
        absent=_names(point.get("ExternalAgendaItemAttendees") or []),
        html=tuple(field["Html"] for field in point.get("Felter") or [] if field.get("Html")),
        attachments=tuple(_plain(one.get("Navn")) for one in point.get("Bilag") or []),
    )


def _is_absent(member: dict[str, Any]) -> bool:
    return bool(member.get("Absent") or member.get("ParticipationCancelled"))


def _names(people: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for one in people if (name := _plain(one.get("Name")))))


def _plain(value: object) -> str:
    return " ".join(str(value or "").split())
