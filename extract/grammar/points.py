"""Where the points of a meeting begin, and what their headings say.

Which way to look is the profile's (`extract.grammar.profiles`): labels of a structured source; headings that name
themselves ("Punkt 32: …"); numbers ("32. …") that ascend one by one and are each followed by what follows the heading
of a point; titles alone. A list inside a text ascends too, but a case number or a section seldom follows its
numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document import Label
from extract.grammar.headings import Heading, read_heading
from extract.grammar.numbers import begins_with_number, is_case_number_line
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import Paragraph
from extract.grammar.profiles import Profile, Way
from extract.grammar.titles import is_housekeeping, is_openness_line, kind_of_title, tells_closed, trim_marks
from extract.grammar.vocabulary import SectionRole, compiled, labels, month_names

_LABELLED = re.compile(r"[A-ZÆØÅ][\w.-]*(?:\s\w+)?:\s")
_LISTED = re.compile(
    r"\s*(?:(?:punkt|pkt\.?|sag|nr\.?)\s*(?:nr\.?\s*)?)?(?P<number>\d{1,4})\s*[.:)]?\s+(?P<title>\S.*)", re.IGNORECASE
)
_NO_TITLE = re.compile(r"\s*(?:af\s+\d{1,3}\s*)?")  # "Punkt 1 af 9"
_NUMBER = re.compile(r"\d{1,4}\s*[.:)]?")
_DIGITS = re.compile(r"\d+")
_PAGE = re.compile(r"[\s.…_·]+(?:side\s*)?\d{1,4}$", re.IGNORECASE)
_NAMED = 2.0  # how much more a heading that names itself counts than a number
_FEWEST_NUMBERED = 2  # a single number makes no agenda
_FIVE_DIGITS = 10_000  # numbers
_LOOK_BACK = 200  # candidates
_REACH = 8  # paragraphs after a heading in which a section must open, for a bare number to be that of a point
_LONGEST_TITLE = 400
_LONGEST_IN_LINE = 160  # inside a line as long as a page, where nothing tells the title from what follows
_UNTITLED = 5  # paragraphs from the heading of a point that has no title to the next heading
_LARGEST_GAP = 6  # numbers that may be missing between two points: closed points are left out of some minutes


@dataclass(frozen=True, slots=True)
class PointHeading:
    """The heading of a point: which paragraph, and where in it the title stands."""

    index: int  # of the first paragraph that belongs to the point
    number: str | None
    title: int  # index of the paragraph that holds the title
    title_start: int
    title_end: int
    body: int  # index of the first paragraph after the heading


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
            points = _by_case_numbers(paragraphs, profile)
        case Way.SECTION:
            points = _by_sections(paragraphs, profile)
        case None:
            points = []
    weights = _weigh(points, paragraphs, profile)
    return Found(tuple(_with_lines_before(points, paragraphs)), float(len(points)), _borne_out(points, weights))


def _named(paragraphs: Sequence[Paragraph], profile: Profile) -> Found:
    candidates = _in_sequence(list(_candidates(paragraphs, profile)))
    weights = _weigh(candidates, paragraphs, profile)
    # "Punkt 3a" inside the text of a point names a part of it
    chain = _chain([one for one in candidates if weights[one] > 0 or (one.number or "").isdigit()], weights)
    if sum(weights[candidate] > 0 for candidate in chain) * 3 < len(chain):
        return Found()
    value = _NAMED * sum(1 + weights[candidate] for candidate in chain)
    return Found(tuple(_with_lines_before(chain, paragraphs)), value, _borne_out(chain, weights))


def _numbered(paragraphs: Sequence[Paragraph], profile: Profile) -> Found:
    candidates = _in_sequence(list(_candidates(paragraphs, profile)))
    weights = _weigh(candidates, paragraphs, profile)
    chain = _chain([candidate for candidate in candidates if weights[candidate] > 0], weights)
    if len(chain) < _FEWEST_NUMBERED:
        return Found()
    filled = _fill(chain, candidates)
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


def _candidates(paragraphs: Sequence[Paragraph], profile: Profile) -> Iterator[PointHeading]:
    form = compiled(profile.form or "")
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_row or paragraph.first.bullet or len(paragraph.text) > _longest_title(paragraph):
            continue
        match = form.fullmatch(paragraph.text.rstrip())
        if match is None or _is_no_heading(match["title"]):
            continue
        here = PointHeading(index, match["number"], index, match.start("title"), match.end("title"), index + 1)
        is_mark = is_openness_line(match["title"])  # which may be all that is told of a closed point
        if not _NO_TITLE.fullmatch(match["title"]) and not is_mark:
            yield here
        elif (title := _title_after(paragraphs, index, profile)) is not None:
            start = _labelled_title(paragraphs[title])
            yield PointHeading(index, match["number"], title, start, len(paragraphs[title].text), title + 1)
        elif is_mark:
            yield here
        elif index and _is_title_over(paragraphs, index, profile):
            yield PointHeading(index - 1, match["number"], index - 1, 0, len(paragraphs[index - 1].text), index + 1)
        elif profile.way is Way.NAMED and (untitled := _untitled(paragraphs, index, match["number"], profile)):
            yield untitled


def _untitled(paragraphs: Sequence[Paragraph], index: int, number: str, profile: Profile) -> PointHeading | None:
    """A closed point without a title: the line that says it is closed stands for one, else the heading as printed.

    Only where nothing but that and its case number stands before the heading of another point.
    """
    form = compiled(profile.form or "")
    marks: list[int] = []
    for under in range(index + 1, min(index + _UNTITLED, len(paragraphs))):
        text = paragraphs[under].text
        if form.fullmatch(text.rstrip()):
            break
        if not (is_openness_line(text) or is_case_number_line(paragraphs[under]) or tells_closed(text)):
            return None
        marks += [under] if is_openness_line(text) else []
    else:
        if not any(is_openness_line(one.text) or tells_closed(one.text) for one in paragraphs[index + 1 :][:_UNTITLED]):
            return None  # the last words of the document
    title = marks[0] if marks else index
    return PointHeading(index, number, title, 0, len(paragraphs[title].text.rstrip(" :.")), title + 1)


def _in_sequence(candidates: Sequence[PointHeading]) -> list[PointHeading]:
    """The candidates, those with five digits only after the one before: alone, such a number is that of a case."""
    numbers = {_counted(one) for one in candidates}
    counted = ((one, _counted(one) or 0) for one in candidates)
    return [one for one, number in counted if number < _FIVE_DIGITS or number - 1 in numbers]


def _counted(candidate: PointHeading) -> int | None:
    """The number that "5", "5.1" and "5b" begin with."""
    digits = _DIGITS.match(candidate.number or "")
    return int(digits.group()) if digits else None


def _is_no_heading(title: str) -> bool:
    """Whether what follows a number is no title: "7. februar" is a date, "3 personer …" goes on a sentence.

    "Punkt 4: Anbefales." is the decision on a point.
    """
    goes_on = title.lstrip()[:1].islower() and not _NO_TITLE.fullmatch(title)
    return goes_on or _is_month(title) or _is_outcome(title)


def _is_month(title: str) -> bool:
    return bool(title.strip()) and title.split()[0].casefold().rstrip(".,-–") in month_names().months


def _is_outcome(title: str) -> bool:
    return title.rstrip().endswith(".") and bool(read_outcomes([title]))


def _longest_title(paragraph: Paragraph) -> int:
    return _LONGEST_TITLE if len(paragraph.first.text) < 2 * _LONGEST_TITLE else _LONGEST_IN_LINE


def _title_after(paragraphs: Sequence[Paragraph], index: int, profile: Profile) -> int | None:
    """The paragraph that holds the title of a heading that is a number alone."""
    for following in range(index + 1, min(index + 4, len(paragraphs))):
        paragraph = paragraphs[following]
        if is_case_number_line(paragraph) or is_openness_line(paragraph.text):
            continue
        if tells_closed(paragraph.text):
            return None
        if _labelled_title(paragraph):
            return following
        if profile.form and compiled(profile.form).fullmatch(paragraph.text.rstrip()):
            return None  # the next point: this one has no title
        start, _ = trim_marks(paragraph.text, 0, len(paragraph.text))
        is_label = bool(_LABELLED.match(paragraph.text, start)) and not kind_of_title(paragraph.text)
        is_other = is_label or read_heading(paragraph, profile) or len(paragraph.text) > _LONGEST_TITLE
        return None if is_other else following
    return None


def _labelled_title(paragraph: Paragraph) -> int:
    """Where the title begins in a line such as "Emne: Ny mole"; 0 where no label says that it is one."""
    match = compiled(labels().title_label).match(paragraph.text)
    return match.end() if match else 0


def _is_title_over(paragraphs: Sequence[Paragraph], index: int, profile: Profile) -> bool:
    """Whether the line over "Sag nr. 162" is the title, and does not go on in it."""
    over = index - 1
    return _is_title(paragraphs, over, profile) and not paragraphs[over].text.rstrip().endswith(",")


def _weigh(
    candidates: Sequence[PointHeading], paragraphs: Sequence[Paragraph], profile: Profile
) -> dict[PointHeading, float]:
    """How much of what follows the heading of a point follows each; a list of titles has nothing between its lines."""
    starts = {candidate.index for candidate in candidates}
    return {candidate: _structure(candidate, paragraphs, starts, profile) for candidate in candidates}


def _chain(candidates: Sequence[PointHeading], weights: dict[PointHeading, float]) -> list[PointHeading]:
    """The heaviest run of candidates whose numbers ascend."""
    best: list[tuple[float, int | None]] = []
    for position, candidate in enumerate(candidates):
        value, before = weights[candidate], None
        for earlier in range(max(0, position - _LOOK_BACK), position):
            step = _step(candidates[earlier], candidate)
            total = best[earlier][0] + weights[candidate] + 1.0 - 0.2 * (step - 1) if step else 0.0
            if step and total > value:
                value, before = total, earlier
        best.append((value, before))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda index: best[index][0])
    chain: list[PointHeading] = []
    while at is not None:
        chain.append(candidates[at])
        at = best[at][1]
    return chain[::-1]


def _fill(chain: list[PointHeading], candidates: Sequence[PointHeading]) -> list[PointHeading]:
    """The points of a chain with those around them that have nothing known under their heading, as closed points."""
    filled = [*_leading(chain[0], candidates), chain[0]]
    rest = iter(candidates)
    for later in [*chain[1:], None]:
        for candidate in rest:
            if candidate is later:
                break
            is_before = later is None or candidate.body <= later.index
            is_next = candidate.index >= filled[-1].body and _step(filled[-1], candidate) == 1
            if is_before and is_next and (later is None or candidate.number != later.number):
                filled.append(candidate)
        if later is not None:
            filled.append(later)
    return filled


def _leading(first: PointHeading, candidates: Sequence[PointHeading]) -> list[PointHeading]:
    """The points right before a chain; a list of contents over it ends with a number that does not lead to it."""
    leading: list[PointHeading] = []
    for candidate in reversed([one for one in candidates if one.body <= first.index]):
        if _step(candidate, leading[0] if leading else first) != 1:
            break
        leading.insert(0, candidate)
    return leading


def _step(earlier: PointHeading, later: PointHeading) -> int:
    """How far a number is from the one before; 0 where it cannot follow."""
    one, other = _counted(earlier), _counted(later)
    if one is None or other is None or earlier.body > later.index:
        return 0
    step = other - one
    if step == 0 and earlier.number != later.number:
        return 1  # 5.1 after 5, 5b after 5a
    return step if 1 <= step <= _LARGEST_GAP else 0


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
    for index in range(candidate.body, min(candidate.body + _REACH, len(paragraphs))):
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


def _by_case_numbers(paragraphs: Sequence[Paragraph], profile: Profile) -> list[PointHeading]:
    """Points without numbers: a title alone, and under it the line of its case number.

    A list of contents may give their numbers.
    """
    found = []
    for index in range(1, len(paragraphs)):
        if is_case_number_line(paragraphs[index]) and _is_title(paragraphs, index - 1, profile):
            title = paragraphs[index - 1]
            found.append(PointHeading(index - 1, None, index - 1, 0, len(title.text), index))
    follows = [any(read_heading(other, profile) for other in paragraphs[one.body : one.body + _REACH]) for one in found]
    return _with_listed_numbers(found, paragraphs) if any(follows) else []


def _by_sections(paragraphs: Sequence[Paragraph], profile: Profile) -> list[PointHeading]:
    """Points with neither number nor case number: a title alone over a section that begins a point.

    That is one headed as the first section of the document, or of a role that the point before has had, or any after
    the decision of that point where decisions do not stand first.
    """
    found: list[PointHeading] = []
    first: Heading | None = None
    had: set[SectionRole] = set()
    for index, paragraph in enumerate(paragraphs):
        heading = read_heading(paragraph, profile)
        if heading is not None and (heading.role is not SectionRole.DECISION or heading.body is None):
            is_over = SectionRole.DECISION in had and first is not None and first.role is not SectionRole.DECISION
            begins = first is None or heading.name == first.name or heading.role in had or is_over
            over = index - 1
            # what stands right under a heading is its text, not the title of the next point
            is_text = index > 1 and _is_bare_heading(paragraphs[index - 2], profile)
            if begins and over >= 0 and not is_text and _is_title(paragraphs, over, profile):
                found.append(PointHeading(over, None, over, 0, len(paragraphs[over].text), index))
                first = first or heading
                had = set()
            had.add(heading.role)
    return _with_listed_numbers(found, paragraphs)


def _is_title(paragraphs: Sequence[Paragraph], index: int, profile: Profile) -> bool:
    """Whether a paragraph may be a title without number: short, set apart, no sentence, no heading of a section."""
    title = paragraphs[index]
    is_short = len(title.text) <= _LONGEST_TITLE // 2
    ends_sentence = title.text.rstrip().endswith((".", ":", ";"))
    return title.spaced and is_short and not ends_sentence and not title.is_bullet and not read_heading(title, profile)


def _with_listed_numbers(points: Sequence[PointHeading], paragraphs: Sequence[Paragraph]) -> list[PointHeading]:
    """Points without number take that by which a list over them names their title."""
    listed = _listed_numbers(paragraphs[points[0].index]) if points else {}
    return [replace(one, number=listed.get(_squeezed(paragraphs[one.title].text))) for one in points]


def _listed_numbers(first: Paragraph) -> dict[str, str]:
    """The numbers by the titles of the lists over the first point, with or without pages, also two lines an entry."""
    listed: dict[str, str] = {}
    number = ""
    for line in first.document.lines[: first.first.number - 1]:
        text = line.text.strip()
        match = _LISTED.fullmatch(f"{number} {text}")
        number = text if _NUMBER.fullmatch(text) else ""
        if match and not number:
            for title in (match["title"], _PAGE.sub("", match["title"])):
                listed.setdefault(_squeezed(title), match["number"])
    return listed


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


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
    return _squeezed(one.text) == _squeezed(other.text)


def _is_bare_heading(paragraph: Paragraph, profile: Profile) -> bool:
    """Whether a paragraph is the heading of a section and nothing more: what is under it is its text."""
    heading = read_heading(paragraph, profile)
    return heading is not None and not paragraph.text[heading.end :].strip()
