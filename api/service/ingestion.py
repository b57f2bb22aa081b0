"""From files to the graph: what `sagsgraf ingest` does, without its printing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from api.service.arrivals import OUT, Choices, File, gather, told, told_out, told_replaced
from extract.document import Problem
from extract.errors import SettingsError
from extract.harvest import Reading, Source, harvest, refusal
from extract.reading import find_files
from extract.reading.manifest import entry_of
from extract.reading.origin import check_municipality, check_source_url
from extract.records import MeetingRecord
from extract.version import extractor_version
from graph.arriving import Given, News, note_places
from graph.errors import StoreError, StoreUnreachable
from graph.identity.book import Book
from graph.loading import Circumstances, LoadReport, known_extractors, load
from graph.settling import Unheard, unheard
from graph.store import GraphStore
from graph.superseding import Fate
from graph.tombstones import Reason, tombstones

OUTCOMES = ("read", "read with a warning", "unchanged", OUT, "refused")
PATIENCE = 120.0  # seconds for which a server that went away in the middle is waited for


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file."""

    name: str
    outcome: str  # one of OUTCOMES
    problems: tuple[Problem, ...] = ()
    meetings: int = 0
    items: int = 0
    replaced: tuple[str, ...] = ()  # sha256 of the documents that gave way to it


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


@dataclass(slots=True)
class _Ledger:
    """What has become of the files so far."""

    on_file: Callable[[FileReport], None]
    reports: dict[Path, FileReport] = field(default_factory=dict)
    stored: int = 0  # documents with which the loader is done
    left: int = 0  # files that are not read

    @property
    def done(self) -> int:
        """How many files are in the store, or are not to be."""
        return self.stored + self.left

    def enter(self, path: Path, report: FileReport) -> None:
        self.reports[path] = report
        self.on_file(report)

    def leave(self, file: File, report: FileReport) -> None:
        """A file that is not read."""
        self.left += 1
        self.enter(file.source.path, report)

    def count(self, loaded: LoadReport) -> None:
        self.stored = loaded.documents


def ingest(
    store: GraphStore,
    sources: Sequence[Source],
    *,
    again: bool = False,
    processes: int | None = None,
    watch_list: Sequence[Path] = (),
    book: Book | None = None,
    choices: Choices | None = None,
    on_file: Callable[[FileReport], None] = lambda _: None,
    on_waiting: Callable[[StoreUnreachable], None] = lambda _: None,
) -> IngestReport:
    """Read the files and load them in groups; each group is whole in the store or not there.

    A file that the store holds as this extractor reads it is not read again unless `again`; one that was taken out is
    not read at all unless `choices` lets it in. What is wrong with a file is in its report. `book` is what people have
    judged and corrected. A server that goes away is waited for, and `on_waiting` told. Raises a StoreError, whose cure
    says how much is done, and `JudgementsContradict`.
    """
    started = time.monotonic()
    choices = choices or Choices()
    ledger = _Ledger(on_file)
    files = gather(sources)
    run = Circumstances(choices.given(files), choices.day, PATIENCE, on_waiting)
    try:
        fresh = list(_to_read(store, files, run, ledger, again=again))
        wanted = [file.source for file in fresh]
        readings = harvest(wanted, processes=processes or default_processes(), watch_list=watch_list)
        loaded = load(store, _records(readings, ledger), book=book, progress=ledger.count, circumstances=run)
    except StoreError as error:
        done = f"Of {len(files)} files {ledger.done} are done; run the same again for the others."
        error.cure = f"{error.cure} {done}"
        raise
    _enter_refusals(ledger, loaded)
    _enter_news(ledger, files, loaded.news)
    ordered = tuple(sorted(ledger.reports.values(), key=lambda one: one.name))
    return IngestReport(ordered, time.monotonic() - started, tuple(unheard(store, book)) if book else ())


def _to_read(
    store: GraphStore, files: Sequence[File], run: Circumstances, ledger: _Ledger, *, again: bool
) -> Iterator[File]:
    """The files that are to be read; what becomes of the others is told."""
    digests = [file.digest for file in files if file.digest]
    out = tombstones(store, digests)
    known = {} if again else known_extractors(store, digests)
    unchanged: dict[str, Given] = {}
    for file in files:
        digest = file.digest or ""
        given = run.given.get(digest, Given())
        stone = out.get(digest)
        if stone and not given.admits(stone):
            problem = told_out(stone, _called(files, stone.replaced_by))
            ledger.leave(file, FileReport(file.source.name, OUT, (problem,)))
        elif known.get(digest) == extractor_version() and not given.replaces:
            unchanged[digest] = given
            ledger.leave(file, FileReport(file.source.name, "unchanged"))
        else:
            yield file
    note_places(store, {digest: given.sources for digest, given in unchanged.items()})


def _records(readings: Iterator[Reading], ledger: _Ledger) -> Iterator[MeetingRecord]:
    for reading in readings:
        ledger.enter(reading.source.path, _report_of(reading))
        yield from reading.records


def _report_of(reading: Reading) -> FileReport:
    outcome = "refused" if reading.refused else "read with a warning" if reading.problems else "read"
    items = sum(len(record.items) for record in reading.records)
    return FileReport(reading.source.name, outcome, reading.problems, len(reading.records), items)


def _enter_refusals(ledger: _Ledger, loaded: LoadReport) -> None:
    """What could be read and cannot be kept."""
    refused = {one.name: refusal(one.error) for one in loaded.refused}
    for path, report in ledger.reports.items():
        if report.name in refused:
            ledger.reports[path] = replace(report, outcome="refused", problems=(refused[report.name],))


def _enter_news(ledger: _Ledger, files: Sequence[File], news: Sequence[News]) -> None:
    """What became of the files beside other documents."""
    for one in news:
        problem = told(one, _called(files, one.other))
        for file in files:
            if file.digest == one.document:
                ledger.reports[file.source.path] = _with_news(ledger.reports[file.source.path], one, problem)
            elif file.digest == one.other and one.fate is Fate.REPLACES:
                gone = (told_replaced(_called(files, one.document)),)
                ledger.reports[file.source.path] = replace(ledger.reports[file.source.path], outcome=OUT, problems=gone)


def _with_news(report: FileReport, news: News, problem: Problem) -> FileReport:
    if news.fate is Fate.REPLACES:
        return replace(report, replaced=(*report.replaced, news.other or ""), problems=(*report.problems, problem))
    outcome = OUT if isinstance(news.fate, Reason) or news.fate is Fate.OLDER else "read with a warning"
    return replace(report, outcome=outcome, problems=(*report.problems, problem))


def _called(files: Sequence[File], digest: str | None) -> str:
    """What a document is called: its name where it is one of the files, and the beginning of its sha256."""
    name = next((file.source.name for file in files if file.digest == digest), "document")
    return f"{name} {(digest or '')[:12]}"
