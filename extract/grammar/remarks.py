"""Remarks of a header on its members: who missed which points, was disqualified, came or left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grammar.sentences import split_sentences
from extract.grammar.vocabulary import absence_patterns, compiled
from extract.records import AttendanceStatus

_REMARK_LABEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+:\s+(?=[A-ZÆØÅ])")  # "Bemærkninger: Anna Berg mødte kl. 18"
_NUMBER_ENDS = re.compile(r"(?<=\d)\.\s+(?=[A-ZÆØÅ][\w-]+\s+(?:[a-z]{2,3}\s+)?[A-ZÆØÅ])")


def split_remarks(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a remark in the header; a number before a name ends one: "… fra punkt 3. Anna Berg gik"."""
    lead = _REMARK_LABEL.match(text)
    for begin, end in split_sentences(text):
        begin = max(begin, lead.end()) if lead else begin
        for stop in _NUMBER_ENDS.finditer(text, begin, end):
            yield begin, stop.start() + 1
            begin = stop.end()
        yield begin, end


def read_missed_points(rest: str) -> Iterator[tuple[int, AttendanceStatus]]:
    """The points that somebody is said to have missed: "var ikke til stede under pkt. 98 og 99", "var inhabil i …"."""
    patterns = absence_patterns()
    for pattern, status in (
        (patterns.misses_disqualified, AttendanceStatus.DISQUALIFIED),
        (patterns.misses, AttendanceStatus.ABSENT),
    ):
        if match := compiled(pattern).match(rest):
            numbers = [int(number) for number in re.findall(r"\d{1,4}", match["points"])]
            is_range = len(numbers) == 2 and re.search(r"\d\s*(?:[-–]|til)\s*\d", match["points"])
            yield from ((n, status) for n in (range(numbers[0], numbers[1] + 1) if is_range else numbers))
            return
