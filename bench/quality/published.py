"""Show 3: the agendas of a folder, read from their JSON and from plain text made of it, against their own fields."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.quality.agenda import Published, read_published
from bench.quality.rendering import Form, Rendering, plain_lines, render
from extract.evidence import value_of
from extract.records import AttendanceStatus, ItemRecord, MeetingRecord

Statement = tuple[str, ...]  # ("3", "Godkendelse af dagsorden")
KINDS = ("points", "titles", "case numbers", "members absent", "absences at points")
_ABSENT = re.compile(r"(?:Fraværende|Afbud|Ikke til stede)\b")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what is printed was read."""

    stated: int = 0
    read: int = 0  # of what is stated
    told: int = 0  # read, not stated by a field, and printed as absent in the text of the point
    more: int = 0  # read, and printed nowhere

    def __add__(self, other: Share) -> Share:
        return Share(self.stated + other.stated, self.read + other.read, self.told + other.told, self.more + other.more)

    @property
    def recall(self) -> float | None:
        """Of what is stated, the share that was read."""
        return self.read / self.stated if self.stated else None


@dataclass(frozen=True, slots=True)
class Miss:
    """A statement that was not read, or one read that is not stated: where, and no text."""

    kind: str
    fault: str  # "missed" or "more"
    file: str
    line: int | None
    statement: Statement = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a folder gave."""

    files: int
    shares: dict[str, Share]
    misses: tuple[Miss, ...]


def measure_json(folder: Path) -> Outcome:
    """Each file as it is."""
    from extract.grammar import parse
    from extract.reading import read

    paths = sorted(folder.glob("*.json"))
    return _sum((read_published(path), None, parse(read(path))) for path in paths)


def measure_text(folder: Path, form: Form) -> Outcome:
    """Each file printed as plain text, and that read."""
    with tempfile.TemporaryDirectory(prefix="sagsgraf-quality-") as made:
        return _sum(_read_renderings(folder, form, Path(made)))


def _read_renderings(
    folder: Path, form: Form, made: Path
) -> Iterator[tuple[Published, Rendering, Sequence[MeetingRecord]]]:
    from extract.grammar import parse
    from extract.reading import read

    for path in sorted(folder.glob("*.json")):
        meeting = read_published(path)
        rendering = render(meeting, form)
        text = made / f"{path.stem}.txt"
        text.write_text(rendering.text, encoding="utf-8")
        yield meeting, rendering, parse(read(text))


def _sum(readings: Iterator[tuple[Published, Rendering | None, Sequence[MeetingRecord]]]) -> Outcome:
    shares = dict.fromkeys(KINDS, Share())
    misses: list[Miss] = []
    files = 0
    for meeting, rendering, records in readings:
        files += 1
        stated, found = stated_by(meeting), found_in(records)
        lines = _lines(meeting, rendering)
        for kind in KINDS:
            wanted, given = Counter(stated[kind]), Counter(found[kind])
            right, missed, more = wanted & given, wanted - given, given - wanted
            told = Counter({one: more[one] for one in more if kind == "absences at points" and _is_told(meeting, one)})
            more -= told
            shares[kind] += Share(wanted.total(), right.total(), told.total(), more.total())
            for fault, statements in (("missed", missed), ("more", more)):
                misses += [Miss(kind, fault, meeting.stem, lines.get(one[0]), one) for one in statements.elements()]
    return Outcome(files, shares, tuple(misses))


def _lines(meeting: Published, rendering: Rendering | None) -> dict[str, int]:
    numbers = [point.number for point in meeting.points]
    return dict(zip(numbers, rendering.headings, strict=True)) if rendering else {}


def stated_by(meeting: Published) -> dict[str, list[Statement]]:
    """What the fields state, kind by kind."""
    return {
        "points": [(point.number,) for point in meeting.points],
        "titles": [(point.number, point.title) for point in meeting.points],
        "case numbers": [(point.number, point.case_number) for point in meeting.points if point.case_number],
        "members absent": [(name,) for name in meeting.absent],
        "absences at points": [(point.number, name) for point in meeting.points for name in point.absent],
    }


def _is_told(meeting: Published, absence: Statement) -> bool:
    """Whether the HTML of a point prints a name behind "Fraværende" or "Afbud", on that line or below it."""
    number, name = absence
    lines = [
        line for point in meeting.points if point.number == number for html in point.html for line in plain_lines(html)
    ]
    return any(_ABSENT.match(line) and name in " ".join(lines[place : place + 9]) for place, line in enumerate(lines))


def found_in(records: Sequence[MeetingRecord]) -> dict[str, list[Statement]]:
    """What was read, in the same form. Somebody is absent at a point once, wherever it is printed."""
    items = [item for record in records for item in record.items]
    numbers = [(item, value_of(item.case_number)) for item in items]
    return {
        "points": [(item.number or "",) for item in items],
        "titles": [(item.number or "", " ".join(item.title.value.split())) for item in items],
        "case numbers": [(item.number or "", number) for item, number in numbers if number],
        "members absent": [
            (one.name,) for record in records for one in record.attendees if one.status is AttendanceStatus.ABSENT
        ],
        "absences at points": [(item.number or "", name) for item in items for name in _absent(item)],
    }


def _absent(item: ItemRecord) -> list[str]:
    return sorted({one.name for one in item.absences if one.status is AttendanceStatus.ABSENT})
