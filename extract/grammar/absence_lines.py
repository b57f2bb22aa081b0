"""Lines of a point that say who was away, left, came or was disqualified."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.document import Label
from extract.grammar.names import FoundName, list_of_names, read_name, read_names
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import absence_patterns, compiled
from extract.records import AttendanceStatus, ItemAbsence

LEFT_FOR_GOOD = "attendance.left.for-good"


def absence_block(paragraph: Paragraph) -> int | None:
    """Where the names of a block "Fraværende: …" begin in a paragraph; None where it is no such block."""
    if paragraph.label is not None:
        return None
    for pattern in (absence_patterns().block, absence_patterns().footer):
        match = compiled(pattern).match(paragraph.text)
        if match and (not paragraph.text[match.end() :].strip() or _is_list(paragraph.text[match.end() :])):
            return match.end()
    trailing = compiled(absence_patterns().trailing).match(paragraph.text)
    return 0 if trailing and list_of_names(trailing["names"]) else None


def read_unlabelled_absentees(
    paragraph: Paragraph, away: frozenset[str], present: frozenset[str]
) -> Iterator[ItemAbsence]:
    """A line of names with parties under the heading of a point, where the header has one of them as away.

    Nobody on it may be on the list of those who were there all the time: that would be a list of something else.
    """
    names = list_of_names(paragraph.text)
    persons = [name.person for name in names if name.person and name.party]
    if len(persons) == len(names) and away.intersection(persons) and not present.intersection(persons):
        for name in names:
            yield _absence(paragraph, name, 0, AttendanceStatus.ABSENT, "item", "attendance.absent.unlabelled")


def read_absentees(paragraph: Paragraph, start: int, scope: str) -> Iterator[ItemAbsence]:
    """The people of a list of absentees, and those whom the sentence after it says somebody took part for."""
    names, end = read_names(paragraph.text, start)
    for name in names:
        if name.person:
            yield _absence(paragraph, name, 0, AttendanceStatus.ABSENT, scope, f"attendance.absent.{scope}")
    for match in compiled(absence_patterns().sat_for).finditer(paragraph.text, end):
        away = read_name(paragraph.text, match.end())
        if away and away.person and all(name.person != away.person for name in names):
            yield _absence(paragraph, away, 0, AttendanceStatus.ABSENT, scope, f"attendance.absent.{scope}")


def read_labelled_absentees(paragraphs: Iterable[Paragraph]) -> Iterator[ItemAbsence]:
    """The people that a structured source gives as absent from a point."""
    for paragraph in paragraphs:
        if paragraph.label is Label.ITEM_ABSENT:
            evidence = paragraph.whole("attendance.absent.source")
            yield ItemAbsence(squeeze(paragraph.text), AttendanceStatus.ABSENT, "item", evidence)


def read_movements(paragraph: Paragraph, scope: str) -> Iterator[ItemAbsence]:
    """Who was disqualified, left, came or took no part, as sentences of a decision say it."""
    patterns = absence_patterns()
    kinds = (
        (patterns.disqualified, AttendanceStatus.DISQUALIFIED),
        (patterns.took_no_part, AttendanceStatus.ABSENT),
        (patterns.left, AttendanceStatus.LEFT),
        (patterns.arrived, AttendanceStatus.ARRIVED),
    )
    for begin, end in split_sentences(paragraph.text):
        sentence = paragraph.text[begin:end]
        for forms, status in kinds:
            is_gone = status is AttendanceStatus.LEFT and compiled(patterns.left_for_good).search(sentence)
            rule = LEFT_FOR_GOOD if is_gone else f"attendance.{status.value}"
            for name, offset in _named_by(forms, sentence):
                yield _absence(paragraph, name, begin + offset, status, scope, rule)


def _named_by(patterns: Sequence[str], sentence: str) -> Iterator[tuple[FoundName, int]]:
    for pattern in patterns:
        match = compiled(pattern).search(sentence)
        if match and (names := list_of_names(match["names"].strip())):
            lead = len(match["names"]) - len(match["names"].lstrip())
            yield from ((name, match.start("names") + lead) for name in names if name.person)
            return


def _absence(
    paragraph: Paragraph, name: FoundName, offset: int, status: AttendanceStatus, scope: str, rule: str
) -> ItemAbsence:
    return ItemAbsence(
        name.person or "", status, scope, paragraph.evidence(offset + name.start, offset + name.end, rule)
    )


def _is_list(text: str) -> bool:
    if list_of_names(text) or compiled(absence_patterns().nobody).match(text):
        return True
    names, end = read_names(text)
    return bool(names) and bool(compiled(absence_patterns().absence_tail).match(text, end))
