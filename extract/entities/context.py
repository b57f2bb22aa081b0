"""What a whole document tells about its own names, read once before its points are searched.

No list of names is kept anywhere: persons are those whom this document prints as members, voters or movers, and the
meeting's own body is the one in its header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from extract.document import Document
from extract.entities.lexicon import organisations
from extract.evidence import value_of
from extract.grammar.bodies import initials, read_body
from extract.grammar.legends import read_legend
from extract.grammar.locallists import read_lists
from extract.grammar.paragraphs import read_paragraphs
from extract.lexicon.parties import party_named
from extract.mentions import BodyName
from extract.records import MeetingRecord, Vote

_HEAD = 200  # lines above the first point in which abbreviations are explained
_TITLE = re.compile(r"^(?:Borgmester|Viceborgmester|Formand|Næstformand|Rådmand)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Roster:
    """The persons whom a document prints, each with the party printed for them, if any."""

    parties: Mapping[str, str | None]  # by full name

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Every form that means one of them: full names, and first with last name where only one person has both."""
        owners: dict[str, set[str]] = {}
        for name in self.parties:
            words = name.split()
            for form in {name, f"{words[0]} {words[-1]}"} if len(words) > 1 else set():
                owners.setdefault(form, set()).add(name)
        return {form: next(iter(names)) for form, names in owners.items() if len(names) == 1}

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """Last names that only one of them has."""
        owners: dict[str, set[str]] = {}
        for name in self.parties:
            if " " in name:
                owners.setdefault(name.split()[-1], set()).add(name)
        return {surname: next(iter(names)) for surname, names in owners.items() if len(names) == 1}


@dataclass(frozen=True, slots=True)
class LocalName:
    """An organisation that the grammar found in the document, or that a watch list or the lexicon names."""

    name: str
    type: str
    surfaces: tuple[str, ...]  # as they may be printed, without genitive
    rule: str
    confidence: float
    known: bool = False


@dataclass(frozen=True)
class Context:
    """One meeting of one document."""

    municipality: str | None = None
    own: BodyName | None = None
    date: date | None = None
    roster: Roster = field(default_factory=lambda: Roster({}))
    bodies: tuple[BodyName, ...] = ()  # named in headings: own, procedure, decisions
    local: tuple[LocalName, ...] = ()
    lists: Mapping[str, str] = field(default_factory=dict)  # letters that the document explains: T = Tværlisten
    legend: Mapping[str, str] = field(default_factory=dict)  # abbreviations of bodies that its head explains

    def party(self, letters: str) -> str | None:
        """The party of letters: as the document explains them, else as the country knew them in the meeting's year."""
        return self.lists.get(letters) or party_named(letters, self.date.year if self.date else None)

    @cached_property
    def body_keys(self) -> Mapping[str, str]:
        """The canonical name of each known body by its key."""
        return {body_key(body.name): body.name for body in reversed(self.bodies)}

    @cached_property
    def initials(self) -> str | None:
        """The letters that stand for the meeting's own body: BBU, ØU."""
        return initials(self.own.name) if self.own else None

    @cached_property
    def place(self) -> str | None:
        """The municipality's name without "Kommune"."""
        return re.sub(r"^Region | Kommune$", "", self.municipality) if self.municipality else None


def body_key(name: str) -> str:
    """What all spellings of a body's name have in common: "Arbejde- og" and "Arbejds og" are one joint."""
    return re.sub(r"[\s,-]|\b(?:og|samt)\b|&", "", read_body(name).name.casefold())


def read_context(record: MeetingRecord, document: Document | None = None) -> Context:
    """The context of a meeting: its header, what the grammar found in its points, the lists that the document names."""
    own = value_of(record.body)
    bodies = [own] if own else []
    for item in record.items:
        bodies += [step.body for step in item.procedure]
        bodies += [decision.body for decision in item.decisions]
    return Context(
        municipality=value_of(record.municipality),
        own=own,
        date=value_of(record.date),
        roster=Roster(dict(_persons(record))),
        bodies=tuple({body.name: body for body in bodies}.values()),
        lists=_lists(record, document) if document else {},
        legend=_legend(record, document) if document else {},
    )


def _head_length(record: MeetingRecord) -> int:
    """How many lines stand above the first point."""
    return min((item.first_line for item in record.items), default=1) - 1


def _lists(record: MeetingRecord, document: Document) -> dict[str, str]:
    first = _head_length(record)
    head, text = document.lines[:first], document.lines[first:]
    return read_lists((line.text for line in head), (line.text for line in text))


def _legend(record: MeetingRecord, document: Document) -> dict[str, str]:
    """What abbreviations of bodies stand for by the lines above the first point; one that the country uses is none."""
    first = _head_length(record)
    explained = read_legend(read_paragraphs(document, document.lines[max(0, first - _HEAD) : first]))
    return {short: body.name for short, body in explained.items() if short not in organisations().by_name}


def _persons(record: MeetingRecord) -> Iterator[tuple[str, str | None]]:
    """Names with their parties; a later row with a party wins over one without."""
    parties: dict[str, str | None] = {}
    for name, party in _rows(record):
        bare = _TITLE.sub("", name).strip()
        parties[bare] = party or parties.get(bare)
    yield from ((name, party) for name, party in parties.items() if " " in name)


def _rows(record: MeetingRecord) -> Iterator[tuple[str, str | None]]:
    for attendee in record.attendees:
        yield attendee.name, attendee.party_surface
        if attendee.substitute_for:
            yield attendee.substitute_for, None
    for item in record.items:
        for absence in item.absences:
            yield absence.name, None
        for decision in item.decisions:
            yield from _voters(decision.votes)


def _voters(votes: Iterable[Vote]) -> Iterator[tuple[str, str | None]]:
    for vote in votes:
        voters = [voter for _, voter in vote.ballots] + ([vote.mover] if vote.mover else [])
        for voter in voters:
            if voter.person:
                yield voter.person, voter.party_surface
