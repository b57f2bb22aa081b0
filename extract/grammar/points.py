"""Where the points of a meeting begin, and what their headings say.

Which way to look is the profile's (`extract.grammar.profiles`): labels of a structured source; headings that name
themselves ("Punkt 32: …"); numbers ("32. …") that ascend one by one and are each followed by what follows the heading
of a point; titles alone. A list inside a text ascends too, but a case number or a section seldom follows its
numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Label
from extract.grammar.headings import read_heading
from extract.grammar.numbers import begins_with_number, is_case_number_line
from extract.grammar.paragraphs import Paragraph, without_blanks
from extract.grammar.pointheadings import REACH, PointHeading, find_candidates
from extract.grammar.profiles import Profile, Way
from extract.grammar.sequences import fill_gaps, heaviest_run, in_sequence
from extract.grammar.titles import is_housekeeping, is_openness_line
from extract.grammar.unnumbered import titles_over_case_numbers, titles_over_sections

_NAMED = 2.0  # how much more a heading that names itself counts than a number
_FEWEST_NUMBERED = 2  # a single number makes no agenda


@dataclass(frozen=True, slots=True)
class Found:
    """What a family of layout reads in a document."""

    points: tuple[PointHeading, ...] = ()
    value: float = 0.0  # how much speaks for it; of two families the one with more is taken
    confidence: float = 0.0  # 0..1


def find_points(paragraphs: Sequence[Paragraph], profile: Profile) -> Found:
    """The headings of points as a family of layout has them; none where it does not fit."""
    match profile.way:
        case Way.SOURCE:
            points = list(_structured(paragraphs))
            return Found(tuple(points), float("inf") if points else 0.0, 1.0)
        case Way.NAMED:
            return _named(paragraphs, profile)
        case Way.NUMBERED:
            return _numbered(paragraphs, profile)
        case Way.CASE_NUMBER:
            points = titles_over_case_numbers(paragraphs, profile)
        case Way.SECTION:
            points = titles_over_sections(paragraphs, profile)
        case None:
            points = []
    weights = _weigh(points, paragraphs, profile)
    return Found(tuple(_with_lines_before(points, paragraphs)), float(len(points)), _borne_out(points, weights))


def _named(paragraphs: Sequence[Paragraph], profile: Profile) -> Found:
    candidates = in_sequence(find_candidates(paragraphs, profile))
    weights = _weigh(candidates, paragraphs, profile)
    # "Punkt 3a" inside the text of a point names a part of it
    chain = heaviest_run([one for one in candidates if weights[one] > 0 or (one.number or "").isdigit()], weights)
    if sum(weights[candidate] > 0 for candidate in chain) * 3 < len(chain):
        return Found()
    value = _NAMED * sum(1 + weights[candidate] for candidate in chain)
    return Found(tuple(_with_lines_before(chain, paragraphs)), value, _borne_out(chain, weights))


def _numbered(paragraphs: Sequence[Paragraph], profile: Profile) -> Found:
    candidates = in_sequence(find_candidates(paragraphs, profile))
    weights = _weigh(candidates, paragraphs, profile)
    chain = heaviest_run([candidate for candidate in candidates if weights[candidate] > 0], weights)
    if len(chain) < _FEWEST_NUMBERED:
        return Found()
    filled = fill_gaps(chain, candidates)
    value = len(filled) - len(chain) + sum(weights[candidate] for candidate in chain)
    return Found(tuple(_with_lines_before(filled, paragraphs)), value, _borne_out(filled, weights))


def _borne_out(points: Sequence[PointHeading], weights: dict[PointHeading, float]) -> float:
    """The share of points under which stands what stands under the heading of a point."""
    return round(sum(weights[point] > 0 for point in points) / len(points), 3) if points else 0.0


def _structured(paragraphs: Sequence[Paragraph]) -> Iterator[PointHeading]:
    number: tuple[int, str] | None = None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.label is Label.ITEM_NUMBER:
            number = (index, paragraph.text.strip().rstrip("."))
        elif paragraph.label is Label.ITEM_TITLE:
            first = number[0] if number else index
            yield PointHeading(first, number[1] if number else None, index, 0, len(paragraph.text), index + 1)
            number = None


def _weigh(
    candidates: Sequence[PointHeading], paragraphs: Sequence[Paragraph], profile: Profile
) -> dict[PointHeading, float]:
    """How much of what follows the heading of a point follows each; a list of titles has nothing between its lines."""
    starts = {candidate.index for candidate in candidates}
    return {candidate: _structure(candidate, paragraphs, starts, profile) for candidate in candidates}


def _structure(candidate: PointHeading, paragraphs: Sequence[Paragraph], starts: set[int], profile: Profile) -> float:
    """How much of what follows the heading of a point follows this one: 0 nothing, up to 2."""
    title = paragraphs[candidate.title]
    words = title.text[candidate.title_start : candidate.title_end]
    in_list = candidate.index > 0 and not title.spaced and paragraphs[candidate.index - 1].text.endswith(":")
    if in_list and not any(map(is_case_number_line, paragraphs[candidate.body : candidate.body + 1])):
        return 0.0  # the first item of a list
    weight = 0.25 if title.heading else 0.0
    if begins_with_number(words):
        weight += 1.0
    for index in range(candidate.body, min(candidate.body + REACH, len(paragraphs))):
        paragraph = paragraphs[index]
        if index in starts:
            return weight
        if is_case_number_line(paragraph):
            weight += 0.5
        elif is_openness_line(paragraph.text):
            weight += 0.25
        elif read_heading(paragraph, profile):
            return weight + 1.0 + (0.5 if is_housekeeping(words) else 0.0)
    return weight


def _with_lines_before(points: Sequence[PointHeading], paragraphs: Sequence[Paragraph]) -> Iterator[PointHeading]:
    """What stands over a heading and is of its point: its case number, or the title printed a first time."""
    if not points:
        return
    numbers = [_number_line_over(paragraphs, point.index) for point in points]
    before = [number is not None for number in numbers]
    ends = [point.index - 1 for point in points[1:]] + [len(paragraphs)]
    after = [
        any(map(is_case_number_line, paragraphs[point.body : min(point.body + 3, end)]))
        for point, end in zip(points, ends, strict=True)
    ]
    # where one stands in the last point, and none over the first, they are feet of the points before
    is_foot = not before[0] and any(map(is_case_number_line, paragraphs[points[-1].body :]))
    is_habit = not is_foot and sum(before) > len(points) / 2 and not any(after)
    for point, number in zip(points, numbers, strict=True):
        start = number if is_habit and number is not None else point.index
        while start > 0 and _is_same_heading(paragraphs[start - 1], paragraphs[point.title]):
            start -= 1
        yield replace(point, index=start)


def _number_line_over(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """The line of a case number over a heading, with "Åben sag" between them or not."""
    over = index - 1
    if over > 0 and is_openness_line(paragraphs[over].text):
        over -= 1
    return over if over >= 0 and is_case_number_line(paragraphs[over]) else None


def _is_same_heading(one: Paragraph, other: Paragraph) -> bool:
    return without_blanks(one.text) == without_blanks(other.text)
