"""`sagsgraf ingest`: progress while it reads, a summary and the problems of each file at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from api.cli import output

if TYPE_CHECKING:
    from api.service.ingestion import IngestReport
    from api.settings import Settings
    from extract.harvest import Reading


def ingest_paths(
    settings: Settings,
    paths: Sequence[Path],
    *,
    municipality: str | None,
    source_url: str | None,
    retrieved: date | None,
    watch_list: Sequence[Path],
    processes: int | None,
    quiet: bool,
) -> IngestReport:
    """Read all files into the configured store and tell how it went."""
    from contextlib import closing

    from api.service.ingestion import find_sources, ingest
    from api.service.store import open_configured_store

    sources = find_sources(paths, municipality=municipality, source_url=source_url, retrieved=retrieved)
    with closing(open_configured_store(settings)) as store, _progress(len(sources), quiet) as advance:
        report = ingest(store, sources, processes=processes, watch_list=watch_list, on_reading=advance)
    if not quiet:
        _tell(report)
    return report


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Advance]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=output.err, disable=quiet) as progress:
        yield Advance(progress, progress.add_task("Reading", total=total))


class Advance:
    """Moves the bar on by one file."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def __call__(self, reading: Reading) -> None:
        """One more file was read."""
        self._progress.update(self._task, advance=1, description=f"Reading {reading.source.path.name[:40]}")


def _tell(report: IngestReport) -> None:
    for file in report.files:
        for problem in file.problems:
            output.report_problem(file.name, problem)
    columns = ("read", "with warning", "unchanged", "refused", "meetings", "points", "case numbers", "cases", "seconds")
    counts = (report.read, report.warned, report.unchanged, report.refused)
    graph = (report.meetings_held, report.items, report.case_numbers, report.cases)
    output.write_table(columns, [(*counts, *graph, f"{report.seconds:.1f}")])
