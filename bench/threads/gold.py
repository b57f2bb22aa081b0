"""What real minutes say of their own references: "den 23. april 2025 (pkt. 25)" names a date and a point.

Found in the HTML of the agenda's fields by patterns of its own, so that a fault of the extractor is seen here.
"""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from bench.quality.agenda import Published, read_published
from graph import ids

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LONG = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_ITEM = r"[,]?\s*\((?:pkt\.?|punkt)\s*(?P<number>\d+(?:\.\d+)?)\s*\)"
STRICT = re.compile(rf"\bden (?P<day>\d{{1,2}})\.\s*(?P<month>{_LONG})\s+(?P<year>\d{{4}}){_ITEM}", re.IGNORECASE)
WIDE = re.compile(
    rf"\b(?P<day>\d{{1,2}})\.\s*(?P<month>{_LONG}|(?:{'|'.join(MONTHS)})t?\.)\s*(?P<year>\d{{4}}){_ITEM}", re.IGNORECASE
)
_BLOCK = re.compile(r"</?(?:div|p|h\d|li|ul|ol|br|tr|td|table|tbody)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_END = re.compile(r"(?<=[a-zæøåA-ZÆØÅ)\d]{2})[.:]\s+(?=[A-ZÆØÅ])")
_OPEN = re.compile(r"(?:[,&(-]|\b(?:den|og|på|i|af|at|for|til|om|med|som|der))$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_BEHIND = 15  # characters
_BEGINNING = 5  # letters that two words have in common when they say something of the same thing
_COMMITTEE = re.compile(r"\b[Uu]dvalget\b|\b[Uu]dvalgsmødet\b")
_COUNCIL = r"\b[Bb]yråd\w*"
_ANY_COMMITTEE = re.compile(r"[A-ZÆØÅ]\w*udvalg\w*|(?<!\w)[A-ZÆØÅ]{1,4}U(?!\w)")


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("gold.toml").read_text("utf-8"))
    if set(found) != {"saying", "council"}:
        raise ValueError(f"gold.toml: keys missing or unknown: {sorted(found)}")
    return found


class Standing(StrEnum):
    """What can be said of the target of a printed reference."""

    HERE = "here"  # the meeting and the point are in the folder
    MISPRINT = "nothing in common"  # they are, but title and decision share no word with the sentence
    ELSEWHERE = "no meeting"  # the named body has no meeting here that day
    NUMBERLESS = "no such point"  # the meeting is here, and has no such point
    OPEN = "several"  # more than one body met that day, and the sentence names none


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed reference, with what it means."""

    source: str  # id of the point it stands in
    sentence: str
    date: str
    number: str
    standing: Standing
    target: str | None  # id of the point that is meant

    @property
    def key(self) -> tuple[str, str, str | None]:
        """References in the same words to the same point count once."""
        return self.sentence, self.date, self.target


@dataclass(frozen=True)
class _Folder:
    meetings: Sequence[Published]
    municipality: str

    @cached_property
    def bodies_on(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for meeting in self.meetings:
            found.setdefault(meeting.date[:10], []).append(ids.body_id(self.municipality, meeting.body))
        return found

    @cached_property
    def content(self) -> Mapping[str, str]:
        """Title and decision of each point by id; the first of those that share a number."""
        found: dict[str, str] = {}
        for meeting in self.meetings:
            id_ = _meeting_id(self, meeting)
            for ordinal, point in enumerate(meeting.points, 1):
                decision = " ".join(_decision(text) for text in point.html)
                found.setdefault(ids.item_id(id_, point.number or None, ordinal), f"{point.title} {decision}")
        return found

    @cached_property
    def names(self) -> Mapping[str, re.Pattern[str]]:
        """How each body may be printed."""
        return {ids.body_id(self.municipality, meeting.body): _name_pattern(meeting.body) for meeting in self.meetings}


def read_gold(folder: Path, municipality: str, form: re.Pattern[str] = STRICT) -> list[Printed]:
    """Every printed reference of the folder, in order, with where it leads."""
    known = _Folder([read_published(path) for path in sorted(folder.glob("*.json"))], municipality)
    return [one for meeting in known.meetings for one in _of_meeting(known, meeting, form)]


def _of_meeting(folder: _Folder, meeting: Published, form: re.Pattern[str]) -> Iterator[Printed]:
    own = ids.body_id(folder.municipality, meeting.body)
    seen: dict[str, int] = {}
    for ordinal, point in enumerate(meeting.points, 1):
        key = ids.item_id(_meeting_id(folder, meeting), point.number or None, ordinal)
        seen[key] = seen.get(key, 0) + 1
        source = key if seen[key] == 1 else f"{key}-{seen[key]}"
        for paragraph in _paragraphs(point.html):
            for match in form.finditer(paragraph):
                yield _printed(folder, own, source, paragraph, match)


def _printed(folder: _Folder, own: str, source: str, paragraph: str, match: re.Match[str]) -> Printed:
    day = _day(match)
    start = max((end.end() for end in _END.finditer(paragraph, 0, match.start())), default=0)
    end = _END.search(paragraph, match.end())
    sentence = paragraph[start : end.start() + 1 if end else len(paragraph)]
    place = match.start() - start
    one = Printed(source, sentence, day, match["number"], Standing.ELSEWHERE, None)
    meeting = _bodies_meant(folder, own, sentence, (place, place + len(match[0])), day)
    fitting = [ids.item_id(ids.join(body, day), one.number, 0) for body in meeting]
    fitting = [id_ for id_ in fitting if id_ in folder.content]
    if not meeting:
        return one
    if len(fitting) != 1:
        return replace(one, standing=Standing.OPEN if fitting else Standing.NUMBERLESS)
    shared = _words(sentence) & _words(folder.content[fitting[0]])
    return replace(one, standing=Standing.HERE if shared else Standing.MISPRINT, target=fitting[0])


def _bodies_meant(folder: _Folder, own: str, sentence: str, span: tuple[int, int], day: str) -> Sequence[str]:
    """The bodies that met that day and may be meant: the nearest that is named, else all."""
    there = folder.bodies_on.get(day, ())
    named: dict[tuple[int, int], str] = {}
    for body, pattern in folder.names.items():
        named |= {match.span(): body for match in pattern.finditer(sentence)}
    named |= {match.span(): own for match in _COMMITTEE.finditer(sentence)}
    ends = {end for _, end in named}
    named |= {match.span(): "" for match in _ANY_COMMITTEE.finditer(sentence) if match.end() not in ends}
    if not named:
        return there
    nearest = min((_distance(place, span), body) for place, body in named.items())[1]
    return [nearest] if nearest in there else []


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Between a body's name and a reference; one behind it may belong to what comes next."""
    return other[0] - one[1] if one[1] <= other[0] else one[0] - other[1] + _BEHIND


def _name_pattern(name: str) -> re.Pattern[str]:
    bare = re.sub(r"\s*\d{4}-\d{4}", "", name)
    if re.match(_COUNCIL, bare):
        return re.compile(rf"{_COUNCIL}|\b(?:{'|'.join(_lists()['council'])})\b")
    words = [word for word in re.findall(r"[^\W\d_]+", bare) if word != "og"]
    printed = r"s?\W{1,3}(?:og\s+)?".join(map(re.escape, words))
    initials = "".join(word[0] for word in words).upper() + "U"
    return re.compile(rf"(?i:{printed})(?:et|ets|s)?|\b{initials}\b")


def _day(match: re.Match[str]) -> str:
    month = MONTHS.index(match["month"].casefold()[:3]) + 1
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return ""


def _meeting_id(folder: _Folder, meeting: Published) -> str:
    return ids.join(ids.body_id(folder.municipality, meeting.body), meeting.date[:10])


def _paragraphs(fields: Iterable[str]) -> Iterator[str]:
    """The paragraphs as plain text; a line that another continues is one with it."""
    for field in fields:
        joined = ""
        for block in _BLOCK.split(field):
            line = " ".join(html.unescape(_TAG.sub("", block)).replace("\xa0", " ").split())
            if not line:
                continue
            if joined and (line[0].islower() or line[0] == "(" or line[0].isdigit() or _OPEN.search(joined)):
                joined += f" {line}"
                continue
            if joined:
                yield joined
            joined = line
        if joined:
            yield joined


def _decision(field: str) -> str:
    """The text under the heading of the decision, up to the next part."""
    _, found, after = field.partition(">Beslutning<")
    return html.unescape(_TAG.sub(" ", after.partition("<h3>")[0])) if found else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold()[:_BEGINNING] for word in _WORD.findall(text)) - frozenset(_lists()["saying"])
