"""Calendars (RFC 5545). An appointment has the time that its document prints, and no other: without one it is a day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from api.languages import Language
from api.pages.atom import stable_id
from api.version import VERSION

if TYPE_CHECKING:
    from icalendar import Event

MEDIA_TYPE = "text/calendar"
ZONE = "Europe/Copenhagen"
# Danish time since summer time came, as rules that all calendars know: it began at 2 on the last Sunday of March from
# 1981 on, and ended at 3 on the last Sunday of September until 1995, of October since (tz database, zone Europe/Berlin,
# rule EU; directive 2000/84/EC). What the library makes are lists of days, which some calendars do not read.
_TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19810927T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950930T000000Z
END:STANDARD
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::\d\d)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting or the last day of a promise; ``address`` is the path of its page, ``told`` the day it was told of."""

    id: str
    day: dt.date
    time: str | None
    title: str
    text: str
    address: str
    told: dt.date
    place: str | None = None
    cancelled: bool = False


def write_calendar(
    name: str, appointments: Sequence[Appointment], root: str, language: Language = Language.DANISH
) -> bytes:
    """The appointments as a calendar; ``root`` is the public address before every path."""
    from icalendar import Calendar, Timezone  # loads the zones of the world

    calendar = Calendar()
    calendar.add("prodid", f"-//Sagsgraf//{VERSION}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _plain(name))
    calendar.add("x-wr-calname", _plain(name))
    if any(_time_of(one) for one in appointments):
        calendar.add_component(Timezone.from_ical(_TIMEZONE))
    for one in appointments:
        calendar.add_component(_event(one, root))
    made: bytes = calendar.to_ical()
    return made


def _event(one: Appointment, root: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", stable_id(one.id).removeprefix("urn:uuid:"))
    event.add("dtstamp", dt.datetime.combine(one.told, dt.time(), dt.UTC))
    event.add("dtstart", _start(one))
    event.add("summary", _plain(one.title))
    event.add("description", _plain(one.text))
    if one.place:
        event.add("location", _plain(one.place))
    event.add("url", root + one.address)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # whoever follows a committee is not busy when it meets
    return event


def _start(one: Appointment) -> dt.date | dt.datetime:
    time = _time_of(one)
    return dt.datetime.combine(one.day, time, ZoneInfo(ZONE)) if time else one.day


def _time_of(one: Appointment) -> dt.time | None:
    """The time that is printed, where it is one."""
    found = _TIME.fullmatch((one.time or "").strip())
    return dt.time(int(found["hour"]), int(found["minute"])) if found else None


def _plain(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()
