"""The bodies that are to treat a matter, with dates where they are printed: a plan, not an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grammar.bodies import find_bodies
from extract.grammar.dates import FoundDate, find_dates
from extract.grammar.headings import read_history_heading
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.sections import Layout, Part
from extract.grammar.vocabulary import SectionRole
from extract.mentions import BodyName
from extract.records import ProcedureStep

_LONGEST = 300  # characters of a paragraph that lists bodies; longer ones tell of them
_CUT_NAME = 0.8  # confidence where the own body's name is printed without its end


def read_procedure(layout: Layout, own: BodyName | None) -> tuple[ProcedureStep, ...]:
    """The steps in order; a date belongs to the body before it, or after it where the line begins with the date.

    Lines of a history with nothing under them are steps too: nobody has decided there yet.
    """
    parts = layout.of(SectionRole.PROCEDURE)
    planned = (
        Part(part.heading, part.opener, [one for one in part.paragraphs if read_history_heading(one.text)])
        for part in layout.of(SectionRole.HISTORY)
    )
    return tuple(
        step
        for part in (*parts, *planned)
        for paragraph in part.paragraphs
        for step in _read(paragraph, own)
        if len(paragraph.text) <= _LONGEST
    )


def _read(paragraph: Paragraph, own: BodyName | None) -> Iterator[ProcedureStep]:
    text = paragraph.text
    dates = list(find_dates(text))
    bodies = list(find_bodies(text))
    if not bodies:
        if len(dates) == 1 and (cut := _cut_name(text[: dates[0].start], own)):
            yield ProcedureStep(
                cut, dates[0].date, paragraph.evidence(0, dates[0].end, "procedure.step.cut", _CUT_NAME)
            )
        return
    if re.search(r"[a-zæøå]{3,}[^.]*\.\s+[A-ZÆØÅ].*\.\s+[A-ZÆØÅ]", text):
        return  # sentences about bodies, no list of them
    dates_first = bool(dates) and dates[0].start < bodies[0].start
    for index, found in enumerate(bodies):
        following = bodies[index + 1].start if index + 1 < len(bodies) else len(text)
        before = bodies[index - 1].end if index else 0
        near = [
            one
            for one in dates
            if (before <= one.start < found.start if dates_first else found.end <= one.start < following)
        ]
        day: FoundDate | None = near[0] if near else None
        start, end = min(found.start, day.start if day else found.start), max(found.end, day.end if day else 0)
        yield ProcedureStep(found.body, day.date if day else None, paragraph.evidence(start, end, "procedure.step"))


def _cut_name(printed: str, own: BodyName | None) -> BodyName | None:
    """The own body where its name is printed without its last part: "Kultur- og Havne 2. maj"."""
    name = squeeze(printed).strip(" .,:-")
    plain = re.sub(r"s?-? og ", " og ", name.casefold())
    if own is None or len(name) < 8 or not re.sub(r"s?-? og ", " og ", own.name.casefold()).startswith(plain):
        return None
    return BodyName(surface=name, name=own.name)
