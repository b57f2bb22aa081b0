"""What a reference to another meeting means: the meeting, and of its points the one that is printed or likeliest.

A number that is printed decides. Where only a date is, the points of the one meeting that fits are ranked by likeness,
and the best is taken only where it is sure enough. What is printed but cannot be so (no such point, several meetings, a
past decision in the future) is kept as a possible link whose rule says what is wrong; nothing is guessed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files

from extract.entities.patterns import Strict
from extract.records import ItemKind
from graph import ids
from graph.threads.citizens import common_words, leave_out
from graph.threads.corpus import Corpus, Meeting, Point, Reference
from graph.threads.likeness import Likeness, Ranked, Weights, likeness_of
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.periods import Period, read
from graph.threads.strangers import by_a_stranger

SHOWN = 0.5  # from what confidence on a likely point is shown as possible
_MONTH = re.compile(r"\d{4}-\d\d(?=$|-(?:early|mid|late)$)")
_INITIALS = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,6}(?!\w)")
NEVER_MEANT = frozenset({ItemKind.AGENDA_APPROVAL, ItemKind.SIGNATURES})  # by a date alone
OTHER = "other"  # the status of a meeting whose document is no minutes


class Rule(StrEnum):
    """Why a reference means what it does: keys of the reader's texts."""

    NUMBER = "date_and_number"
    NUMBER_OF_DAY = "number_of_the_day"  # no body is named
    LIKENESS = "date_and_likeness"
    MEETING = "date"  # the meeting is known, which of its points is not
    OUTSIDE = "outside_corpus"
    NO_POINT = "no_such_point"
    SEVERAL = "several_meetings"
    FUTURE = "past_in_the_future"  # what has been decided cannot lie ahead
    ITSELF = "itself"


class _Confidence(Strict):
    number: float
    number_of_day: float
    meeting: float
    meeting_of_month: float
    outside: float
    doubtful: float


class Settings(Strict):
    """What ``references.toml`` holds."""

    past: tuple[str, ...]
    announcing: tuple[str, ...]
    elsewhere: tuple[str, ...]
    initials: dict[str, tuple[str, ...]]
    confidence: _Confidence

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """Finds a verb in the past."""
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.past))}|\w{{3,}}ede)\b", re.IGNORECASE)

    @cached_property
    def announcement(self) -> re.Pattern[str]:
        """Finds a word that makes a date an announcement."""
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.announcing))})\b", re.IGNORECASE)


@cache
def load_settings() -> Settings:
    """The settings; unknown or missing keys are an error."""
    return Settings.model_validate(tomllib.loads((files("graph.threads") / "references.toml").read_text("utf-8")))


def find_references(corpus: Corpus, weights: Weights | None = None) -> list[Link]:
    """One link for each reference that means a meeting or point; those that mean nothing that can be named get none.

    `weights` are those of ``likeness.toml`` unless others are to be measured.
    """
    reader = _Reader(corpus, Likeness(corpus, weights) if weights else likeness_of(corpus), common_words(corpus))
    links = (reader.read(reference) for reference in sorted(corpus.references, key=lambda each: each.id))
    return in_order(link for link in links if link)


@dataclass(frozen=True)
class _Reader:
    corpus: Corpus
    likeness: Likeness
    common: frozenset[str]  # words that are no names of persons

    def read(self, reference: Reference) -> Link | None:
        start = self.corpus.point[reference.item]
        body = reference.body or body_by_initials(reference.surface, self.corpus.body_names or {})
        if is_of_others(self.corpus, reference):
            return None
        day = _day(reference.date)
        if _ahead(reference, start) and _is_past(reference.sentence):
            return _doubtful(reference, Rule.FUTURE, meeting=_meeting_id(body, day))
        fitting = self._fitting(reference, body, start)
        if not fitting:
            return _outside(reference, start, body, day)
        if reference.item_number is not None:
            return self._numbered(reference, start, fitting, body)
        return self._by_likeness(reference, start, fitting, body)

    def _fitting(self, reference: Reference, body: str | None, start: Point) -> Sequence[Meeting]:
        """The meetings that may be meant. A meeting that only names its own date refers to nothing."""
        day = _day(reference.date)
        there = self.corpus.meetings_on.get(day, ()) if day else self._in_month(reference.date) if body else ()
        numbered = reference.item_number is not None
        return [
            meeting
            for meeting in sorted(there, key=lambda meeting: meeting.id)
            if body in (None, meeting.body) and meeting.status != OTHER and (numbered or meeting.id != start.meeting)
        ]

    def _in_month(self, printed: str) -> Sequence[Meeting]:
        month = _month(printed)
        return [each for each in self.corpus.meetings if month and each.date and each.date in month]

    def _numbered(self, reference: Reference, start: Point, fitting: Sequence[Meeting], body: str | None) -> Link:
        points = [
            point
            for meeting in fitting
            for point in self.corpus.points_of.get(meeting.id, ())
            if point.item_number == reference.item_number
        ]
        one_body = len({meeting.body for meeting in fitting}) == 1
        if not points:
            meeting = fitting[0].id if len(fitting) == 1 else None
            return _doubtful(reference, Rule.NO_POINT, meeting=meeting)
        if len(points) > 1:
            return self._of_several(reference, start, points, same_body=one_body)
        if points[0].id == start.id:
            return _doubtful(reference, Rule.ITSELF, meeting=start.meeting)
        sure = load_settings().confidence
        named = body is not None
        return Link(
            type=LinkType.STATED_REFERENCE,
            start=start.id,
            end=points[0].id,
            rule=Rule.NUMBER if named else Rule.NUMBER_OF_DAY,
            confidence=sure.number if named else sure.number_of_day,
            meeting=points[0].meeting,
            item_number=reference.item_number,
            via=reference.id,
            detail=reference.surface or None,
        )

    def _of_several(self, reference: Reference, start: Point, points: Sequence[Point], *, same_body: bool) -> Link:
        """A number that several meetings of the day have: taken where one point alone is like the sentence."""
        others = [point for point in points if point.id != start.id]
        ranked = self.likeness.rank(*said_in(reference, start), others)
        if same_body or not ranked or ranked[0].confidence < self.likeness.weights.accepted:
            return _doubtful(reference, Rule.SEVERAL)
        return self._to(LinkType.STATED_REFERENCE, reference, ranked[0])

    def _by_likeness(self, reference: Reference, start: Point, fitting: Sequence[Meeting], body: str | None) -> Link:
        exact = _day(reference.date) is not None
        if len(fitting) > 1 and (body is not None or not exact):
            return _doubtful(reference, Rule.SEVERAL)
        points = [
            point
            for meeting in fitting
            for point in self.corpus.points_of.get(meeting.id, ())
            if point.id != start.id and point.kind not in NEVER_MEANT
        ]
        ranked = self.likeness.rank(*said_in(reference, start), points)
        if ranked and ranked[0].confidence >= SHOWN:
            return self._to(LinkType.DATE_REFERENCE, reference, ranked[0])
        sure = load_settings().confidence
        if len(fitting) > 1:
            return _doubtful(reference, Rule.SEVERAL)
        return Link(
            type=LinkType.DATE_REFERENCE,
            start=start.id,
            end=None,
            rule=Rule.MEETING,
            confidence=sure.meeting if exact else sure.meeting_of_month,
            meeting=fitting[0].id,
            via=reference.id,
            detail=reference.surface or None,
        )

    def _to(self, kind: LinkType, reference: Reference, best: Ranked) -> Link:
        start, weights = self.corpus.point[reference.item], self.likeness.weights
        ahead = bool(start.date and best.point.date and best.point.date > start.date)
        same = start.number is not None and start.number == best.point.number
        taken = best.confidence >= (weights.announced if ahead and not same else weights.accepted)
        return Link(
            type=kind,
            start=reference.item,
            end=best.point.id,
            rule=Rule.LIKENESS,
            confidence=round(best.confidence, 3),
            status=LinkStatus.ACCEPTED if taken else LinkStatus.POSSIBLE,
            meeting=best.point.meeting,
            item_number=reference.item_number,
            via=reference.id,
            detail=self._shown(reference, best) or reference.surface or None,
        )

    def _shown(self, reference: Reference, best: Ranked) -> str:
        """The shared words that are not the name of a citizen."""
        matter = leave_out(reference.sentence, self.common)
        return ", ".join(word for word in best.shared if word in matter)


def said_in(reference: Reference, start: Point) -> tuple[str, Point | None]:
    """What is said where a reference stands: its sentence, and the point it is in.

    Of a cell of a table it is the row, by itself: the rows of a list are different matters.
    """
    rows = [line for line in start.text.splitlines() if "\t" in line and reference.sentence in line]
    return ("\n".join(rows), None) if rows and reference.sentence else (reference.sentence, start)


def _outside(reference: Reference, start: Point, body: str | None, day: date | None) -> Link | None:
    """A meeting of which no document is at hand: named where body and day are printed."""
    meeting = _meeting_id(body, day)
    if meeting is None or meeting == start.meeting:
        return None
    return Link(
        type=_kind(reference),
        start=reference.item,
        end=None,
        rule=Rule.OUTSIDE,
        confidence=load_settings().confidence.outside,
        meeting=meeting,
        item_number=reference.item_number,
        via=reference.id,
        detail=reference.surface or None,
    )


def _doubtful(reference: Reference, rule: Rule, *, meeting: str | None = None) -> Link:
    """What is printed, kept beside what is wrong with it."""
    return Link(
        type=_kind(reference),
        start=reference.item,
        end=None,
        rule=rule,
        confidence=load_settings().confidence.doubtful,
        status=LinkStatus.POSSIBLE,
        meeting=meeting,
        item_number=reference.item_number,
        via=reference.id,
        detail=reference.surface or None,
    )


def is_of_others(corpus: Corpus, reference: Reference) -> bool:
    """Whether a reference is to a meeting of none of the municipality's bodies, as far as is known."""
    settings, names = load_settings(), corpus.body_names or {}
    body = reference.body or body_by_initials(reference.surface, names)
    if body is not None and body.rpartition(".")[2] in (ids.UNKNOWN, *settings.elsewhere):
        return True
    return by_a_stranger(reference, corpus.municipality, names)


def _kind(reference: Reference) -> LinkType:
    return LinkType.DATE_REFERENCE if reference.item_number is None else LinkType.STATED_REFERENCE


def _meeting_id(body: str | None, day: date | None) -> str | None:
    return ids.meeting_id(body, day) if body and day else None


def _day(printed: str) -> date | None:
    """The date, where it is a whole one."""
    try:
        day = date.fromisoformat(printed)
    except ValueError:
        return None
    return day if day.isoformat() == printed else None


def _month(printed: str) -> Period | None:
    """The month of a partial date, "medio juni 2022" as well as "juni 2022"; none for what is longer.

    In a quarter or a season a body meets several times; if one meeting fits, the others' minutes are not at hand.
    """
    match = _MONTH.match(printed)
    period = read(match[0]) if match else None
    return period if isinstance(period, Period) else None


def _ahead(reference: Reference, start: Point) -> bool:
    """Whether the printed date lies wholly after the point's own."""
    period = _month(reference.date)
    first = _day(reference.date) or (period.first if period else None)
    return bool(first and start.date and first > start.date)


def _is_past(sentence: str) -> bool:
    """Whether a sentence tells what has happened, and announces nothing."""
    settings = load_settings()
    return bool(settings.telling.search(sentence)) and not settings.announcement.search(sentence)


def body_by_initials(surface: str, names: Mapping[str, str]) -> str | None:
    """The body whose initials stand in a reference: "BY 23.04.2025 pkt. 25". Unknown ones are a body of no name."""
    match = _INITIALS.search(surface)
    if match is None:
        return None
    found = [id_ for id_, name in sorted(names.items()) if match[0] in _initials(id_, name)]
    return found[0] if len(found) == 1 else ids.UNKNOWN


def _initials(id_: str, name: str) -> frozenset[str]:
    usual = load_settings().initials.get(id_.rpartition(".")[2], ())
    words = re.findall(r"[^\W\d_]+", re.sub(r"\b(?:og|for|samt)\b", " ", name))
    made = "".join(word[0] for word in words).upper()
    committee = len(words) > 1 and "udvalg" in words[-1].casefold()
    return frozenset({*usual, f"{made}U"} if committee else usual)
