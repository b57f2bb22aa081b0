"""Where a fact stands in its source: the page or the lines around it, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.errors import NotFound, PageUnshown
from api.models import (
    DocumentSummary,
    Evidence,
    ItemSummary,
    Sight,
    Source,
    SourceBox,
    SourceFact,
    SourceLine,
    SourcePage,
    SourcePart,
)
from api.service.graves import not_here
from api.service.originals import USUAL_WIDTH, Originals
from api.service.rows import ask
from extract.document import Media
from extract.evidence import QUOTE_LENGTH
from graph.ids import meeting_of
from graph.store import GraphStore
from graph.values import Row

if TYPE_CHECKING:
    from extract.facsimile.placing import Box, PlacedPage

AROUND = 8  # lines before and after, where a source has no pages
_MOST_LINES = 60  # of a fact that itself is longer than what is around it
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page begins in its document: offset, and number of its first line."""

    start: int
    line: int


def source(store: GraphStore, originals: Originals, id_: str) -> Source:
    """The place of a fact, by the id of its evidence (or of a mention, which is its own)."""
    rows = ask(store, "evidence_place", id=id_) or ask(store, "mention_place", id=id_)
    if not rows:
        raise NotFound("evidence", id_, cure="It may have been read again since; begin at the point or the meeting.")
    evidence = Evidence.model_validate(rows[0]["evidence"])
    row = _document(store, evidence.document)
    evidence = evidence.model_copy(update={"document_name": row["name"]})
    facts = _facts(store, rows[0]["facts"], row["id"])
    if row.get("media") == Media.PDF and evidence.page is not None:
        found = _on_page(store, originals, row, evidence.page, evidence)
    else:
        found = _in_text(store, originals, row, evidence.line, evidence)
    return found.model_copy(update={"id": id_, "evidence": evidence, "facts": facts})


def source_page(store: GraphStore, originals: Originals, id_: str, number: int) -> Source:
    """A page of a document, without a fact."""
    row = _document(store, id_)
    _check_page(row, number)
    return _on_page(store, originals, row, number, None)


def _check_page(row: Row, number: int) -> None:
    pages = row.get("page_count") if row.get("media") == Media.PDF else None
    if not 1 <= number <= (pages or 0):
        raise NotFound("page", str(number), cure=f"The document has {pages or 'no'} pages.")


def source_lines(store: GraphStore, originals: Originals, id_: str, line: int) -> Source:
    """The lines around one of a document, without a fact."""
    return _in_text(store, originals, _document(store, id_), line, None)


def picture(
    store: GraphStore, originals: Originals, id_: str, number: int, *, highlight: Span | None, width: int
) -> bytes:
    """A page as PNG, with what stands between two offsets of the document's text marked.

    Raises PageUnshown, also where that place is not on the page or not known.
    """
    row = _document(store, id_)
    _check_page(row, number)
    page = originals.page(store, row, number)
    marks: tuple[Box, ...] = ()
    if highlight is not None:
        place = _place(store, row, page)
        span = _within(highlight, place.start, page) if place else None
        marks = page.boxes(span) if span else marks
        if not marks:
            raise PageUnshown(Sight.UNPLACED)
    return originals.picture(store, row, page, width=width, marks=marks)


def picture_path(document: str, number: int, highlight: Span | None = None, width: int = USUAL_WIDTH) -> str:
    """The address of a page's picture."""
    asked = [f"highlight={highlight[0]}-{highlight[1]}"] if highlight else []
    asked += [f"width={width}"] if width != USUAL_WIDTH else []
    return f"/api/documents/{document}/pages/{number}.png" + ("?" + "&".join(asked) if asked else "")


def _document(store: GraphStore, id_: str) -> Row:
    rows = ask(store, "document", id=id_)
    if not rows:
        raise not_here(store, "document", id_)
    row: Row = rows[0]["document"]
    return row


def _summary(row: Row) -> DocumentSummary:
    return DocumentSummary.model_validate({name: value for name, value in row.items() if value is not None})


def _facts(store: GraphStore, rows: Sequence[Row], document: str) -> tuple[SourceFact, ...]:
    """What rests on the evidence, each with the point or the meeting that it belongs to: its id begins with theirs."""
    keys = [row.get("item") or ".".join(row["id"].split(".")[:4]) for row in rows]
    points = {row["id"]: row for row in ask(store, "items", ids=list(dict.fromkeys(keys)))} if keys else {}
    return tuple(
        SourceFact(
            kind=row["label"],
            id=row["id"],
            field=row.get("field"),
            item=ItemSummary.model_validate(points[key]) if key in points else None,
            leads=key in points and points[key]["document"] == document,
            meeting=_meeting(row, key),
        )
        for row, key in zip(rows, keys, strict=True)
    )


def _meeting(row: Row, key: str) -> str | None:
    meeting = meeting_of(row.get("item") or key)
    return meeting if meeting.count(".") == 2 else None


def _on_page(store: GraphStore, originals: Originals, row: Row, number: int, evidence: Evidence | None) -> Source:
    try:
        page = originals.page(store, row, number)
    except PageUnshown as error:
        return _from_graph(store, row, evidence, error.sight)
    place = _place(store, row, page, evidence)
    span = _within((evidence.start, evidence.end), place.start, page) if evidence and place else None
    lines = tuple(
        SourceLine(number=place.line + index if place else None, parts=_parts(line.raw, start, span))
        for index, (line, start) in enumerate(zip(page.lines, page.starts, strict=True))
    )
    shown = SourcePage(
        number=number,
        width=page.width,
        height=page.height,
        picture=picture_path(row["id"], number) if page.is_showable else None,
        boxes=tuple(SourceBox(**box._asdict()) for box in page.boxes(span)) if span else (),
    )
    sight = Sight.UNPLACED if evidence and not span else Sight.WHOLE
    return Source(sight=sight if shown.picture else Sight.HIDDEN, document=_summary(row), page=shown, lines=lines)


def _place(store: GraphStore, row: Row, page: PlacedPage, evidence: Evidence | None = None) -> _Place | None:
    """Where the page begins, by what all facts on it say; none where one of them does not stand where it should."""
    from extract.facsimile.placing import base_of

    stated = ask(store, "page_evidence", id=row["id"], page=page.number, limit=300)
    stated += [evidence.model_dump()] if evidence else []
    start = base_of(page, [(one["start"], one["quote"]) for one in stated])
    if start is None:
        return None
    one = next(one for one in stated if one["quote"])
    before = sum(1 for begin in page.starts if begin <= one["start"] - start) - 1
    return _Place(start, one["line"] - before)


def _within(span: Span, start: int, page: PlacedPage) -> Span | None:
    """A span of the document's text in that of the page, cut to it; none where it is empty or not there."""
    first, last = max(span[0] - start, 0), min(span[1] - start, len(page.text))
    return (first, last) if first < last else None


def _in_text(store: GraphStore, originals: Originals, row: Row, line: int, evidence: Evidence | None) -> Source:
    try:
        document = originals.document(store, row)
    except PageUnshown as error:
        return _from_graph(store, row, evidence, error.sight, line)
    if evidence and document.text[evidence.start : evidence.end][:QUOTE_LENGTH] != evidence.quote:
        return _from_graph(store, row, evidence, Sight.UNPLACED, line)
    span = (evidence.start, evidence.end) if evidence else None
    last = line + (evidence.quote.count("\n") if evidence else 0)
    numbers = range(max(line - AROUND, 1), min(last + AROUND, line + _MOST_LINES, len(document.lines)) + 1)
    lines = tuple(
        SourceLine(
            number=number,
            parts=_parts(document.line(number).raw, document.line_starts[number - 1], span),
            pointer=document.line(number).pointer,
        )
        for number in numbers
    )
    return Source(sight=Sight.WHOLE, document=_summary(row), lines=lines)


def _from_graph(
    store: GraphStore, row: Row, evidence: Evidence | None, sight: Sight, line: int | None = None
) -> Source:
    """What the graph holds of the text around: of a point, as its leading document prints it; else the quote alone."""
    line = evidence.line if evidence else line
    rows = ask(store, "text_at", id=row["id"], line=line) if line else []
    lines: tuple[SourceLine, ...] = ()
    if rows and line:
        last = line + (evidence.quote.count("\n") if evidence else 0)
        numbered = zip(rows[0]["line_numbers"] or [], (rows[0]["text"] or "").split("\n"), strict=False)
        lines = tuple(
            SourceLine(number=number, parts=(SourcePart(text=text, marked=bool(evidence) and line <= number <= last),))
            for number, text in numbered
            if line - AROUND <= number <= last + AROUND
        )
    return Source(sight=sight, document=_summary(row), lines=lines)


def _parts(raw: str, start: int, span: Span | None) -> tuple[SourcePart, ...]:
    """A line, parted where the span begins and ends in it."""
    if span is None:
        return (SourcePart(text=raw),)
    first, last = (min(max(edge - start, 0), len(raw)) for edge in span)
    return tuple(_marked(raw, first, last))


def _marked(raw: str, first: int, last: int) -> Iterator[SourcePart]:
    for text, marked in ((raw[:first], False), (raw[first:last], True), (raw[last:], False)):
        if text or not raw:
            yield SourcePart(text=text, marked=marked)
            if not raw:
                return
