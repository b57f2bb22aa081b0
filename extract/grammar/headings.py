"""Which paragraphs head a section, and what the heading of a decision says of body, date and point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from extract.document import Line
from extract.grammar.bodies import FoundBody, body_at
from extract.grammar.dates import FoundDay, date_at, day_at
from extract.grammar.numbers import is_case_number_line
from extract.grammar.paragraphs import Paragraph, in_small_letters, squeeze
from extract.grammar.profiles import Profile
from extract.grammar.vocabulary import HeadingForm, SectionRole, compiled, headings
from extract.mentions import BodyName

_NO_BODIES: Mapping[str, BodyName] = MappingProxyType({})
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BLANK = re.compile(r"\s+")
_HEADING_LINES = 3  # over which a dated heading may go
_BEGINS = re.compile(r"\s*(?:at\s|[^\sa-zæøå])")  # what goes on a sentence does not
_COLUMN_BLANKS = "   "  # between columns there are so many at least
_COLON = re.compile(r"\s*:\s*")
_LONGEST_HEADING = 90  # characters; longer ones are sentences


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a section, as read from `text[:end]`; what follows is run-in text."""

    role: SectionRole
    name: str
    printed: str
    end: int
    body: BodyName | None = None
    date: date | None = None
    point: str | None = None
    day: FoundDay | None = None  # of a date without its year
    is_aligned: bool = False  # in a column of its own
    is_told: bool = False  # "Økonomiudvalget besluttede den 28. marts 2022:", which an account says too


def read_heading(paragraph: Paragraph, profile: Profile) -> Heading | None:
    """The section that a paragraph opens, if it opens one."""
    text = paragraph.text
    if paragraph.label is not None or paragraph.is_row or paragraph.first.bullet:
        return None
    return (
        _read_aligned(paragraph, profile)
        or _read_of_body(text, profile)
        or (_as_printed(_read_of_body(in_small_letters(text), profile), text) if text.isupper() else None)
        or (None if is_case_number_line(paragraph) else _read_named(text, profile))  # "Sag: 24/1021"
    )


def decision_headings(paragraphs: Iterable[Paragraph], profile: Profile) -> Iterator[tuple[Paragraph, Heading]]:
    """The paragraphs that head a decision, with what they say."""
    for one in paragraphs:
        heading = read_heading(one, profile)
        if heading and heading.role is SectionRole.DECISION:
            yield one, heading


def _read_of_body(text: str, profile: Profile) -> Heading | None:
    return (
        _read_decision_heading(text, profile)
        or _read_possessive(text)
        or _read_quoted(text)
        or _read_abbreviated(text, profile)
        or (_read_told(text) if profile.tells else None)
    )


def _as_printed(heading: Heading | None, text: str) -> Heading | None:
    """A heading that was read in small letters, with those of the text: "ØKONOMIUDVALGETS BESLUTNING"."""
    if heading is None:
        return None
    line, small = squeeze(text), squeeze(in_small_letters(text))
    body = heading.body
    if body and (start := small.find(body.surface)) >= 0:
        body = replace(body, surface=line[start : start + len(body.surface)])
    return replace(heading, printed=line[: len(heading.printed)], body=body)


def part_headings(paragraphs: Sequence[Paragraph], profile: Profile) -> Iterator[Paragraph]:
    """The paragraphs, the dated heading of a decision apart from the text that its line seemed to go on in."""
    for paragraph in paragraphs:
        ends = [*paragraph.starts[1:], len(paragraph.text)][:_HEADING_LINES] if paragraph.label is None else []
        heads = (end for end in reversed(ends) if _is_dated_heading(paragraph.text[:end].rstrip(), profile))
        end = next(heads, 0) if any(map(str.isdigit, paragraph.first.text)) else 0
        if _BEGINS.match(paragraph.text, end) and end:
            yield replace(paragraph.part(0, end), spaced=paragraph.spaced)
            yield paragraph.tail(end)
        else:
            yield paragraph


def _is_dated_heading(text: str, profile: Profile) -> bool:
    heading = _read_of_body(text, profile)
    return heading is not None and heading.date is not None and heading.end >= len(text)


def read_history_heading(text: str) -> Heading | None:
    """A line "28-03-2022 Økonomiudvalget" or "Økonomiudvalget, 28. marts 2022, pkt. 5:" over a quoted decision."""
    found = _read_parts(text, 0)
    if found is None or found.body is None or found.date is None:
        return None
    return found


def _read_aligned(paragraph: Paragraph, profile: Profile) -> Heading | None:
    """A heading in a column of its own: "Beslutning      Godkendt." """
    words = _in_own_column(paragraph.first)
    if not words:
        return None
    end = len(words) + len(paragraph.text[len(words) :]) - len(paragraph.text[len(words) :].lstrip())
    if not paragraph.text.startswith(words) or not _LETTERS.search(paragraph.text, end):
        return None  # a row of a table has figures there
    if words.endswith("-"):  # "Sagsfrem-" over "stilling", in a narrow column
        words = words[:-1] + "".join(map(_in_own_column, paragraph.lines[1:2]))
    printed = words.rstrip(":")
    if body := profile.bodies.get(printed):
        return Heading(SectionRole.DECISION, "Beslutning", printed, end, body)
    form = profile.forms.get(printed.casefold())
    return Heading(form.role, form.name or printed, printed, end, is_aligned=True) if form and form.run_in else None


def _in_own_column(line: Line) -> str:
    """The words of a line before the first gap that is as wide as between columns; nothing where there is none."""
    raw = line.raw[: line.raw_offset(min(len(line.text), _LONGEST_HEADING))]
    if _COLUMN_BLANKS not in raw and "\t" not in raw:
        return ""
    for blank in _BLANK.finditer(line.text, 0, _LONGEST_HEADING):
        gap = line.raw[line.raw_offset(blank.start()) : line.raw_offset(blank.end())]
        if len(gap) >= len(_COLUMN_BLANKS) or "\t" in gap:
            return squeeze(line.text[: blank.start()])
    return ""


def _read_named(text: str, profile: Profile) -> Heading | None:
    colon = _COLON.search(text)
    words = squeeze(text[: colon.start()] if colon else text)
    if len(words) > _LONGEST_HEADING:
        return None
    form = profile.forms.get(words.casefold())
    if form is None and not text[len(words) :].strip(" :"):
        form = _form_by_make(words, profile)
    if form is None or (colon and colon.end() < len(text) and not form.run_in):
        return None
    return Heading(form.role, form.name or words, words, colon.end() if colon else len(text))


def _read_decision_heading(text: str, profile: Profile) -> Heading | None:
    words = (word for word in profile.decision_words if text[: len(word)].casefold() == word)
    word = max(words, key=len, default="")
    if not word:
        return None
    connector = compiled(headings().own_decision).match(text, len(word))
    if connector is None:
        return None
    found = _read_parts(text, connector.end(), profile.bodies)
    if found is None or (found.body is None and found.date is None):
        return None
    return found


def _read_possessive(text: str) -> Heading | None:
    """ "Økonomiudvalgets beslutning den 28. marts 2022:" """
    found = body_at(text, 0)
    if found is None:
        return None
    for pattern, is_dated in ((headings().possessive, False), (headings().possessive_dated, True)):
        word = compiled(pattern).match(text, found.end)
        rest = _read_parts(text, word.end()) if word else None
        if rest and rest.body is None and (rest.date or not is_dated):
            return replace(rest, body=found.body)
    return None


def _read_told(text: str) -> Heading | None:
    """ "Økonomiudvalget besluttede den 28. marts 2022:" or "Behandlet i Økonomiudvalget 28. marts 2022" alone."""
    if word := next((word for word in headings().told_words if text[: len(word)].casefold() == word), None):
        rest = _read_parts(text, len(word))
        body = rest.body if rest else None
    else:
        found = body_at(text, 0)
        verb = compiled(headings().verb_dated).match(text, found.end) if found else None
        rest = _read_parts(text, verb.end()) if verb and text.rstrip().endswith(":") else None
        body = found.body if found and rest and rest.body is None else None
    is_whole = rest is not None and rest.date is not None and rest.end >= len(text)
    return replace(rest, body=body, is_told=True) if rest and body and is_whole else None


def _read_quoted(text: str) -> Heading | None:
    """ "Økonomiudvalget, 12. maj 2015, pkt. 56:": with its colon it can stand anywhere in a point."""
    found = read_history_heading(text)
    return found if found and text[: found.end].rstrip().endswith(":") else None


def _read_abbreviated(text: str, profile: Profile) -> Heading | None:
    """ "ØU 16/3 2004: Anbefales": an abbreviation that the document explains, with its colon or date."""
    if not profile.bodies or _abbreviated_at(text, 0, profile.bodies) is None:
        return None
    found = _read_parts(text, 0, profile.bodies)
    is_label = found is not None and (found.date is not None or text[: found.end].rstrip().endswith(":"))
    return found if is_label else None


def _abbreviated_at(text: str, position: int, bodies: Mapping[str, BodyName]) -> FoundBody | None:
    short = max((one for one in bodies if text.startswith(one, position)), key=len, default="")
    end = position + len(short)
    is_whole = bool(short) and not text[end : end + 1].isalnum()
    return FoundBody(bodies[short], position, end) if is_whole else None


def _read_parts(text: str, position: int, bodies: Mapping[str, BodyName] = _NO_BODIES) -> Heading | None:
    """Body, date and number of a point in any order, and nothing else before the end of the line or a colon."""
    gap = compiled(headings().decision_parts)
    body, day, yearless, point = None, None, None, None
    while True:
        if skipped := gap.match(text, position):
            position = skipped.end()
        if found_date := date_at(text, position):
            day, position = found_date.date, found_date.end
        elif bodies and yearless is None and (yearless := day_at(text, position)):
            position = yearless.end
        elif found_body := body_at(text, position) or _abbreviated_at(text, position, bodies):
            body, position = found_body.body, found_body.end
        elif reference := compiled(headings().point_reference).match(text, position):
            point, position = reference["point"], reference.end()
        else:
            break
    colon = _COLON.match(text, position)
    if position < len(text) and not colon:
        return None
    printed = squeeze(text[:position]).rstrip(" .,:;")
    end = colon.end() if colon else position
    return Heading(SectionRole.DECISION, "Beslutning", printed, end, body, day, point, yearless)


def _form_by_make(words: str, profile: Profile) -> HeadingForm | None:
    if not words[:1].isupper():
        return None
    made = (entry for entry in profile.heading if any(compiled(one).fullmatch(words) for one in entry.patterns))
    return next(made, None)
