"""From files to the graph: what `sagsgraf ingest` does, without its printing."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extract.document import Problem
from extract.errors import ReadingError, SettingsError
from extract.harvest import Reading, Source, harvest, refusal
from extract.reading import content_of, find_files
from extract.reading.manifest import entry_of
from extract.reading.origin import check_municipality, check_source_url
from extract.records import MeetingRecord
from extract.version import extractor_version
from graph.identity.book import Book
from graph.loading import known_extractors, load
from graph.settling import Unheard, unheard
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file."""

    name: str
    outcome: str  # "read", "read with a warning", "unchanged", "refused"
    problems: tuple[Problem, ...] = ()
    meetings: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of all files, and what the graph holds now."""

    files: tuple[FileReport, ...]  # by name
    seconds: float
    unheard: tuple[Unheard, ...] = ()  # what people have said that nothing could be done with

    def count(self, outcome: str) -> int:
        """How many files ended so."""
        return sum(file.outcome == outcome for file in self.files)

    @property
    def refused(self) -> int:
        """How many files were refused."""
        return self.count("refused")


def find_sources(
    paths: Sequence[Path],
    *,
    municipality: str | None = None,
    source_url: str | None = None,
    retrieved: date | None = None,
) -> list[Source]:
    """The files below `paths` with their origin: what is given here ranks over the manifest beside the file.

    Raises SettingsError for an origin that cannot hold.
    """
    check_municipality(municipality)
    check_source_url(source_url)
    files = find_files(paths)
    if not files:
        raise SettingsError(
            f"No minutes were found in {', '.join(map(str, paths))}.", "Name files, or folders with PDF, text or JSON."
        )
    if source_url and len(files) != 1:
        raise SettingsError(
            f"--source-url is the address of one file, but {len(files)} were named.",
            "Name one file, or put a manifest.csv beside the files.",
        )
    sources = []
    for file in files:
        entry = entry_of(file)
        sources.append(
            Source(
                file,
                source_url or entry.source_url,
                retrieved or entry.retrieved,
                municipality or entry.municipality,
            )
        )
    return sources


def default_processes() -> int:
    """As many as there are cores for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ingest(
    store: GraphStore,
    sources: Sequence[Source],
    *,
    again: bool = False,
    processes: int | None = None,
    watch_list: Sequence[Path] = (),
    book: Book | None = None,
    on_file: Callable[[FileReport], None] = lambda _: None,
) -> IngestReport:
    """Read the files and load them in groups; each group is whole in the store or not there.

    A file that the store holds as this extractor reads it is not read again unless `again`. What is wrong with a file
    is in its report. `book` is what people have judged and corrected. Raises a StoreError, and `JudgementsContradict`.
    """
    started = time.monotonic()
    reports: list[FileReport] = []

    def report(one: FileReport) -> None:
        reports.append(one)
        on_file(one)

    fresh = sources if again else list(_not_known(store, sources, report))
    readings = harvest(fresh, processes=processes or default_processes(), watch_list=watch_list)
    loaded = load(store, _records(readings, report), book=book)
    refused = {one.name: refusal(one.error) for one in loaded.refused}
    files = (
        replace(one, outcome="refused", problems=(refused[one.name],)) if one.name in refused else one
        for one in reports
    )
    ordered = tuple(sorted(files, key=lambda one: one.name))
    return IngestReport(ordered, time.monotonic() - started, tuple(unheard(store, book)) if book else ())


def _not_known(store: GraphStore, sources: Sequence[Source], report: Callable[[FileReport], None]) -> Iterator[Source]:
    hashes = {source.path: _hash(source.path) for source in sources}
    known = known_extractors(store, [digest for digest in hashes.values() if digest])
    for source in sources:
        if known.get(hashes[source.path] or "") == extractor_version():
            report(FileReport(source.name, "unchanged"))
        else:
            yield source


def _hash(path: Path) -> str | None:
    """The sha256 of a file; None where it cannot be opened, which the reader then tells better."""
    try:
        return hashlib.sha256(content_of(path)).hexdigest()
    except ReadingError:
        return None


def _records(readings: Iterator[Reading], report: Callable[[FileReport], None]) -> Iterator[MeetingRecord]:
    for reading in readings:
        report(_report_of(reading))
        yield from reading.records


def _report_of(reading: Reading) -> FileReport:
    outcome = "refused" if reading.refused else "read with a warning" if reading.problems else "read"
    items = sum(len(record.items) for record in reading.records)
    return FileReport(reading.source.name, outcome, reading.problems, len(reading.records), items)
