"""What comes back: the yearly survey, the budget follow-up of a quarter, the status that is given again.

Points of one body whose titles differ in the occasion alone are a series, also where each has its own case number. A
series relates and never joins: the survey of 2024 is not the survey of 2025.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise

from graph import ids
from graph.threads.containers import Verdict, judge
from graph.threads.corpus import Corpus, Point
from graph.threads.lexicon import read_lists
from graph.threads.links import Link, LinkStatus, LinkType, in_order
from graph.threads.matters import SHORTEST, content, empty_beginnings

_TOKEN = re.compile(r"§+\s*\d+\w*|\d+(?:[.:]\d+)+|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)?\d\d(?!\d)|\d+\.?|[^\W\d_]+")
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s*[-–/]\s*(?:19|20)?(\d\d))?")
_SMALL = re.compile(r"\d\d?\.?")
LAST_DAY = 31  # of a month: larger numbers are no part of a date
LONG = 10  # letters: a word that says enough alone
# Under one title and without other dates, points so near each other are one occasion, or steps of one matter
APART = timedelta(days=60)
NEARLY_A_YEAR = timedelta(days=300)  # then even titles that print one year are two occasions: one is a misprint


class Rule(StrEnum):
    """How two points were found to be occasions of a series."""

    OTHER_PERIOD = "same_title_other_period"
    SAME_WORDS = "same_words_other_period"  # the words of the matter, in another wording
    COMES_BACK = "same_title_again"  # a status, a report
    SAME_TITLE = "same_title_only"  # perhaps a matter that goes on


_CONFIDENCE = {Rule.OTHER_PERIOD: 0.95, Rule.SAME_WORDS: 0.85, Rule.COMES_BACK: 0.85, Rule.SAME_TITLE: 0.5}


@dataclass(frozen=True, slots=True)
class _Words:
    periods: frozenset[str]
    beats: tuple[str, ...]
    stages: tuple[str, ...]
    returning: tuple[str, ...]
    grammar: frozenset[str]


@cache
def _words() -> _Words:
    """The words of ``series.toml``; ValueError when the file has other keys."""
    data = read_lists("series.toml", _Words.__slots__)
    return _Words(
        frozenset(data["periods"]),
        tuple(data["beats"]),
        tuple(data["stages"]),
        tuple(data["returning"]),
        frozenset(data["grammar"]),
    )


@dataclass(frozen=True, slots=True)
class Occasion:
    """A title taken apart: what it is about, and which occasion of it."""

    words: frozenset[str]  # all but grammar
    years: frozenset[str]
    part: tuple[str, ...]  # of the year, or the number of the occasion, as printed

    @property
    def matter(self) -> frozenset[str]:
        """The words that say what it is about, without how it is treated; stages of a matter stay."""
        empty = empty_beginnings()
        return frozenset(
            word
            for word in self.words
            if word[0].isdigit() or word[0] == "§" or (len(word) >= SHORTEST and not word.startswith(empty))
        )

    @property
    def returning(self) -> bool:
        """Whether its words are those of something that comes back."""
        return any(part in word for word in self.words for part in _words().returning)

    def differs(self, other: Occasion) -> bool:
        """Whether both say when, and say different things."""
        if self.years and other.years and self.years != other.years:
            return True
        return self.years == other.years and bool(self.part and other.part) and self.part != other.part


def take_apart(title: str) -> Occasion:
    """The words, years and parts of the year of a title."""
    words, known = set(), _words()
    years, part = set(), []
    tokens = _TOKEN.findall(title.casefold())
    for place, token in enumerate(tokens):
        if span := _YEARS.fullmatch(token):
            years.add(span[1] + (f"-{span[2]}" if span[2] else ""))
        elif token in known.periods or _is_occasion(tokens, place):
            part.append(token.rstrip("."))
        elif token not in known.grammar:
            stage = _SMALL.fullmatch(token) and token.endswith(".")
            words.add(token + tokens[place + 1] if stage and place + 1 < len(tokens) else _without_beat(token))
    return Occasion(frozenset(words), frozenset(years), tuple(part))


def _is_occasion(tokens: Sequence[str], place: int) -> bool:
    """Whether a small number counts occasions: "budgetopfølgning 2", "1. kvartal", "31. marts 2023"."""
    token, known = tokens[place], _words()
    if not _SMALL.fullmatch(token) or int(token.rstrip(".")) > LAST_DAY:
        return False
    before = next((word for word in reversed(tokens[:place]) if word not in known.grammar), "")
    after = next((word for word in tokens[place + 1 :] if word not in known.grammar), "")
    if token.endswith(".") and after.startswith(known.stages):
        return False
    near_period = any(word in known.periods or _YEARS.fullmatch(word) for word in (before, after))
    near_returning = any(part in word for word in (before, after) for part in known.returning)
    return before != "nr" and (near_period or near_returning)


def _without_beat(word: str) -> str:
    beat = next((beat for beat in _words().beats if word.startswith(beat) and len(word) > len(beat)), "")
    return word.removeprefix(beat)


def find_series(corpus: Corpus) -> list[Link]:
    """The occasions of each series, each linked with the one before it in the same body.

    Points of one case number that is no container are one case already and are not linked. A title that comes again
    without saying when, and is not that of a status or report, gives a link that is only possible.
    """
    if corpus.municipality == ids.UNKNOWN:
        return []
    verdicts = judge(corpus.points)
    points = sorted(corpus.points, key=lambda point: (point.place, point.id))
    titled = [
        (point, take_apart(point.title)) for point in points if not point.kind.housekeeping and content(point.title)
    ]
    series = _Series(verdicts)
    by_title = series.links(titled, lambda occasion: occasion.words, by_matter=False)
    by_matter = series.links(titled, lambda occasion: occasion.matter, by_matter=True)
    starts = {link.start for link in by_title}
    ends = {link.end for link in by_title}
    return in_order([*by_title, *(link for link in by_matter if link.start not in starts and link.end not in ends)])


Titled = tuple[Point, Occasion]


@dataclass(frozen=True, slots=True)
class _Series:
    verdicts: Mapping[str, Verdict]

    def links(self, titled: Iterable[Titled], key: Callable[[Occasion], Hashable], *, by_matter: bool) -> list[Link]:
        """Link the occasions that have a key in common, within each body."""
        groups: dict[tuple[str, Hashable], list[Titled]] = {}
        for point, occasion in titled:
            if not by_matter or _says_enough(occasion):
                groups.setdefault((point.body, key(occasion)), []).append((point, occasion))
        pairs = (pair for group in groups.values() for pair in pairwise(self._occasions(group)))
        links = (self._link(later[0], earlier[-1], by_matter=by_matter) for earlier, later in pairs)
        return [link for link in links if link]

    def _occasions(self, group: Sequence[Titled]) -> list[list[Titled]]:
        """Points that follow each other and are one case, or say the same of when, are one occasion."""
        occasions: list[list[Titled]] = []
        for each in group:
            if occasions and self._one_occasion(occasions[-1][-1], each):
                occasions[-1].append(each)
            else:
                occasions.append([each])
        return occasions

    def _one_occasion(self, earlier: Titled, later: Titled) -> bool:
        if self._one_case(earlier[0], later[0]) or earlier[0].meeting == later[0].meeting:
            return True
        if later[1].differs(earlier[1]):
            return False
        one_year = later[1].years and later[1].years == earlier[1].years
        return not _apart(earlier[0], later[0], NEARLY_A_YEAR if one_year else APART)

    def _one_case(self, one: Point, other: Point) -> bool:
        if one.number is None or one.number != other.number:
            return False
        verdict = self.verdicts[one.number]
        return not verdict.at(one.body).container and not verdict.at(other.body).container

    def _link(self, later: Titled, earlier: Titled, *, by_matter: bool) -> Link | None:
        rule = _rule(later[1], earlier[1], by_matter=by_matter)
        if rule is None:
            return None
        return Link(
            LinkType.SERIES,
            later[0].id,
            earlier[0].id,
            rule.value,
            _CONFIDENCE[rule],
            LinkStatus.POSSIBLE if rule is Rule.SAME_TITLE else LinkStatus.ACCEPTED,
            detail=" ".join(sorted(later[1].words & earlier[1].words)),
        )


def _rule(later: Occasion, earlier: Occasion, *, by_matter: bool) -> Rule | None:
    if later.differs(earlier):
        years = later.years and earlier.years
        return Rule.OTHER_PERIOD if not by_matter else Rule.SAME_WORDS if years else None
    if by_matter:
        return None
    return Rule.COMES_BACK if later.returning and later.years == earlier.years == frozenset() else Rule.SAME_TITLE


def _says_enough(occasion: Occasion) -> bool:
    words = [word for word in occasion.matter if word[0].isalpha()]
    return len(words) > 1 or any(len(word) >= LONG for word in words)


def _apart(earlier: Point, later: Point, least: timedelta) -> bool:
    return earlier.date is not None and later.date is not None and later.date - earlier.date >= least
