"""The minutes grammar: from the lines of a document to the records of its meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document import Document, Line, Problem, Role
from extract.evidence import Known, Stated, Unknown
from extract.grammar.absence_lines import absence_block
from extract.grammar.absentees import absences_after_leaving, absent_around
from extract.grammar.attendance import header_absences, settle_absences, with_movements
from extract.grammar.contents import read_contents
from extract.grammar.decisions import Setting
from extract.grammar.fitting import Fit, fit_profile
from extract.grammar.flattened import LINES_LOST, is_flattened, part_flattened
from extract.grammar.header import Header, read_header, settle_body
from extract.grammar.headings import Heading, decision_headings, part_headings
from extract.grammar.items import Place, read_item
from extract.grammar.legends import read_initials, read_legend, read_lost_letters
from extract.grammar.meetings import judge_kind, split_meetings, split_unlabelled
from extract.grammar.municipality import SURE_RULES, find_municipality
from extract.grammar.paragraphs import Paragraph, read_paragraphs, read_running_heads
from extract.grammar.profiles import GENERIC, profiles
from extract.grammar.rosters import Roster
from extract.grammar.strangers import find_stranger
from extract.grammar.surroundings import closing_index, without_navigation
from extract.records import ContentsEntry, DocumentKind, ItemRecord, MeetingRecord

__all__ = ["parse"]

_FEWEST_UNHEADED = 2  # points with a decision without heading, for a document to be minutes that have no headings


def parse(document: Document) -> tuple[MeetingRecord, ...]:
    """The meetings of a document, without mentions, renames, relations and follow-ups.

    A document without points is one record of kind OTHER that keeps its text: nothing is guessed.
    """
    if not document.lines:
        return (_unparsed(document),)
    if stranger := find_stranger(document):
        return (_unparsed(document, problem=stranger),)
    records = _read_meetings(document)
    found = [record for record in records if record.items]
    if not found:
        return (_unparsed(document, records[0]),)
    return tuple(replace(record, ordinal=ordinal) for ordinal, record in enumerate(found, 1))


def _read_meetings(document: Document) -> list[MeetingRecord]:
    """By titles over labels; by titles alone only where every part tells of its own day and of decisions."""
    parts = split_meetings(document)
    if len(parts) == 1 and len(unlabelled := split_unlabelled(document)) > 1:
        records = [_read_meeting(document, lines, ordinal) for ordinal, lines in enumerate(unlabelled, 1)]
        if all(isinstance(one.date, Stated) and any(map(_has_own_decision, one.items)) for one in records):
            return records
    return [_read_meeting(document, lines, ordinal) for ordinal, lines in enumerate(parts, 1)]


def _read_meeting(document: Document, lines: Sequence[Line], ordinal: int) -> MeetingRecord:
    printed = tuple(part_headings(read_paragraphs(document, lines), profiles()[GENERIC]))
    flattened = is_flattened(printed)
    paragraphs = without_navigation(part_flattened(printed) if flattened else printed)
    mended = tuple(read_lost_letters(paragraphs))
    legend = read_initials(paragraphs) | read_legend(paragraphs)
    fit = fit_profile(paragraphs, legend | {one.body.surface: one.body for one in mended})
    points = fit.points
    top = paragraphs[: points[0].index] if points else paragraphs[:12]
    places = list(_places(paragraphs, fit, lines[-1].number, flattened=flattened))
    foot = paragraphs[places[-1].end :] if places else ()
    over = _before_contents(top, lines)
    header = read_header(over, read_running_heads(document, lines), (*top[len(over) :], *foot))
    decided = list(decision_headings(paragraphs[len(top) :], fit.profile))
    if not _tell_decisions(decided, header, len(points)):
        profile = fit.profile.model_copy(update={"tells": False})
        places = [replace(place, profile=profile) for place in places]
        decided = [(one, heading) for one, heading in decided if not heading.is_told]
    settle_body(header, top, decided)
    municipality = find_municipality(document, top, lines[0].number, lines[-1].number)
    contents = read_contents(document, lines)
    setting = Setting(
        document=document,
        body=header.body.value if isinstance(header.body, Stated) else None,
        date=header.date.value if isinstance(header.date, Stated) else None,
        roster=Roster.of(header.attendees, *(_texts(part) for part in (top, paragraphs[len(top) :]))),
    )
    items = [read_item(place, setting, contents) for place in places]
    if not any(_has_own_decision(item) for item in items):
        unheaded = [read_item(place, replace(setting, is_headless=True), contents) for place in places]
        if sum(map(_has_own_decision, unheaded)) >= _FEWEST_UNHEADED:
            items = unheaded
    around = absent_around(items)
    items = [
        _with_closing_absences(item, place, replace(setting, absent_around=names), contents)
        for item, place, names in zip(items, places, around, strict=True)
    ]
    away = list(header_absences(with_movements(header.attendees, top), [item.number for item in items]))
    for index, item in enumerate(items):
        told = tuple(absence for number, absence in away if number == item.number)
        items[index] = replace(item, absences=(*item.absences, *told)) if told else item
    for index, absence in tuple(absences_after_leaving(items)):
        items[index] = replace(items[index], absences=(*items[index].absences, absence))
    told_by = {
        "layout": fit.profile.name if points else None,
        "layout_confidence": fit.confidence,
        "problems": (
            *document.problems,
            *((LINES_LOST,) if flattened else ()),
            *(one.problem for one in mended),
        ),
    }
    return _record(document, header, tuple(items), ordinal, municipality=municipality, contents=contents, **told_by)


def _texts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    return (paragraph.text for paragraph in paragraphs)


def _tell_decisions(decided: Sequence[tuple[Paragraph, Heading]], header: Header, points: int) -> bool:
    """Whether "X besluttede den 3. maj:" heads decisions here: the own ones do, or else an account says it."""
    day = header.date.value if isinstance(header.date, Stated) else None
    own = sum(heading.is_told and heading.date == day for _, heading in decided)
    return day is not None and own * 2 >= points and all(heading.body for _, heading in decided)


def _places(paragraphs: Sequence[Paragraph], fit: Fit, last_line: int, *, flattened: bool) -> Iterator[Place]:
    """Where each point stands."""
    for index, point in enumerate(fit.points):
        is_last = index + 1 == len(fit.points)
        end = closing_index(paragraphs, point.body, fit.profile) if is_last else fit.points[index + 1].index
        first = paragraphs[point.index].first.number
        last = max(first, paragraphs[end].first.number - 1) if end < len(paragraphs) else last_line
        yield Place(index + 1, point, paragraphs, end, last, fit.profile, flattened)


def _with_closing_absences(
    item: ItemRecord, place: Place, setting: Setting, contents: Sequence[ContentsEntry]
) -> ItemRecord:
    """A point that ends under a quoted decision, with those in its last line whom the points around have as absent."""
    if not setting.absent_around or all(decision.own for decision in item.decisions):
        return item
    lines = place.paragraphs[place.heading.body : place.end]
    if not any(absence_block(one) is not None for one in lines):
        return item
    return replace(item, absences=read_item(place, setting, contents).absences)


def _has_own_decision(item: ItemRecord) -> bool:
    return any(decision.own for decision in item.decisions)


def _record(
    document: Document, header: Header, items: tuple[ItemRecord, ...], ordinal: int, **rest: object
) -> MeetingRecord:
    kind = judge_kind(items)
    is_held = kind is not DocumentKind.AGENDA  # an agenda lists who is called, not who came
    attendees = settle_absences(header.attendees, [item.absences for item in items]) if is_held else ()
    return MeetingRecord(
        provenance=document.provenance,
        ordinal=ordinal,
        kind=kind,
        body=header.body,
        term=header.term,
        date=header.date,
        start_time=header.start_time,
        place=header.place,
        attendees=attendees,
        items=items,
        page_count=document.page_count,
        **rest,  # type: ignore[arg-type]
    )


def _before_contents(paragraphs: Sequence[Paragraph], lines: Sequence[Line]) -> Sequence[Paragraph]:
    """What stands over the table of contents: a heading under it is no label of the header."""
    first = next((line.number for line in lines if line.role is Role.CONTENTS), None)
    if first is None:
        return paragraphs
    over = [paragraph for paragraph in paragraphs if paragraph.first.number < first]
    return over or paragraphs


def _unparsed(document: Document, record: MeetingRecord | None = None, problem: Problem | None = None) -> MeetingRecord:
    """A document in which no points were found: what its prose may name as body or date is not taken for a header."""
    problem = problem or Problem(
        code="layout-unknown",
        message="No points of minutes were found in this document; its text is kept and nothing is guessed.",
        cure="Check that the file holds minutes; if it does, report its layout so that it can be learnt.",
    )
    told: Known[str] = record.municipality if record else Unknown("the document is empty")
    if isinstance(told, Stated) and told.evidence.rule not in SURE_RULES:
        told = Unknown("no points were found, so a municipality that the text names may be any")
    empty = _record(document, Header(), (), 1, municipality=told, contents=())
    return replace(empty, kind=DocumentKind.OTHER, problems=(*document.problems, problem), text=document.text)
