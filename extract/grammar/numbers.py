"""Case numbers at the head of a point: by their form, or after a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.evidence import Known, Stated, Unknown
from extract.grammar.paragraphs import Paragraph
from extract.grammar.vocabulary import case_numbers, compiled, labels

_LONGEST_LINE = 160  # characters of the line of a case number
_EDGE_LEFT, _EDGE_RIGHT = r"(?<![\w/.,-])", r"(?![\w/-]|\.\d)"


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(_EDGE_LEFT + f"(?:{'|'.join(case_numbers().bare)})" + _EDGE_RIGHT)


@cache
def _leading() -> re.Pattern[str]:
    bare = "|".join(case_numbers().bare)
    return re.compile(rf"\s*(?P<bracket>[(\[])?(?P<number>{bare}){_EDGE_RIGHT}(?(bracket)[)\]])")


@cache
def _labelled() -> re.Pattern[str]:
    forms = "|".join((*case_numbers().bare, *case_numbers().labelled))
    names = "|".join(_words(label) for label in sorted(labels().case_number, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?i:{names})[\s:.]*(?P<number>(?:{forms})){_EDGE_RIGHT}")


@cache
def _other_numbers() -> re.Pattern[str]:
    names = "|".join(_words(label) for label in sorted(labels().not_case_number, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?i:{names})[\s:.]*\S+")


@cache
def _line() -> re.Pattern[str]:
    number = rf"\(?(?:{'|'.join(case_numbers().bare)})\)?"
    return re.compile(rf"(?i:sag\s*(?:nr\.?)?\s*:?\s*)?{number}(?:\s*[,;/]?\s*{number})*\.?")


def find_case_numbers(paragraph: Paragraph) -> Iterator[Stated[str]]:
    """The case numbers of a paragraph that holds nothing else, or has them labelled."""
    text = paragraph.text
    if _is_numbers(_without_openness(text)):
        for match in _bare().finditer(text):
            yield paragraph.stated(match.start(), match.end(), "point.case-number")
        return
    others = [match.span() for match in _other_numbers().finditer(text)]
    for match in _labelled().finditer(text):
        if not any(start <= match.start("number") < end for start, end in others):
            yield paragraph.stated(match.start("number"), match.end("number"), "point.case-number.labelled")


def is_case_number_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but case numbers, or begins with the label of one."""
    text = _without_openness(paragraph.text)
    labelled = _labelled().match(text)
    return _is_numbers(text) or (labelled is not None and len(text) < _LONGEST_LINE)


def _is_numbers(text: str) -> bool:
    return len(text) < _LONGEST_LINE and _line().fullmatch(text) is not None


def _without_openness(text: str) -> str:
    """A line without "Åbent punkt", which may stand beside the number."""
    return compiled(labels().openness_beside).sub("", text).strip()


def in_case_number(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is part of what has the form of a case number."""
    return any(match.start() < end and start < match.end() for match in _bare().finditer(text))


def begins_with_number(text: str) -> re.Match[str] | None:
    """A case number that a title begins with: "BR 551/06. Fælles cykelparkering", "(24/1021) Fælles cykelparkering"."""
    match = _leading().match(text)
    return match if match and re.match(r"\s*[.:,–-]?\s+\S", text[match.end() :]) else None


def without_number(text: str) -> str:
    """A title without the case number that it begins with, and what parts the two."""
    leading = begins_with_number(text)
    return text[leading.end() :].lstrip(" .:,–-") if leading else text


@dataclass(frozen=True, slots=True)
class NumberInTitle:
    """A case number that ends a heading: the title ends before its label."""

    title_end: int
    start: int
    end: int


def number_in_title(paragraph: Paragraph, start: int) -> NumberInTitle | None:
    """A case number that ends the title, labelled, in brackets, after a dash or blank: not one that it is about."""
    for match in _labelled().finditer(paragraph.text, start):
        if match.start() > start and not paragraph.text[match.end() :].strip(" .)"):
            return NumberInTitle(match.start(), match.start("number"), match.end())
    for match in _bare().finditer(paragraph.text, start):
        rest = paragraph.text[match.end() :].strip(" .)")
        if not rest and re.search(r"[(–,-]\s*$", paragraph.text[: match.start()]):
            return NumberInTitle(match.start(), match.start(), match.end())
    return None


def first_of(numbers: list[Stated[str]]) -> tuple[Known[str], tuple[Stated[str], ...]]:
    """The number of the point, and further ones."""
    distinct = _distinct(numbers)
    if not distinct:
        return Unknown("no case number at the point"), ()
    return distinct[0], distinct[1:]


def topics_of(numbers: Iterable[Stated[str]]) -> tuple[Stated[str], ...]:
    """The KLE topics that these numbers begin with (`13.05.00` of `13.05.00-4/03`), each once, where it is printed."""
    return _distinct(list(_topics(numbers)))


def _topics(numbers: Iterable[Stated[str]]) -> Iterator[Stated[str]]:
    form = compiled(case_numbers().topic, ignore_case=False)
    for number in numbers:
        place = number.evidence
        if printed := form.match(place.quote):
            topic = printed["topic"]
            yield Stated(topic, replace(place, end=place.start + len(topic), quote=topic, rule="point.topic"))


def _distinct(found: list[Stated[str]]) -> tuple[Stated[str], ...]:
    return tuple({one.value: one for one in reversed(found)}.values())[::-1]


def _words(label: str) -> str:
    return r"\s*".join(re.escape(part) for part in label.split())
