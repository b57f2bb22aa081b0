"""From drafts, which each reader makes in its own way, to the lines of a document: masked, unmarked, repaired."""

from __future__ import annotations

from collections.abc import Sequence
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
    text = "\n".join(draft.raw for draft in drafts)
    masked, places = cpr.mask(text)
    damage = has_recognition_damage(masked)
    repaired: list[int] = []
    lines = []
    for number, (draft, raw) in enumerate(zip(drafts, masked.split("\n"), strict=True), 1):
        line, was_broken = _line(number, draft, raw, markdown=markdown, damage=damage)
        lines.append(line)
        if was_broken:
            repaired.append(number)
    return tuple(lines), (*_masked(text, places), *_repaired(repaired))


def _line(number: int, draft: Draft, raw: str, *, markdown: bool, damage: bool) -> tuple[Line, bool]:
    labelled = draft.label is not None  # a value of its own: what looks like a mark belongs to it
    whole = labelled or draft.continues  # nor does a line begin an item that goes on another
    marked = Marked(Traced(raw)) if whole else take_marks(raw, markdown=markdown, row=draft.row)
    mended = repair_letters(marked.content, recognition_damage=damage)
    row = draft.row or marked.row
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
        link=draft.link or marked.link,
        bullet=draft.bullet or marked.bullet,
        cells=tuple(cell.strip() for cell in content.text.split("\t")) if row else None,
    )
    return line, mended is not marked.content


def _masked(text: str, places: tuple[int, ...]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            code="cpr-masked",
            message="A CPR number is printed here; it was masked when the file was read.",
            cure="Have the published document corrected at its source, then read it again.",
            line=text.count("\n", 0, place) + 1,
        )
        for place in places
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
