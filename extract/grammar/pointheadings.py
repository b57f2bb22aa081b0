"""Which paragraphs may be the heading of a point, by the form that a family of layout gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.grammar.headings import read_heading
from extract.grammar.numbers import is_case_number_line
from extract.grammar.outcomes import read_outcomes
from extract.grammar.paragraphs import Paragraph
from extract.grammar.profiles import Profile, Way
from extract.grammar.titles import is_openness_line, kind_of_title, tells_closed, trim_marks
from extract.grammar.vocabulary import compiled, labels, month_names

_LABELLED = re.compile(r"[A-ZÆØÅ][\w.-]*(?:\s\w+)?:\s")
_NO_TITLE = re.compile(r"\s*(?:af\s+\d{1,3}\s*)?")  # "Punkt 1 af 9"
_LONGEST_TITLE = 400
_LONGEST_IN_LINE = 160  # inside a line as long as a page, where nothing tells the title from what follows
REACH = 8  # paragraphs after a heading in which a section must open, for a bare number to be that of a point
_UNTITLED = 5  # paragraphs from the heading of a point that has no title to the next heading, or to a labelled title


@dataclass(frozen=True, slots=True)
class PointHeading:
    """The heading of a point: which paragraph, and where in it the title stands."""

    index: int  # of the first paragraph that belongs to the point
    number: str | None
    title: int  # index of the paragraph that holds the title
    title_start: int
    title_end: int
    body: int  # index of the first paragraph after the heading


def find_candidates(paragraphs: Sequence[Paragraph], profile: Profile) -> list[PointHeading]:
    """The paragraphs that have the form of a heading, by the word that most of them name themselves by."""
    form = compiled(profile.form or "")
    found: list[tuple[str, PointHeading]] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_row or paragraph.first.bullet or len(paragraph.text) > _longest_title(paragraph):
            continue
        match = form.fullmatch(paragraph.text.rstrip())
        if match and not _is_no_heading(match["title"]) and (one := _candidate(paragraphs, index, match, profile)):
            found.append((match.groupdict().get("word", "").casefold(), one))
    words = Counter(word for word, _ in found).most_common(1)
    return [one for word, one in found if word == words[0][0]]


def _candidate(
    paragraphs: Sequence[Paragraph], index: int, match: re.Match[str], profile: Profile
) -> PointHeading | None:
    """What a paragraph of the form heads, with the line over or under it that is the title."""
    number = match["number"]
    here = PointHeading(index, number, index, match.start("title"), match.end("title"), index + 1)
    is_mark = is_openness_line(match["title"])  # which may be all that is told of a closed point
    if not _NO_TITLE.fullmatch(match["title"]) and not is_mark:
        return here
    if (over := _labelled_over(paragraphs, index)) is not None:
        start = _labelled_title(paragraphs[over])
        return PointHeading(over, number, over, start, len(paragraphs[over].text), index + 1)
    if (title := _title_after(paragraphs, index, profile)) is not None:
        start = _labelled_title(paragraphs[title])
        return PointHeading(index, number, title, start, len(paragraphs[title].text), title + 1)
    if is_mark:
        return here
    if index and _is_title_over(paragraphs, index, profile):
        return PointHeading(index - 1, number, index - 1, 0, len(paragraphs[index - 1].text), index + 1)
    return _untitled(paragraphs, index, number, profile) if profile.way is Way.NAMED else None


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


def _labelled_over(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """The paragraph over a number alone that a label calls the title, with lines of other labels between them."""
    for over in range(index - 1, max(-1, index - 1 - _UNTITLED), -1):
        if _labelled_title(paragraphs[over]):
            return over
        if not (is_case_number_line(paragraphs[over]) or is_openness_line(paragraphs[over].text)):
            return None
    return None


def _labelled_title(paragraph: Paragraph) -> int:
    """Where the title begins in a line such as "Emne: Ny mole"; 0 where no label says that it is one."""
    match = compiled(labels().title_label).match(paragraph.text)
    return match.end() if match else 0


def _is_title_over(paragraphs: Sequence[Paragraph], index: int, profile: Profile) -> bool:
    """Whether the line over "Sag nr. 162" is the title, and does not go on in it."""
    over = index - 1
    return may_be_title(paragraphs, over, profile) and not paragraphs[over].text.rstrip().endswith(",")


def may_be_title(paragraphs: Sequence[Paragraph], index: int, profile: Profile) -> bool:
    """Whether a paragraph may be a title without number: short, set apart, no sentence, no heading of a section."""
    title = paragraphs[index]
    is_short = len(title.text) <= _LONGEST_TITLE // 2
    ends_sentence = title.text.rstrip().endswith((".", ":", ";"))
    return title.spaced and is_short and not ends_sentence and not title.is_bullet and not read_heading(title, profile)
