"""The header of a meeting: body, term, date, time, place, and who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from itertools import dropwhile, takewhile

from extract.document import Label
from extract.evidence import Evidence, Known, Stated, Unknown
from extract.grammar.attendance import (
    MarkedAttendee,
    begins_with_office,
    begins_with_rank,
    describe,
    is_group,
    read_attendees,
)
from extract.grammar.attendance_tables import attendance_table, read_attendance_table
from extract.grammar.bodies import find_bodies, find_joint_body, is_same, read_body
from extract.grammar.columns import column_beside, read_columns
from extract.grammar.dates import find_dates, find_time, read_timestamp
from extract.grammar.headings import Heading
from extract.grammar.names import read_name
from extract.grammar.paragraphs import Paragraph, in_small_letters, squeeze
from extract.grammar.vocabulary import HeaderField, LabelForm, absence_patterns, any_of, compiled, labels
from extract.mentions import BodyName
from extract.records import AttendanceStatus, AttendeeKind

_TERM_YEARS, _TERM_START = (
    4,
    2022,
)  # kommunal- og regionalvalgloven: every four years, from 1 January after the election
_INFERRED_TERM = 0.9
_VALUE = re.compile(r"[^\W_a-zæøå]|kl\b|d\.|den\b|(?:man|tirs|ons|tors|fre|lør|søn)dag\b")
_NUMBERED_TITLE = re.compile(r"\d{1,4}\s*[.:)]?\s+(?![a-zæøå]*(?:formand|borgmester))", re.IGNORECASE)
_UNLABELLED = 0.8
_IN_PLACE = re.compile(r"(?:\si|,)\s+(?P<place>[^\W\d_][^.;]{2,80}?)\s*$")
_LONGEST_OPENING = 160  # characters
_ROLL = 3  # members one under the other that are a list without a label
_FEWEST_DECISIONS = 2  # headings that name a body, for it to be that of the meeting
_TITLE_REACH = 12  # paragraphs at the top in which the title stands


@dataclass(slots=True)
class Header:
    """What the header states."""

    body: Known[BodyName] = field(default_factory=lambda: Unknown("the header names no body"))
    term: Known[str] = field(default_factory=lambda: Unknown("no term is printed and no date is known"))
    date: Known[date] = field(default_factory=lambda: Unknown("the header gives no date"))
    start_time: Known[time] = field(default_factory=lambda: Unknown("the header gives no time"))
    place: Known[str] = field(default_factory=lambda: Unknown("the header gives no place"))
    attendees: list[MarkedAttendee] = field(default_factory=list)


def read_header(
    paragraphs: Sequence[Paragraph], running: Sequence[Paragraph] = (), foot: Sequence[Paragraph] = ()
) -> Header:
    """The header as stated: by labels of a structured source, by printed labels, and by the title line.

    `running` are the running heads of its pages: they repeat the title, and stand in where it cannot be read. `foot` is
    what stands under the contents and under the last point: some minutes list there who took part.
    """
    header = Header()
    if any(paragraph.label for paragraph in paragraphs):
        for paragraph in paragraphs:
            _take_labelled(header, paragraph)
    else:
        top, end = attendance_table(paragraphs) or (0, 0)
        header.attendees += read_attendance_table(paragraphs[top + 1 : end])
        for form, paragraph, start in _fields([*_parted(paragraphs[:top]), *_parted(paragraphs[end:])]):
            _take_field(header, form, paragraph, start)
        if not any(one.attendee.status is AttendanceStatus.PRESENT for one in header.attendees):
            for paragraph in _unlabelled_roll(paragraphs):
                _take_field(header, _listing(AttendanceStatus.PRESENT), paragraph, paragraph.mark)
        if not header.attendees:
            for form, paragraph, start in _fields(foot):
                if compiled(labels().address).match(paragraph.text):
                    break
                if form.field is HeaderField.ATTENDEES:
                    _take_field(header, form, paragraph, start)
        _take_title(header, paragraphs)
        _take_place(header, paragraphs)
        _take_title(header, [paragraph for paragraph in running if title_of(paragraph)][:1])
    _settle_term(header)
    return header


def settle_body(header: Header, top: Sequence[Paragraph], decided: Sequence[tuple[Paragraph, Heading]]) -> None:
    """The body that the headings of the day's decisions name, where what stands over the points has none in a title.

    Then what is named there is no heading of the meeting, as "Udvalg og råd" of a web page is. Only where each decision
    is headed by body and day: under "Beslutning" alone the meeting's own would stand, and the others be quoted.
    """
    is_titled = any(title_of(one) or _labels_body(one) for one in top)
    if not isinstance(header.date, Stated) or (isinstance(header.body, Stated) and is_titled):
        return
    today = [(one, heading.body) for one, heading in decided if heading.body and heading.date == header.date.value]
    is_one = len(today) >= _FEWEST_DECISIONS and all(is_same(body, today[0][1]) for _, body in today)
    if not is_one or any(heading.body is None for _, heading in decided):
        return
    paragraph, body = today[0]
    start, rule = paragraph.text.find(body.surface), "header.body.decisions"
    is_found = start >= 0  # not where it is printed with a line's end in it
    place = paragraph.evidence(start, start + len(body.surface), rule) if is_found else paragraph.whole(rule)
    header.body = Stated(body, place)


def _labels_body(paragraph: Paragraph) -> bool:
    label = _label_at(paragraph)
    return label is not None and label[0].field is HeaderField.BODY


def is_label_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a label of the header; "DAGSORDEN Kulturudvalget d. …" is a title."""
    return _label_at(paragraph) is not None and title_of(paragraph) is None


def title_of(paragraph: Paragraph) -> tuple[BodyName, date | None] | None:
    """Body and date of a line like "REFERAT Kulturudvalget d. 1. marts 2024"."""
    match = _title_words().match(paragraph.text)
    printed = in_small_letters(paragraph.text[match.end() :]) if match else ""
    body = find_joint_body(printed) or next(find_bodies(printed), None)
    if body is None or len(paragraph.text) > 200:
        return None
    day = next(find_dates(paragraph.text), None)
    return body.body, day.date if day else None


def opening_of(paragraphs: Sequence[Paragraph]) -> tuple[str, date] | None:
    """Body and date of the title that the first paragraph begins with its word, over one line or some short ones."""
    match = _title_words().match(paragraphs[0].text)
    if match is None:
        return None
    text = paragraphs[0].text[match.end() :]
    for paragraph in (None, *paragraphs[1:]):
        text = f"{text} {paragraph.text}" if paragraph else text
        if len(text) > _LONGEST_OPENING or (paragraph and _NUMBERED_TITLE.match(paragraph.text)):
            return None
        body, day = next(find_bodies(in_small_letters(text)), None), next(find_dates(text), None)
        if body and day:
            return body.body.name, day.date
    return None


def _take_labelled(header: Header, paragraph: Paragraph) -> None:
    text, whole = paragraph.text, paragraph.whole
    match paragraph.label:
        case Label.BODY:
            header.body = Stated(read_body(text.lstrip(". ")), whole("header.body"))
        case Label.PLACE:
            header.place = Stated(squeeze(text), whole("header.place"))
        case Label.DATE if moment := read_timestamp(text):
            header.date = Stated(moment.date(), whole("header.date"))
            header.start_time = Stated(moment.time().replace(tzinfo=None), whole("header.start-time"))
        case Label.PRESENT:
            header.attendees += read_attendees(paragraph, 0, AttendanceStatus.PRESENT, AttendeeKind.MEMBER)
        case Label.ABSENT:
            header.attendees += read_attendees(paragraph, 0, AttendanceStatus.ABSENT, AttendeeKind.MEMBER)


def _parted(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, lists of people on one line apart: "Til stede: Anna Berg (A). Afbud: Bo Dahl (V)." """
    for paragraph in paragraphs:
        label = _label_at(paragraph)
        is_list = label is not None and label[0].field is HeaderField.ATTENDEES
        start = 0
        for match in _labels().finditer(paragraph.text, label[1]) if label and is_list else ():
            form = _label_forms()[squeeze(match["label"]).casefold()]
            is_next = paragraph.text[: match.start()].rstrip().endswith((".", ";", ")"))
            if is_next and form.field is HeaderField.ATTENDEES and (match["mark"] or "").strip() == ":":
                yield paragraph.part(start, match.start())
                start = match.start()
        yield paragraph.tail(start)


def _fields(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[LabelForm, Paragraph, int]]:
    """Each paragraph of a field with the place where its value begins: after the label, or all of a following line."""
    current: LabelForm | None = None
    for index, paragraph in enumerate(paragraphs):
        label = _label_at(paragraph)
        if label and (beside := _labels_beside(paragraph, label[1])):
            under = paragraphs[index + 1 :]
            for column in read_columns(paragraph, label[1], under) if beside == 1 else ():  # of more nothing is taken
                yield from _fields(column)
            yield from _fields(list(dropwhile(lambda one: not one.spaced, under)))
            return
        is_list = current is not None and current.field is HeaderField.ATTENDEES
        if label and is_list and label[0].field is HeaderField.OTHER and begins_with_rank(paragraph.text):
            label = None  # "Formand Anna Berg (A)", "Formand": within a list of names
        if begins_with_office(paragraph.text, is_list=is_list) and (
            label is None or label[0].field is HeaderField.OTHER
        ):
            label = None
            if not is_list or paragraph.spaced:  # "Afbud: …", and under a blank line those who were there
                current = _listing(AttendanceStatus.PRESENT)
        if label and label[0].field is HeaderField.OTHER and (inner := _label_at(paragraph.tail(label[1]))):
            paragraph = paragraph.tail(label[1])  # "Bemærkninger: Afbud: …"
            label = inner
        place = label[1] if label else paragraph.mark
        everybody = compiled(absence_patterns().everybody_but).match(paragraph.text, place)
        if everybody and (label is None or label[0].field is HeaderField.ATTENDEES):
            current = _listing(AttendanceStatus.ABSENT)
            yield current, paragraph, everybody.end()
            if not everybody.group().rstrip().endswith(("undtagelser", ":")):
                current = None
        elif label:
            current, start = label
            if paragraph.text[start:].strip():
                yield current, paragraph, start
                if current.field is not HeaderField.ATTENDEES:
                    current = None
        elif current and not paragraph.heading and not _is_numbered_title(paragraph):
            yield current, paragraph, paragraph.mark
            if current.field is not HeaderField.ATTENDEES:
                current = None
        else:
            current = None


def _unlabelled_roll(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """A list of members without a label: set apart right under what the header says of body, day or place."""
    for index in range(1, len(paragraphs)):
        over = paragraphs[index - 1]
        body = next(find_bodies(over.text), None)
        is_name = body is not None and body.start == 0 and body.end == len(over.text.rstrip())
        is_head = is_name or is_label_line(over) or title_of(over) or next(find_dates(over.text), None)
        roll = list(takewhile(_is_member, paragraphs[index:])) if paragraphs[index].spaced and is_head else []
        if len(roll) >= _ROLL:
            return roll
    return ()


def _labels_beside(paragraph: Paragraph, start: int) -> int:
    """How many labels stand beside one that ends here, each over a column of its own, and nothing else."""
    count = 0
    while (label := _label_at(paragraph.tail(start))) and column_beside(paragraph, start):
        start, count = start + label[1], count + 1
    return 0 if paragraph.text[start:].strip() else count


def _is_member(paragraph: Paragraph) -> bool:
    """Whether a line is a member with the party in brackets, and a rank or a mark of absence at most.

    Or those of one party: "Venstre: Anna Berg, Bo Dahl".
    """
    if is_group(paragraph.text):
        return True
    name = read_name(paragraph.text, paragraph.mark)
    rest = paragraph.text[name.end :].strip(" ,.–-()").casefold() if name else ""
    is_listed = not rest or rest in absence_patterns().ranks or rest in labels().absence_marks
    return name is not None and bool(name.person and name.party) and paragraph.text[name.end - 1] == ")" and is_listed


def _is_numbered_title(paragraph: Paragraph) -> bool:
    """Whether a line is numbered, and no name on a numbered list of members: "1. Anna Berg (A), formand"."""
    numbered = _NUMBERED_TITLE.match(paragraph.text)
    name = read_name(paragraph.text, numbered.end()) if numbered else None
    return numbered is not None and (name is None or not (name.person and name.party))


def _label_at(paragraph: Paragraph) -> tuple[LabelForm, int] | None:
    match = _labels().match(paragraph.text)
    if match is None:
        return None
    rest = paragraph.text[match.end() :]
    value = rest.lstrip()
    if not match["mark"] and value and (rest[:1] == value[:1] or not (_VALUE.match(value) or begins_with_rank(value))):
        return None  # "Deltagerne mødtes", "Dato for": words of a sentence
    form = _label_forms()[squeeze(match["label"]).casefold()]
    return form, match.end() + len(rest) - len(value)


def _take_field(header: Header, form: LabelForm, paragraph: Paragraph, start: int) -> None:
    text = paragraph.text
    match form.field:
        case HeaderField.DATE:
            _take_date(header, paragraph, start)
        case HeaderField.PLACE if isinstance(header.place, Unknown):
            if text[start : start + 1].isdigit() and ":" not in text[:start]:
                start = 0  # "Mødelokale 2" is the name of a room
            value = paragraph.stated(start, len(text.rstrip()), "header.place")
            header.place = value if value.value else header.place
        case HeaderField.BODY if isinstance(header.body, Unknown):
            header.body = Stated(read_body(text[start:]), paragraph.evidence(start, len(text), "header.body"))
        case HeaderField.ATTENDEES:
            more = describe(header.attendees[-1], text[start:]) if header.attendees and start == 0 else None
            if more:
                header.attendees[-1] = more
            else:
                header.attendees += read_attendees(paragraph, start, form.status, form.kind)


def _take_date(header: Header, paragraph: Paragraph, start: int) -> None:
    value = paragraph.text[start:]
    day = next(find_dates(value), None)
    if day and isinstance(header.date, Unknown):
        header.date = Stated(day.date, paragraph.evidence(start + day.start, start + day.end, "header.date"))
    moment = find_time(_blank(value, day.start, day.end) if day else value)
    if moment and isinstance(header.start_time, Unknown):
        place = paragraph.evidence(start + moment[1], start + moment[2], "header.start-time")
        header.start_time = Stated(moment[0], place)


def _take_title(header: Header, paragraphs: Sequence[Paragraph]) -> None:
    """What the labels do not say: the body that a title or else a line first names at the top, the first date there."""
    title = next(filter(title_of, paragraphs[:_TITLE_REACH]), None)
    for paragraph in paragraphs[:_TITLE_REACH]:
        if is_label_line(paragraph):
            if isinstance(header.body, Stated) and isinstance(header.date, Stated):
                break
            continue
        printed = in_small_letters(paragraph.text)
        body = find_joint_body(printed) or next(find_bodies(printed), None)
        is_other = title is not None and title is not paragraph
        if body and isinstance(header.body, Unknown) and len(paragraph.text) <= 200 and not is_other:
            header.body = Stated(body.body, paragraph.evidence(body.start, body.end, "header.body"))
        day = next(find_dates(paragraph.text), None)
        if day and isinstance(header.date, Unknown) and len(paragraph.text) <= 200:
            header.date = Stated(day.date, paragraph.evidence(day.start, day.end, "header.date.title"))
        if day or body:
            words = _blank(paragraph.text, day.start, day.end) if day else paragraph.text
            moment = find_time(words)
            if moment and isinstance(header.start_time, Unknown):
                header.start_time = Stated(moment[0], paragraph.evidence(moment[1], moment[2], "header.start-time"))


def _take_place(header: Header, paragraphs: Sequence[Paragraph]) -> None:
    """Without a label, a line that begins with a hall, a room or a town hall, or names one right under the date.

    Or the end of the line with the date itself: "… i Musiksalen".
    """
    if isinstance(header.place, Stated):
        return
    words = compiled(labels().place_words)
    is_after_date = False
    for paragraph in paragraphs[:_TITLE_REACH]:
        match = words.search(paragraph.text) if is_after_date else words.match(paragraph.text)
        is_after_date = next(find_dates(paragraph.text), None) is not None
        is_short = len(paragraph.text) <= 80 and ":" not in paragraph.text and not is_after_date
        if match and is_short and not is_label_line(paragraph) and paragraph.text[0].isupper():
            header.place = paragraph.stated(0, len(paragraph.text.rstrip()), "header.place.unlabelled", _UNLABELLED)
            return
        inside = _IN_PLACE.search(paragraph.text)
        is_title = title_of(paragraph) or next(find_dates(paragraph.text), None)
        if inside and is_title and words.match(inside["place"]):
            place = paragraph.stated(inside.start("place"), inside.end("place"), "header.place.unlabelled", _UNLABELLED)
            header.place = place
            return


def _settle_term(header: Header) -> None:
    if isinstance(header.body, Stated) and header.body.value.term:
        header.term = Stated(header.body.value.term, header.body.evidence)
    elif isinstance(header.date, Stated):
        first = header.date.value.year - (header.date.value.year - _TERM_START) % _TERM_YEARS
        at = header.date.evidence
        evidence = Evidence(
            at.document,
            at.page,
            at.line,
            at.start,
            at.end,
            at.quote,
            "header.term.inferred",
            _INFERRED_TERM,
            at.pointer,
        )
        header.term = Stated(f"{first}-{first + _TERM_YEARS - 1}", evidence)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


@cache
def _label_forms() -> dict[str, LabelForm]:
    return {form: entry for entry in labels().label for form in entry.forms}


@cache
def _listing(status: AttendanceStatus) -> LabelForm:
    """What a list of members says who were there or away."""
    forms = (form for form in labels().label if form.field is HeaderField.ATTENDEES)
    return next(form for form in forms if form.status is status)


@cache
def _labels() -> re.Pattern[str]:
    names = any_of(_label_forms()).replace(r"\ ", r"\s+")
    return re.compile(
        rf"(?P<label>{names})(?!\w)(?P<mark>\s*(?:\(\d{{1,3}}(?:\s+af\s+\d{{1,3}})?\)\s*)?(?:[:?\t]|$))?", re.IGNORECASE
    )


@cache
def _title_words() -> re.Pattern[str]:
    words = any_of(labels().title_words).replace(r"\ ", r"\s+")
    return re.compile(rf"\s*(?:{words})(?!\w)", re.IGNORECASE)
