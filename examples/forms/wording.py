"""The words that every printed form of a meeting shares: heading, date line, list of members, broken letters."""

from __future__ import annotations

from datetime import date

from forms.source import Meeting, Point, Section

WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)


def heading(meeting: Meeting) -> str:
    """Say what the document is: `REFERAT X d. 12-03-2024`."""
    term = f" ({meeting.term})" if meeting.term else ""
    return f"{meeting.kind.upper()} {meeting.body}{term} d. {meeting.day:%d-%m-%Y}"


def cover(meeting: Meeting) -> list[tuple[str, str]]:
    """Give the labels of the cover with their values."""
    names = ", ".join(f"{a.name} ({a.note})" if a.note else a.name for a in meeting.attendees)
    return [
        ("Mødedato", f"{WEEKDAYS[meeting.day.weekday()]} d. {long_date(meeting.day)} kl. {meeting.start:%H:%M}"),
        ("Mødested", meeting.place),
        ("Mødedeltagere", names),
    ]


def long_date(day: date) -> str:
    """Print a day as the cover does: `02. februar 2026`."""
    return f"{day:%d}. {MONTHS[day.month - 1]} {day.year}"


def point_heading(point: Point) -> str:
    """Give the line that opens a point."""
    return f"Punkt {point.number}: {point.title}"


def broken(text: str, words: tuple[str, ...]) -> str:
    """Print these words as UTF-8 that somebody read as Windows-1252: `Mødedato` becomes `MÃ¸dedato`."""
    for word in words:
        text = text.replace(word, word.encode().decode("cp1252"))
    return text


def own_decision(point: Point) -> Section | None:
    """Give the decision of the meeting's own body: the last one, after those quoted from other bodies."""
    decisions = [section for section in point.sections if section.heading.startswith("Beslutning")]
    return decisions[-1] if decisions else None
