"""One point: its heading and what its sections say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Document, Label, Role
from extract.evidence import Stated
from extract.grammar.absentees import read_item_absences
from extract.grammar.attachments import read_attachments
from extract.grammar.contents import canonical_title
from extract.grammar.decisions import Setting, read_decisions
from extract.grammar.initiatives import with_initiative
from extract.grammar.notices import read_notices
from extract.grammar.numbers import (
    begins_with_number,
    find_case_numbers,
    first_of,
    is_case_number_line,
    number_in_title,
    topics_of,
    without_number,
)
from extract.grammar.paragraphs import Paragraph
from extract.grammar.pointheadings import PointHeading
from extract.grammar.procedure import read_procedure
from extract.grammar.profiles import Profile
from extract.grammar.recommendations import read_proposer, read_recommendations
from extract.grammar.sections import Layout, read_sections, read_subheadings, take_apart
from extract.grammar.titles import (
    is_closed_title,
    is_openness_line,
    kind_of_title,
    marks_closed,
    plain_title,
    tells_closed,
)
from extract.grammar.vocabulary import SectionRole, compiled, kinds
from extract.records import ContentsEntry, Decision, ItemKind, ItemRecord, Recommendation, TextLine

_FOOT = 4  # paragraphs at the end of a point in which a labelled case number may stand


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point stands: its paragraphs from its heading on, and its lines."""

    ordinal: int
    heading: PointHeading
    paragraphs: Sequence[Paragraph]  # of the meeting
    end: int  # index after its last paragraph
    last_line: int
    profile: Profile
    lines_lost: bool = False  # so that points share lines


def read_item(place: Place, setting: Setting, contents: Sequence[ContentsEntry]) -> ItemRecord:
    """The record of a point: what its heading says, what its sections say, and where it stands."""
    heading, paragraphs = place.heading, place.paragraphs
    head, under = paragraphs[heading.title], paragraphs[heading.index : heading.body]
    body, foot = _without_foot_number(paragraphs[heading.body : place.end])
    layout = take_apart(body, place.profile)
    title = _title(head, heading)
    numbers = [*_case_numbers(place, layout), *foot]
    case_number, further = first_of(numbers)
    closed = _is_closed(head, heading, layout)
    decisions = with_initiative(read_decisions(layout, setting, closed=closed), title.value, layout, setting)
    recommendations = read_recommendations(layout.of(SectionRole.RECOMMENDATION))
    kind = _kind(title.value, closed, layout, recommendations, decisions)
    return ItemRecord(
        ordinal=place.ordinal,
        number=heading.number,
        title=title,
        title_canonical=_canonical(title, contents, setting),
        case_number=case_number,
        further_case_numbers=further,
        topics=topics_of(numbers),
        kind=kind,
        closed=closed,
        sections=read_sections(layout),
        subheadings=read_subheadings(layout),
        proposer=read_proposer(layout.of(SectionRole.RECOMMENDATION)),
        recommendations=recommendations,
        procedure=read_procedure(layout, setting.body),
        decisions=decisions,
        absences=tuple(read_item_absences(layout, setting, decisions)),
        attachments=read_attachments(layout),
        notices=read_notices(layout) if kind is ItemKind.NOTICES else (),
        first_line=under[0].first.number,
        last_line=place.last_line,
        lines=_lines(place, setting.document),
        evidence=head.whole("point.heading"),
        link=next((one.first.link for one in under if one.first.link), None),
    )


def _title(head: Paragraph, heading: PointHeading) -> Stated[str]:
    if head.label is Label.ITEM_TITLE:
        return head.stated(0, len(head.text), "point.title")
    start, end = heading.title_start, heading.title_end
    start = end - len(without_number(head.text[start:end]))
    if number := number_in_title(head, start):
        shortened = head.text[: number.title_end].rstrip(" (–-,")
        end = len(shortened) if len(shortened) > start else end
    return head.stated(start, end, "point.title")


def _canonical(title: Stated[str], contents: Sequence[ContentsEntry], setting: Setting) -> str | None:
    """The title as the contents spell it, else without marks of open and closed points; None where it is printed so."""
    spelt = canonical_title(title, contents, setting.document.text) if contents else None
    plain = plain_title(title.value)
    return spelt or (plain if plain and plain != title.value else None)


def _case_numbers(place: Place, layout: Layout) -> Iterator[Stated[str]]:
    """Those over, in and under the heading, and labelled ones at the foot of the point."""
    heading, paragraphs = place.heading, place.paragraphs
    for paragraph in paragraphs[heading.index : heading.body]:
        if paragraph.label is Label.CASE_NUMBER or paragraph is not paragraphs[heading.title]:
            yield from _numbers_of(paragraph)
    head = paragraphs[heading.title]
    if leading := begins_with_number(head.text[heading.title_start :]):
        at = heading.title_start
        yield head.stated(at + leading.start("number"), at + leading.end("number"), "point.case-number.title")
    if number := number_in_title(head, heading.title_start):
        yield head.stated(number.start, number.end, "point.case-number.title")
    for paragraph in (*layout.labelled, *layout.parts[0].paragraphs):
        yield from _numbers_of(paragraph)
    if len(layout.parts) > 1:
        for paragraph in layout.parts[-1].paragraphs[-_FOOT:]:
            if paragraph.label is None and not paragraph.is_bullet and len(paragraph.text) < 120:
                yield from (one for one in find_case_numbers(paragraph) if "labelled" in one.evidence.rule)


def _without_foot_number(body: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], tuple[Stated[str], ...]]:
    """The paragraphs of a point without the line of its case number under everything else, and that number."""
    if len(body) < 2 or body[-1].label is not None or not is_case_number_line(body[-1]):
        return body, ()
    return body[:-1], tuple(find_case_numbers(body[-1]))


def _numbers_of(paragraph: Paragraph) -> Iterator[Stated[str]]:
    if paragraph.label is Label.CASE_NUMBER:
        yield paragraph.stated(0, len(paragraph.text), "point.case-number.source")
    elif paragraph.label is None:
        yield from find_case_numbers(paragraph)


def _is_closed(head: Paragraph, heading: PointHeading, layout: Layout) -> bool:
    """Whether the title says that the point is closed, or what stands right under it."""
    starts = {heading.title_start, 0} if heading.index == heading.title else {heading.title_start}
    if any(is_closed_title(head.text[start:]) for start in starts):  # "Lukket punkt 4: …"
        return True
    if any(paragraph.label is Label.CLOSED for paragraph in layout.labelled):
        return True
    return any(map(_says_closed, layout.parts[0].paragraphs))


def _says_closed(paragraph: Paragraph) -> bool:
    """Whether a line under a heading says that the point is closed, alone or beside its case number."""
    text = paragraph.text
    is_mark = is_openness_line(text) and is_closed_title(text)
    return is_mark or tells_closed(text) or (is_case_number_line(paragraph) and marks_closed(text))


def _kind(
    title: str,
    closed: bool,
    layout: Layout,
    recommendations: Sequence[Recommendation],
    decisions: Sequence[Decision],
) -> ItemKind:
    if (kind := kind_of_title(title)) is not None:
        return kind
    if closed and len(layout.parts) == 1 and not any(decision.released for decision in decisions):
        return ItemKind.CLOSED
    noting = compiled(kinds().orientation_recommendation)
    if recommendations and all(noting.search(recommendation.text) for recommendation in recommendations):
        return ItemKind.ORIENTATION
    return ItemKind.DECISION


def _lines(place: Place, document: Document) -> tuple[TextLine, ...]:
    """The text of a point. None where points share lines: which words are whose nobody can say."""
    if place.lines_lost:
        return ()
    first = place.paragraphs[place.heading.index].first.number
    return tuple(
        TextLine(line.number, line.page, line.text, line.role, line.heading, line.continues, line.bullet, line.cells)
        for line in document.lines[first - 1 : place.last_line]
        if line.role in (Role.BODY, Role.BLANK)
    )
