"""What all components share: findings in a Doc, kept as spans for spaCy and as typed results for the records.

A finding counts in characters of the point's text (`Doc.text`), which is finer than tokens: "Net4-samarbejdet" is one
token, and the organisation is its first four characters. The span in `doc.spans` covers the whole tokens.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, ClassVar, Generic, TypeVar, cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.entities.context import Context
from extract.entities.passages import Passage

_POINT = "sagsgraf"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in `doc.text[start:end]`."""

    start: int
    end: int
    rule: str
    confidence: float


F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True)
class Point:
    """What a component is given with the Doc of a point."""

    passage: Passage
    context: Context


def attach(doc: Doc, point: Point) -> Doc:
    """Gives a Doc the point that it is the text of, before the components run."""
    doc.user_data[_POINT] = point
    return doc


def point_of(doc: Doc) -> Point:
    """The point of a Doc. A Doc that was made without one gets its text as a single paragraph."""
    if _POINT not in doc.user_data:
        from extract.entities.plain import plain_point

        doc.user_data[_POINT] = plain_point(doc.text)
    return cast(Point, doc.user_data[_POINT])


def text_of(doc: Doc) -> str:
    """The text of a Doc; `Doc.text` puts it together anew from its tokens every time that it is asked."""
    return point_of(doc).passage.text


def findings(doc: Doc, kind: type[F]) -> tuple[F, ...]:
    """The findings of one type, in order of the text; none where its component did not run."""
    return cast(tuple[F, ...], doc.user_data.get(_key(kind), ()))


def _key(kind: type[Finding]) -> str:
    return f"{_POINT}.{kind.__name__}"


class Component(ABC, Generic[F]):
    """A component of the pipeline: reads the Doc and what ran before, adds findings of one type."""

    name: ClassVar[str]
    kind: type[F]

    def __init__(self, nlp: Language) -> None:
        """Components that match phrases need the pipeline's words; the others have nothing to set up."""

    @abstractmethod
    def find(self, doc: Doc, point: Point) -> Iterable[F]:
        """The findings, in any order."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with the findings in it: what spaCy calls."""
        distinct = dict.fromkeys(self.find(doc, point_of(doc)))  # in their order: a set's differs from run to run
        found = tuple(sorted(distinct, key=lambda one: (one.start, -one.end, one.rule)))
        doc.user_data[_key(self.kind)] = found
        doc.spans[self.name] = [_span(doc, one, self.name) for one in found]
        return doc


C = TypeVar("C", bound=Component[Any])


def registered(component: type[C]) -> type[C]:
    """Class decorator: makes the component a factory of spaCy, `sagsgraf_<name>` (spaCy allows no dot there)."""

    def make(nlp: Language, name: str) -> C:  # noqa: ARG001 - spaCy gives both by name
        return component(nlp)

    Language.factory(f"sagsgraf_{component.name}", func=make)
    return component


def _span(doc: Doc, finding: Finding, label: str) -> Span:
    span = doc.char_span(finding.start, finding.end, label=label, alignment_mode="expand")
    assert span is not None  # noqa: S101 - findings lie inside the text
    return span


def inside(found: Sequence[F], start: int, end: int) -> Sequence[F]:
    """Of findings in order of the text, those that begin in `start:end`."""
    first = bisect_left(found, start, key=lambda one: one.start)
    return found[first : bisect_left(found, end, lo=first, key=lambda one: one.start)]


class Taken:
    """Places that findings hold, to be asked for each of many others: a look-up, where `overlapping` reads them all."""

    def __init__(self, taken: Iterable[Finding]) -> None:
        ordered = sorted((one.start, one.end) for one in taken)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # how far those up to each reach

    def overlaps(self, start: int, end: int) -> bool:
        """Whether `start:end` shares a character with one of the findings."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start


def overlapping(start: int, end: int, taken: Sequence[Finding]) -> bool:
    """Whether `start:end` shares a character with one of a few findings."""
    return any(start < one.end and one.start < end for one in taken)


def longest(found: Iterable[F]) -> list[F]:
    """Of findings that overlap, the longest; of equally long, the first."""
    kept: list[F] = []  # in order of the text, so that only the neighbours can overlap
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        place = bisect_left(kept, one.start, key=lambda other: other.start)
        if not overlapping(one.start, one.end, kept[max(0, place - 1) : place + 1]):
            kept.insert(place, one)
    return kept
