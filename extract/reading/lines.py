"""From drafts, which each reader makes in its own way, to the lines of a document: masked, unmarked, repaired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.document import Label, Line, Problem, Role
from extract.reading import cpr
from extract.reading.marks import Marked, take_marks
from extract.reading.repair import has_recognition_damage, repair_letters, tidy
from extract.reading.tracing import Traced


@dataclass(frozen=True, slots=True)
class Draft:
    """One line as a reader found it; `raw` holds no newline, and a tab between the cells of a row."""

    raw: str
    page: int | None = None
    role: Role = Role.BODY
    heading: int = 0
    continues: bool = False
    label: Label | None = None
    pointer: str | None = None
    link: str | None = None
    bullet: bool = False
    row: bool = False


def finish(drafts: Sequence[Draft], *, markdown: bool = False) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of the drafts, numbered, and what was masked and repaired in them."""
    if not drafts:
        return (), ()
    text = "\n".join(draft.raw for draft in drafts)
    masked, places = cpr.mask(text, spared=_case_number_places(drafts))
    hit = [text.count("\n", 0, place) + 1 for place in places]
    damage = has_recognition_damage(masked)
    repaired: list[int] = []
    lines = []
    for number, (draft, raw) in enumerate(zip(drafts, masked.split("\n"), strict=True), 1):
        line, was_broken = _line(number, draft, raw, markdown=markdown, damage=damage)
        spans = () if draft.label is Label.CASE_NUMBER else cpr.find(line.text)
        if spans:  # one that the marks or the broken letters of the line parted
            hit += [number] * len(spans)
            line, _ = _line(number, draft, _masked_below(line, spans), markdown=markdown, damage=damage)
        lines.append(line)
        if was_broken:
            repaired.append(number)
    return tuple(lines), (*_masked(sorted(hit)), *_repaired(repaired))


def _case_number_places(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Where, in the joined text, the source itself calls a value a case number."""
    place = 0
    for draft in drafts:
        if draft.label is Label.CASE_NUMBER:
            yield place, place + len(draft.raw)
        place += len(draft.raw) + 1


def _masked_below(line: Line, spans: Iterable[tuple[int, int]]) -> str:
    """The raw line with an X for each digit that the spans of its text stand for."""
    signs = list(line.raw)
    for start, end in spans:
        for place in range(start, end):
            if line.text[place].isdigit():
                signs[line.raw_offset(place)] = "X"
    return "".join(signs)


def _line(number: int, draft: Draft, raw: str, *, markdown: bool, damage: bool) -> tuple[Line, bool]:
    labelled = draft.label is not None  # a value of its own: what looks like a mark belongs to it
    whole = labelled or draft.continues  # nor does a line begin an item that goes on another
    marked = Marked(Traced(raw)) if whole else take_marks(raw, markdown=markdown, row=draft.row)
    mended = repair_letters(marked.content, recognition_damage=damage)
    row = draft.row or marked.row
    link = draft.link or marked.link
    content = tidy(mended, keep_tabs=row)
    line = Line(
        number=number,
        page=draft.page,
        raw=raw,
        text=content.text,
        offsets=content.offsets,
        role=draft.role if content.text.strip() or draft.role is not Role.BODY else Role.BLANK,
        heading=draft.heading or marked.heading,
        continues=draft.continues,
        label=draft.label,
        pointer=draft.pointer,
        link=cpr.mask_name(link) if link else None,
        bullet=draft.bullet or marked.bullet,
        cells=tuple(cell.strip() for cell in content.text.split("\t")) if row else None,
    )
    return line, mended is not marked.content


def _masked(numbers: Iterable[int]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            code="cpr-masked",
            message="A CPR number is printed here; it was masked when the file was read.",
            cure="Have the published document corrected at its source, then read it again.",
            line=number,
        )
        for number in numbers
    )


def _repaired(numbers: list[int]) -> tuple[Problem, ...]:
    if not numbers:
        return ()
    return (
        Problem(
            code="letters-repaired",
            message=f"Letters were broken on {len(numbers)} lines and were repaired; the raw form is kept as evidence.",
            cure="Nothing needs doing; fetch the document anew if its source has been put right.",
            line=numbers[0],
        ),
    )
