"""The sections of a point: under which heading each of its paragraphs stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.document import Label
from extract.grammar.bodies import is_same
from extract.grammar.headings import Heading, read_heading, read_history_heading
from extract.grammar.names import list_of_names
from extract.grammar.paragraphs import Paragraph, squeeze
from extract.grammar.profiles import Profile
from extract.grammar.rollcalls import roll_call_length
from extract.grammar.vocabulary import SectionRole, absence_patterns, compiled, headings
from extract.mentions import BodyName
from extract.records import Section, Subheading

_LONGEST_SUBHEADING = 110
_MOST_HEADING_WORDS = 6  # of a heading that is in no list; a longer one is a sentence that was marked by mistake
_MOST_PROPOSER_WORDS = 8
_LONGEST_ATTACHMENT = 250
_SENTENCES = re.compile(r"[a-zæøå)]\.\s+[A-ZÆØÅ].*\.\s*$")
_PROSE_SECTIONS = (SectionRole.SUMMARY, SectionRole.ACCOUNT, SectionRole.OTHER)


@dataclass(slots=True)
class Part:
    """A section with its paragraphs; the lead of a point, before any heading, has no heading."""

    heading: Heading | None
    opener: Paragraph | None
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def role(self) -> SectionRole | None:
        """What the section is for; None for the lead."""
        return self.heading.role if self.heading else None


@dataclass(frozen=True, slots=True)
class Layout:
    """A point taken apart."""

    parts: tuple[Part, ...]  # the lead first
    labelled: tuple[Paragraph, ...]  # what a structured source labels: attachments, absentees
    footers: tuple[Paragraph, ...]  # "Fraværende A, B" at the foot of the point
    roll_calls: tuple[tuple[Paragraph, ...], ...] = ()  # "Til stede" and "Fraværende" in columns

    def of(self, *roles: SectionRole) -> tuple[Part, ...]:
        """The parts of some roles, in order."""
        return tuple(part for part in self.parts if part.role in roles)


def take_apart(paragraphs: Sequence[Paragraph], profile: Profile) -> Layout:
    """The paragraphs of a point after its heading, each in its section."""
    paragraphs, roll_calls = _without_roll_calls(paragraphs)
    parts = [Part(None, None)]
    labelled: list[Paragraph] = []
    footers: list[Paragraph] = []
    openers = _openers(paragraphs, profile)
    for index, paragraph in enumerate(paragraphs):
        if paragraph.label in (Label.ATTACHMENT, Label.ITEM_ABSENT, Label.CLOSED, Label.CASE_NUMBER):
            labelled.append(paragraph)
        elif is_footer(paragraph) and parts[-1].role not in (SectionRole.DECISION, SectionRole.HISTORY):
            footers.append(paragraph)
        elif heading := openers.get(index):
            parts.append(Part(heading, paragraph))
            if paragraph.text[heading.end :].strip():
                parts[-1].paragraphs.append(paragraph.tail(heading.end))
        else:
            parts[-1].paragraphs.append(paragraph)
    return Layout(tuple(parts), tuple(labelled), tuple(footers), roll_calls)


def _without_roll_calls(
    paragraphs: Sequence[Paragraph],
) -> tuple[list[Paragraph], tuple[tuple[Paragraph, ...], ...]]:
    kept: list[Paragraph] = []
    roll_calls: list[tuple[Paragraph, ...]] = []
    index = 0
    while index < len(paragraphs):
        length = roll_call_length(paragraphs[index:]) if paragraphs[index].is_row else 0
        if length:
            roll_calls.append(tuple(paragraphs[index : index + length]))
        else:
            kept.append(paragraphs[index])
        index += max(1, length)
    return kept, tuple(roll_calls)


def is_footer(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the foot of a point: "Fraværende" and names, without a colon."""
    match = compiled(absence_patterns().footer).match(paragraph.text)
    return match is not None and bool(list_of_names(paragraph.text[match.end() :]))


def read_sections(layout: Layout) -> tuple[Section, ...]:
    """The sections as facts."""
    parts = layout.parts[2:] if _is_label(layout) else layout.parts
    return tuple(_section(part, part.heading, part.opener) for part in parts if part.heading and part.opener)


def _is_label(layout: Layout) -> bool:
    """Whether the first section is a label of the point, beside others: "Behandles i: Byrådet 27.05.24"."""
    part = layout.parts[1] if len(layout.parts) > 1 and layout.parts[0].paragraphs else None
    if part is None or part.heading is None or part.opener is None or part.role is not SectionRole.PROCEDURE:
        return False
    return part.heading.is_aligned or bool(part.opener.text[part.heading.end :].strip())


def read_subheadings(layout: Layout) -> tuple[Subheading, ...]:
    """Headings inside sections: marked as such, or short lines without a stop over running text."""
    found: list[Subheading] = []
    for part in layout.parts:
        for before, paragraph, after in _neighbours(part):
            if paragraph.heading and not paragraph.is_bullet and len(paragraph.text) <= _LONGEST_SUBHEADING:
                found.append(Subheading(squeeze(paragraph.text), paragraph.whole("section.subheading")))
            elif part.role in _PROSE_SECTIONS and _looks_like_heading(before, paragraph, after):
                found.append(Subheading(squeeze(paragraph.text), paragraph.whole("section.subheading.plain", 0.7)))
    return tuple(found)


def _section(part: Part, heading: Heading, opener: Paragraph) -> Section:
    lines = [opener.last.number, *(paragraph.last.number for paragraph in part.paragraphs)]
    body: BodyName | None = heading.body
    return Section(
        name=heading.name,
        heading=heading.printed,
        first_line=opener.first.number,
        last_line=max(lines),
        evidence=opener.evidence(0, min(len(opener.text), max(heading.end, 1)), "section.heading"),
        body=body,
    )


def _openers(paragraphs: Sequence[Paragraph], profile: Profile) -> dict[int, Heading]:
    """The paragraphs that head a section, by index."""
    found: dict[int, Heading] = {}
    history: Heading | None = None  # the last heading within a history
    for index, paragraph in enumerate(paragraphs):
        heading = _absence_heading(paragraph) or read_heading(paragraph, profile)
        if heading is None and history and (quoted := read_history_heading(paragraph.text)):
            if _has_text(paragraphs, index, profile):
                heading = replace(quoted, role=SectionRole.HISTORY)
        elif heading and history and heading.role is SectionRole.DECISION and heading.body:
            day = heading.date or (history.date if is_same(history.body, heading.body) else None)
            heading = replace(heading, role=SectionRole.HISTORY, date=day)
        if heading:
            found[index] = heading
            if heading.role is not SectionRole.ABSENCE:
                history = heading if heading.role is SectionRole.HISTORY else None
    _set_quoted_decisions_apart(found)
    _drop_false_attachments(found, paragraphs)
    _add_recommendation(found, paragraphs)
    _add_sections_by_level(found, paragraphs)
    return found


def _set_quoted_decisions_apart(found: dict[int, Heading]) -> None:
    """A heading "Beslutning" without body and date over the recommendation is quoted where one stands under it too.

    It is of minutes, letters or decisions that the account tells of; whose, nobody says.
    """
    bare = [index for index in found if found[index].role is SectionRole.DECISION and not found[index].body]
    asked = min((index for index in found if found[index].role is SectionRole.RECOMMENDATION), default=0)
    if any(index > asked for index in bare):
        for index in bare:
            if index < asked:
                found[index] = replace(found[index], role=SectionRole.HISTORY)


def _has_text(paragraphs: Sequence[Paragraph], index: int, profile: Profile) -> bool:
    """Whether something stands under a heading of a history: if not, it is a step that is planned."""
    following = next(iter(paragraphs[index + 1 : index + 2]), None)
    if following is None or following.label is not None or read_history_heading(following.text):
        return False
    heading = read_heading(following, profile)
    return heading is None or (heading.role is SectionRole.DECISION and heading.body is not None)


def _absence_heading(paragraph: Paragraph) -> Heading | None:
    text = paragraph.text.strip()
    if ":" in text[:-1]:
        return None  # "Deltog i punktet: 9 af 9": a line that says it all
    match = compiled(absence_patterns().block).fullmatch(text if text.endswith(":") else text + ":")
    if match is None or paragraph.label is not None or paragraph.is_row or paragraph.first.bullet:
        return None
    printed = text.rstrip(" :")
    name = "Fraværende" if printed.casefold().startswith("fraværende") else printed
    return Heading(SectionRole.ABSENCE, name, printed, len(paragraph.text))


def _drop_false_attachments(found: dict[int, Heading], paragraphs: Sequence[Paragraph]) -> None:
    """A heading "Bilag" over sentences is one inside a section: titles of attachments are short and stand alone."""
    indices = sorted(found)
    for position, index in enumerate(indices):
        if found[index].role is not SectionRole.ATTACHMENTS or paragraphs[index].text[found[index].end :].strip():
            continue
        end = indices[position + 1] if position + 1 < len(indices) else len(paragraphs)
        following = [one for one in paragraphs[index + 1 : end] if one.label is None and not is_footer(one)]
        if any(len(one.text) > _LONGEST_ATTACHMENT or _SENTENCES.search(one.text) for one in following):
            del found[index]


def _add_recommendation(found: dict[int, Heading], paragraphs: Sequence[Paragraph]) -> None:
    """Without a heading "Indstilling", the sentence "Administrationen indstiller, at" opens the section."""
    if any(heading.role is SectionRole.RECOMMENDATION for heading in found.values()):
        return
    role: SectionRole | None = None
    for index, paragraph in enumerate(paragraphs):
        role = found[index].role if index in found else role
        match = compiled(headings().proposer_sentence).match(paragraph.text)
        if index in found or match is None or paragraph.label or "indstiller" not in match.group():
            continue
        is_lead = match.end() == len(paragraph.text.rstrip()) and _lists_what(paragraphs, index)
        if (match["at"] or (is_lead and role is not SectionRole.DECISION)) and _is_proposer(match["proposer"]):
            printed = squeeze(paragraph.text[: match.start("at") if match["at"] else match.end()]).rstrip(" ,:")
            found[index] = Heading(SectionRole.RECOMMENDATION, "Indstilling", printed, 0)
            return


def _lists_what(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether what is recommended stands under the sentence, item by item."""
    return any(one.is_bullet or one.text.startswith("at ") for one in paragraphs[index + 1 : index + 2])


def _is_proposer(words: str) -> bool:
    return len(words.split()) <= _MOST_PROPOSER_WORDS and words[0].isupper()


def _add_sections_by_level(found: dict[int, Heading], paragraphs: Sequence[Paragraph]) -> None:
    """A heading that is in no list is a section if it is marked on the level of the known one before it.

    Not under the account of the matter: that is where headings inside a section stand.
    """
    level = 0
    for index, paragraph in enumerate(paragraphs):
        if index in found:
            level = 0 if found[index].role in (SectionRole.ACCOUNT, SectionRole.SUMMARY) else paragraph.heading
        elif 0 < paragraph.heading == level < 7 and not paragraph.label and not paragraph.is_bullet:
            words = squeeze(paragraph.text).rstrip(" :")
            if 0 < len(words.split()) <= _MOST_HEADING_WORDS and not words.endswith((".", ",", ";", "?")):
                found[index] = Heading(SectionRole.OTHER, words, words, len(paragraph.text))


def _neighbours(part: Part) -> Iterable[tuple[Paragraph | None, Paragraph, Paragraph]]:
    """Each paragraph of a section that has one after it, with the ones around it."""
    for index, paragraph in enumerate(part.paragraphs[:-1]):
        yield part.paragraphs[index - 1] if index else None, paragraph, part.paragraphs[index + 1]


def _looks_like_heading(before: Paragraph | None, paragraph: Paragraph, after: Paragraph) -> bool:
    text = paragraph.text.strip()
    if (
        len(text) > _LONGEST_SUBHEADING
        or paragraph.is_row
        or paragraph.is_bullet
        or text.endswith((".", ":", ";", ",", "?", "!"))
    ):
        return False
    opens = (
        text[:1].isupper() and len(text.split()) >= 1 and any(letter.islower() for letter in text)
    ) or text.isupper()
    breaks_off = (
        before is not None and not before.is_row and not before.is_bullet and before.text.rstrip()[-1:].isalpha()
    )
    return opens and not breaks_off and (after.is_row or len(after.text) > len(text)) and not list_of_names(text)
