"""From file to record, whole: reading, grammar and entities."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.corpus import example_files
from bench.racing import race
from bench.report import Figure
from bench.stages import Plan
from bench.stages.reading import plumb

FORMS = {".pdf": "PDF", ".txt": "text", ".json": "agenda JSON"}
SAMPLE = 3


def measure(plan: Plan) -> list[Figure]:
    """Milliseconds a document, of each form."""
    return [_measure(suffix, form, plan) for suffix, form in FORMS.items()]


def _measure(suffix: str, form: str, plan: Plan) -> Figure:
    files = example_files(suffix)
    printed = files if suffix == ".pdf" else example_files(".pdf")[:SAMPLE]
    contents = [path.read_bytes() for path in printed]

    def peer() -> int:
        for content in contents:
            plumb(content, tables=False)
        return len(contents)

    note = "" if suffix == ".pdf" else f"the peer has no such form: it reads {SAMPLE} example PDFs, which are as long"
    found = race(lambda: _extract(files), peer, plan.rounds)
    return Figure(f"extraction, {form}", "document", "pdfplumber extract_text alone, PDF", found, note)


def _extract(files: Sequence[Path]) -> int:
    from extract.harvest import Source, read_source

    refused = [file for file in files if read_source(Source(file)).refused]
    assert not refused, refused
    return len(files)
