"""What a document says in two ways that cannot both be true: both statements are kept, and neither is preferred.

No conflict is made of what a layout merely says twice. A side of a vote where a party stands as a block has no number
of names; who is away for the whole meeting and came late is not away; a source without rows about a point says nothing
of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from extract.evidence import Evidence, Stated
from extract.records import (
    AttendanceStatus,
    BallotOption,
    Decision,
    ItemRecord,
    MeetingRecord,
    Outcome,
    Vote,
    Voter,
)
from graph import ids
from graph.facts import Gathering

OPEN = "open"  # the only status: which statement is right is for a reader to judge
_ROW = "attendance.absent.source"  # the rule that reads the rows of a structured source
_LISTS = frozenset({"attendance.absent.decision", "attendance.absent.item"})  # those that read printed lists of names
_MOVED = frozenset({AttendanceStatus.ARRIVED, AttendanceStatus.LEFT})
_STANDS = (
    frozenset({Outcome.APPROVED, Outcome.RECOMMENDED, Outcome.DECIDED}),
    frozenset({Outcome.REJECTED, Outcome.NOT_RECOMMENDED}),
    frozenset({Outcome.DEFERRED, Outcome.WITHDRAWN}),
)  # of one matter on one day only one of them can be


class ConflictKind(StrEnum):
    """What two statements are about."""

    TALLY_NAMES = "tally-names"  # the printed number of votes on a side, and the persons named on it
    ABSENT_VOTED = "absent-voted"  # away from the meeting or the point, and a ballot cast at it
    ABSENCE_SOURCE = "absence-source"  # the rows of a structured source, and the absentees of the printed text
    DECISION_TWICE = "decision-twice"  # two decisions of one body on one day about one point
    MEETING_DATES = "meeting-dates"  # the day in the head of the minutes, and that of the decisions made there


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the two: what it says in a few words, and where."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements about one subject at a point."""

    kind: ConflictKind
    subject: str
    first: Statement
    second: Statement


def find_conflicts(record: MeetingRecord, item: ItemRecord) -> list[Conflict]:
    """What a point says in two ways, also against the list of those who were away from the whole meeting."""
    return [
        *_tallies(item),
        *_absent_voters(record, item),
        *_absences(item),
        *_decisions(item),
        *_days(record, item),
    ]


def assemble_conflicts(gathering: Gathering, item: ItemRecord, key: str) -> None:
    """Add the conflicts of a point, each with the evidence of both statements."""
    for conflict in find_conflicts(gathering.record, item):
        id_ = gathering.node(
            "Conflict",
            ids.part_id(key, "conflict", conflict.kind.value, conflict.subject),
            kind=conflict.kind.value,
            subject=conflict.subject,
            statement_a=conflict.first.text,
            statement_b=conflict.second.text,
            status=OPEN,
        )
        gathering.relate(("AgendaItem", key), "HAS_CONFLICT", ("Conflict", id_))
        for field, statement in (("statement_a", conflict.first), ("statement_b", conflict.second)):
            for evidence in statement.evidence:
                gathering.support("Conflict", id_, field, statement.text, evidence)


def _tallies(item: ItemRecord) -> Iterator[Conflict]:
    """Votes are numbered through the point, as they are in the graph."""
    votes = [vote for decision in item.decisions for vote in decision.votes]
    for number, vote in enumerate(votes, 1):
        counts = {
            BallotOption.FOR: vote.count_for,
            BallotOption.AGAINST: vote.count_against,
            BallotOption.ABSTAIN: vote.count_abstain,
        }
        for option, count in counts.items():
            voters = [voter for each, voter in vote.ballots if each is option]
            names = _names(voters)
            if vote.counts_printed and count is not None and _is_counted_otherwise(vote, option, count, voters):
                yield Conflict(
                    ConflictKind.TALLY_NAMES,
                    f"{number} {option.value}",
                    Statement(str(count), _tally_evidence(vote, option, count)),
                    Statement(f"{len(names)}: {', '.join(names)}", tuple(voter.evidence for voter in voters)),
                )


def _is_counted_otherwise(vote: Vote, option: BallotOption, count: int, voters: Sequence[Voter]) -> bool:
    """Whether a side is a list of persons and of nobody else, and not as many as printed."""
    is_listed = any(each is option for each, _ in vote.option_evidence)
    return is_listed and all(voter.person for voter in voters) and len(_names(voters)) not in (0, count)


def _names(voters: Iterable[Voter]) -> list[str]:
    """The persons, each once."""
    return list({ids.slug(voter.person): voter.person for voter in voters if voter.person}.values())


def _tally_evidence(vote: Vote, option: BallotOption, count: int) -> tuple[Evidence, ...]:
    """Where the number stands: of the places of the vote the first that prints it, else the vote itself."""
    places = [evidence for each, evidence in vote.option_evidence if each is option]
    places += [vote.result.evidence] if isinstance(vote.result, Stated) else []
    printed = re.compile(rf"(?<!\d){count}(?!\d)")
    return (next((place for place in places if printed.search(place.quote)), vote.evidence),)


def _absent_voters(record: MeetingRecord, item: ItemRecord) -> Iterator[Conflict]:
    away = _away(record, item)
    cast: dict[str, list[tuple[BallotOption, Voter]]] = {}
    for decision in item.decisions:
        for option, voter in (ballot for vote in decision.votes if decision.own for ballot in vote.ballots):
            if voter.person:
                cast.setdefault(ids.slug(voter.person), []).append((option, voter))
    for person in sorted(away.keys() & cast.keys()):
        name = min(voter.person or "" for _, voter in cast[person])
        options = ", ".join(sorted({option.value for option, _ in cast[person]}))
        yield Conflict(
            ConflictKind.ABSENT_VOTED,
            name,
            Statement(AttendanceStatus.ABSENT.value, tuple(away[person])),
            Statement(options, tuple(voter.evidence for _, voter in cast[person])),
        )


def _away(record: MeetingRecord, item: ItemRecord) -> Mapping[str, Sequence[Evidence]]:
    """Who is printed as away from the meeting or the point, without those of whom it is told that they came or left."""
    told = [(one.name, one.status, one.evidence) for one in record.attendees]
    told += [(one.name, one.status, one.evidence) for one in item.absences]
    movers = {ids.slug(name) for name, status, _ in told if status in _MOVED}
    movers |= {ids.slug(one.name) for each in record.items for one in each.absences if one.status in _MOVED}
    away: dict[str, list[Evidence]] = {}
    for name, status, evidence in told:
        if status is AttendanceStatus.ABSENT and ids.slug(name) not in movers:
            away.setdefault(ids.slug(name), []).append(evidence)
    return away


def _absences(item: ItemRecord) -> Iterator[Conflict]:
    """A row without a name in the text, or a name of a printed list without a row, where there are both."""
    rows = {ids.slug(one.name): one for one in item.absences if one.evidence.rule == _ROW}
    told = {ids.slug(one.name): one for one in item.absences if one.evidence.rule != _ROW}
    listed = {name: one for name, one in told.items() if one.evidence.rule in _LISTS}
    if rows and listed and (rows.keys() - told.keys() or listed.keys() - rows.keys()):
        sides = [
            Statement(", ".join(side[name].name for name in sorted(side)), tuple(one.evidence for one in side.values()))
            for side in (rows, listed)
        ]
        yield Conflict(ConflictKind.ABSENCE_SOURCE, AttendanceStatus.ABSENT.value, *sides)


def _decisions(item: ItemRecord) -> Iterator[Conflict]:
    """Two own decisions that cannot both be; where several recommendations stand, each may have its own."""
    own = [decision for decision in item.decisions if decision.own and decision.released and not decision.votes]
    told = [(decision, _stand(decision)) for decision in own if _stand(decision) is not None]
    if len(item.recommendations) > 1 or not told:
        return
    (first, stand), *others = told
    for other, its_stand in others:
        if its_stand != stand:
            yield Conflict(
                ConflictKind.DECISION_TWICE,
                first.body.name,
                _decided(first),
                _decided(other),
            )


def _days(record: MeetingRecord, item: ItemRecord) -> Iterator[Conflict]:
    """The meeting's day and another one of its decisions, once for each other day: at the first point that has it.

    An earlier day is one, only where all points that print a day have it, and there are several: minutes also quote
    what the body decided before. A later day cannot be quoted.
    """
    day = _other_day(record, item)
    if day is None or next(each for each in record.items if _other_day(record, each) == day) is not item:
        return
    printed = [each for each in record.items if any(_is_of_meeting(record, one) for one in each.decisions)]
    agreed = len(printed) > 1 and all(_other_day(record, each) == day for each in printed)
    if isinstance(record.date, Stated) and (agreed or day > record.date.value):
        decided = next(one for one in item.decisions if one.date == day and _is_of_meeting(record, one))
        head = Statement(record.date.value.isoformat(), (record.date.evidence,))
        yield Conflict(
            ConflictKind.MEETING_DATES, decided.body.name, head, Statement(day.isoformat(), (decided.evidence,))
        )


def _other_day(record: MeetingRecord, item: ItemRecord) -> date | None:
    """The day of the one decision of the body that met, where it is not the meeting's and no decision bears that."""
    days = [one.date for one in item.decisions if _is_of_meeting(record, one)]
    is_other = isinstance(record.date, Stated) and len(days) == 1 and days[0] != record.date.value
    return days[0] if is_other else None


def _is_of_meeting(record: MeetingRecord, decision: Decision) -> bool:
    """Whether the body that met decided, on a day that is known."""
    body = record.body
    return isinstance(body, Stated) and decision.date is not None and decision.body.name == body.value.name


def _stand(decision: Decision) -> int | None:
    """Which of the stands the decision takes; none where it takes no clear one."""
    taken = [index for index, outcomes in enumerate(_STANDS) if outcomes.intersection(decision.outcomes)]
    return taken[0] if len(taken) == 1 else None


def _decided(decision: Decision) -> Statement:
    text = ", ".join(outcome.value for outcome in decision.outcomes)
    return Statement(text, decision.text_evidence or (decision.evidence,))
