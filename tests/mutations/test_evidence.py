"""Each fact stands where its evidence says: over the examples, the layouts, and all real minutes that are here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from unicodedata import normalize

import pytest

from extract.document import Document, Role
from extract.evidence import QUOTE_LENGTH, Evidence, Stated
from extract.extraction import extract
from extract.mentions import Mention
from extract.reading import find_files, read
from extract.reading.repair import repair_letters
from extract.reading.tracing import Traced
from extract.records import MeetingRecord, Voter
from tests.shared import SHARED
from tests.stores import SOAK

ROOT = Path(__file__).resolve().parents[2]
HERE = [ROOT / "examples" / "minutes", *sorted((ROOT / "tests" / "layouts").glob("*.txt"))]
SAMPLE = 5  # of each municipality; all of them take two minutes
REAL = [SHARED / "minutes" / "haderslev", SHARED / "minutes" / "greve"]


def test_every_surface_stands_at_its_offsets() -> None:
    assert faults_in(find_files(HERE)) == []


@pytest.mark.parametrize("folder", REAL, ids=lambda folder: folder.name)
def test_every_surface_of_the_real_minutes_stands_at_its_offsets(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"needs {folder.name} in ../shared, which is not part of the project")
    paths = find_files([folder])
    assert faults_in(paths if SOAK else paths[:: max(1, len(paths) // SAMPLE)]) == []


def faults_in(paths: list[Path]) -> list[str]:
    assert paths
    return [fault for path in paths for fault in _faults_of(read(path))]


def _faults_of(document: Document) -> Iterator[str]:
    name = document.provenance.name
    for record in extract(document):
        for evidence in evidence_of(record):
            if problem := _problem_of(evidence, document):
                yield f"{name}:{evidence.line} {evidence.rule}: {problem}"
        for place, what in unfounded(record, document):
            yield f"{name}:{place} {what}"
        for mention in (mention for item in record.items for mention in item.mentions):
            if not _stands(mention, document):
                yield f"{name}:{mention.evidence.line} {mention.evidence.rule}: another surface than is printed"


def _stands(mention: Mention, document: Document) -> bool:
    """Whether the surface is what stands at the offsets, letter for letter; of a broken word its first part."""
    printed = _of_the_text(mention.evidence, document)
    read = _letters(repair_letters(Traced(printed), recognition_damage=True).text)
    surface = _letters(mention.surface)
    return surface == read or (printed.rstrip().endswith("-") and surface.startswith(read) and bool(read))


def _of_the_text(evidence: Evidence, document: Document) -> str:
    """What is printed at the offsets, without the head of a page that stands in the midst of it."""
    lines = zip(document.line_starts, document.lines, strict=False)
    within = [(start, line) for start, line in lines if evidence.start < start < evidence.end]
    heads = {start: start + len(line.raw) for start, line in within if line.role is not Role.BODY}
    printed, position = "", evidence.start
    for start, end in heads.items():
        printed, position = printed + document.text[position:start], end
    return printed + document.text[position : evidence.end]


def _letters(text: str) -> str:
    return "".join(sign for sign in normalize("NFKC", text) if sign.isalnum()).casefold()


def evidence_of(value: object) -> Iterator[Evidence]:
    """Every evidence in a record, however deep it lies."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from evidence_of(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from evidence_of(getattr(value, field.name))


def _problem_of(evidence: Evidence, document: Document) -> str:
    printed = document.text[evidence.start : evidence.end]
    first = document.line_starts[evidence.line - 1]
    if evidence.document != document.provenance.sha256:
        return "of another document"
    if printed[:QUOTE_LENGTH] != evidence.quote:
        return "its quote is not what is printed at its offsets"
    if not first <= evidence.start <= evidence.end <= len(document.text):
        return "its offsets are not on its line"
    if evidence.start > first + len(document.line(evidence.line).raw):
        return "it begins behind its line"
    if not 0 < evidence.confidence <= 1 or not evidence.rule:
        return "no confidence, or no rule"
    return ""


def unfounded(record: MeetingRecord, document: Document) -> Iterator[tuple[int, str]]:
    """Ballots, parties and dates whose words are not printed in their evidence."""
    for item in record.items:
        for mention in item.mentions:
            if not printed_at(mention.evidence, document):
                yield mention.evidence.line, f"{type(mention).__name__} without evidence"
        for vote in (vote for decision in item.decisions for vote in decision.votes):
            for _, voter in vote.ballots:
                if not _is_printed(voter, document):
                    yield voter.evidence.line, "ballot of somebody who is not printed there"
    if isinstance(record.date, Stated) and not printed_at(record.date.evidence, document):
        yield record.date.evidence.line, "date of the meeting without evidence"


def printed_at(evidence: Evidence, document: Document) -> str:
    return document.text[evidence.start : evidence.end].strip()


def _is_printed(voter: Voter, document: Document) -> bool:
    """Whether a word of a voter begins on the line of the evidence, as printed or as repaired."""
    line = document.line(voter.evidence.line)
    printed = f"{printed_at(voter.evidence, document)} {line.text}".casefold()
    said = voter.person or voter.party_surface or voter.party or ""
    return bool(printed_at(voter.evidence, document)) and any(word.casefold()[:3] in printed for word in said.split())


def test_a_fact_that_stands_elsewhere_is_noticed() -> None:
    document = read(find_files(HERE[:1])[0])
    [first, *_] = evidence_of(extract(document)[0].date)
    moved = Evidence(first.document, first.page, first.line + 1, first.start, first.end, first.quote, "x", 1.0)
    assert _problem_of(first, document) == ""
    assert _problem_of(moved, document) == "its offsets are not on its line"
    other = Evidence(first.document, first.page, first.line, first.start, first.end, "9. juni", "x", 1.0)
    assert _problem_of(other, document) == "its quote is not what is printed at its offsets"
