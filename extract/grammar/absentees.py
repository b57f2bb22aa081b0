"""Who was away from a point, wherever the point says so: its head, its decision, its last line, its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.grammar.absence_lines import (
    LEFT_FOR_GOOD,
    absence_block,
    read_absentees,
    read_labelled_absentees,
    read_movements,
    read_unlabelled_absentees,
)
from extract.grammar.decisions import Setting, is_own_part
from extract.grammar.rollcalls import read_roll_call_absences
from extract.grammar.sections import Layout, Part, is_footer
from extract.grammar.vocabulary import SectionRole
from extract.records import AttendanceStatus, Decision, ItemAbsence, ItemRecord

_TOLD = (SectionRole.DECISION, SectionRole.HISTORY, SectionRole.ABSENCE)


def read_item_absences(layout: Layout, setting: Setting, decisions: Sequence[Decision]) -> Iterator[ItemAbsence]:
    """Each person once for each way of being away and each place that says so."""
    seen: set[tuple[str, str, str]] = set()
    for absence in _all_absences(layout, setting, decisions):
        key = (absence.name, absence.status, absence.scope)
        if key not in seen:
            seen.add(key)
            yield absence


def absent_around(items: Sequence[ItemRecord]) -> tuple[frozenset[str], ...]:
    """For each point those whom the nearest point before and the nearest after, that name anybody, have as absent."""
    absent = [_absent(item) for item in items]
    before, after = _nearest(absent), _nearest(absent[::-1])[::-1]
    return tuple(one | other for one, other in zip(before, after, strict=True))


def _nearest(absent: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """For each place what stands at the nearest place before it where anything stands."""
    found: list[frozenset[str]] = []
    last: frozenset[str] = frozenset()
    for names in absent:
        found.append(last)
        last = names or last
    return found


def absences_after_leaving(items: Sequence[ItemRecord]) -> Iterator[tuple[int, ItemAbsence]]:
    """Those whom a point has as gone for good, at each point after it (by index), until they come back.

    Nobody who is told of voting later: that somebody came back is then not printed.
    """
    last_vote = {name: index for index, item in enumerate(items) for name in _voters(item)}
    for index, item in enumerate(items):
        for gone in item.absences:
            if gone.evidence.rule != LEFT_FOR_GOOD or last_vote.get(gone.name, -1) > index:
                continue
            for later in range(index + 1, len(items)):
                told = {one.status for one in items[later].absences if one.name == gone.name}
                if told & {AttendanceStatus.ARRIVED, AttendanceStatus.LEFT}:
                    break
                if not told:
                    evidence = replace(gone.evidence, rule="attendance.absent.left-before")
                    yield later, ItemAbsence(gone.name, AttendanceStatus.ABSENT, "header", evidence)


def _voters(item: ItemRecord) -> frozenset[str]:
    own = (decision for decision in item.decisions if decision.own)
    return frozenset(
        voter.person for decision in own for vote in decision.votes for _, voter in vote.ballots if voter.person
    )


def _absent(item: ItemRecord) -> frozenset[str]:
    return frozenset(one.name for one in item.absences if one.status is AttendanceStatus.ABSENT)


def _all_absences(layout: Layout, setting: Setting, decisions: Sequence[Decision]) -> Iterator[ItemAbsence]:
    yield from _of_the_decision(layout, setting)
    closed = any(decision.evidence.rule == "decision.closed" for decision in decisions)
    for part in layout.parts[:2]:  # the lead, and a block right under it
        if part.role not in (None, SectionRole.ABSENCE):
            continue
        for paragraph in part.paragraphs:
            start = 0 if part.role else absence_block(paragraph)
            if start is not None:
                yield from read_absentees(paragraph, start, "decision" if closed else "item")
    for part in _closing_parts(layout):
        yield from _of_the_last_line(part, setting)
    for paragraph in layout.footers:
        if (start := absence_block(paragraph)) is not None:
            yield from read_absentees(paragraph, start, "item")
    for roll_call in layout.roll_calls:
        yield from read_roll_call_absences(roll_call)
    yield from read_labelled_absentees(layout.labelled)


def _of_the_decision(layout: Layout, setting: Setting) -> Iterator[ItemAbsence]:
    """Who was away or moved, by the blocks and sentences of this body's own decision."""
    for paragraph in layout.parts[0].paragraphs:
        yield from read_unlabelled_absentees(paragraph, setting.roster.away, setting.roster.always_there)
    is_own = False
    for part in layout.parts:
        if part.role in (SectionRole.DECISION, SectionRole.HISTORY):
            is_own = is_own_part(part, setting)
        if part.role not in _TOLD or not is_own:
            continue
        for paragraph in part.paragraphs:
            if is_footer(paragraph) and part.role is SectionRole.ABSENCE:
                continue
            start = 0 if part.role is SectionRole.ABSENCE else absence_block(paragraph)
            if start is not None:
                yield from read_absentees(paragraph, start, "decision")
            else:
                yield from read_movements(paragraph, "decision")


def _closing_parts(layout: Layout) -> Iterator[Part]:
    """The sections that may end with the last line of the point: the last one, and the one over the attachments."""
    parts = layout.parts[1:]
    yield from parts[-1:]
    over = next((part for part in reversed(parts) if part.role is not SectionRole.ATTACHMENTS), None)
    if over is not None and over is not parts[-1]:
        yield over


def _of_the_last_line(part: Part, setting: Setting) -> Iterator[ItemAbsence]:
    """The last line of a point, under whatever section.

    Under what is quoted of another body it may be theirs: there only those are taken who are away from the points
    around this one.
    """
    for paragraph in part.paragraphs[-1:]:
        start = absence_block(paragraph)
        if start is None or part.role is SectionRole.ABSENCE:
            continue
        absences = list(read_absentees(paragraph, start, "item"))
        if part.role not in (SectionRole.DECISION, SectionRole.HISTORY):
            yield from absences
        elif not is_own_part(part, setting) and all(one.name in setting.absent_around for one in absences):
            for one in absences:
                yield replace(one, evidence=replace(one.evidence, rule="attendance.absent.item.quoted"))
